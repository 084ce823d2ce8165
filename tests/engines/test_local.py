"""Readings in one process and in several, kept on disk and not: always the same; a dead worker loses nothing."""

import contextlib
import os
import signal
import threading
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import msgspec
import pytest

from conftest import EXAMPLE
from counterclaim.building import build, gather
from counterclaim.engines import local
from counterclaim.engines.keeping import Kept
from counterclaim.engines.local import readings, workers
from counterclaim.errors import WorkerLost
from counterclaim.ledger.files import encode
from counterclaim.model import Note, Reading, Report, Span
from counterclaim.options import Options

RULES = Options(attribution="rules")
MODELS = {"attribution": "rules", "spacy": "x"}


def reports() -> list[Report]:
    return gather([EXAMPLE])[0]


def ignored(done: int) -> None:
    pass


def by_id(found: list[Reading]) -> list[Reading]:
    return sorted(found, key=lambda r: r.report.id)


@pytest.fixture(scope="module")
def alone() -> list[Reading]:
    return by_id(list(readings(reports(), RULES, None, ignored)))


@pytest.mark.parametrize(
    ("asked", "count", "wanted"),
    [(1, 1000, 1), (3, 1000, 3), (3, 2, 2), (0, 1, 1), (0, 23, 1)],
)
def test_workers(asked: int, count: int, wanted: int) -> None:
    assert workers(asked, count) == wanted


def test_several_processes_give_the_same_readings(alone: list[Reading]) -> None:
    told: list[int] = []
    surroundings = dict(os.environ)
    found = list(readings(reports(), replace(RULES, workers=2), None, told.append))
    assert by_id(found) == alone and told == list(range(1, len(alone) + 1))
    assert dict(os.environ) == surroundings


def test_a_worker_is_started_on_one_core_and_takes_no_module_from_where_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("OMP_NUM_THREADS", "PYTHONSAFEPATH"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(local, "read", surrounded)
    (found,) = readings(reports()[:1], replace(RULES, workers=1), None, ignored)
    assert "PYTHONSAFEPATH" not in found.notes[0].text
    two = list(readings(reports()[:2], replace(RULES, workers=2), None, ignored))
    assert all("'OMP_NUM_THREADS', 'PYTHONSAFEPATH'" in reading.notes[0].text for reading in two)


def surrounded(report: Report, options: Options) -> Reading:
    """A reading that notes what of the surroundings is a worker's."""
    names = sorted(name for name in ("OMP_NUM_THREADS", "PYTHONSAFEPATH") if name in os.environ)
    return Reading(report, (), (), (), (Note(report.id, Span(0, 1), "test", str(names)),))


@pytest.mark.parametrize("count", [1, 2])
def test_few_reports_are_held_however_many_there_are(count: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """No more than wait for a hand, and those that tell whether workers are worth it."""
    monkeypatch.setattr(local, "read", nothing)
    asked: list[Report] = []
    found = readings(numbered(300, asked), replace(RULES, workers=count), None, ignored)
    assert max(len(asked) - done for done, _ in enumerate(found)) <= count * local.WORTH
    assert len(asked) == 300


def numbered(count: int, asked: list[Report]) -> Iterator[Report]:
    first = reports()[0]
    for number in range(count):
        asked.append(msgspec.structs.replace(first, id=f"r-{number}"))
        yield asked[-1]


def nothing(report: Report, options: Options) -> Reading:
    return Reading(report, (), (), (), ())


def test_a_killed_worker_loses_nothing(alone: list[Reading]) -> None:
    killer = threading.Thread(target=kill_a_worker)
    killer.start()
    found = list(readings(reports(), replace(RULES, workers=2), None, ignored))
    killer.join()
    assert by_id(found) == alone


def kill_a_worker() -> None:
    """Kill one of this process's workers as soon as there is one that works."""
    for _ in range(200):
        with contextlib.suppress(OSError):  # a process that was listed may be gone when it is looked at
            for pid in children():
                if b"spawn_main" in Path(f"/proc/{pid}/cmdline").read_bytes():
                    time.sleep(0.3)
                    os.kill(pid, signal.SIGKILL)
                    return
        time.sleep(0.05)


def children() -> list[int]:
    """The processes that this one has started."""
    lists = Path("/proc/self/task").glob("*/children")
    return [int(pid) for path in lists for pid in path.read_text().split()]


def test_workers_that_always_die_are_told_with_a_remedy(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(local, "read", dying)
    with pytest.raises(WorkerLost, match="--workers 1"):
        list(readings(reports(), replace(RULES, workers=2), None, ignored))


def dying(report: Report, options: Options) -> Reading:
    os._exit(1)


def test_what_is_kept_is_not_read_again(alone: list[Reading], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    kept = Kept(tmp_path, MODELS)
    assert by_id(list(readings(reports(), RULES, kept, ignored))) == alone
    monkeypatch.setattr(local, "read", dying)
    assert by_id(list(readings(reports(), RULES, Kept(tmp_path, MODELS), ignored))) == alone


def test_another_model_or_a_damaged_file_is_read_anew(alone: list[Reading], tmp_path: Path) -> None:
    kept = Kept(tmp_path, MODELS)
    kept.put(alone[0])
    assert kept.get(alone[0].report) == alone[0]
    assert Kept(tmp_path, {**MODELS, "spacy": "y"}).get(alone[0].report) is None
    for path in tmp_path.glob("*/*"):
        path.write_bytes(path.read_bytes()[:-9])
    assert kept.get(alone[0].report) is None


def test_readings_that_nobody_asks_for_are_removed(alone: list[Reading], tmp_path: Path) -> None:
    for reading in alone:
        Kept(tmp_path, MODELS).put(reading)
    again = Kept(tmp_path, MODELS)
    assert again.get(alone[1].report)
    again.prune()
    assert [Kept(tmp_path, MODELS).get(r.report) is not None for r in alone[:3]] == [False, True, False]


def test_a_folder_that_cannot_be_written_keeps_nothing_and_stops_nothing(alone: list[Reading], tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    kept = Kept(tmp_path / "file", MODELS)
    kept.put(alone[0])
    assert kept.get(alone[0].report) is None


def test_a_build_is_the_same_however_it_is_placed(tmp_path: Path) -> None:
    plain = encode(build([EXAMPLE], RULES))
    kept = replace(RULES, keep=tmp_path)
    assert encode(build([EXAMPLE / "01-agency.txt"], kept)) != plain  # a build that was stopped early, or a smaller one
    assert encode(build([EXAMPLE], kept)) == encode(build([EXAMPLE], replace(kept, workers=2))) == plain
