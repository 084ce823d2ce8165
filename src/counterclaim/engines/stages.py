"""The per-report stages on many machines: files to reports to readings, a Parquet part each, in a folder all share.

What is there is not made again, so a run that was stopped goes on where it stopped.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache, partial
from pathlib import Path

from counterclaim.engines import parts
from counterclaim.engines.keeping import program
from counterclaim.engines.parts import reading_of, reading_row, report_of, report_row, rows_of, write_part
from counterclaim.engines.ray_cluster import placed
from counterclaim.ids import content_id
from counterclaim.model import Reading, Record, Rejected, Report
from counterclaim.options import Options
from counterclaim.reading.confined import Confined
from counterclaim.reading.formats import may_pass
from counterclaim.reading.locations import File, stamp, whole
from counterclaim.reading.sources import holds_many, listed, read_file
from counterclaim.readings import models, read

Tell = Callable[[str, int, int], None]
Event = tuple[str, Sequence[str]]  # an event's name, and the ids of its reports

# Files of one report each that are read in one go, and reports; one large event is cut to pieces of this size.
FILES, SIZE = 64, 64

_OURS = re.compile(r"\.?[a-z]-[0-9a-f]{16}\.parquet(?:\.[0-9a-f]{8})?")  # a part, or one that is being written

# A run of few reports is still cut to so many pieces, that every worker has some.
PIECES = 16


class Gather(Record, frozen=True):
    """Files to read, each by source and place, and the name of the part that their reports go to."""

    files: tuple[tuple[str, str], ...]
    part: str


class Piece(Record, frozen=True):
    """Some whole events, or a piece of one: the names of its parts of reports and readings, its events, its reports."""

    reports: str
    part: str
    events: tuple[str, ...]
    rows: int


class Count(Record, frozen=True):
    """How many rows a part has."""

    rows: int


class Stages:
    """The stages of one run, in a folder. `used` are the parts that it needs; `prune` removes all others."""

    def __init__(self, folder: Path, options: Options, tell: Tell) -> None:
        self.folder = folder.resolve()
        self.options = options
        self.tell = tell
        self.used: set[Path] = set()
        self.folder.mkdir(parents=True, exist_ok=True)

    def path(self, stage: str, name: str) -> Path:
        """Where a part is or will be."""
        path = parts.place(self.folder, stage, name)
        self.used.add(path)
        return path

    def sources(self, paths: Sequence[Path | str]) -> Iterator[Report | Rejected]:
        """What `read_sources` gives of the same paths, in the same order. Raises MissingSource."""
        work = [_gather(files) for files in _bundles(listed(paths))]
        missing = [item for item in work if not _gathered(self.path("reports", item.part))]
        self.tell("gathering", len(work) - len(missing), len(work))
        found = placed(partial(gather, self.folder), missing, Count, self.folder)
        for done, _ in enumerate(found, len(work) - len(missing) + 1):
            self.tell("gathering", done, len(work))
        for item in work:
            yield from map(report_of, rows_of(self.path("reports", item.part)))

    def readings(self, events: Sequence[Event], reports: Mapping[str, Report]) -> list[Piece]:
        """Where the readings of the reports of each event are; they are made where they are not there yet."""
        pieces = [self._piece(of, reports) for of in cut(events)]
        missing = [p for p in pieces if not _whole(self.path("readings", p.part))]
        of = sum(p.rows for p in pieces)
        done = of - sum(p.rows for p in missing)
        self.tell("reading", done, of)
        for found in placed(partial(read_part, self.folder, self.options), missing, Count, self.folder):
            done += found.rows
            self.tell("reading", done, of)
        return pieces

    def _piece(self, events: Sequence[Event], reports: Mapping[str, Report]) -> Piece:
        """The piece of these events, whose reports are written down unless they are there already."""
        rows = [{"event": name, **report_row(reports[id])} for name, ids in events for id in ids]
        name = content_id("e", rows)
        path = self.path("events", name)
        if not parts.there(path):
            write_part(path, parts.EVENTS, rows, program())
        part = content_id("k", name, program(), sorted(models(self.options).items()))
        return Piece(name, part, tuple(name for name, _ in events), len(rows))

    def prune(self) -> None:
        """Remove the parts that this run has not asked for, and what a killed one left half written; nothing else, for
        the folder may be a link to where others keep tables.
        """
        for path in self.folder.glob("*/*"):
            if path not in self.used and _OURS.fullmatch(path.name):
                path.unlink(missing_ok=True)


def gather(folder: Path, item: Gather) -> Count:
    """Write what is in the files; on a worker."""
    rows = (report_row(found) for source, place in item.files for found in read_file(place, source, _parser().items))
    return Count(write_part(parts.place(folder, "reports", item.part), parts.REPORTS, rows, program()))


def read_part(folder: Path, options: Options, item: Piece) -> Count:
    """Write the readings of a part's reports; on a worker."""
    rows = (
        reading_row(row["event"], read(report, options))
        for row in rows_of(parts.place(folder, "events", item.reports))
        if isinstance(report := report_of(row), Report)
    )
    return Count(write_part(parts.place(folder, "readings", item.part), parts.READINGS, rows, program()))


def read_back(path: Path) -> Iterator[tuple[str, Reading]]:
    """The readings of a part, each with its event."""
    for row in rows_of(path):
        yield row["event"], reading_of(row)


def failed(path: Path) -> list[Rejected]:
    """The reports of a part of readings at which the program failed."""
    rows = rows_of(path, ("source", "failure"))
    return [Rejected(row["source"], row["failure"]) for row in rows if row["failure"] is not None]


def _gathered(path: Path) -> bool:
    """The part is there, and nothing in it was left out that may be read the next time."""
    return parts.there(path) and not any(may_pass(row["rejected"] or "") for row in rows_of(path, ("rejected",)))


def _whole(path: Path) -> bool:
    """The part is there, and the program failed at none of it: there may be memory enough the next time."""
    return parts.there(path) and not failed(path)


@cache
def _parser() -> Confined:
    """The parser of this worker; it ends with it."""
    return Confined()


def _gather(files: Sequence[File]) -> Gather:
    """The work of reading files, whose part is named by what they are and when they changed last."""
    found = [File(file.source, whole(file.place)) for file in files]
    return Gather(tuple(found), content_id("g", program(), [[*file, stamp(file)] for file in found]))


def _bundles(files: Sequence[File]) -> list[list[File]]:
    """The files in their order, those of one report each together."""
    found: list[list[File]] = []
    for file in files:
        if not found or len(found[-1]) == FILES or holds_many(file.place) or holds_many(found[-1][-1].place):
            found.append([])
        found[-1].append(file)
    return found


def cut(events: Sequence[Event]) -> Iterator[list[Event]]:
    """The events in pieces of about a size: some whole events each, or a piece of one."""
    size = max(1, min(SIZE, sum(len(ids) for _, ids in events) // PIECES))
    held: list[Event] = []
    for name, ids in events:
        if held and sum(len(of) for _, of in held) + len(ids) > size:
            yield held
            held = []
        if len(ids) > size:
            yield from ([(name, ids[at : at + size])] for at in range(0, len(ids), size))
        else:
            held.append((name, ids))
    if held:
        yield held
