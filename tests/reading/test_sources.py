import gzip
import json
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.reading.samples import FLAT, PAGE

from counterclaim.errors import MissingSource
from counterclaim.model import Rejected, Report
from counterclaim.reading import read_sources
from counterclaim.reading.sources import read_file

BODY = "The army said that the ford was safe. Rebels told reporters that it was not."


def write(folder: Path, files: dict[str, bytes]) -> Path:
    for name, data in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    return folder


def read(*paths: Path) -> dict[str, str]:
    """Per source its text, or why it was rejected."""
    return {item.source: item.text if isinstance(item, Report) else item.reason for item in read_sources(paths)}


def test_a_folder_is_walked_in_order(tmp_path: Path) -> None:
    row = json.dumps({"id": "x1", "url": "https://lantern.example/x", "published": None, "text": FLAT})
    write(tmp_path, {
        "b.txt": BODY.encode(), "a/c.md": BODY.encode(), "a/page.html": PAGE.encode(),
        "z.jsonl.gz": gzip.compress(row.encode()),
        ".hidden.txt": b"no", ".git/x.txt": b"no", "c.txt.gz": gzip.compress(BODY.encode()),
    })  # fmt: skip
    found = read(tmp_path)
    assert list(found) == ["a/c.md", "a/page.html", "b.txt", "c.txt.gz", "z.jsonl#x1".replace("jsonl", "jsonl.gz")]
    assert found["b.txt"] == found["a/c.md"] == found["c.txt.gz"] == BODY


def test_a_file_is_named_without_its_folder(tmp_path: Path) -> None:
    write(tmp_path, {"a/b.txt": BODY.encode()})
    assert list(read(tmp_path / "a/b.txt")) == ["b.txt"]


def test_a_file_given_twice_is_read_once(tmp_path: Path) -> None:
    path = write(tmp_path, {"b.txt": BODY.encode()}) / "b.txt"
    assert len(list(read_sources([path, path]))) == 1


def test_a_missing_path(tmp_path: Path) -> None:
    with pytest.raises(MissingSource, match=r"no file or folder .*nothing\.txt"):
        list(read_sources([tmp_path / "nothing.txt"]))


@pytest.mark.parametrize("name, data, reason", [
    ("a.pdf", b"%PDF", "not a PDF file that can be parsed"),
        ("a.png", b"x", "not a format that is read (.png)"),
        ("a.docx", b"PK", "not a .docx file that can be parsed"),
        ("a.xml", b"<a/>", "not a feed: it has no entries"),
        ("a.mbox", b"words", "not a mailbox"),
        ("a.pdf", b"", "the file is empty"),
    ("a", b"text", "not a format that is read (no suffix)"),
    ("a.txt", b"", "the file is empty"),
    ("a.txt", b"\xef\xbb\xbf", "no text"),
    ("a.txt", b" \n ", "the file is empty"),
    ("a.txt", b"The ford \xe9t\xe9", "not UTF-8 at byte 9"),
    ("a.txt", b"\x00\x01\x02binary", "not text: control byte at 0"),
    ("a.txt", b"... --- ...", "no text: there is not one word in it"),
    ("a.html", b"<p></p>", "no text: the page shows not one word"),
    ("a.txt.gz", b"not gzip", "cannot be opened"),
    ("a.txt.gz", gzip.compress(b"some words to be cut off here")[:-9], "cannot be opened"),
    ("a.jsonl", b"\n", "the file is empty"),
])  # fmt: skip
def test_a_file_that_cannot_be_read(tmp_path: Path, name: str, data: bytes, reason: str) -> None:
    ((source, why),) = read(write(tmp_path, {name: data})).items()
    assert source == name and why.startswith(reason)


@pytest.mark.parametrize("line, source, reason", [
    (b"{broken", "a.jsonl:1", "not JSON"),
    (b"[1]", "a.jsonl:1", "not a JSON object"),
    (b'{"id": "x"}', "a.jsonl#x", "no text"),
    (b'{"id": "x", "text": 7}', "a.jsonl#x", "no text"),
    (b'{"id": 7, "text": "  "}', "a.jsonl#7", "no text"),
    (b'{"id": "x", "text": "ab\\ud800c"}', "a.jsonl#x", "not text: half a character (a lone surrogate) at 2"),
    (b'{"id": "\xff"}', "a.jsonl:1", "not UTF-8 at byte 8 of the line"),
    (b"[" * 100_000, "a.jsonl:1", "not JSON"),
])  # fmt: skip
def test_a_line_that_cannot_be_read(tmp_path: Path, line: bytes, source: str, reason: str) -> None:
    good = json.dumps({"text": BODY}).encode()
    found = read(write(tmp_path, {"a.jsonl": line + b"\r\n" + good}))
    assert found[source].startswith(reason)
    assert found["a.jsonl#2"] == BODY


def test_the_text_is_unchanged_but_for_the_byte_order_mark(tmp_path: Path) -> None:
    text = " Ford is safe\r\n\r\n\tThe army said so.\u00a0 \n"
    found = read(write(tmp_path, {"a.txt": b"\xef\xbb\xbf" + text.encode()}))
    assert found == {"a.txt": text}


def test_what_a_line_says_of_itself(tmp_path: Path) -> None:
    row = {
        "id": "x",
        "url": "https://l.example/x",
        "published": "2031-05-04",
        "outlet": "Lantern",
        "title": "Ford",
        "text": BODY,
    }
    path = write(tmp_path, {"a.jsonl": json.dumps(row).encode()})
    (report,) = read_sources([path])
    assert isinstance(report, Report) and report.published
    assert (report.url, report.published.day, report.outlet, report.title) == (
        "https://l.example/x", "2031-05-04", "Lantern", "Ford",
    )  # fmt: skip


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.binary(max_size=300), st.sampled_from(["a.txt", "a.md", "a.html", "a.jsonl", "a.txt.gz", "a.bin"]))
def test_no_bytes_fail(tmp_path: Path, data: bytes, name: str) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    assert all(isinstance(item, Report | Rejected) for item in read_file(path, name))
