"""Reports added to a ledger that stands: only new ones are read, all are compared anew, decisions keep what they name.

`python -m counterclaim.adding` does one job given as JSON on standard input and tells how far it is as JSON lines; the
workspace runs it so, in a process that can be stopped at any moment and leaves the old ledger or the new one.
"""

import contextlib
import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from counterclaim.building import FETCHED, READINGS, Progress, rebuilt, silent
from counterclaim.disk import taken
from counterclaim.errors import BadOption, BusyLedger, CounterclaimError, NotWritable
from counterclaim.ledger import read_ledger, write_ledger
from counterclaim.model import Ledger, Record, Rejected, Report
from counterclaim.options import Options
from counterclaim.readings import failures

if TYPE_CHECKING:
    from counterclaim.fetching import Fetcher

ADDED = "added"  # the folder beside a ledger where the bytes of what was added are kept
LOCK = ".adding.lock"


class Job(Record, frozen=True):
    """What to add: files below the folder of a ledger, each by its path in it, and addresses of the web."""

    folder: str
    files: tuple[str, ...]
    cast: str | None = None
    workers: int = 0
    addresses: tuple[str, ...] = ()


class Told(Record, frozen=True):
    """How far a job is; with `added`, that it is done; with `error`, that it failed."""

    stage: str
    done: int = 0
    of: int = 0
    added: tuple[str, ...] | None = None
    rejected: tuple[Rejected, ...] = ()
    error: str | None = None


def add(job: Job, progress: Progress | None = None, fetcher: "Fetcher | None" = None) -> Told:
    """Add the reports in the files and at the addresses to the folder's ledger; which are new, and what was not read.

    Raises BusyLedger where another program is adding to it, DamagedLedger where there is none, BadOption where the
    ledger was built with a cast file and none is given, and NotWritable.
    """
    folder, tell = Path(job.folder), progress or silent
    with alone(folder):
        ledger = read_ledger(folder)
        options = options_of(ledger, folder, job)
        new, refused = found(sources(folder, job, fetcher), ledger.reports)
        if new:
            rejected = dict.fromkeys((*ledger.rejected, *refused))
            ledger = rebuilt(dated([*ledger.reports, *new]), tuple(rejected), options, tell)
            write_ledger(ledger, folder)
            refused += failed(ledger, new)
    return Told("done", added=tuple(report.id for report in new), rejected=tuple(refused))


def dated(reports: Sequence[Report]) -> list[Report]:
    """The reports by id, with the days that they let one infer together."""
    from counterclaim.reading.dates import dated_together

    return dated_together(sorted(reports, key=lambda r: r.id))


def sources(folder: Path, job: Job, fetcher: "Fetcher | None" = None) -> Iterator[Report | Rejected]:
    """What is in the files and at the addresses; what was fetched is kept."""
    from counterclaim.reading.addresses import read_addresses
    from counterclaim.reading.confined import Confined
    from counterclaim.reading.sources import read_file

    with contextlib.closing(Confined()) as parser:
        for name in job.files:
            yield from read_file(folder / name, name, parser.read)
    if job.addresses:
        with contextlib.closing(fetcher or _fetcher()) as asked:
            yield from read_addresses(job.addresses, folder / FETCHED, asked)


def _fetcher() -> "Fetcher":
    from counterclaim.fetching import Fetcher

    return Fetcher()


def found(items: Iterable[Report | Rejected], held: Sequence[Report]) -> tuple[list[Report], list[Rejected]]:
    """The reports among the items that the ledger does not have yet, and what was not taken."""
    known = {(report.text, report.url): report.source for report in held}
    new: dict[str, Report] = {}
    refused: list[Rejected] = []
    for item in items:
        same = None if isinstance(item, Rejected) else known.get((item.text, item.url))
        if isinstance(item, Rejected):
            refused.append(item)
        elif same is not None:
            refused.append(Rejected(item.source, f"the same text and address as {same}, which the ledger has"))
        else:
            known[item.text, item.url] = item.source
            new[item.id] = item
    return list(new.values()), refused


def failed(ledger: Ledger, new: Sequence[Report]) -> list[Rejected]:
    """The new reports that the ledger has without claims because the program failed at them."""
    named = {report.id: report.source for report in new}
    return [Rejected(named[note.report], note.text) for note in failures(ledger.notes) if note.report in named]


def options_of(ledger: Ledger, folder: Path, job: Job) -> Options:
    """The options that the ledger was built with, as far as it says."""
    from counterclaim.actors.wanted import BASIS
    from counterclaim.language import ENGLISH

    if job.cast is None and any(party.basis == BASIS for party in ledger.parties):
        raise BadOption("the ledger was built with a cast file: start the workspace with the same --cast FILE")
    pipeline = ledger.made.models.get("spacy", "").partition(" ")[0]
    return Options(
        attribution="rules" if ledger.made.models.get("attribution") == "rules" else "model",
        pipeline=pipeline if pipeline not in ("", ENGLISH) else None,
        cast=Path(job.cast) if job.cast else None,
        workers=job.workers,
        keep=folder / READINGS,
    )


@contextlib.contextmanager
def alone(folder: Path, make: bool = False) -> Iterator[None]:
    """Nobody else writes a ledger or its pages to the folder meanwhile; a program that dies lets go.

    Raises BusyLedger where somebody does, NotWritable where the folder cannot be written.
    """
    try:
        if make:
            folder.mkdir(parents=True, exist_ok=True)
        with (folder / LOCK).open("ab") as lock:
            if not taken(lock.fileno()):
                raise BusyLedger(f"another program is writing to {folder}; wait until it is done")
            yield
    except OSError as error:
        at = Path(error.filename) if isinstance(error.filename, str) else folder
        what = f"cannot write to {folder}" if at.is_relative_to(folder) else f"failed at {at}"
        raise NotWritable(f"{what}: {error.strerror or error}") from error


def main() -> None:
    """Do the job on standard input; tell of it on standard output."""
    job = msgspec.json.decode(sys.stdin.buffer.read(), type=Job)

    def say(told: Told) -> None:
        sys.stdout.buffer.write(msgspec.json.encode(told) + b"\n")
        sys.stdout.buffer.flush()

    try:
        say(add(job, lambda stage, done, of: say(Told(stage, done, of))))
    except CounterclaimError as error:
        say(Told("failed", error=str(error)))


if __name__ == "__main__":
    main()
