"""The store of decisions: append-only, one unbroken chain, on disk when `append` returns."""

import threading
from collections import deque
from collections.abc import Iterable, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path
from typing import Any, NamedTuple

import sqlalchemy as sql

from counterclaim.errors import BadDecision, NotWritable
from counterclaim.model import Action, Decision
from counterclaim.review.checking import Dated, Draft, checked
from counterclaim.review.rows import Tail, rows, same
from counterclaim.review.tables import address, engine, holds_decisions, prepare, readable, shown
from counterclaim.review.troubles import plainly
from counterclaim.review.values import name


class Wish(NamedTuple):
    """A decision that waits to be kept, and where its thread hears what became of it."""

    draft: Draft
    key: str | None
    answer: "Future[Decision]"


class Store:
    """One workspace database. It may be used by many threads, and its file by many processes, at once."""

    def __init__(self, made: sql.Engine, where: str) -> None:
        self.engine = made
        self.writer = made.execution_options(writing=True)
        self.where = where
        # One thread keeps what all others want, whatever waits in one transaction: writing to disk is what takes time,
        # and it is done once. SQLite's own waiting lets some of many starve.
        self.wishes: deque[Wish] = deque()
        self.keeper = ThreadPoolExecutor(1, "decisions")
        self.turn = threading.Lock()  # for whoever else writes

    def append(
        self,
        user: str,
        action: Action,
        mentions: Sequence[str],
        slot: str | None = None,
        value: Any = None,
        note: str | None = None,
        key: str | None = None,
    ) -> Decision:
        """The decision, once it is on disk. A second try with the same `key` gives the first one's decision.

        Raises BadDecision where it cannot be meant, and an error that names the database where it cannot be kept.
        """
        wish = Wish(checked(user, action, mentions, slot, value, note), name(key, "the key"), Future())
        self.wishes.append(wish)
        self.keeper.submit(self._keep)
        return wish.answer.result()

    def _keep(self) -> None:
        """One transaction for all that wait; each hears of its own decision, or of what is wrong with it or here."""
        wishes = [self.wishes.popleft() for _ in range(len(self.wishes))]
        if not wishes:
            return
        try:
            with self.turn, plainly(self.where), self.writer.begin() as connection:
                tail = Tail(connection)
                kept = [_kept(tail, wish) for wish in wishes]
        except BaseException as error:
            kept = [error] * len(wishes)
        for wish, outcome in zip(wishes, kept, strict=True):
            if isinstance(outcome, Decision):
                wish.answer.set_result(outcome)
            else:
                wish.answer.set_exception(outcome)

    def decisions(self, after: int = 0) -> tuple[Decision, ...]:
        """All decisions in order, or those that follow the one with the id `after`."""
        with plainly(self.where), self.engine.connect() as connection:
            return rows(connection, after)

    def adopt(self, dated: Iterable[Dated]) -> tuple[Decision, ...]:
        """Append the decisions of another store that this one does not have, all or none; gives those appended."""
        with self.turn, plainly(self.where), self.writer.begin() as connection:
            tail, own = Tail(connection), dict[int, int]()
            known = {same(d.at, d): d.id for d in rows(connection)}
            return tuple(d for one in dated if (d := tail.adopt(one, known, own)) is not None)

    def close(self) -> None:
        self.keeper.shutdown()
        self.engine.dispose()


def open_store(folder: Path, database: str | None = None) -> Store:
    """The store of a folder that `build` wrote, made where there is none; `database` is postgresql://… instead.

    Raises an error that names the database and the remedy where it is damaged, locked, read-only or not ours.
    """
    url = address(folder, database)
    where, made = shown(url), engine(url)
    try:
        if database is None and not folder.is_dir():
            raise NotWritable(f"there is no folder {folder}; make it with: counterclaim build SOURCES --out {folder}")
        with plainly(where):
            prepare(made, where)
    except BaseException:
        made.dispose()
        raise
    return Store(made, where)


def stored(folder: Path, database: str | None = None) -> tuple[Decision, ...]:
    """The decisions of a folder, which is left as it is: where nobody has decided anything, no store is made."""
    url = address(folder, database)
    if database is None and not Path(str(url.database)).exists():
        return ()
    where, made = shown(url), engine(readable(url))
    try:
        with plainly(where), made.connect() as connection:
            return rows(connection) if holds_decisions(connection, where) else ()
    finally:
        made.dispose()


def _kept(tail: Tail, wish: Wish) -> Decision | BaseException:
    """The decision, not yet on disk, or what is wrong with it, which is no matter of the others."""
    try:
        return tail.add_once(wish.draft, wish.key)
    except BadDecision as error:
        return error
