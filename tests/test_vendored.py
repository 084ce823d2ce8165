"""The list of what others made: complete, and of the very bytes that are here."""

import hashlib
import tomllib

import pytest

from conftest import ROOT

FILES = tomllib.loads((ROOT / "vendored.toml").read_text(encoding="utf-8"))["file"]
OURS = {".py", ".toml", ".html", ".css", ".js", ".md", ".typed", ".svg"}  # what is written here
MADE = "src/counterclaim/attribution/"  # the tagger's files, which training makes; their model card tells from what


@pytest.mark.parametrize("entry", FILES, ids=lambda e: e["path"])
def test_a_vendored_file_is_the_one_listed(entry: dict[str, str]) -> None:
    assert hashlib.sha256((ROOT / entry["path"]).read_bytes()).hexdigest() == entry["sha256"]
    assert entry["licence"] and entry["from"]


def test_every_file_that_is_not_written_here_is_listed() -> None:
    package = ROOT / "src" / "counterclaim"
    found = {p.relative_to(ROOT).as_posix() for p in package.rglob("*") if p.is_file() and "__pycache__" not in p.parts}
    strange = {p for p in found if "." + p.rpartition(".")[2] not in OURS and not p.startswith(MADE)}
    assert strange == {entry["path"] for entry in FILES}
