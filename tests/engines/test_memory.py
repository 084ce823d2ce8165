"""The memory ceiling: 20 kB a report where many are held at once; `benchmarks/memory.py` measures more of them."""

import gc
import sys
import tracemalloc
from collections.abc import Callable, Iterator
from contextlib import closing
from importlib import import_module
from pathlib import Path
from typing import Any

import msgspec
import pytest

from conftest import ROOT
from counterclaim.engines.spool import Spool
from counterclaim.survey import grouped

CEILING = 20_000  # bytes a report
COMPARED = 28_000  # bytes a report in an event of a hundred: 25,200 at 150; 20 kB is not reached
CLAIM = 1_000  # bytes of a reading for each claim, its report aside: twenty claims and their text are at the ceiling


@pytest.fixture(scope="module")
def bench() -> Iterator[Any]:
    """`benchmarks/memory.py`."""
    sys.path.insert(0, str(ROOT / "benchmarks"))
    yield import_module("memory")
    sys.path.remove(str(ROOT / "benchmarks"))


def test_a_survey_gathers_and_groups(bench: Any, tmp_path: Path) -> None:
    few, many = (highest(bench, count, tmp_path) for count in (100, 300))
    assert (many - few) / 200 <= CEILING


def highest(bench: Any, count: int, folder: Path) -> int:
    """Bytes that gathering and grouping so many reports of 400 words take at their highest."""

    def work() -> None:
        with closing(Spool(folder)) as spool:
            spool.update((report.id, report) for report in bench.reports(count))
            assert len(grouped(spool, 2)) == count // 10

    return peak(work)


def test_readings(bench: Any) -> None:
    """As they come from disk, twenty claims in 400 words: what each adds to those that are held."""
    found = bench.readings(40)
    assert {len(reading.drafts) for reading in found} == {20}
    texts = size(tuple(r.report for r in found)) - size(tuple(r.report for r in found[:20]))
    assert (size(tuple(found)) - size(tuple(found[:20])) - texts) / 20 <= CLAIM * 20


def test_one_event_is_compared(bench: Any) -> None:
    """Relations and questions of claims that are merged already; what any event asks is known before."""
    found = bench.readings(100)
    people, places = bench.cast(found), bench.sites(found)
    texts = tuple(reading.report for reading in found)
    told = bench.mentions(found, people, places)
    case = bench.Case(texts, people.actors, people.parties, places.places, told, bench.copy_groups(found))
    claims = bench.merge(case)[1]
    assert peak(lambda: bench.compared(case, claims)) / len(found) <= COMPARED


def peak(work: Callable[[], object]) -> int:
    """Bytes that it takes at its highest: the least of three times, since the first one loads what all need, and a
    thread that another test left may allocate meanwhile."""
    return min(once(work) for _ in range(3))


def once(work: Callable[[], object]) -> int:
    gc.collect()
    tracemalloc.start()
    work()
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    return most


def size(value: object) -> int:
    """Bytes of all objects that a value holds, each once."""
    found: dict[int, object] = {}
    open_ = [value]
    while open_:
        if id(one := open_.pop()) not in found:
            found[id(one)] = one
            open_ += parts(one)
    return sum(map(sys.getsizeof, found.values()))


def parts(value: object) -> list[object]:
    if isinstance(value, msgspec.Struct):
        return [getattr(value, name) for name in value.__struct_fields__]
    if isinstance(value, dict):
        return [*value, *value.values()]
    return list(value) if isinstance(value, tuple) else []
