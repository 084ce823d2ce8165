"""Builds and surveys on a Ray cluster: byte for byte the ledgers of one process, also where a worker is killed."""

import contextlib
import gc
import json
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator, Sequence
from functools import partial
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest

from conftest import EXAMPLE
from counterclaim import building, clustered
from counterclaim.engines import stages
from counterclaim.engines.ray_cluster import cluster, placed
from counterclaim.engines.stages import Count
from counterclaim.errors import BadOption, NoCluster, WorkerLost
from counterclaim.fetching import Fetched
from counterclaim.fetching.archiving import record
from counterclaim.ledger.files import encode
from counterclaim.model import Rejected, Report
from counterclaim.options import Options
from counterclaim.survey import survey
from events.test_grouping import FERRY, MINE

pytestmark = [
    pytest.mark.skipif(find_spec("ray") is None, reason="Ray is not installed here: pip install 'counterclaim[ray]'"),
    pytest.mark.filterwarnings("ignore::DeprecationWarning:ray.*"),  # Ray's of itself
    pytest.mark.filterwarnings("ignore:subprocess .* is still running:ResourceWarning"),
    pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning"),
]

RULES = Options(attribution="rules")


@pytest.fixture(scope="module")
def machines() -> Iterator[None]:
    """One cluster of two workers for all tests."""
    with cluster(None, 2):
        gc.collect()  # what a busy machine kept from starting in time, as long as its warnings are ours
        yield


