"""Rows as a table of commas (RFC 4180): no cell can run as a formula in a spreadsheet."""

import csv
import io
import re
from collections.abc import Iterable, Mapping, Sequence

# What a spreadsheet takes for the start of a formula, also in full width; a plain number or a lone sign is none.
_FORMULA = re.compile(r"[\s\x00]*[=+\-@＝＋－＠\t\r]")
_HARMLESS = re.compile(r"[+-]|-?\d+(?:\.\d+)?")


def table(columns: Sequence[str], rows: Iterable[Mapping[str, object]]) -> str:
    """The rows under a heading, one line each; a value that is not known is an empty cell."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(columns)
    writer.writerows([cell(row.get(column)) for column in columns] for row in rows)
    return out.getvalue()


def cell(value: object) -> str:
    """The value as a cell: what a spreadsheet would run gets an apostrophe before it, which it reads as text."""
    plain = "" if value is None else str(value).replace("\x00", "\ufffd")
    return f"'{plain}" if _FORMULA.match(plain) and not _HARMLESS.fullmatch(plain) else plain
