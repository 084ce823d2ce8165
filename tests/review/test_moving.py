"""The commands that show, move and check decisions, as a user meets them."""

import json
import sqlite3
from pathlib import Path

import pytest
from typer.testing import CliRunner

from counterclaim.cli import app
from counterclaim.ledger import read_ledger, write_ledger
from counterclaim.model import Ledger
from counterclaim.review import review
from counterclaim.review.store import open_store

run = CliRunner().invoke


@pytest.fixture
def folder(example: Ledger, tmp_path: Path) -> Path:
    """A folder with a ledger, and a decision on its first mention."""
    write_ledger(example, tmp_path / "one")
    store = open_store(tmp_path / "one")
    store.append("Ada", "reject", [example.mentions[0].id], note="nobody said so")
    store.close()
    return tmp_path / "one"


def test_out_and_into_another_workspace(folder: Path, example: Ledger, tmp_path: Path) -> None:
    write_ledger(example, tmp_path / "two")
    file = str(tmp_path / "decisions.jsonl")
    assert "1 decisions written" in run(app, ["decisions", str(folder), "export", file]).output
    assert "1 decisions added" in run(app, ["decisions", str(tmp_path / "two"), "import", file]).output
    assert "0 decisions added" in run(app, ["decisions", str(tmp_path / "two"), "import", file]).output
    one, two = (run(app, ["decisions", str(tmp_path / name), "export", "-"]).stdout for name in ("one", "two"))
    assert one == two
    assert json.loads(one)["note"] == "nobody said so"


def test_what_applies_to_nothing_here_is_counted(folder: Path, example: Ledger, tmp_path: Path) -> None:
    first, *others = example.mentions
    store = open_store(folder)
    part = review(example, store.decisions()).ledger  # another ledger, without the first mention
    store.append("Ada", "accept", [others[0].id])
    store.append("Ada", "note", [], note="of nothing in particular")
    store.append("Ada", "accept", [first.id])
    store.append("Ada", "undo", (), value=4)
    store.close()
    file = str(tmp_path / "decisions.jsonl")
    run(app, ["decisions", str(folder), "export", file])
    write_ledger(part, tmp_path / "part")
    said = run(app, ["decisions", str(tmp_path / "part"), "import", file]).output
    assert said.startswith("5 decisions added; 1 of them applies to nothing here: ")
    (tmp_path / "none").mkdir()
    assert run(app, ["decisions", str(tmp_path / "none"), "import", file]).output == "5 decisions added\n"


def test_in_from_standard_input(folder: Path, example: Ledger, tmp_path: Path) -> None:
    write_ledger(example, tmp_path / "two")
    line = run(app, ["decisions", str(folder), "export", "-"]).stdout
    result = run(app, ["decisions", str(tmp_path / "two"), "import", "-"], input=line + "nonsense\n")
    assert result.exit_code == 2 and "standard input, line 2 is no decision" in result.stderr
    assert "1 decisions added" in run(app, ["decisions", str(tmp_path / "two"), "import", "-"], input=line).stderr


def test_verify_names_a_broken_chain(folder: Path) -> None:
    store = open_store(folder)
    store.append("Ada", "note", [], note="later")
    store.close()
    sound = run(app, ["verify", str(folder)])
    assert sound.exit_code == 0 and "decisions: 2, unbroken up to " in sound.output
    other = sqlite3.connect(folder / "workspace.sqlite")
    other.execute("DROP TRIGGER decisions_unchanged")
    other.execute("UPDATE decisions SET note = 'somebody did' WHERE id = 1")
    other.commit()
    other.close()
    broken = run(app, ["verify", str(folder)])
    assert broken.exit_code == 1 and "decision 2 does not follow" in broken.output


def test_pages_show_what_was_decided(folder: Path, example: Ledger) -> None:
    accepted, rejected = example.mentions[1], example.mentions[0]
    store = open_store(folder)
    store.append("Bo Reviewer", "accept", [accepted.id])
    store.close()
    kept = (folder / "workspace.sqlite").read_bytes()
    assert run(app, ["dossier", str(folder)]).exit_code == 0
    report = (folder / "dossier" / "reports" / f"{accepted.report}.html").read_text(encoding="utf-8")
    assert "Bo Reviewer" in report
    assert f'id="{rejected.id}"' not in report
    assert (folder / "workspace.sqlite").read_bytes() == kept
    assert read_ledger(folder) == example


@pytest.mark.parametrize(
    "arguments, says",
    [
        (["decisions", "{dir}", "sideways", "file"], "export or import, not 'sideways'"),
        (["decisions", "{dir}", "import", "{dir}/none.jsonl"], "none.jsonl cannot be read"),
        (["decisions", "{dir}", "export", "{dir}/no/folder.jsonl"], "cannot write"),
        (["decisions", "{dir}/none", "import", "-"], "there is no folder"),
        (["verify", "{dir}", "--database", "nonsense"], "is no address"),
    ],
)
def test_errors_are_one_plain_sentence(arguments: list[str], says: str, folder: Path) -> None:
    result = run(app, [a.replace("{dir}", str(folder)) for a in arguments])
    assert result.exit_code == 2
    assert says in result.stderr and "Traceback" not in result.output
