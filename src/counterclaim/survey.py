"""Mixed reports to a ledger an event, and a front page that ranks the events by how contested they are."""

import re
import shutil
from collections.abc import Callable, Iterable, Iterator, Mapping, MutableMapping, Sequence
from contextlib import closing
from dataclasses import replace
from pathlib import Path

from counterclaim.building import FETCHED, READINGS, Progress, assemble, collected, models, silent
from counterclaim.dossier import write_dossier
from counterclaim.dossier.index import index_of
from counterclaim.dossier.survey import EventLine, event_line, write_front
from counterclaim.engines.keeping import Kept
from counterclaim.engines.local import readings
from counterclaim.engines.spool import Spool
from counterclaim.events import Told, events, telling
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
    kept = Kept(out / READINGS, models(options))
    with closing(Spool(out)) as found:
        rejected = collected(paths, found, tell, out / FETCHED)
        groups = grouped(found, at_least, tell)
        failed = read_all(found, [id for group in groups for id in group], options, kept, tell)
        lines = []
        for done, group in enumerate(groups):
            tell("comparing", done, len(groups))
            of_event = readings(map(found.__getitem__, group), replace(options, workers=1), kept, lambda done: None)
            lines.append(written(assemble(of_event, [], options), out))
        alone = len(found) - sum(map(len, groups))
    kept.prune()
    return finished(lines, alone, rejected, failed, out)


def finished(
    lines: Iterable[EventLine], alone: int, rejected: Sequence[Rejected], failed: Sequence[Rejected], out: Path
) -> Survey:
    """Write the front page; events of an earlier survey that are no more are removed."""
    ranked = tuple(sorted(lines, key=lambda line: line.rank))
    _clear(out, {line.id for line in ranked})
    page = write_front(ranked, alone, [*failed, *rejected], out)
    return Survey(page, ranked, alone, tuple(rejected), tuple(failed))


def grouped(reports: MutableMapping[str, Report], at_least: int, tell: Progress = silent) -> list[tuple[str, ...]]:
    """The ids of the reports of each event of `at_least` so many; days that these let one infer are put into them."""
    found = [ids for ids in events(_told(reports, tell)) if len(ids) >= at_least]
    for ids in found:
        given = [reports[id] for id in ids]
        reports.update((r.id, r) for r, old in zip(dated_together(given), given, strict=True) if r is not old)
    return found


def _told(reports: Mapping[str, Report], tell: Progress) -> Iterator[Told]:
    for done, report in enumerate(reports.values(), 1):
        yield telling(report)
        tell("grouping", done, len(reports))


def read_all(
    reports: Mapping[str, Report], ids: Sequence[str], options: Options, kept: Kept, tell: Progress
) -> list[Rejected]:
    """Read what is not kept yet, and keep it; nothing is held in memory but at which reports the program failed."""
    found = readings(map(reports.__getitem__, ids), options, kept, _counted(tell, len(ids)))
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
