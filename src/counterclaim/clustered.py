"""`build` and `survey` on many machines: the same functions as on one, placed on a Ray cluster, with the same ledgers.

Files, readings and the ledgers of a survey are the workers' work; grouping, and the one ledger of a build, are done
here. `OUT/stages/` holds what each stage gave, as Parquet.
"""

from collections.abc import Sequence
from contextlib import closing
from functools import partial
from itertools import groupby
from pathlib import Path

import msgspec

from counterclaim.building import FETCHED, Progress, assemble, collected, gather, silent
from counterclaim.dossier.survey import EventLine
from counterclaim.engines.keeping import program
from counterclaim.engines.parts import LINES, Row, place, rows_of, there, write_part
from counterclaim.engines.ray_cluster import cluster, placed
from counterclaim.engines.spool import Spool
from counterclaim.engines.stages import Count, Piece, Stages, failed, read_back
from counterclaim.export import exported, write_export
from counterclaim.ids import content_id
from counterclaim.ledger.files import NAME
from counterclaim.model import Ledger, Reading, Record
from counterclaim.options import Options
from counterclaim.survey import EVENTS, Survey, finished, grouped, identity, written

STAGES = "stages"


def build(paths: Sequence[Path | str], out: Path, options: Options, progress: Progress | None = None) -> Ledger:
    """The ledger that `building.build` gives of the same reports. Raises what that raises, and NoCluster."""
    tell = progress or silent
    with cluster(options.address, options.workers):
        stages = Stages(out / STAGES, options, tell)
        reports, rejected = gather(paths, tell, out / FETCHED, stages.sources)
        by_id = {report.id: report for report in reports}
        pieces = stages.readings([(identity(reports), tuple(by_id))], by_id)
    found = [reading for piece in pieces for _, reading in read_back(stages.path("readings", piece.part))]
    ledger = assemble(found, rejected, options, tell)
    write_export(exported(ledger, "parquet"), stages.path("claims", identity(reports)))
    stages.prune()
    return ledger


class Ledgers(Record, frozen=True):
    """Events whose ledgers to write, the parts that hold their readings, and the name of the part of their lines."""

    readings: tuple[str, ...]
    events: tuple[str, ...]
    part: str


def survey(
    paths: Sequence[Path | str], out: Path, options: Options, at_least: int = 2, progress: Progress | None = None
) -> Survey:
    """The survey that `survey.survey` makes of the same reports. Raises what that raises, and NoCluster."""
    tell = progress or silent
    with cluster(options.address, options.workers), closing(Spool(out)) as found:
        stages = Stages(out / STAGES, options, tell)
        rejected = collected(paths, found, tell, out / FETCHED, stages.sources)
        events = [(identity(map(found.__getitem__, ids)), ids) for ids in grouped(found, at_least, tell)]
        pieces = stages.readings(events, found)
        lines = _ledgers(pieces, out.resolve(), options, stages, tell)
        alone = len(found) - sum(len(ids) for _, ids in events)
    wrong = [item for piece in pieces for item in failed(stages.path("readings", piece.part))]
    done = finished(lines, alone, rejected, wrong, out)
    stages.prune()
    return done


def _ledgers(pieces: Sequence[Piece], out: Path, options: Options, stages: Stages, tell: Progress) -> list[EventLine]:
    """The line of each event; ledgers and dossiers are written where they are not there yet."""
    work = [_work(list(of), stages) for _, of in groupby(pieces, lambda piece: piece.events)]
    missing = [item for item in work if not _written(item, out, stages)]
    of = sum(len(item.events) for item in work)
    done = of - sum(len(item.events) for item in missing)
    tell("comparing", done, of)
    for found in placed(partial(write_ledgers, out, options), missing, Count, stages.folder):
        done += found.rows
        tell("comparing", done, of)
    return [
        msgspec.msgpack.decode(row["line"], type=EventLine)
        for item in work
        for row in rows_of(stages.path("ledgers", item.part), ("line",))
    ]


def _work(pieces: Sequence[Piece], stages: Stages) -> Ledgers:
    """The work of ledgers, named by the readings and by those at which the program failed, which are made anew."""
    readings = tuple(piece.part for piece in pieces)
    wrong = [item.source for part in readings for item in failed(stages.path("readings", part))]
    return Ledgers(readings, pieces[0].events, content_id("l", readings, wrong))


def _written(item: Ledgers, out: Path, stages: Stages) -> bool:
    """The ledgers and their lines are there, and nobody has written a ledger since."""
    lines = stages.path("ledgers", item.part)
    claims = [stages.path("claims", event) for event in item.events]
    ledgers = [out / EVENTS / event / NAME for event in item.events]
    if not there(lines) or not all(path.exists() for path in (*claims, *ledgers)):
        return False
    return max(path.stat().st_mtime_ns for path in ledgers) <= lines.stat().st_mtime_ns


def write_ledgers(out: Path, options: Options, item: Ledgers) -> Count:
    """Write ledger, dossier and rows of each event; on a worker."""
    readings: dict[str, list[Reading]] = {event: [] for event in item.events}
    for part in item.readings:
        for event, reading in read_back(place(out / STAGES, "readings", part)):
            readings[event].append(reading)
    lines = (_line(event, found, out, options) for event, found in readings.items())
    return Count(write_part(place(out / STAGES, "ledgers", item.part), LINES, lines, program()))


def _line(event: str, readings: Sequence[Reading], out: Path, options: Options) -> Row:
    ledger = assemble(readings, [], options)
    line = written(ledger, out)
    write_export(exported(ledger, "parquet"), place(out / STAGES, "claims", event))
    return {
        "event": event, "title": line.title, "contested": line.contested, "questions": line.questions,
        "line": msgspec.msgpack.encode(line),
    }  # fmt: skip
