"""What a parser's process has given up: large files, the network, the user's environment and folder."""

import ctypes
import os
import socket
import subprocess
import sys
import time
from pathlib import Path

import pytest

from counterclaim.model import Rejected, Report
from counterclaim.reading.confined import Confined
from counterclaim.reading.dropping import surroundings
from counterclaim.reading.formats import Job, parsed

NOBODY = 65534
LINUX = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="Linux takes these away, others may not")
OWN_NETWORK = 0x50000000

TRIES = f"""
import ctypes, encodings.idna, os, resource, socket, sys  # before the rights to read them may be gone
from counterclaim.reading.dropping import drop
out = open(sys.argv[2], "w")
if os.getuid() == 0:
    os.setuid({NOBODY})
port = int(sys.argv[1])
drop(3_000_000_000, alone=True)
def tried(what):
    try:
        return what() or "done"
    except OSError as error:
        return type(error).__name__
def written():
    out.seek(200_000_000)
    out.write("x")
    out.flush()
print(tried(written), tried(lambda: socket.create_connection(("127.0.0.1", port), 5) and None))
print([line.split()[1] for line in open("/proc/self/status") if line.startswith("NoNewPrivs")], flush=True)
os._exit(0)
"""


def networks_can_be_parted() -> bool:
    """Whether the system lets a process of no rights have a network of its own."""
    child = os.fork()
    if child == 0:
        if os.getuid() == 0:
            os.setuid(NOBODY)
        os._exit(0 if ctypes.CDLL(None).unshare(OWN_NETWORK) == 0 else 1)
    return os.waitpid(child, 0)[1] == 0


@LINUX
def test_it_fills_no_disk_asks_nobody_and_gains_no_rights(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        given = (str(server.getsockname()[1]), str(tmp_path / "file"))
        found = subprocess.run([sys.executable, "-c", TRIES, *given], capture_output=True, text=True, check=True)
    first, second = found.stdout.splitlines()
    written, asked = first.split()
    assert (written, second) == ("OSError", "['1']")
    assert asked == "OSError" if networks_can_be_parted() else asked in ("OSError", "done")


def test_it_is_told_nothing_of_the_user(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COUNTERCLAIM_TOKEN", "secret")
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join(["", "src", "/lib"]))
    found = surroundings()
    assert "COUNTERCLAIM_TOKEN" not in found and "HOME" not in found
    assert found["PYTHONPATH"] == os.pathsep.join([str(Path.cwd() / "src"), "/lib"])  # an empty one is where it runs


@LINUX
def test_it_runs_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COUNTERCLAIM_TOKEN", "secret")
    parser = Confined()
    assert all(isinstance(item, Rejected) for item in parser.read(Job("page", b"<p></p>", "a.html")))
    assert parser.child
    process = Path(f"/proc/{parser.child.pid}")
    assert b"secret" not in (process / "environ").read_bytes() and (process / "cwd").readlink() == Path("/")
    limits = {line[:25].strip(): line[26:46].strip() for line in (process / "limits").read_text().splitlines()}
    parser.close()
    assert (limits["Max file size"], limits["Max open files"]) == ("100000000", "64")


def test_what_it_reads_is_what_this_process_reads() -> None:
    """Also where a language is to be told, whose model is unpacked to a file."""
    said = "El ejército declaró el domingo que sus soldados controlan la ciudad desde hace varias semanas. "
    data = f"<p>{said}{said}</p>".encode()
    parser, job = Confined(), Job("page", data, "a.html")
    found = parser.read(job)
    parser.close()
    assert found == list(parsed(job)) and isinstance(found[0], Report) and found[0].language == "es"


@LINUX
def test_it_ends_by_itself_where_nobody_waits_for_it_any_more(tmp_path: Path) -> None:
    """It reads a pipe into which nobody writes; who asked for it is gone."""
    os.mkfifo(tmp_path / "pipe")
    found = subprocess.run(
        [sys.executable, "-c", GONE, str(tmp_path / "pipe")], capture_output=True, text=True, check=True, timeout=60
    )
    assert ended(int(found.stdout), 20)


GONE = """
import os, sys
from counterclaim.reading import confined
parser = confined.Confined(seconds=0.5)
child = parser._start()
job = confined.Job("archive", b"", "a.warc", at=sys.argv[1])
confined._send(child.stdin, confined.msgspec.msgpack.encode(job))
print(child.pid, flush=True)
os._exit(0)
"""


def ended(pid: int, seconds: int) -> bool:
    """The process is gone within that time."""
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        try:
            if Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] == "Z":
                return True
        except OSError:
            return True
        time.sleep(0.1)
    return False
