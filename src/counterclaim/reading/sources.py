"""Files and folders to reports; what cannot be read is kept with the reason."""

import gzip
import json
import zlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import closing
from pathlib import Path
from typing import Any, NamedTuple

from counterclaim.errors import MissingSource
from counterclaim.model import Rejected, Report
from counterclaim.reading.confined import Confined
from counterclaim.reading.formats import SUFFIXES, Job, guarded, parsed
from counterclaim.reading.plain import Known, checked

TEXT = (".txt", ".md")
LINES = (".jsonl",)
SAID = ".txt, .md, .html, .pdf, .docx, .eml, .mbox, .rss, .warc or .jsonl"

# Bytes of one file, after decompression; lines of reports may be many.
MOST = 2_000_000_000

Parse = Callable[[Job], Iterable[Report | Rejected]]


class _File(NamedTuple):
    source: str
    path: Path


def read_sources(paths: Sequence[Path]) -> Iterator[Report | Rejected]:
    """The reports of files and folders, by source, and a `Rejected` with the reason for each that cannot be read.

    Folders are walked; hidden files and folders are passed over. The `source` of a report is its path below the
    folder that was given, or the file's name. Raises MissingSource where a path does not exist.
    """
    files = {file for path in paths for file in _files(Path(path))}
    with closing(Confined()) as parser:
        for file in sorted(files, key=lambda f: (f.source, str(f.path))):
            yield from read_file(file.path, file.source, parser.read)


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


def read_file(path: Path, source: str, parse: Parse = parsed) -> Iterator[Report | Rejected]:
    """The reports of one file; `parse` is what parses all but plain texts."""
    suffix = _suffix(path)
    if suffix not in (*TEXT, *LINES, *SUFFIXES):
        shown = suffix or "no suffix"
        yield Rejected(source, f"not a format that is read ({shown}); give {SAID}, each also as .gz")
        return
    try:
        data = _bytes(path)
    except (OSError, EOFError, zlib.error) as error:
        yield Rejected(source, f"cannot be opened: {_reason(error)}")
        return
    if len(data) > MOST:
        yield Rejected(source, f"too large: more than {MOST:,} bytes")
    elif suffix in LINES:
        yield from _line_reports(data, source)
    elif suffix in TEXT:
        yield from parsed(Job("text", data, source))
    else:
        yield from parse(Job(SUFFIXES[suffix], data, source))


def _suffix(path: Path) -> str:
    """The suffix that tells the format, in small letters, `.gz` apart."""
    name = path.name.lower().removesuffix(".gz")
    return Path(name).suffix


def _bytes(path: Path) -> bytes:
    if path.name.lower().endswith(".gz"):
        with gzip.open(path) as file:
            return file.read(MOST + 1)
    with path.open("rb") as plain:
        return plain.read(MOST + 1)


def _reason(error: Exception) -> str:
    return (error.strerror if isinstance(error, OSError) else None) or str(error) or type(error).__name__
