"""Attributions for files of texts: JSON lines in, JSON lines out, one at a time."""

import contextlib
import gzip
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import IO

import msgspec

from counterclaim.building import Progress
from counterclaim.errors import BadOption, MissingSource
from counterclaim.model import Attribution, Record
from counterclaim.options import Tagger
from counterclaim.readings import attributions


class Text(Record, frozen=True):
    """A line that comes in."""

    doc: str | int
    text: str


class Found(Record, frozen=True):
    """A line that goes out: offsets are code points into the text of the same `doc`."""

    doc: str | int
    attributions: tuple[Attribution, ...]


def attribute_lines(source: Path, target: Path, tagger: Tagger, progress: Progress) -> None:
    """Write a line of attributions for every text.

    Raises MissingSource where there is no such file and BadOption, naming the line, where one is not a text.
    """
    with _opened(source) as lines, _written(target) as out:
        for done, text in enumerate(_texts(lines, source), 1):
            out.write(msgspec.json.encode(Found(text.doc, attributions(text.text, tagger))) + b"\n")
            progress("attribution", done, 0)


def _texts(lines: IO[bytes], source: Path) -> Iterator[Text]:
    for number, line in enumerate(lines, 1):
        if line.strip():
            try:
                yield msgspec.json.decode(line, type=Text)
            except (msgspec.MsgspecError, UnicodeDecodeError) as error:
                raise BadOption(f'{source}, line {number} is not {{"doc", "text"}}: {error}') from error


def _opened(path: Path) -> contextlib.AbstractContextManager[IO[bytes]]:
    if str(path) == "-":
        return contextlib.nullcontext(sys.stdin.buffer)
    try:
        return gzip.open(path) if path.suffix == ".gz" else path.open("rb")  # type: ignore[return-value]
    except OSError as error:
        raise MissingSource(f"cannot read {path}: {error.strerror}") from error


def _written(path: Path) -> contextlib.AbstractContextManager[IO[bytes]]:
    if str(path) == "-":
        return contextlib.nullcontext(sys.stdout.buffer)
    try:
        return path.open("wb")
    except OSError as error:
        raise BadOption(f"cannot write {path}: {error.strerror}") from error
