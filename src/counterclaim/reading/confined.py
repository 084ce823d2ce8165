"""Parsers of hostile formats in a process of their own, with bounded memory and time: no file takes the run down.

`python -m counterclaim.reading.confined` answers one job after another: a length of four bytes and a MessagePack
record there; the same back for each item as it is found, and a length of nought after the last.
"""

import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from math import ceil
from pathlib import Path
from threading import Timer
from typing import IO

import msgspec

from counterclaim.model import Record, Rejected, Report
from counterclaim.reading.dropping import drop, surroundings
from counterclaim.reading.formats import DIED, LATE, Job, parsed
from counterclaim.reading.locations import is_elsewhere

MEMORY = 3_000_000_000  # bytes of address space; a page of 20 MB takes less than a third of it
SECONDS = 60.0  # for one item of a file: a page of an archive, or all that most files hold


class Found(Record, frozen=True):
    """One item of a file: a report, or what was rejected."""

    report: Report | None
    rejected: Rejected | None


class Confined:
    """One parser process, started when first needed and anew after it died or was stopped."""

    def __init__(self, seconds: float = SECONDS, memory: int = MEMORY) -> None:
        self.seconds = seconds
        self.memory = memory
        self.child: subprocess.Popen[bytes] | None = None
        self.far = False

    def read(self, job: Job) -> list[Report | Rejected]:
        """What is in a file; where it asks for more than the limits allow, that it is rejected."""
        return list(self.items(job))

    def items(self, job: Job) -> Iterator[Report | Rejected]:
        """What is in a file, each item as it is found: an archive of a million pages is never held as a whole."""
        child = self._process(far=is_elsewhere(job.at or ""))
        heard = False
        try:
            answer = _in_time(child, lambda: _exchanged(child, msgspec.msgpack.encode(job)), self.seconds)
            while answer and not isinstance(answer, str):
                item = msgspec.msgpack.decode(answer, type=Found)
                yield item.report or item.rejected or Rejected(job.source, "it cannot be read")
                answer = _in_time(child, lambda: _received(_pipe(child.stdout)), self.seconds)
            heard = not answer
        finally:
            if not heard:  # the child died, or nobody wants to hear the rest of it: the next job gets no answer to this
                self.close()
        if isinstance(answer, str):
            yield Rejected(job.source, answer)

    def close(self) -> None:
        """Stop the process."""
        if self.child:
            self.child.kill()
            self.child.communicate()
            self.child = None

    def _process(self, far: bool) -> "subprocess.Popen[bytes]":
        """The process; one that reads from `far` has the network and the user's environment, no other has."""
        if self.child and self.far != far:
            self.close()
        self.far = far
        return self.child or self._start()

    def _start(self) -> "subprocess.Popen[bytes]":
        """Start it where no module of a source's folder can stand before the program's own."""
        bounds = [str(self.memory), str(2 * ceil(self.seconds)), "" if self.far else "alone"]
        self.child = subprocess.Popen(  # noqa: S603
            [sys.executable, "-P", "-m", "counterclaim.reading.confined", *bounds],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
            cwd=Path(sys.executable).anchor, env=None if self.far else surroundings(),
        )  # fmt: skip
        return self.child


def _in_time(child: "subprocess.Popen[bytes]", act: Callable[[], bytes | None], seconds: float) -> bytes | str:
    """The child's answer, or in words why it gave none."""
    late = Timer(seconds, child.kill)
    late.start()
    try:
        data = act()
    except OSError:
        data = None
    finally:
        in_time = late.is_alive()
        late.cancel()
    if data is None:
        return f"{DIED} or broke" if in_time else f"{LATE} than {seconds:g} seconds"
    return data


def _exchanged(child: "subprocess.Popen[bytes]", job: bytes) -> bytes | None:
    _send(_pipe(child.stdin), job)
    return _received(_pipe(child.stdout))


def _pipe(stream: IO[bytes] | None) -> IO[bytes]:
    if stream is None:
        raise BrokenPipeError("the parser has no pipe")
    return stream


def _send(stream: IO[bytes], data: bytes) -> None:
    stream.write(len(data).to_bytes(4, "big") + data)
    stream.flush()


def _received(stream: IO[bytes]) -> bytes | None:
    """The next record, or None where the other side is gone."""
    size = stream.read(4)
    if len(size) < 4:
        return None
    data = stream.read(int.from_bytes(size, "big"))
    return data if len(data) == int.from_bytes(size, "big") else None


def serve(memory: int, seconds: int, alone: bool) -> None:
    """Answer jobs until there are no more. Whatever a parser prints goes nowhere.

    Who asks stops what takes too long; where nobody does any more, the process ends by itself after so many seconds.
    """
    drop(memory, alone)
    jobs, answers = sys.stdin.buffer, os.fdopen(os.dup(1), "wb")
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
    while (data := _received(jobs)) is not None:
        _ends_in(seconds)
        for item in parsed(msgspec.msgpack.decode(data, type=Job)):
            _ends_in(0)  # who asked may take his time to hear it
            found = Found(None, item) if isinstance(item, Rejected) else Found(item, None)
            _send(answers, msgspec.msgpack.encode(found))
            _ends_in(seconds)
        _ends_in(0)
        _send(answers, b"")


def _ends_in(seconds: int) -> None:
    """The process ends in so many seconds, whatever it is at; nought takes that back."""
    if sys.platform != "win32":
        signal.alarm(seconds)


if __name__ == "__main__":
    serve(int(sys.argv[1]), int(sys.argv[2]), alone=sys.argv[3] == "alone")
