"""Reports in rows: a line of JSON each, or what a table has for it."""

import json
from collections.abc import Iterable, Iterator
from typing import Any

from counterclaim.model import Rejected, Report
from counterclaim.reading.formats import guarded
from counterclaim.reading.plain import Known, checked


def read_lines(lines: Iterable[bytes], source: str) -> Iterator[Report | Rejected]:
    """A report a line; a line that is none is rejected as ``file.jsonl:7``."""
    number, held = 0, False
    for number, line in enumerate(lines, start=1):
        line = line.removeprefix(b"\xef\xbb\xbf") if number == 1 else line
        if line.strip():
            held = True
            yield _read_line(line, source, number)
    if not held:
        yield Rejected(source, "the file is empty")


def _read_line(line: bytes, source: str, number: int) -> Report | Rejected:
    place = f"{source}:{number}"
    try:
        row = json.loads(line.decode("utf-8"))
    except UnicodeDecodeError as error:
        return Rejected(place, f"not UTF-8 at byte {error.start} of the line")
    except json.JSONDecodeError as error:
        return Rejected(place, f"not JSON: {error.msg} at column {error.colno}")
    except (ValueError, RecursionError) as error:
        return Rejected(place, f"not JSON: {error}")
    if not isinstance(row, dict):
        return Rejected(place, "not a JSON object with a text")
    return read_row(row, source, number)


def read_row(row: dict[str, Any], source: str, number: int) -> Report | Rejected:
    """The report in a row, whose name in it, or else its number, is added to the source."""
    name = row.get("id")
    where = f"{source}#{name}" if isinstance(name, str | int) and str(name) else f"{source}#{number}"
    text = row.get("text")
    if not isinstance(text, str) or not text.strip():
        return Rejected(where, "no text")
    return next(guarded(where, lambda: [checked(text.removeprefix("\ufeff"), where, _known(row))]))


def _known(row: dict[str, Any]) -> Known:
    """What a line says besides the text; values that are no text are passed over."""
    url, published, outlet, title = (
        value if isinstance(value := row.get(key), str) else None for key in ("url", "published", "outlet", "title")
    )
    return Known(url, published, outlet, title)
