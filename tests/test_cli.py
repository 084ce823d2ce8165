"""The commands as a user meets them."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner

from conftest import EXAMPLE
from counterclaim.cli import app

run = CliRunner().invoke


def test_build_writes_ledger_and_dossier(tmp_path: Path) -> None:
    result = run(app, ["build", str(EXAMPLE), "--out", str(tmp_path)])
    assert result.exit_code == 0, result.output
    assert "8 reports" in result.output
    assert (tmp_path / "ledger.json").exists()
    assert (tmp_path / "ledger.schema.json").exists()
    assert (tmp_path / "dossier" / "index.html").exists()


@pytest.mark.parametrize("tagger", ["rules", "model"])
def test_either_tagger_builds_and_is_named(tagger: str, tmp_path: Path) -> None:
    result = run(app, ["build", str(EXAMPLE / "02-lantern.md"), "--out", str(tmp_path), "--attribution", tagger])
    assert result.exit_code == 0, result.output
    made = json.loads((tmp_path / "ledger.json").read_text(encoding="utf-8"))["made"]
    assert (made["models"]["attribution"] == "rules") is (tagger == "rules")


def test_counts_as_json(tmp_path: Path) -> None:
    result = run(app, ["build", str(EXAMPLE / "01-agency.txt"), "--out", str(tmp_path), "--json"])
    assert json.loads(result.stdout)["reports"] == 1


def test_what_cannot_be_read_is_listed_and_stops_nothing(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.txt").write_text("Police said two people were killed in Karvel on 3 March 2024.")
    (tmp_path / "in" / "b.txt").write_bytes(b"\xff\xfe\xfa\x00broken")
    result = run(app, ["build", str(tmp_path / "in"), "--out", str(tmp_path / "out")])
    assert result.exit_code == 0, result.output
    assert "left out: b.txt" in result.output
    rejected = json.loads((tmp_path / "out" / "ledger.json").read_text(encoding="utf-8"))["rejected"]
    assert [r["source"] for r in rejected] == ["b.txt"]


@pytest.mark.parametrize(
    "arguments, says",
    [
        (["build", "{tmp}/empty", "--out", "{tmp}/out"], "no report that can be read"),
        (["build", "{tmp}/missing", "--out", "{tmp}/out"], "missing"),
        (["verify", "{tmp}/empty"], "no ledger"),
        (["build", "{tmp}/a.txt", "--out", "{tmp}/out", "--attribution", "magic"], "magic"),
    ],
)
def test_errors_are_one_plain_sentence_and_exit_code_2(arguments: list[str], says: str, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    (tmp_path / "a.txt").write_text("Police said two people died.")
    result = run(app, [a.format(tmp=tmp_path) for a in arguments])
    assert result.exit_code == 2
    assert says in result.output
    assert "Traceback" not in result.output


def test_verify_says_that_a_ledger_is_sound(tmp_path: Path) -> None:
    run(app, ["build", str(EXAMPLE / "02-lantern.md"), "--out", str(tmp_path)])
    result = run(app, ["verify", str(tmp_path)])
    assert result.exit_code == 0
    assert "sound" in result.output


@pytest.mark.parametrize(
    "command", [["dossier"], ["dossier", "--single-file"], ["export", "--to", "csv", "--out", "-"]]
)
def test_a_ledger_that_does_not_hold_together_is_refused(command: list[str], tmp_path: Path) -> None:
    run(app, ["build", str(EXAMPLE / "02-lantern.md"), "--out", str(tmp_path), "--attribution", "rules"])
    made = json.loads((tmp_path / "ledger.json").read_text(encoding="utf-8"))
    made["mentions"][0]["claim"] = "c-nowhere"
    (tmp_path / "ledger.json").write_text(json.dumps(made), encoding="utf-8")
    result = run(app, [command[0], str(tmp_path), *command[1:]])
    assert result.exit_code == 2
    assert "c-nowhere" in result.output and "Traceback" not in result.output


@pytest.mark.parametrize("command", [[], ["build"], ["dossier"], ["attribute"], ["verify"]])
def test_help_shows_how_to_use_it(command: list[str]) -> None:
    result = run(app, [*command, "--help"])
    assert result.exit_code == 0
    assert "Usage" in result.output
    assert "counterclaim build" in result.output or "Example:" in result.output
    assert "Exit codes:" in result.output


def test_importing_costs_nothing_heavy() -> None:
    code = (
        "import sys, counterclaim; print([m for m in ('spacy', 'numpy', 'typer', 'onnxruntime') if m in sys.modules])"
    )
    out = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True).stdout
    assert out.strip() == "[]"
