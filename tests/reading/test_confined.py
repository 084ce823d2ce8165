"""Parsers in a process of their own: the same reports, and a file that asks for too much takes nothing down."""

import os
import signal
import sys
import threading
import time
from collections.abc import Iterator
from typing import IO

import pytest

from counterclaim.model import Rejected
from counterclaim.reading import confined
from counterclaim.reading.confined import Confined
from counterclaim.reading.formats import Job, parsed

PAGE = Job("page", b"<html><body><p>The Ostra Front said on Sunday that it holds Dresna.</p></body></html>", "a.html")
OTHER = Job("page", b"<html><body><p>The mayor said on Monday that the ford is safe.</p></body></html>", "b.html")


@pytest.fixture
def parser() -> Iterator[Confined]:
    made = Confined()
    yield made
    made.close()


def test_the_same_report_as_in_this_process(parser: Confined) -> None:
    assert parser.read(PAGE) == list(parsed(PAGE))
    assert parser.read(Job("page", b"<p></p>", "b.html")) == list(parsed(Job("page", b"<p></p>", "b.html")))


def test_one_process_reads_many_files(parser: Confined) -> None:
    parser.read(PAGE)
    assert parser.child
    first = parser.child.pid
    assert all(parser.read(PAGE) == list(parsed(PAGE)) for _ in range(5)) and parser.child.pid == first


def test_a_parser_that_was_left_in_the_middle_of_a_job_does_not_answer_the_next(parser: Confined) -> None:
    parser.read(PAGE)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(confined, "_received", stopped)
        with pytest.raises(KeyboardInterrupt):
            parser.read(OTHER)
    assert parser.read(PAGE) == list(parsed(PAGE))


def stopped(stream: IO[bytes]) -> bytes | None:
    raise KeyboardInterrupt


def test_a_parser_that_is_killed_is_started_anew(parser: Confined) -> None:
    parser.read(PAGE)
    assert parser.child
    os.kill(parser.child.pid, signal.SIGKILL)
    (item,) = parser.read(PAGE)
    assert isinstance(item, Rejected) and "ran out of memory or broke" in item.reason
    assert parser.read(PAGE) == list(parsed(PAGE))


def test_a_file_that_takes_too_long_is_rejected() -> None:
    parser = Confined(seconds=0.5)
    started = time.monotonic()
    parser._start()
    stopped = threading.Timer(0.1, lambda: parser.child and os.kill(parser.child.pid, signal.SIGSTOP))
    stopped.start()
    time.sleep(0.2)
    (item,) = parser.read(PAGE)
    assert isinstance(item, Rejected) and item.reason == "it takes longer than 0.5 seconds"
    assert time.monotonic() - started < 10


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="memory can be bounded on Linux only")
def test_a_file_that_takes_too_much_memory_is_rejected() -> None:
    parser = Confined(memory=600_000_000)
    huge = Job("page", b"<p>word</p>" * 12_000_000, "huge.html")
    (item,) = parser.read(huge)
    assert isinstance(item, Rejected)
    assert parser.read(PAGE) == list(parsed(PAGE))
    parser.close()
