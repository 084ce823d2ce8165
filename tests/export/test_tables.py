"""Cells that a spreadsheet would run are made text; all others stay as they are."""

import csv
import io

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from counterclaim.export.tables import cell, table

CELLS = [
    ("=1+1", "'=1+1"),
    ("+cmd|' /C calc'!A0", "'+cmd|' /C calc'!A0"),
    ("-2+3", "'-2+3"),
    ("@SUM(A1)", "'@SUM(A1)"),
    ("\t=1", "'\t=1"),
    (" =HYPERLINK(1)", "' =HYPERLINK(1)"),
    ("＝1", "'＝1"),
    ("-", "-"),
    ("+", "+"),
    (-7.25, "-7.25"),
    (0, "0"),
    (None, ""),
    ("at least 40", "at least 40"),
    ("a=b", "a=b"),
    ("nul\x00l", "nul\ufffdl"),
]


@pytest.mark.parametrize(("value", "wanted"), CELLS)
def test_cells(value: object, wanted: str) -> None:
    assert cell(value) == wanted


@settings(deadline=None)
@given(st.lists(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00")), min_size=2, max_size=4))
def test_what_is_written_is_read_again(values: list[str]) -> None:
    columns = [str(n) for n in range(len(values))]
    text = table(columns, [dict(zip(columns, values, strict=True))])
    read = list(csv.reader(io.StringIO(text, newline="")))
    assert read == [columns, [cell(v) for v in values]]