@pytest.fixture(scope="module")
def sources(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The example's reports as lines, rows of a table and records of an archive, with one of each that is none."""
    import pyarrow as pa  # which comes with Ray
    from pyarrow.parquet import write_table

    folder = tmp_path_factory.mktemp("sources")
    reports = building.gather([EXAMPLE])[0]
    rows = [row(report) for report in reports]
    lines = "\n".join([*map(json.dumps, rows[:3]), "{broken", json.dumps(rows[0])])
    (folder / "a.jsonl").write_text(lines, encoding="utf-8")
    write_table(pa.Table.from_pylist([*rows[3:6], {"id": "none", "text": " "}]), folder / "b.parquet")
    (folder / "c.warc.gz").write_bytes(b"".join(answered(report) for report in reports[6:]))
    (folder / "d.png").write_bytes(b"x")
    return folder


def row(report: Report) -> dict[str, str | None]:
    day = report.published.day if report.published else None
    return {"id": report.id, "url": report.url, "outlet": report.outlet, "text": report.text, "published": day}


def answered(report: Report) -> bytes:
    """The report as a web server gave it."""
    address, text = f"https://lantern.example/{report.id}", report.text.encode()
    return record(Fetched(address, address, "2024-03-04T10:00:00Z", 200, (("Content-Type", "text/plain"),), text, "0"))


@pytest.fixture(scope="module")
def alone(sources: Path) -> bytes:
    """The ledger of one process."""
    return encode(building.build([sources], RULES))


def test_a_build_gives_the_ledger_of_one_process_from_any_file_system_and_makes_nothing_twice(
    machines: None, sources: Path, alone: bytes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[tuple[str, int, int]] = []
    ledger = clustered.build([sources.as_uri()], tmp_path, RULES, lambda *what: told.append(what))
    assert encode(ledger) == alone
    named = [r.source.partition("#")[0] for r in ledger.rejected]
    assert named == ["a.jsonl", "a.jsonl:4", "b.parquet", "d.png"]
    assert ("reading", 8, 8) in told and told[-1] == ("comparing", 2, 2)
    lost = next((tmp_path / "stages" / "readings").iterdir())
    lost.unlink()
    asked: list[Any] = []
    monkeypatch.setattr(stages, "placed", partial(noted, asked))
    assert encode(clustered.build([sources.as_uri()], tmp_path, RULES)) == alone
    assert [item.part for item in asked] == [lost.stem]


def noted(asked: list[Any], work: Any, items: Sequence[Any], kind: Any, out: Path) -> Iterator[Any]:
    asked += items
    yield from map(work, items)


def test_a_killed_worker_loses_nothing(
    machines: None, sources: Path, alone: bytes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    killed: list[int] = []
    monkeypatch.setattr(stages, "placed", partial(killing, killed))
    assert encode(clustered.build([sources], tmp_path, RULES)) == alone
    assert len(killed) == 2  # one that read files, and one that read reports


def killing(killed: list[int], work: Any, items: Sequence[Any], kind: Any, out: Path) -> Iterator[Any]:
    """The work, whose first worker waits in the middle of it to be killed from outside."""
    note = out / f"worker-{len(killed)}"

    def waits(item: Any) -> Any:
        with contextlib.suppress(FileExistsError), note.open("x") as begun:
            begun.write(f"{os.getpid()}\n")
            begun.flush()
            time.sleep(600)
        return work(item)

    def kill() -> None:
        while not (note.exists() and note.read_text().endswith("\n")):
            time.sleep(0.05)
        killed.append(int(note.read_text()))
        os.kill(killed[-1], signal.SIGKILL)

    killer = threading.Thread(target=kill, daemon=True)
    killer.start()
    yield from placed(waits, items, kind, out)
    killer.join(60)


def test_a_survey_gives_the_ledgers_and_the_front_page_of_one_process(machines: None, tmp_path: Path) -> None:
    reports = building.gather([EXAMPLE])[0]
    rows = [*map(row, reports), *({"text": text} for text in (*FERRY, MINE[0]))]
    path = tmp_path / "mixed.jsonl"
    path.write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    plain, placed_ = tmp_path / "plain", tmp_path / "placed"
    first, second = survey([path], plain, RULES), clustered.survey([path], placed_, RULES)
    assert second.events == first.events and len(first.events) == 2 and second.alone == first.alone
    for made in (plain / "events").rglob("*.*"):
        assert (placed_ / made.relative_to(plain)).read_bytes() == made.read_bytes(), made
    assert second.page.read_bytes() == first.page.read_bytes()
    assert sorted(p.stem for p in (placed_ / "stages" / "claims").iterdir()) == sorted(e.id for e in first.events)


def test_a_ledger_is_made_again_where_it_was_changed_damaged_or_lacks_what_can_be_read_now(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """On one machine: what is placed is done here."""
    asked: list[Any] = []
    for module in (stages, clustered):
        monkeypatch.setattr(module, "placed", partial(noted, asked))
    monkeypatch.setattr(clustered, "cluster", lambda *given: contextlib.nullcontext())
    path = tmp_path / "a.jsonl"
    path.write_text("\n".join(json.dumps({"text": text}) for text in FERRY), encoding="utf-8")

    def surveyed() -> tuple[bytes, int]:
        """The ledger, and how many things were made for it."""
        asked.clear()
        clustered.survey([path], tmp_path / "out", RULES)
        (ledger,) = (tmp_path / "out" / "events").glob("*/ledger.json")
        return ledger.read_bytes(), len(asked)

    with monkeypatch.context() as broken:
        broken.setattr("counterclaim.readings._claimed", out_of_memory)
        failed, made = surveyed()
    assert b"MemoryError" in failed and made == 1 + len(FERRY) + 1  # a part of reports, readings, the ledger
    whole, made = surveyed()
    assert b"MemoryError" not in whole and made == len(FERRY) + 1
    assert surveyed() == (whole, 0)
    (ledger,) = (tmp_path / "out" / "events").glob("*/ledger.json")
    ledger.write_bytes(failed)
    assert surveyed() == (whole, 1)
    for part in (tmp_path / "out" / "stages").glob("*/*.parquet"):
        part.write_bytes(part.read_bytes()[:-9])
    assert surveyed() == (whole, 1 + len(FERRY) + 1)


def out_of_memory(*given: Any) -> Any:
    raise MemoryError


def test_a_file_that_could_not_be_read_is_read_again_the_next_time(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(stages, "placed", partial(noted, []))
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text(f"The army said that two soldiers were killed at {name}.")

    def left_out() -> list[str]:
        work = stages.Stages(tmp_path / "stages", RULES, building.silent)
        found = work.sources([tmp_path / "a.txt", tmp_path / "b.txt"])
        return [item.source for item in found if isinstance(item, Rejected)]

    with monkeypatch.context() as broken:
        broken.setattr("counterclaim.reading.sources.opened", no_answer)
        assert left_out() == ["a.txt", "b.txt"]
    assert left_out() == []


def test_only_parts_are_swept(tmp_path: Path) -> None:
    work = stages.Stages(tmp_path, RULES, building.silent)
    names = (
        "k-0123456789abcdef.parquet",
        ".k-0123456789abcdef.parquet.01234567",
        "k-fedcba9876543210.parquet",
        "own.parquet",
    )
    kept = work.path("readings", "k-fedcba9876543210").parent
    kept.mkdir()
    for name in names:
        (kept / name).touch()
    work.prune()
    assert {path.name for path in kept.iterdir()} == set(names[2:])


def no_answer(place: str) -> Any:
    raise OSError("no answer")


def test_workers_that_always_die_are_told(machines: None, tmp_path: Path) -> None:
    with pytest.raises(WorkerLost, match=r"died 3 times over at \{'rows': 7\}"):
        list(placed(lambda item: os._exit(1), [Count(7)], Count, tmp_path))


def test_what_a_worker_raises_on_purpose_is_raised(machines: None, tmp_path: Path) -> None:
    def refuses(item: Count) -> Count:  # a worker knows no module of the tests, but what stands in one of them
        raise BadOption(f"{item.rows} is none")

    with pytest.raises(BadOption, match="7 is none"):
        list(placed(refuses, [Count(7)], Count, tmp_path))
    with pytest.raises(BadOption, match=r"does not see .*; --out must be a folder that all machines share"):
        list(placed(refuses, [Count(7)], Count, tmp_path / "missing"))


def test_a_cluster_of_this_machine_lets_nobody_else_in(machines: None) -> None:
    import ray

    address = ray.get_runtime_context().gcs_address
    stranger = f"import ray; ray.init(address={address!r}, log_to_driver=False)"
    asked = {**os.environ, "RAY_AUTH_MODE": "disabled"}
    found = subprocess.run([sys.executable, "-c", stranger], env=asked, capture_output=True, timeout=120)
    assert found.returncode == 1 and b"Failed to connect to Ray cluster" in found.stderr


@pytest.mark.parametrize(
    ("address", "error", "words"),
    [
        ("ray://127.0.0.1:10001", BadOption, "it can be HOST:PORT"),
        ("127.0.0.1:1", NoCluster, "the Ray cluster at 127.0.0.1:1 does not answer"),
    ],
)
def test_a_cluster_that_is_none(address: str, error: type[Exception], words: str) -> None:
    with pytest.raises(error, match=words), cluster(address):
        pass


def test_without_ray_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "ray", None)
    with pytest.raises(BadOption, match=r"pip install 'counterclaim\[ray\]'"), cluster(None):
        pass
