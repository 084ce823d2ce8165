"""`counterclaim serve` on an invented ledger, as a process of its own: for the benchmarks that ask it for pages."""

import contextlib
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import httpx
import msgspec
from invented import ledger

from counterclaim.ledger import write_ledger


class Server(NamedTuple):
    """A workspace that answers, how it is reached, and how long it took to begin."""

    process: "subprocess.Popen[str]"
    address: str
    folder: Path
    seconds: float  # from the start of the process to its first answer, by the clock

    def processor(self) -> float:
        """Milliseconds of the processor that all its threads took so far (Linux)."""
        tasks = Path(f"/proc/{self.process.pid}/task").glob("*/schedstat")
        return sum(int(task.read_text().split()[0]) for task in tasks) / 1e6

    def memory(self, which: str = "VmHWM") -> float:
        """Its memory in GB (Linux): VmHWM is the most it ever had, VmRSS what it has."""
        lines = Path(f"/proc/{self.process.pid}/status").read_text().splitlines()
        return next(int(line.split()[1]) / 1e6 for line in lines if line.startswith(which))


@contextlib.contextmanager
def served(claims: int) -> Iterator[Server]:
    """A workspace of so many invented claims on a port of its own; SQLite in a folder that goes when this ends."""
    with tempfile.TemporaryDirectory() as scratch:
        folder = write_ledger(ledger(claims), Path(scratch)).parent
        began = time.perf_counter()
        command = [sys.executable, "-m", "counterclaim", "serve", str(folder), "--port", "0"]
        with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=sys.stderr, text=True) as process:
            try:
                address = told(process)
                httpx.get(address + "api/openapi.json", timeout=600).raise_for_status()
                yield Server(process, address, folder, time.perf_counter() - began)
            finally:
                process.send_signal(signal.SIGINT)
                process.wait(60)


def told(process: "subprocess.Popen[str]") -> str:
    """The address that the server says it has."""
    assert process.stdout
    for line in process.stdout:
        words = [word for word in line.split() if word.startswith("http://")]
        if words:
            return words[0]
    raise SystemExit("the server ended before it could be reached")


def records(client: httpx.Client, name: str) -> list[dict[str, object]]:
    """All records of one list of the API."""
    found: list[dict[str, object]] = []
    while True:
        page = msgspec.json.decode(client.get(f"/api/{name}", params={"limit": 1000, "offset": len(found)}).content)
        found += page["items"]
        if len(found) >= page["total"]:
            return found
