"""What the workspace shows, held in memory: the ledger with all decisions applied, made anew when either changes."""

import asyncio
import contextlib
import time
import traceback
from collections import Counter
from collections.abc import AsyncIterator, Sequence
from functools import partial
from pathlib import Path
from typing import Any

import msgspec
from anyio import to_thread

from counterclaim.dossier.index import Index, index_of
from counterclaim.dossier.writing import Sheet, sheets
from counterclaim.errors import CounterclaimError
from counterclaim.ledger import read_ledger
from counterclaim.ledger.files import NAME
from counterclaim.model import Decision, Ledger, Mention, Record
from counterclaim.review import Left, Review, left, review
from counterclaim.review.searching import index as make_searchable
from counterclaim.review.store import Store
from counterclaim.web.shelf import Watched
from counterclaim.web.trail import Trail

# Seconds between looks at the ledger's file and at what other programs wrote to the database.
PAUSE = 1.0
# A reviewer's next page waits so long for what they just decided to show; a script that makes a page anew behind its
# reader's back may ask to wait longer, until even a large ledger is compared again.
PATIENCE, LONG_PATIENCE = 0.2, 20.0
FAULT = "These pages cannot be made anew: a fault of the program, which its terminal shows. Decisions are still kept."
Signature = tuple[int, int, int]


class View(Record, frozen=True):
    """One state of everything; pages are made from it and never see half of another."""

    number: int
    signature: Signature
    found: Ledger  # what the program found
    decisions: tuple[Decision, ...]
    review: Review
    known: dict[str, Mention]  # rejected ones too
    index: Index
    sheets: dict[str, Sheet]
    left: tuple[Left, ...]
    reasons: dict[str, int]  # how many are left, by their weightiest reason

    @property
    def last(self) -> int:
        """The id of the last decision that it shows."""
        return self.decisions[-1].id if self.decisions else 0


class Desk:
    """Keeps the view up to date; the work is done in threads, one at a time."""

    def __init__(self, folder: Path, store: Store) -> None:
        self.folder, self.store = folder, store
        self.view = first_view(folder, store)
        self.trail = Trail(self.view.found, self.view.review.ledger)
        self.wanted = self.view.last  # the last decision that was kept, shown or not
        self.trouble: str | None = None  # why the view could not be renewed
        self._own: dict[str, int] = {}  # by reviewer, the last decision that their next page must show
        self._due = asyncio.Event()
        self._shown = asyncio.Condition()
        self._turn = asyncio.Lock()

    async def decide(self, user: str, **decision: Any) -> Decision:
        """Keep a decision; it is on disk when this returns, and shown soon after."""
        made = await to_thread.run_sync(partial(self.store.append, user, **decision))
        self.wanted = max(self.wanted, made.id)
        self._own[user] = max(self._own.get(user, 0), made.id)
        self._due.set()
        return made

    async def view_for(self, user: str | None, patience: float = PATIENCE) -> View:
        """The view; once it shows what this reviewer decided last, if that does not take too long."""
        least = self._own.get(user or "", 0)
        if self.view.last < least:
            with contextlib.suppress(TimeoutError):
                async with asyncio.timeout(patience), self._shown:
                    await self._shown.wait_for(lambda: self.view.last >= least)
        return self.view

    @contextlib.asynccontextmanager
    async def kept(self) -> AsyncIterator[None]:
        """While this lasts, the view follows the ledger's file and the database."""
        task = asyncio.create_task(self._keep())
        try:
            yield
        finally:
            task.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await task

    async def _keep(self) -> None:
        while True:
            with contextlib.suppress(TimeoutError):
                await asyncio.wait_for(self._due.wait(), PAUSE)
            self._due.clear()
            began = time.monotonic()
            await self.renew()
            await asyncio.sleep(min(time.monotonic() - began, PAUSE))  # half of the time at most goes into this

    async def renew(self) -> None:
        """Look for news once; what cannot be read leaves the view as it is, and says why."""
        async with self._turn:
            await self._renew()

    async def _renew(self) -> None:
        try:
            view = await to_thread.run_sync(next_view, self.view, self.folder, self.store)
        except CounterclaimError as error:
            self.trouble = str(error)
            return
        except Exception as error:  # whatever it is, the pages shown so far stay, and decisions are kept
            if self.trouble != FAULT:
                traceback.print_exception(error)
            self.trouble = FAULT
            return
        self.trouble = None
        if view is not self.view:
            await to_thread.run_sync(self.trail.note, view.found, view.review.ledger)
            self.view, self.wanted = view, max(self.wanted, view.last)
            async with self._shown:
                self._shown.notify_all()


def first_view(folder: Path, store: Store) -> View:
    """The view as the ledger and the database have it now. Raises DamagedLedger where there is no ledger."""
    signature, found = signature_of(folder), read_ledger(folder)
    make_searchable(store, found)
    return _view(0, signature, found, store.decisions())


def next_view(view: View, folder: Path, store: Store) -> View:
    """The same view where there is no news."""
    signature = signature_of(folder)
    found = view.found if signature == view.signature else read_ledger(folder)
    news = store.decisions(after=view.last)
    if found is view.found and not news:
        return view
    decisions = (*view.decisions, *news)
    if found is not view.found:
        make_searchable(store, found)
    elif quiet(view.index, news):
        return _beside(view, signature, decisions, news)
    return _view(view.number + 1, signature, found, decisions)


def quiet(index: Index, news: Sequence[Decision]) -> bool:
    """The decisions change no value: they note or accept what stands anyway. Most are so, and cost nothing."""
    return all(d.action in ("accept", "note") and all(m in index.mentions for m in d.mentions) for d in news)


def _beside(view: View, signature: Signature, decisions: tuple[Decision, ...], news: Sequence[Decision]) -> View:
    """The view with quiet decisions: what was looked up in its ledger holds on."""
    seen = noted(view.review, news)
    looked = {m for d in news if d.action == "accept" for m in d.mentions}
    still = tuple(item for item in view.left if item.mention not in looked)
    return msgspec.structs.replace(
        view, number=view.number + 1, signature=signature, decisions=decisions, review=seen,
        index=msgspec.structs.replace(view.index, decided=Watched(seen.decided)), left=still, reasons=counted(still),
    )  # fmt: skip


def counted(items: Sequence[Left]) -> dict[str, int]:
    """How many are left to look at, by the weightiest reason of each."""
    return Counter(item.reason.partition("; ")[0] for item in items)


def noted(seen: Review, news: Sequence[Decision]) -> Review:
    """The same ledger, with quiet decisions beside it."""
    decided = dict(seen.decided)
    for decision in news:
        for mention in decision.mentions:
            decided[mention] = (*decided.get(mention, ()), decision)
    return msgspec.structs.replace(seen, decided=decided)


def _view(number: int, signature: Signature, found: Ledger, decisions: tuple[Decision, ...]) -> View:
    seen = review(found, decisions)
    return _shown(number, signature, found, decisions, seen)


def _shown(number: int, signature: Signature, found: Ledger, decisions: tuple[Decision, ...], seen: Review) -> View:
    index = index_of(seen.ledger, Watched(seen.decided))
    known = {m.id: m for m in (*found.mentions, *seen.ledger.mentions)}
    todo = left(seen)
    return View(number, signature, found, decisions, seen, known, index, sheets(index), todo, counted(todo))


def signature_of(folder: Path) -> Signature:
    """What changes whenever the ledger's file is written; zeros where it is missing."""
    try:
        found = (folder / NAME).stat()
    except OSError:
        return 0, 0, 0
    return found.st_ino, found.st_size, found.st_mtime_ns
