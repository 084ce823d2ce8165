"""A ledger kept up to date with a folder or a feed: each time something new has come, it is built again.

What was read before is not read again, so a round costs what is new and the comparison. Pages that a feed led to are
kept as they were fetched, and the ledger is built from these: a feed forgets its old entries, the ledger does not.
"""

import time
from collections.abc import Callable, Iterator
from contextlib import closing, suppress
from dataclasses import replace
from pathlib import Path

from counterclaim.building import FETCHED, READINGS, Progress, build
from counterclaim.errors import NotFetched, NothingReadable
from counterclaim.fetching import Fetcher, archive
from counterclaim.memory import Kept, Memory
from counterclaim.model import Ledger
from counterclaim.options import Options
from counterclaim.reading.addresses import is_address, linked

Note = Callable[[str], None]
Snapshot = tuple[tuple[str, int, int], ...]


def watch(
    source: str,
    out: Path,
    options: Options | None = None,
    every: float = 60.0,
    progress: Progress | None = None,
    fetcher: Fetcher | None = None,
    sleep: Callable[[float], None] = time.sleep,
    note: Note = lambda words: None,
) -> Iterator[Ledger]:
    """The ledger now, and again whenever a look, `every` so many seconds, finds something new. Never ends by itself.

    `source` is a folder or the address of a feed; `note` is told in a sentence what could not be fetched or read and is
    tried again. Raises MissingSource where there is no such folder.
    """
    options = replace(options or Options(), keep=out / READINGS)
    folder = out / FETCHED if is_address(source) else Path(source)
    before: Snapshot | None = None
    memory = Kept()
    with closing(fetcher or Fetcher()) as asked:
        while True:
            if is_address(source):
                fetch_new(source, folder, asked, note)
            now = snapshot(folder)
            if now != before:
                before = now
                yield from _built(folder, options, progress, note, memory)
                memory.rest()
            sleep(every)


def _built(
    folder: Path, options: Options, progress: Progress | None, note: Note, memory: Memory
) -> Iterator[Ledger]:
    """The ledger, unless there is nothing to read yet."""
    try:
        ledger = build([folder], options, progress, memory)
    except NothingReadable as error:
        note(str(error))
        return
    yield ledger


def snapshot(folder: Path) -> Snapshot:
    """What tells whether a folder has changed: names, sizes and times of its files."""
    found = []
    for path in sorted(folder.rglob("*")) if folder.is_dir() else ():
        with suppress(OSError):  # it may be gone since, or barred
            if path.is_file():
                stat = path.stat()
                found.append((path.relative_to(folder).as_posix(), stat.st_size, stat.st_mtime_ns))
    return tuple(found)


def fetch_new(feed: str, folder: Path, fetcher: Fetcher, note: Note) -> None:
    """Fetch the pages of a feed's entries that are not kept yet. What cannot be fetched now is tried the next time."""
    folder.mkdir(parents=True, exist_ok=True)
    known = _addresses(folder)
    for address in _entries(feed, fetcher, note):
        if address in known:
            continue
        try:
            archive(fetcher.fetch(address), folder)
        except NotFetched as error:
            note(str(error))
            continue
        with _list(folder).open("a", encoding="utf-8") as out:
            out.write(f"{address}\n")


def _entries(feed: str, fetcher: Fetcher, note: Note) -> list[str]:
    try:
        found = linked(fetcher.fetch(feed))
    except NotFetched as error:
        note(str(error))
        return []
    if not found:
        note(f"{feed}: it is no feed, or has no entries that lead anywhere")
    return found


def _addresses(folder: Path) -> set[str]:
    """The addresses that were fetched before, as the feed wrote them."""
    path = _list(folder)
    return set(path.read_text(encoding="utf-8").splitlines()) if path.exists() else set()


def _list(folder: Path) -> Path:
    return folder / ".addresses"
