"""Pages kept as WARC are reports again, as they were when they were fetched."""

import gzip
from pathlib import Path

from counterclaim.fetching import Fetched, archive
from counterclaim.model import Rejected, Report
from counterclaim.reading import read_sources

PAGE = b"<html><body><h1>Army enters Dresna</h1><p>The army entered the caf\xe9s of Dresna, it said.</p></body></html>"


def fetched(path: str, kind: str, content: bytes, status: int = 200) -> Fetched:
    address = f"https://lantern.example/{path}"
    headers = (("Content-Type", kind), ("X-Of", "Lantern\r\nInjected: yes"))
    return Fetched(address, address, "2024-03-04T10:00:00Z", status, headers, content, "0" * 16 + path)


def test_what_was_kept_is_read_again(tmp_path: Path) -> None:
    kept = [
        fetched("page", "text/html; charset=iso-8859-1", PAGE),
        fetched("text", "text/plain", b"The army denied it."),
        fetched("picture", "image/png", b"\x89PNG"),
        fetched("gone", "text/html", b"<p>gone</p>", 404),
    ]
    whole = b"".join(archive(item, tmp_path / "kept").read_bytes() for item in kept)
    (tmp_path / "all.warc.gz").write_bytes(whole)
    found = [item for item in read_sources([tmp_path / "all.warc.gz"]) if isinstance(item, Report)]
    assert [r.url for r in found] == ["https://lantern.example/page", "https://lantern.example/text"]
    assert "cafés of Dresna" in found[0].text and found[0].title == "Army enters Dresna"


def test_what_is_no_archive_is_told(tmp_path: Path) -> None:
    (tmp_path / "a.warc").write_bytes(b"no archive at all")
    (item,) = read_sources([tmp_path])
    assert isinstance(item, Rejected) and item.reason.startswith("not a WARC file")


def test_an_archive_that_breaks_off_gives_what_it_has(tmp_path: Path) -> None:
    whole = archive(fetched("page", "text/html; charset=iso-8859-1", PAGE), tmp_path / "kept").read_bytes()
    (tmp_path / "cut.warc.gz").write_bytes(whole[:-30])
    (item,) = read_sources([tmp_path / "cut.warc.gz"])
    assert isinstance(item, Rejected)


def test_a_page_that_an_unpacked_archive_breaks_off_in_is_no_report(tmp_path: Path) -> None:
    kept = archive(fetched("page", "text/html; charset=iso-8859-1", PAGE), tmp_path / "kept").read_bytes()
    whole = gzip.decompress(kept)
    (tmp_path / "cut.warc").write_bytes(whole[: whole.index(b"of Dresna")])
    (item,) = read_sources([tmp_path / "cut.warc"])
    assert isinstance(item, Rejected) and item.reason.startswith("it breaks off")
