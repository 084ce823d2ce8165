"""Killed at any moment, on a full disk, in a folder that may only be read, two at once: plain errors, nothing lost."""

import multiprocessing
import os
import random
import resource
import shutil
import signal
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from conftest import EXAMPLE
from counterclaim.adding import Job, add, alone
from counterclaim.cli import app
from counterclaim.disk import BESIDE, put, taken
from counterclaim.dossier import write_dossier
from counterclaim.ledger import faults, read_ledger
from counterclaim.model import Ledger
from counterclaim.review import chain
from counterclaim.review.rows import Tail
from counterclaim.review.store import open_store, stored

NOBODY = 65534
FEW = ("01-agency.txt", "02-lantern.md")
STEPS = (os, "fsync"), (Path, "replace"), (Path, "write_text"), (Path, "write_bytes"), (Path, "unlink"), (Path, "mkdir")


def build(out: Path, *names: str) -> list[str]:
    sources = [str(EXAMPLE / name) for name in names]
    return ["build", *sources, "--out", str(out), "--attribution", "rules", "--workers", "1"]


def told(arguments: list[str], before: Callable[[], None] = lambda: None, moment: float | None = None) -> str | None:
    """What the command prints in a process of its own, after its exit code; None where it was killed."""

    def run(out: Any) -> None:
        before()
        result = CliRunner().invoke(app, arguments)
        out.send(f"{result.exit_code} {result.output}")

    context = multiprocessing.get_context("fork")
    inbox, outbox = context.Pipe(duplex=False)
    child = context.Process(target=run, args=(outbox,))
    child.start()
    outbox.close()
    if moment is not None:
        time.sleep(moment)
        child.kill()
    try:
        return str(inbox.recv())
    except EOFError:
        return None
    finally:
        child.join()


def killed_before(step: int) -> Callable[[], None]:
    """The process kills itself before the step of that number that changes something on the disk."""
    left = iter(range(step, -1, -1))

    def arm() -> None:
        for holder, name in STEPS:
            setattr(holder, name, fatal(getattr(holder, name)))

    def fatal(real: Callable[..., Any]) -> Callable[..., Any]:
        def stepped(*given: Any, **named: Any) -> Any:
            if next(left, 1) == 0:
                os.kill(os.getpid(), signal.SIGKILL)
            return real(*given, **named)

        return stepped

    return arm


@pytest.fixture(scope="module")
def warm(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, bytes, bytes, float]:
    """A folder with an old ledger, its bytes, those of the new one, and how long the new one takes."""
    folder = tmp_path_factory.mktemp("crashes")
    CliRunner().invoke(app, build(folder / "old", *FEW[:1]))
    began = time.monotonic()
    CliRunner().invoke(app, build(folder / "new", *FEW))
    took = time.monotonic() - began
    return folder, *((folder / name / "ledger.json").read_bytes() for name in ("old", "new")), took


def old_or_new(out: Path, old: bytes, new: bytes) -> None:
    found = (out / "ledger.json").read_bytes()
    assert found in (old, new)
    assert faults(read_ledger(out)) == []


def test_killed_at_random_moments(warm: tuple[Path, bytes, bytes, float], tmp_path: Path) -> None:
    _, old, new, took = warm
    assert told(build(tmp_path, *FEW[:1])) is not None
    rng = random.Random(8)
    for _ in range(8):
        told(build(tmp_path, *FEW), moment=rng.random() * took * 1.2)
        old_or_new(tmp_path, old, new)
    assert (told(build(tmp_path, *FEW)) or "").startswith("0 2 reports")
    assert (tmp_path / "ledger.json").read_bytes() == new


@pytest.mark.parametrize("step", range(20))
def test_killed_before_each_step_on_the_disk(warm: tuple[Path, bytes, bytes, float], tmp_path: Path, step: int) -> None:
    _, old, new, _ = warm
    assert (told(build(tmp_path, *FEW[:1])) or "").startswith("0 ")
    assert told(build(tmp_path, *FEW), killed_before(step)) is None
    old_or_new(tmp_path, old, new)
    assert (told(build(tmp_path, *FEW)) or "").startswith("0 2 reports")
    assert (tmp_path / "ledger.json").read_bytes() == new
    assert changed(tmp_path) == changed(warm[0] / "new")
    assert not [name for name in contents(tmp_path) if name.endswith(BESIDE)]


@pytest.fixture(scope="module")
def added(warm: tuple[Path, bytes, bytes, float]) -> bytes:
    """The ledger of one report to which another was added."""
    folder = warm[0] / "added"
    shutil.copytree(warm[0] / "old", folder)
    add(given(folder))
    return (folder / "ledger.json").read_bytes()


