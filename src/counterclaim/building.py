"""The whole chain: sources to readings, readings to a ledger. A report's reading never depends on another's."""

from collections.abc import Callable, Iterable, Iterator, MutableMapping, Sequence
from contextlib import closing
from pathlib import Path
from typing import TypeVar

from counterclaim import __version__
from counterclaim.errors import NothingReadable
from counterclaim.memory import FORGETFUL, Memory
from counterclaim.model import Actor, Ledger, Made, Mention, Party, Place, Reading, Rejected, Report
from counterclaim.options import Options
from counterclaim.readings import failures, models, read

__all__ = ["assemble", "build", "gather", "gathered", "models", "read", "rebuilt", "silent"]

READINGS = "readings"  # the folder beside a ledger where the readings of its reports are kept
FETCHED = "fetched"  # the folder beside a ledger where what addresses gave is kept

Identified = TypeVar("Identified", Actor, Party, Place, Mention)
Progress = Callable[[str, int, int], None]  # (stage, done, of)
Reader = Callable[[Sequence[Path | str]], Iterator[Report | Rejected]]  # what reads files and folders


def build(
    paths: Sequence[Path | str],
    options: Options | None = None,
    progress: Progress | None = None,
    memory: Memory = FORGETFUL,
) -> Ledger:
    """The ledger of all reports in the given files and folders.

    Raises MissingSource where a path does not exist and NothingReadable where none holds a report.
    """
    options, tell = options or Options(), progress or silent
    reports, rejected = gather(paths, tell, options.keep.parent / FETCHED if options.keep else None)
    return rebuilt(reports, rejected, options, tell, memory)


def rebuilt(
    reports: Sequence[Report],
    rejected: Sequence[Rejected],
    options: Options,
    progress: Progress | None = None,
    memory: Memory = FORGETFUL,
) -> Ledger:
    """The ledger of reports; those whose readings the memory or `options.keep` holds are not read again."""
    from counterclaim.engines.keeping import Kept
    from counterclaim.engines.local import readings

    tell = progress or silent
    kept = Kept(options.keep, models(options)) if options.keep else None
    last = (memory.last((Reading, report.id)) for report in reports)
    both = zip(last, reports, strict=True)
    found = [r for r, report in both if r and r.report == report and not failures(r.notes)]
    known = {reading.report.id for reading in found}
    new = [report for report in reports if report.id not in known]
    tell("reading", len(found), len(reports))
    found += readings(new, options, kept, lambda done: tell("reading", len(known) + done, len(reports)))
    ledger = assemble(found, rejected, options, tell, memory)
    if kept and not known:  # otherwise it was not asked for what the memory has
        kept.prune()
    return ledger


def gather(
    paths: Sequence[Path | str],
    progress: Progress | None = None,
    fetched: Path | None = None,
    read: Reader | None = None,
) -> tuple[list[Report], list[Rejected]]:
    """The reports of one event, by id and each once, with the days that they let one infer, and what was not read."""
    from counterclaim.reading.dates import dated_together

    found, rejected = gathered(paths, progress, fetched, read)
    return dated_together(found), rejected


def gathered(
    paths: Sequence[Path | str],
    progress: Progress | None = None,
    fetched: Path | None = None,
    read: Reader | None = None,
) -> tuple[list[Report], list[Rejected]]:
    """The reports of the sources as each gives itself, by id and each once, and what was not read.

    A source is a file, a folder, or an address of the web; what addresses give is kept in the folder `fetched`, and
    files are read by `read`, where it is given.
    """
    found: dict[str, Report] = {}
    rejected = collected(paths, found, progress, fetched, read)
    return sorted(found.values(), key=lambda r: r.id), rejected


