"""Mixed reports to a ledger an event, and a front page that ranks the events by how contested they are."""

import re
import shutil
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from pathlib import Path

from counterclaim.building import FETCHED, READINGS, Progress, assemble, gathered, models, silent
from counterclaim.dossier import write_dossier
from counterclaim.dossier.index import index_of
from counterclaim.dossier.survey import EventLine, event_line, write_front
from counterclaim.engines.keeping import Kept
from counterclaim.engines.local import readings
from counterclaim.events import events, telling
from counterclaim.ids import content_id
from counterclaim.ledger import write_ledger
from counterclaim.model import Ledger, Record, Rejected, Report
from counterclaim.options import Options
from counterclaim.reading.dates import dated_together
from counterclaim.readings import failures

EVENTS = "events"
_OURS = re.compile(r"e-[0-9a-f]{16}")


class Survey(Record, frozen=True):
    """What a survey found: its events as the front page has them, the most contested first, and what was left over."""

    page: Path
    events: tuple[EventLine, ...]
    alone: int  # reports of events that are too small for a ledger
    rejected: tuple[Rejected, ...]
    failed: tuple[Rejected, ...] = ()  # reports at which the program failed; they are in their ledgers, without claims


def survey(
    paths: Sequence[Path | str],
    out: Path,
    options: Options | None = None,
    at_least: int = 2,
    progress: Progress | None = None,
) -> Survey:
    """Group the reports of all sources into events and write OUT/events/ID/ for each of `at_least` so many reports.

    Each folder is as `build` writes it. Raises what `build` raises.
    """
    tell = progress or silent
    options = replace(options or Options(), keep=out / READINGS)
    found, rejected = gathered(paths, tell, out / FETCHED)
    groups = grouped(found, at_least, tell)
    kept = Kept(out / READINGS, models(options))
    failed = read_all([r for group in groups for r in group], options, kept, tell)
    lines = []
    for done, group in enumerate(groups):
        tell("comparing", done, len(groups))
        of_event = readings(group, replace(options, workers=1), kept, lambda done: None)
        lines.append(written(assemble(of_event, [], options), out))
    kept.prune()
    return finished(lines, len(found) - sum(map(len, groups)), rejected, failed, out)


def finished(
    lines: Iterable[EventLine], alone: int, rejected: Sequence[Rejected], failed: Sequence[Rejected], out: Path
) -> Survey:
    """Write the front page; events of an earlier survey that are no more are removed."""
    ranked = tuple(sorted(lines, key=lambda line: line.rank))
    _clear(out, {line.id for line in ranked})
    page = write_front(ranked, alone, [*failed, *rejected], out)
    return Survey(page, ranked, alone, tuple(rejected), tuple(failed))


def grouped(reports: Sequence[Report], at_least: int, tell: Progress = silent) -> list[list[Report]]:
    """The reports of each event of `at_least` so many, with the days that reports of one event let one infer."""
    by_id = {report.id: report for report in reports}
    told = []
    for done, report in enumerate(reports):
        tell("grouping", done, len(reports))
        told.append(telling(report))
    found = [[by_id[id] for id in ids] for ids in events(told) if len(ids) >= at_least]
    tell("grouping", len(reports), len(reports))
    return [dated_together(group) for group in found]


def read_all(reports: Sequence[Report], options: Options, kept: Kept, tell: Progress) -> list[Rejected]:
    """Read what is not kept yet, and keep it; nothing is held in memory but at which reports the program failed."""
    found = readings(reports, options, kept, _counted(tell, len(reports)))
    return [Rejected(r.report.source, note.text) for r in found for note in failures(r.notes)]


def _counted(tell: Progress, of: int) -> Callable[[int], None]:
    tell("reading", 0, of)
    return lambda done: tell("reading", done, of)


def written(ledger: Ledger, out: Path) -> EventLine:
    """Write the ledger and dossier of one event; its line for the front page."""
    event = identity(ledger.reports)
    write_ledger(ledger, out / EVENTS / event)
    write_dossier(ledger, out / EVENTS / event / "dossier")
    return event_line(index_of(ledger), event, f"{EVENTS}/{event}/dossier/")


def identity(reports: Iterable[Report]) -> str:
    """An event's name on disk: that of its earliest report, so that later reports do not change it."""
    first = min(reports, key=lambda r: (r.published.day if r.published else "9999", r.id))
    return content_id("e", first.id)


def _clear(out: Path, current: Iterable[str]) -> None:
    """Remove the events of an earlier survey that are no more, but none that somebody has worked on."""
    for folder in (out / EVENTS).iterdir() if (out / EVENTS).is_dir() else ():
        if _OURS.fullmatch(folder.name) and folder.name not in current and not (folder / "workspace.sqlite").exists():
            shutil.rmtree(folder, ignore_errors=True)