def given(folder: Path) -> Job:
    """The second report, brought to a folder to be added."""
    (folder / FEW[1]).write_bytes((EXAMPLE / FEW[1]).read_bytes())
    return Job(str(folder), (FEW[1],), workers=1)


@pytest.mark.parametrize("step", range(8))
def test_adding_killed_before_each_step(
    warm: tuple[Path, bytes, bytes, float], added: bytes, tmp_path: Path, step: int
) -> None:
    _, old, _, _ = warm
    shutil.copytree(warm[0] / "old", tmp_path, dirs_exist_ok=True)
    job = given(tmp_path)
    assert done_in_a_child(lambda: add(job), killed_before(step)) or step > 3
    old_or_new(tmp_path, old, added)
    assert (tmp_path / FEW[1]).exists()
    add(job)
    assert (tmp_path / "ledger.json").read_bytes() == added


LINES = 30


@pytest.fixture(scope="module")
def exported(warm: tuple[Path, bytes, bytes, float]) -> Path:
    """Decisions of another workspace, as lines."""
    store = open_store(warm[0] / "new")
    for number in range(LINES):
        store.append("Ann", "note", (), note=f"note {number}")
    store.close()
    assert CliRunner().invoke(app, ["decisions", str(warm[0] / "new"), "export", str(warm[0] / "lines")]).exit_code == 0
    return warm[0] / "lines"


@pytest.mark.parametrize("number", [0, 1, 7, LINES - 1, LINES])
def test_taking_in_decisions_killed_at_each_of_them(exported: Path, tmp_path: Path, number: int) -> None:
    """All or none are there; taken in again they are there once, and so is what was decided before."""
    store = open_store(tmp_path)
    store.append("Ben", "note", (), note="before")
    store.close()

    def killed_at() -> None:
        real, left = Tail.adopt, iter(range(number, -1, -1))

        def adopt(*given: Any) -> Any:
            if next(left, 1) == 0:
                os.kill(os.getpid(), signal.SIGKILL)
            return real(*given)

        Tail.adopt = adopt  # type: ignore[method-assign]

    importing = ["decisions", str(tmp_path), "import", str(exported)]
    assert (told(importing, killed_at) is None) == (number < LINES)
    found = stored(tmp_path)
    assert len(found) == 1 + (LINES if number == LINES else 0) and chain.faults(found) == []
    assert (told(importing) or "").startswith("0 ")
    notes = [decision.note for decision in stored(tmp_path)]
    assert notes == ["before", *(f"note {n}" for n in range(LINES))] and chain.faults(stored(tmp_path)) == []


def changed(folder: Path) -> dict[str, bytes]:
    """What is in a folder, but for what is kept of readings and the lock."""
    return {name: data for name, data in contents(folder).items() if not name.startswith(("readings/", ".adding"))}


@pytest.mark.parametrize("step", range(0, 60, 3))
def test_a_dossier_killed_before_each_step_is_of_old_pages_or_new_ones(
    dossiers: dict[str, dict[str, bytes]], ledgers: dict[str, Ledger], tmp_path: Path, step: int
) -> None:
    """While the pages are made, all are old; each is whole at any time; what somebody put beside them stays."""
    write_dossier(ledgers["old"], tmp_path)
    (tmp_path / "questions" / "notes.txt").write_text("somebody's own")
    killed = done_in_a_child(lambda: write_dossier(ledgers["new"], tmp_path), killed_before(step))
    found = {name: data for name, data in contents(tmp_path).items() if not name.startswith(BESIDE)}
    assert found.pop("questions/notes.txt") == b"somebody's own"
    assert killed and all(data in (dossiers["old"].get(n), dossiers["new"].get(n)) for n, data in found.items())
    if (tmp_path / "index.html").read_bytes() == dossiers["new"]["index.html"]:
        assert found.items() >= dossiers["new"].items()
    write_dossier(ledgers["new"], tmp_path)
    assert contents(tmp_path) == {**dossiers["new"], "questions/notes.txt": b"somebody's own"}


@pytest.fixture(scope="module")
def ledgers(warm: tuple[Path, bytes, bytes, float]) -> dict[str, Ledger]:
    return {name: read_ledger(warm[0] / name) for name in ("old", "new")}


@pytest.fixture(scope="module")
def dossiers(ledgers: dict[str, Ledger], tmp_path_factory: pytest.TempPathFactory) -> dict[str, dict[str, bytes]]:
    """The files of the dossier of each ledger."""
    places = {name: tmp_path_factory.mktemp(name) for name in ledgers}
    return {name: contents(write_dossier(ledger, places[name]).parent) for name, ledger in ledgers.items()}