def collected(
    paths: Sequence[Path | str],
    found: MutableMapping[str, Report],
    progress: Progress | None = None,
    fetched: Path | None = None,
    read: Reader | None = None,
) -> list[Rejected]:
    """Put the reports that `gathered` gives into `found`, by id, as they come; what was not read."""
    rejected: list[Rejected] = []
    for item in _sources(paths, fetched, read):
        if isinstance(item, Rejected):
            rejected.append(item)
        elif item.id in found:
            rejected.append(Rejected(item.source, f"the same text and address as {found[item.id].source}"))
        else:
            found[item.id] = item
        if progress:
            progress("gathering", len(found) + len(rejected), 0)
    if not found:
        raise NothingReadable(_nothing(paths, rejected))
    return rejected


def _sources(
    paths: Sequence[Path | str], fetched: Path | None, read: Reader | None
) -> Iterator[Report | Rejected]:
    from counterclaim.reading import read_sources
    from counterclaim.reading.addresses import is_address, read_addresses

    addresses = [p for p in paths if isinstance(p, str) and is_address(p)]
    yield from (read or read_sources)([p for p in paths if p not in addresses])
    if addresses:
        from counterclaim.fetching import Fetcher

        with closing(Fetcher()) as fetcher:
            yield from read_addresses(addresses, fetched, fetcher)


def _nothing(paths: Sequence[Path | str], rejected: Sequence[Rejected]) -> str:
    from counterclaim.reading.sources import SAID

    where = ", ".join(map(str, paths))
    if not rejected:
        return f"there is no report that can be read in {where}; give {SAID} files"
    first = rejected[0]
    of = "" if where.endswith(first.source) else f"{first.source}: "
    return f"there is no report that can be read in {where}: {of}{first.reason}"


def assemble(
    readings: Iterable[Reading],
    rejected: Sequence[Rejected],
    options: Options,
    progress: Progress | None = None,
    memory: Memory = FORGETFUL,
) -> Ledger:
    """The ledger of readings: the group stages, which see all reports at once; the order given does not matter.

    With a memory of the round before only what an added report changes is worked out; the ledger is the same.
    """
    with memory.round():
        return _assembled(readings, rejected, options, progress or silent, memory)


def _assembled(
    readings: Iterable[Reading], rejected: Sequence[Rejected], options: Options, tell: Progress, memory: Memory
) -> Ledger:
    from counterclaim.actors import cast
    from counterclaim.actors.castfile import read_cast
    from counterclaim.compare import Case, compared
    from counterclaim.copies import copy_groups
    from counterclaim.mentions import mentions
    from counterclaim.places import sites

    readings = [memory.same((Reading, r.report.id), r) for r in sorted(readings, key=lambda r: r.report.id)]
    tell("comparing", 0, 2)
    people = cast(readings, read_cast(options.cast) if options.cast else None, memory)
    places = sites(readings, memory)
    copies = copy_groups(readings)
    tell("comparing", 1, 2)
    case = Case(
        reports=tuple(r.report for r in readings), actors=_same(memory, people.actors),
        parties=_same(memory, people.parties), places=_same(memory, places.places),
        mentions=_same(memory, mentions(readings, people, places, memory)), copies=copies,
    )  # fmt: skip
    found = compared(case, memory)
    tell("comparing", 2, 2)
    return Ledger(
        made=Made(f"counterclaim {__version__}", models(options)),
        reports=case.reports,
        actors=people.actors,
        parties=people.parties,
        places=places.places,
        mentions=found.mentions,
        claims=found.claims,
        relations=found.relations,
        questions=found.questions,
        copies=copies,
        notes=tuple(note for r in readings for note in r.notes),
        rejected=tuple(sorted(rejected, key=lambda r: (r.source, r.reason))),
    )


def _same(memory: Memory, records: tuple[Identified, ...]) -> tuple[Identified, ...]:
    """The records; those that are as they were in the round before are the same objects."""
    return tuple(memory.same((type(record), record.id), record) for record in records)


def silent(stage: str, done: int, of: int) -> None:
    """No progress is told."""
