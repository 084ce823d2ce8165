"""Files and folders to reports; what cannot be read is kept with the reason."""

import gzip
import json
import re
import zlib
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from counterclaim.errors import MissingSource
from counterclaim.model import Rejected, Report
from counterclaim.reading.plain import Known, read_text

TEXT = (".txt", ".md")
PAGE = (".html", ".htm")
LINES = (".jsonl",)

# Bytes that no text holds, beyond a stray one.
_JUNK = 0.02
_CONTROLS = bytes(set(range(32)) - set(b"\t\n\r\f\v\x1b")) + b"\x7f"
# No report is longer; what is longer is a dump, and would take hours.
LONGEST = 20_000_000


_CHARSET = re.compile(rb"""<meta[^>]{0,200}?charset=["']?([a-z0-9_-]{2,40})""", re.IGNORECASE)
# Encodings of text in common use; Python knows others that are none, such as zip.
_LETTERS = re.compile(r"(?:iso-?8859-?\d{1,2}|windows-?125\d|cp125\d|koi8-[ru]|gb2312|gbk|gb18030|big5|euc-(?:jp|kr)"
                      r"|shift[_-]jis|utf-16(?:le|be)?|mac-?roman)")  # fmt: skip


class _File(NamedTuple):
    source: str
    path: Path


def read_sources(paths: Sequence[Path]) -> Iterator[Report | Rejected]:
    """The reports of files and folders, by source, and a `Rejected` with the reason for each that cannot be read.

    Folders are walked; hidden files and folders are passed over. The `source` of a report is its path below the
    folder that was given, or the file's name. Raises MissingSource where a path does not exist.
    """
    files = {file for path in paths for file in _files(Path(path))}
    for file in sorted(files, key=lambda f: (f.source, str(f.path))):
        yield from read_file(file.path, file.source)


def _files(path: Path) -> Iterator[_File]:
    if path.is_dir():
        for found in path.rglob("*"):
            below = found.relative_to(path)
            if not any(part.startswith(".") for part in below.parts) and found.is_file():
                yield _File(below.as_posix(), found)
    elif path.exists():
        yield _File(path.name, path)
    else:
        raise MissingSource(f"there is no file or folder {str(path)!r}")


def read_file(path: Path, source: str) -> Iterator[Report | Rejected]:
    """The reports of one file."""
    suffix = _suffix(path)
    if suffix not in TEXT + PAGE + LINES:
        shown = suffix or "no suffix"
        yield Rejected(source, f"not a format that is read ({shown}); give .txt, .md, .html or .jsonl, also as .gz")
        return
    try:
        data = _bytes(path)
    except (OSError, EOFError, zlib.error) as error:
        yield Rejected(source, f"cannot be opened: {_reason(error)}")
        return
    if suffix in LINES:
        yield from _line_reports(data, source)
    else:
        yield _report(data, source, suffix)


def _suffix(path: Path) -> str:
    """The suffix that tells the format, in small letters, `.gz` apart."""
    name = path.name.lower().removesuffix(".gz")
    return Path(name).suffix


def _bytes(path: Path) -> bytes:
    if path.name.lower().endswith(".gz"):
        with gzip.open(path) as file:
            return file.read()
    return path.read_bytes()


def _reason(error: Exception) -> str:
    return (error.strerror if isinstance(error, OSError) else None) or str(error) or type(error).__name__


def _report(data: bytes, source: str, suffix: str) -> Report | Rejected:
    return read_page_bytes(data, source) if suffix in PAGE else read_text_bytes(data, source)


def read_page_bytes(data: bytes, source: str, url: str | None = None, charset: str | None = None) -> Report | Rejected:
    """The report on a page; `charset` is the encoding that its server named."""
    from counterclaim.reading.page import read_page

    text = decoded(data, charset or _declared(data))
    return Rejected(source, text.reason) if isinstance(text, Rejected) else read_page(text, source, url)


def read_text_bytes(data: bytes, source: str, url: str | None = None, charset: str | None = None) -> Report | Rejected:
    """The report that is a plain text."""
    text = decoded(data, charset)
    return Rejected(source, text.reason) if isinstance(text, Rejected) else _checked(text, source, Known(url))


def _declared(data: bytes) -> str | None:
    """The encoding that a page says it is in, at its beginning."""
    found = _CHARSET.search(data[:4096])
    return found[1].decode("ascii").lower() if found else None


def decoded(data: bytes, charset: str | None = None) -> str | Rejected:
    """The text of UTF-8 bytes without a byte order mark, or why they are none.

    What is no UTF-8 is read in the encoding that is named for it, if that is one of those in which a byte is a letter
    or a part of one, and nothing else.
    """
    if not data.strip():
        return Rejected("", "the file is empty")
    junk = sum(data.count(byte) for byte in _CONTROLS) if data[:4096].translate(None, _CONTROLS) != data[:4096] else 0
    if b"\0" in data[:4096] or junk > _JUNK * len(data):
        return Rejected("", f"not text: control byte at {_first_control(data)}")
    try:
        return data.decode("utf-8").removeprefix("\ufeff")
    except UnicodeDecodeError as error:
        return _otherwise(data, charset) or Rejected("", f"not UTF-8 at byte {error.start}")


def _otherwise(data: bytes, charset: str | None) -> str | None:
    try:
        return data.decode(charset) if charset and _LETTERS.fullmatch(charset) else None
    except (LookupError, UnicodeDecodeError):
        return None


def _first_control(data: bytes) -> int:
    return next(n for n, byte in enumerate(data) if byte in _CONTROLS)


def _checked(text: str, source: str, known: Known) -> Report | Rejected:
    """The report, unless the text is none."""
    if not any(c.isalnum() for c in text):
        return Rejected(source, "no text: there is not one word in it")
    if len(text) > LONGEST:
        return Rejected(source, f"too long: {len(text)} characters, where {LONGEST} is the most")
    lone = next((n for n, c in enumerate(text) if "\ud800" <= c <= "\udfff"), None)
    if lone is not None:
        return Rejected(source, f"not text: half a character (a lone surrogate) at {lone}")
    return read_text(text, source, known.url, known.published, known.outlet, known.title)


# ── JSON lines ──────────────────────────────────────────────────────────────────────────────────────────


def _line_reports(data: bytes, source: str) -> Iterator[Report | Rejected]:
    """A report a line; a line that is none is rejected as ``file.jsonl:7``."""
    if not data.strip():
        yield Rejected(source, "the file is empty")
        return
    for number, line in enumerate(data.removeprefix(b"\xef\xbb\xbf").split(b"\n"), start=1):
        if line.strip():
            yield _line_report(line, source, number)


def _line_report(line: bytes, source: str, number: int) -> Report | Rejected:
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
    name = row.get("id")
    where = f"{source}#{name}" if isinstance(name, str | int) and str(name) else f"{source}#{number}"
    text = row.get("text")
    if not isinstance(text, str) or not text.strip():
        return Rejected(where, "no text")
    return _checked(text.removeprefix("\ufeff"), where, _known(row))


def _known(row: dict[str, Any]) -> Known:
    """What a line says besides the text; values that are no text are passed over."""
    url, published, outlet, title = (
        value if isinstance(value := row.get(key), str) else None for key in ("url", "published", "outlet", "title")
    )
    return Known(url, published, outlet, title)
