"""Pages that were made, kept for as long as they would be made the same."""

import threading
from collections.abc import Callable
from typing import Any

from counterclaim.dossier.index import Index
from counterclaim.dossier.writing import Sheet
from counterclaim.model import Decision, Ledger, Record

_ASKED = threading.local()


class Watched(dict[str, tuple[Decision, ...]]):
    """What was decided, by mention; it notes which mentions the page that is being made asks for."""

    def get(self, key: str, default: Any = None) -> Any:
        asked = getattr(_ASKED, "mentions", None)
        if asked is not None:
            asked.add(key)
        return super().get(key, default)


class Kept(Record, frozen=True):
    """A page, with what it was made from."""

    ledger: Ledger
    decided: dict[str, tuple[Decision, ...] | None]  # of every mention on it
    record: Record
    html: str

    def holds(self, index: Index) -> bool:
        """The page would be made the same again."""
        return self.ledger is index.ledger and all(index.decided.get(m) == d for m, d in self.decided.items())


class Shelf:
    """The pages by their paths."""

    def __init__(self, write: Callable[[str, Sheet, Record], str]) -> None:
        self._write = write
        self._pages: dict[str, Kept] = {}

    def kept(self, index: Index, path: str) -> str | None:
        """The page as it was made before, if it is still the same."""
        found = self._pages.get(path)
        return found.html if found and found.holds(index) else None

    def page(self, index: Index, path: str, sheet: Sheet) -> str:
        """The page; one whose record is the same as before is not written again."""
        before = self._pages.get(path)
        record, asked = watched(index, sheet)
        html = before.html if before and before.record == record else self._write(path, sheet, record)
        self._pages[path] = Kept(index.ledger, {m: index.decided.get(m) for m in asked}, record, html)
        return html


def watched(index: Index, sheet: Sheet) -> tuple[Record, set[str]]:
    """A page's record, and the mentions whose decisions it asked for."""
    _ASKED.mentions = set()
    try:
        return sheet.page(index), _ASKED.mentions
    finally:
        _ASKED.mentions = None


