"""The per-report stage on one machine: in this process, or in several at once, with the same readings."""

import os
import signal
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from itertools import islice
from multiprocessing import get_context

from counterclaim.engines.keeping import Kept
from counterclaim.errors import WorkerLost
from counterclaim.model import Reading, Report
from counterclaim.options import Options
from counterclaim.readings import read

Tell = Callable[[int], None]  # how many reports are read

# A worker takes two seconds to start; it must have this many reports to read to be worth it.
WORTH = 24

# Reports that wait for each worker: enough that none is idle, few enough that memory stays the same.
AHEAD = 4

# A worker that dies (killed, out of memory) is started again so many times without any reading in between.
TRIES = 3


def readings(reports: Sequence[Report], options: Options, kept: Kept | None, tell: Tell) -> Iterator[Reading]:
    """The reading of each report, as they are ready. What is kept is not read again; what is read is kept.

    Raises WorkerLost where worker processes die again and again.
    """
    for done, reading in enumerate(_kept_or_read(reports, options, kept), 1):
        tell(done)
        yield reading


def _kept_or_read(reports: Sequence[Report], options: Options, kept: Kept | None) -> Iterator[Reading]:
    if kept is None:
        yield from _read(reports, options)
        return
    missing: list[Report] = []
    for report in reports:
        found = kept.get(report)
        if found:
            yield found
        else:
            missing.append(report)
    for reading in _read(missing, options):
        kept.put(reading)
        yield reading


def _read(reports: Sequence[Report], options: Options) -> Iterator[Reading]:
    count = workers(options.workers, len(reports))
    if count == 1:
        return (read(report, options) for report in reports)
    return _in_processes(reports, options, count)


def workers(asked: int, reports: int) -> int:
    """How many processes read so many reports: as asked, or (0) as many as there are cores and work for."""
    return max(1, min(asked or min(_cores(), reports // WORTH), reports))


def _cores() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _in_processes(reports: Iterable[Report], options: Options, count: int) -> Iterator[Reading]:
    """The readings from worker processes. Where one dies, what it had not finished is read by others."""
    left = {report.id: report for report in reports}
    failed = 0
    while left:
        try:
            for reading in _pooled(list(left.values()), options, count):
                del left[reading.report.id]
                failed = 0
                yield reading
        except BrokenProcessPool as error:
            failed += 1
            if failed == TRIES:
                first = next(iter(left.values())).source
                raise WorkerLost(
                    f"worker processes died {TRIES} times over, near {first}; try --workers 1, or leave that out"
                ) from error


def _pooled(reports: Sequence[Report], options: Options, count: int) -> Iterator[Reading]:
    os.environ.setdefault("PYTHONSAFEPATH", "1")  # a worker takes no module from the folder that it is started in
    pool = ProcessPoolExecutor(count, get_context("spawn"), initializer=_deaf)
    try:
        coming = iter(reports)
        waiting: set[Future[Reading]] = {pool.submit(read, r, options) for r in islice(coming, count * AHEAD)}
        while waiting:
            ready, waiting = wait(waiting, return_when=FIRST_COMPLETED)
            waiting |= {pool.submit(read, report, options) for report in islice(coming, len(ready))}
            yield from (future.result() for future in ready)
    finally:
        pool.shutdown(wait=False, cancel_futures=True)


def _deaf() -> None:
    """Ctrl-C is for the parent, which then stops its workers."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
