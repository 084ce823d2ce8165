"""Files and folders to reports; what cannot be read is kept with the reason."""

import zlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import closing
from pathlib import Path

from counterclaim.model import Rejected, Report
from counterclaim.reading.confined import Confined
from counterclaim.reading.formats import CUT, SUFFIXES, UNOPENED, Format, Job, parsed
from counterclaim.reading.locations import LOCAL, File, files, opened, whole
from counterclaim.reading.plain import LONGEST
from counterclaim.reading.rows import read_lines
from counterclaim.text import encodable

TEXT = (".txt", ".md")
LINES = (".jsonl",)
SAID = ".txt, .md, .html, .pdf, .docx, .eml, .mbox, .rss, .warc, .jsonl or .parquet"

# Files of these are read a piece at a time, and may be of any size.
STREAMED: tuple[Format, ...] = ("archive", "table")

# Bytes of one file of the others, and of one line, after decompression.
MOST = 2_000_000_000
LONGEST_LINE = 100_000_000
MOST_TEXT = 4 * LONGEST  # a plain text is read in this process

Parse = Callable[[Job], Iterable[Report | Rejected]]


def read_sources(paths: Sequence[Path | str]) -> Iterator[Report | Rejected]:
    """The reports of files and folders, by source, and a `Rejected` with the reason for each that cannot be read.

    They are paths, or addresses of another file system, such as `s3://bucket/folder`. The `source` of a report is its
    path below the folder that was given, or the file's name. Raises MissingSource where there is nothing at a path.
    """
    with closing(Confined()) as parser:
        for file in listed(paths):
            yield from read_file(file.place, file.source, parser.items)


def listed(paths: Sequence[Path | str]) -> list[File]:
    """The files at the paths, each once, by source; folders are walked. Raises MissingSource."""
    return sorted({file for path in paths for file in files(str(path))})


def holds_many(place: str) -> bool:
    """The file is of a format that may hold any number of reports."""
    suffix = _suffix(place)
    return suffix in LINES or SUFFIXES.get(suffix) in (*STREAMED, "mailbox")


def read_file(path: Path | str, source: str, parse: Parse = parsed) -> Iterator[Report | Rejected]:
    """The reports of the file at a path or address; `parse` is what parses all but plain texts and lines."""
    place = str(path)
    suffix = _suffix(place)
    if Path(place).is_dir():
        yield Rejected(source, f"{UNOPENED}: no permission to look into this folder")
    elif suffix not in (*TEXT, *LINES, *SUFFIXES):
        shown = suffix or "no suffix"
        yield Rejected(source, f"not a format that is read ({shown}); give {SAID}, each also as .gz")
    elif Path(place.removeprefix(LOCAL)).is_symlink():  # it may lead to any file of the user's, where others packed it
        yield Rejected(source, "a link, which is not followed; give the file that it leads to")
    elif encodable(place) != place and SUFFIXES.get(suffix) in STREAMED:
        yield Rejected(source, "its name is no text; rename it")
    elif suffix in LINES:
        yield from _lines(place, source)
    elif SUFFIXES.get(suffix) in STREAMED:
        yield from parse(Job(SUFFIXES[suffix], b"", source, at=whole(place)))
    else:
        yield from _whole(place, source, suffix, parse)


def _suffix(place: str) -> str:
    """The suffix that tells the format, in small letters, `.gz` apart."""
    return Path(Path(place).name.lower().removesuffix(".gz")).suffix


def _lines(place: str, source: str) -> Iterator[Report | Rejected]:
    try:
        with opened(place) as file:
            yield from read_lines(iter(lambda: file.readline(LONGEST_LINE), b""), source)
    except (OSError, EOFError, zlib.error) as error:
        yield Rejected(source, f"cannot {CUT}: {_reason(error)}")


def _whole(place: str, source: str, suffix: str, parse: Parse) -> Iterator[Report | Rejected]:
    most = MOST_TEXT if suffix in TEXT else MOST
    try:
        with opened(place) as file:
            data = file.read(most + 1)
    except (OSError, EOFError, zlib.error) as error:
        yield Rejected(source, f"{UNOPENED}: {_reason(error)}")
        return
    if len(data) > most:
        yield Rejected(source, f"too large: more than {most:,} bytes")
    elif suffix in TEXT:
        yield from parsed(Job("text", data, source))
    else:
        yield from parse(Job(SUFFIXES[suffix], data, source))


def _reason(error: Exception) -> str:
    return (error.strerror if isinstance(error, OSError) else None) or str(error) or type(error).__name__
