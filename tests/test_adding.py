"""Reports added to a ledger: the same as one build of all; only one at a time; nothing half-written."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from conftest import EXAMPLE
from counterclaim.adding import Job, Told, add, alone
from counterclaim.building import build
from counterclaim.errors import BadOption, BusyLedger, DamagedLedger, NotWritable
from counterclaim.ledger import read_ledger, write_ledger
from counterclaim.model import Ledger
from counterclaim.options import Options

RULES = Options(attribution="rules")


@pytest.fixture(scope="module")
def two() -> Ledger:
    """The ledger of two reports of the example, by the rules alone."""
    return build([EXAMPLE / "01-agency.txt", EXAMPLE / "02-lantern.md"], RULES)


@pytest.fixture
def folder(tmp_path: Path, two: Ledger) -> Path:
    return write_ledger(two, tmp_path / "ledger").parent


def placed(folder: Path, name: str, data: bytes) -> str:
    path = folder / "added" / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
    return f"added/{name}"


def test_adding_gives_what_one_build_of_all_gives(folder: Path) -> None:
    third = placed(folder, "03-courier.txt", (EXAMPLE / "03-courier.txt").read_bytes())
    told = add(Job(str(folder), (third,)))
    whole = build([EXAMPLE / n for n in ("01-agency.txt", "02-lantern.md")] + [folder / third], RULES)
    found = read_ledger(folder)
    assert told.added is not None and len(told.added) == 1 and told.rejected == ()
    assert {r.text for r in found.reports} == {r.text for r in whole.reports}
    assert len(found.claims) == len(whole.claims) and found.made == whole.made
    assert [q.text for q in found.questions] == [q.text for q in whole.questions]


def test_what_the_ledger_has_and_what_is_no_report_is_refused_with_the_reason(folder: Path) -> None:
    before = (folder / "ledger.json").read_bytes()
    same = placed(folder, "again.txt", (EXAMPLE / "01-agency.txt").read_bytes())
    other = placed(folder, "scan.xyz", b"%%")
    told = add(Job(str(folder), (same, other)))
    assert told.added == ()
    assert [r.source for r in told.rejected] == [same, other]
    assert "which the ledger has" in told.rejected[0].reason and "not a format" in told.rejected[1].reason
    assert (folder / "ledger.json").read_bytes() == before


def test_one_adds_at_a_time(folder: Path) -> None:
    with alone(folder), pytest.raises(BusyLedger, match="wait until it is done"):
        add(Job(str(folder), ()))
    assert add(Job(str(folder), ())).added == ()


def test_what_fails_elsewhere_is_named_there(tmp_path: Path) -> None:
    with pytest.raises(NotWritable, match=r"failed at .*absent\.txt: No such file"), alone(tmp_path / "out", make=True):
        (tmp_path / "absent.txt").read_bytes()


def test_a_cast_is_asked_for_again(tmp_path: Path) -> None:
    cast = tmp_path / "cast.toml"
    cast.write_text('[[party]]\nname = "River League"\nmembers = ["Anton Merek"]\n')
    options = Options(attribution="rules", cast=cast)
    folder = write_ledger(build([EXAMPLE / "01-agency.txt"], options), tmp_path / "ledger").parent
    with pytest.raises(BadOption, match="--cast"):
        add(Job(str(folder), ()))
    assert add(Job(str(folder), (), cast=str(cast))).added == ()


def test_no_ledger_and_no_folder_are_told_apart(tmp_path: Path) -> None:
    with pytest.raises(DamagedLedger):
        add(Job(str(tmp_path), ()))
    with pytest.raises(NotWritable):
        add(Job(str(tmp_path / "none"), ()))


@pytest.mark.parametrize("job, last", [
    ({"folder": "none", "files": []}, "cannot write to none"),
    ({"folder": ".", "files": ["x.txt"]}, "there is no ledger"),
])  # fmt: skip
def test_the_process_tells_what_it_does(tmp_path: Path, job: dict[str, object], last: str) -> None:
    command = [sys.executable, "-m", "counterclaim.adding"]
    done = subprocess.run(command, input=json.dumps(job).encode(), capture_output=True, cwd=tmp_path, check=True)
    assert last in json.loads(done.stdout.splitlines()[-1])["error"]


def test_progress_is_told(folder: Path) -> None:
    stages: list[str] = []
    third = placed(folder, "03-courier.txt", (EXAMPLE / "03-courier.txt").read_bytes())
    told = add(Job(str(folder), (third,)), lambda stage, done, of: stages.append(stage))
    assert list(dict.fromkeys(stages)) == ["reading", "comparing"] and isinstance(told, Told)
