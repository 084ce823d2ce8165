"""Attributions of any texts, from file to file."""

import gzip
import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

import counterclaim
from counterclaim.cli import app

TEXT = "The bridge is open, the mayor said."
TEXTS = [("a", TEXT), ("b", ""), (3, "Rain fell.")]
LINES = "".join(json.dumps({"doc": doc, "text": text}) + "\n" for doc, text in TEXTS)


def words(text: str, spans: list[list[int]]) -> str:
    return " … ".join(text[a:b] for a, b in spans)


@pytest.mark.parametrize("tagger", ["rules", "model"])
def test_a_line_out_for_every_line_in(tmp_path: Path, tagger: str) -> None:
    (tmp_path / "in.jsonl.gz").write_bytes(gzip.compress(LINES.encode()))
    arguments = [str(tmp_path / "in.jsonl.gz"), "--out", str(tmp_path / "out.jsonl"), "--attribution", tagger]
    result = CliRunner().invoke(app, ["attribute", *arguments])
    assert result.exit_code == 0, result.output
    found = [json.loads(line) for line in (tmp_path / "out.jsonl").read_text().splitlines()]
    assert [line["doc"] for line in found] == ["a", "b", 3]
    (one,) = found[0]["attributions"]
    parts = [words(TEXT, one[part]) for part in ("source", "cue", "content")]
    assert parts == ["the mayor", "said", "The bridge is open"]
    assert found[1]["attributions"] == found[2]["attributions"] == []


@pytest.mark.parametrize("line, says", [("{", "line 1"), ('{"doc": "a"}', "text"), ('"x"', "line 1")])
def test_a_bad_line_is_named(line: str, says: str, tmp_path: Path) -> None:
    (tmp_path / "in.jsonl").write_text(line + "\n")
    result = CliRunner().invoke(app, ["attribute", str(tmp_path / "in.jsonl"), "--out", str(tmp_path / "out.jsonl")])
    assert result.exit_code == 2
    assert says in result.output


def test_from_python() -> None:
    (found,) = counterclaim.attributions(TEXT)
    assert found.content[0].of(TEXT) == "The bridge is open"
