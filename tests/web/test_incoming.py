"""What comes in: its bytes by their hash, its name made harmless."""

from pathlib import Path

import pytest

from counterclaim.errors import NotWritable
from counterclaim.web.incoming import Incoming, Pasted, keep, of_text, safe_name


@pytest.mark.parametrize("given, safe", [
    ("report.html", "report.html"),
    ("../../etc/passwd", "passwd"),
    ("C:\\Users\\x\\Ein Bericht (2).html", "Ein-Bericht-2.html"),
    (".hidden", "report.hidden"),
    ("..", "report"), ("", "report"), ("/", "report"), ("\x00\n", "report"),
    ("گزارش.txt", "report.txt"),
    ("a" * 300 + ".jsonl.gz", "a" * 40 + "a" * 11 + ".jsonl.gz"),
    ("<b>one</b>.md", "b.md"), ("<script>x.md", "script-x.md"),
])  # fmt: skip
def test_safe_name(given: str, safe: str) -> None:
    assert safe_name(given) == safe


def test_bytes_are_kept_once_under_their_hash(tmp_path: Path) -> None:
    first, again, other = keep(tmp_path, [
        Incoming("a.txt", b"one"), Incoming("../a.txt", b"one"), Incoming("a.txt", b"two")])  # fmt: skip
    assert first == again != other
    assert (tmp_path / first).read_bytes() == b"one" and (tmp_path / other).read_bytes() == b"two"
    assert first.startswith("added/") and first.endswith("/a.txt")


def test_a_folder_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    (tmp_path / "added").write_text("a file stands in the way")
    with pytest.raises(NotWritable, match="cannot write to"):
        keep(tmp_path, [Incoming("a.txt", b"one")])


@pytest.mark.parametrize("pasted, name, data", [
    (Pasted("  \n"), None, b""),
    (Pasted("Words."), "pasted.txt", b"Words."),
    (Pasted("Words.", outlet="Wire", title=" "), "pasted.jsonl", b'{"id":"pasted","text":"Words.","outlet":"Wire"}'),
])  # fmt: skip
def test_a_pasted_text_is_a_file_like_any_other(pasted: Pasted, name: str | None, data: bytes) -> None:
    made = of_text(pasted)
    assert made == (Incoming(name, data) if name else None)