def done_in_a_child(job: Callable[[], object], before: Callable[[], None]) -> bool:
    """Do something in a process of its own; whether that was killed."""
    child = multiprocessing.get_context("fork").Process(target=lambda: (before(), job()))
    child.start()
    child.join()
    return child.exitcode == -signal.SIGKILL


def test_what_a_killed_writer_left_is_swept_and_what_a_living_one_writes_is_not(tmp_path: Path) -> None:
    assert done_in_a_child(lambda: put(tmp_path / "a [1].json", b"new"), killed_before(0))
    (left,) = tmp_path.iterdir()
    assert left.name.startswith(".a [1].json.")
    with left.open("rb") as held:
        assert taken(held.fileno())
        put(tmp_path / "a [1].json", b"newer")
        assert left.exists()
    put(tmp_path / "a [1].json", b"newest")
    assert contents(tmp_path) == {"a [1].json": b"newest"}


def test_a_pipe_that_looks_like_something_left_holds_nobody_up(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / ".a.json.0.new")
    assert put(tmp_path / "a.json", b"whole").read_bytes() == b"whole"


def test_a_file_for_its_owner_alone_stays_so_and_a_new_one_is_as_the_system_says(tmp_path: Path) -> None:
    old = os.umask(0o027)
    try:
        assert put(tmp_path / "new", b"a").stat().st_mode & 0o777 == 0o640
        (tmp_path / "new").chmod(0o600)
        assert put(tmp_path / "new", b"b").stat().st_mode & 0o777 == 0o600
    finally:
        os.umask(old)


def full(room: int) -> Callable[[], None]:
    """No file may grow past so many bytes, as on a disk that is full."""

    def limit() -> None:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (room, room))

    return limit


def commands(out: Path) -> list[list[str]]:
    here = str(out)
    return [
        build(out, *FEW),
        ["dossier", here],
        ["dossier", here, "--single-file"],
        ["export", here, "--to", "csv", "--out", str(out / "claims.csv")],
        ["decisions", here, "export", str(out / "decisions.jsonl")],
        ["survey", str(EXAMPLE), "--out", here, "--attribution", "rules", "--workers", "1"],
    ]


def contents(folder: Path) -> dict[str, bytes]:
    return {str(p.relative_to(folder)): p.read_bytes() for p in folder.rglob("*") if p.is_file()}


@pytest.mark.parametrize("number", [0, 1, 2, 3])
def test_a_full_disk(warm: tuple[Path, bytes, bytes, float], tmp_path: Path, number: int) -> None:
    for command in commands(tmp_path)[:4]:
        assert (told(command) or "").startswith("0 ")
    before = contents(tmp_path)
    said = told(commands(tmp_path)[number], full(700)) or ""
    assert said.startswith("2 counterclaim: ") and "File too large" in said and "Traceback" not in said
    assert contents(tmp_path) == before
    assert (told(commands(tmp_path)[number]) or "").startswith("0 ")
    assert contents(tmp_path) == before


@pytest.mark.parametrize("number", range(6))
def test_a_folder_that_may_only_be_read(tmp_path: Path, number: int) -> None:
    out = tmp_path / "ledger"
    assert (told(build(out, *FEW)) or "").startswith("0 ")
    for path in (out, *out.rglob("*")):
        path.chmod(0o555 if path.is_dir() else 0o444)
    for above in (tmp_path, *tmp_path.parents[:3]):
        above.chmod(above.stat().st_mode | 0o055)
    before = contents(out)
    said = told(commands(out)[number], without_rights) or ""
    assert said.startswith("2 counterclaim: ") and "Permission denied" in said and "Traceback" not in said
    assert contents(out) == before


def without_rights() -> None:
    if os.getuid() == 0:
        os.setgid(NOBODY)
        os.setuid(NOBODY)


@pytest.mark.parametrize("number", [0, 1, 5])
def test_the_second_of_two_says_so(tmp_path: Path, number: int) -> None:
    assert (told(build(tmp_path, *FEW)) or "").startswith("0 ")
    before = contents(tmp_path)
    with alone(tmp_path):
        said = told(commands(tmp_path)[number]) or ""
    assert said.startswith(f"2 counterclaim: another program is writing to {tmp_path}; wait until it is done")
    assert contents(tmp_path) == before


def test_a_pipe_stays_a_pipe(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    found: list[bytes] = []
    reader = threading.Thread(target=lambda: found.append((tmp_path / "pipe").read_bytes()))
    reader.start()
    put(tmp_path / "pipe", b"a,b\r\n")
    reader.join(10)
    assert found == [b"a,b\r\n"] and (tmp_path / "pipe").is_fifo()
