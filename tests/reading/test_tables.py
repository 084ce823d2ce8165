"""Parquet files to reports: a report a row, by the columns of a line of JSON."""

from datetime import date, datetime
from io import BytesIO
from pathlib import Path

import pytest

from counterclaim.model import Rejected, Report
from counterclaim.reading import read_sources
from counterclaim.reading.confined import Confined
from counterclaim.reading.formats import Job, parsed

pa = pytest.importorskip("pyarrow")
BODY = "The army said that the ford was safe. Rebels told reporters that it was not."


def table(rows: list[dict[str, object]]) -> bytes:
    from pyarrow.parquet import write_table

    out = BytesIO()
    write_table(pa.Table.from_pylist(rows), out)
    return out.getvalue()


def read(folder: Path, data: bytes) -> list[Report | Rejected]:
    (folder / "a.parquet").write_bytes(data)
    return list(read_sources([folder]))


def test_a_row_is_a_report(tmp_path: Path) -> None:
    row = {"id": "x", "url": "https://l.example/x", "outlet": "Lantern", "title": "Ford", "text": BODY, "other": 7}
    (found,) = read(tmp_path, table([row]))
    assert isinstance(found, Report)
    assert (found.source, found.url, found.outlet, found.title, found.text) == (
        "a.parquet#x", "https://l.example/x", "Lantern", "Ford", BODY)  # fmt: skip


@pytest.mark.parametrize(
    "day", ["2031-05-04", date(2031, 5, 4), datetime(2031, 5, 4, 22, 30)], ids=["text", "date", "time"]
)
def test_days_are_texts_dates_or_times(tmp_path: Path, day: object) -> None:
    (found,) = read(tmp_path, table([{"text": BODY, "published": day}]))
    assert isinstance(found, Report) and found.published and found.published.day == "2031-05-04"


def test_a_row_without_a_text_is_told_by_its_number(tmp_path: Path) -> None:
    found = read(tmp_path, table([{"text": BODY}, {"text": None}, {"text": f"{BODY} Again."}]))
    assert [(item.source, isinstance(item, Report)) for item in found] == [
        ("a.parquet#1", True), ("a.parquet#2", False), ("a.parquet#3", True)]  # fmt: skip


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (table([{"words": BODY}]), "it has no column named text (but words)"),
        (b"PAR1 nothing PAR1", "not a Parquet file that can be read to its end"),
        (table([{"text": BODY}])[:-30], "not a Parquet file that can be read to its end"),
        (b"", "not a Parquet file that can be read to its end"),
    ],
)
def test_a_file_that_is_none(tmp_path: Path, data: bytes, reason: str) -> None:
    (found,) = read(tmp_path, data)
    assert isinstance(found, Rejected) and found.reason.startswith(reason)


def test_the_bounded_process_reads_it_from_where_it_lies(tmp_path: Path) -> None:
    path = tmp_path / "a.parquet"
    path.write_bytes(table([{"text": f"{BODY} {n}"} for n in range(600)]))
    job = Job("table", b"", "a.parquet", at=str(path))
    parser = Confined()
    found = parser.items(job)
    first = next(found)
    assert isinstance(first, Report) and first.source == "a.parquet#1" and parser.child
    found.close()  # who has heard enough ends it
    assert parser.child is None
    assert parser.read(job) == list(parsed(job))
    parser.close()
