"""The per-report stage on one machine: in this process, or in several at once, with the same readings."""

import os
import signal
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from itertools import chain
from multiprocessing import get_context

from counterclaim.engines.keeping import Kept
from counterclaim.engines.sharing import shared
from counterclaim.errors import WorkerLost
from counterclaim.model import Reading, Report
from counterclaim.options import Options
from counterclaim.readings import read

Tell = Callable[[int], None]  # how many reports are read
Item = Report | Reading  # a report that is to be read, or the reading of one that was

# A worker takes two seconds to start; it must have this many reports to read to be worth it.
WORTH = 24

# Reports that wait for each worker: enough that none is idle, few enough that memory stays the same.
AHEAD = 4

# A worker that dies (killed, out of memory) is started again so many times without any reading in between.
TRIES = 3

# A worker takes no module from the folder that it is started in, and works on one core: what a second thread of matrix
# products takes from the other workers (4 %) it does not give back.
_FOR_WORKERS = {"PYTHONSAFEPATH": "1", "OPENBLAS_NUM_THREADS": "1", "OMP_NUM_THREADS": "1", "MKL_NUM_THREADS": "1"}


def readings(reports: Iterable[Report], options: Options, kept: Kept | None, tell: Tell) -> Iterator[Reading]:
    """The reading of each report, as they are ready. What is kept is not read again; what is read is kept.

    Reports are asked for as there are hands for them, and none is held once it is read. Raises WorkerLost where worker
    processes die again and again.
    """
    for done, reading in enumerate(_kept_or_read(reports, options, kept), 1):
        tell(done)
        yield reading


def _kept_or_read(reports: Iterable[Report], options: Options, kept: Kept | None) -> Iterator[Reading]:
    items = ((kept.get(report) if kept else None) or report for report in reports)
    missing: list[Report] = []
    for item in items:
        if isinstance(item, Reading):
            yield item
        else:
            missing.append(item)
        if len(missing) == WORTH * (options.workers or _cores()):
            break
    count = workers(options.workers, len(missing))
    placed = _in_processes if count > 1 else _here
    yield from placed(chain(missing, items), options, kept, count)


def _here(items: Iterable[Item], options: Options, kept: Kept | None, count: int) -> Iterator[Reading]:
    for item in items:
        yield item if isinstance(item, Reading) else _finished(read(item, options), item, kept)


def _finished(reading: Reading, report: Report, kept: Kept | None) -> Reading:
    """The reading, kept and made light."""
    if kept:
        kept.put(reading)
    return shared(reading, report)


def workers(asked: int, reports: int) -> int:
    """How many processes read so many reports: as asked, or (0) as many as there are cores and work for."""
    return max(1, min(asked or min(_cores(), reports // WORTH), reports))


def _cores() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _in_processes(items: Iterable[Item], options: Options, kept: Kept | None, count: int) -> Iterator[Reading]:
    """The readings from worker processes. Where one dies, what it had not finished is read by others."""
    left: dict[str, Report] = {}  # what was asked for and has not come
    coming = iter(items)
    failed = 0
    while True:
        try:
            for reading in _pooled(chain(list(left.values()), coming), left, options, kept, count):
                failed = 0
                yield reading
            return
        except BrokenProcessPool as error:
            failed += 1
            if failed == TRIES:
                first = next(iter(left.values())).source
                raise WorkerLost(
                    f"worker processes died {TRIES} times over, near {first}; try --workers 1, or leave that out"
                ) from error


def _pooled(
    items: Iterable[Item], left: dict[str, Report], options: Options, kept: Kept | None, count: int
) -> Iterator[Reading]:
    with _surroundings():  # the process that minds what they share is started here
        pool = ProcessPoolExecutor(count, get_context("spawn"), initializer=_deaf)
    waiting: set[Future[Reading]] = set()
    try:
        for item in items:
            if isinstance(item, Reading):
                yield item
                continue
            left[item.id] = item
            with _surroundings():  # a process is started where a report waits for one
                waiting.add(pool.submit(read, item, options))
            if len(waiting) == count * AHEAD:
                ready, waiting = wait(waiting, return_when=FIRST_COMPLETED)
                yield from _results(ready, left, kept)
        while waiting:
            ready, waiting = wait(waiting, return_when=FIRST_COMPLETED)
            yield from _results(ready, left, kept)
    finally:
        pool.shutdown(wait=False, cancel_futures=True)


@contextmanager
def _surroundings() -> Iterator[None]:
    """What workers are started with; whatever else the user's program starts knows nothing of it."""
    added = {name: value for name, value in _FOR_WORKERS.items() if name not in os.environ}
    os.environ.update(added)
    try:
        yield
    finally:
        for name in added:
            del os.environ[name]


def _results(ready: Iterable[Future[Reading]], left: dict[str, Report], kept: Kept | None) -> Iterator[Reading]:
    for future in ready:
        reading = future.result()
        yield _finished(reading, left.pop(reading.report.id), kept)


def _deaf() -> None:
    """Ctrl-C is for the parent, which then stops its workers."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
