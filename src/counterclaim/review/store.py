"""The store of decisions: append-only, one unbroken chain, on disk when `append` returns."""

import threading
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import msgspec
import sqlalchemy as sql

from counterclaim.errors import BadDecision, NotWritable
from counterclaim.model import Action, Decision
from counterclaim.review.chain import GENESIS, hash_of
from counterclaim.review.checking import Dated, Draft, checked
from counterclaim.review.tables import DECISIONS, address, engine, holds_decisions, prepare, readable, shown
from counterclaim.review.troubles import plainly
from counterclaim.review.values import name


class Store:
    """One workspace database. It may be used by many threads, and its file by many processes, at once."""

    def __init__(self, made: sql.Engine, where: str) -> None:
        self.engine = made
        self.writer = made.execution_options(writing=True)
        self.where = where
        # Threads of one process wait here in turn; SQLite's own waiting lets some of many starve.
        self.turn = threading.Lock()

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
        draft = checked(user, action, mentions, slot, value, note)
        key = name(key, "the key")
        with self.turn, plainly(self.where), self.writer.begin() as connection:
            return _known(connection, draft, key) or _insert(connection, draft, now(), key)

    def decisions(self, after: int = 0) -> tuple[Decision, ...]:
        """All decisions in order, or those that follow the one with the id `after`."""
        with plainly(self.where), self.engine.connect() as connection:
            return _rows(connection, after)

    def adopt(self, dated: Iterable[Dated]) -> tuple[Decision, ...]:
        """Append the decisions of another store that this one does not have, all or none; gives those appended."""
        with self.turn, plainly(self.where), self.writer.begin() as connection:
            known = {_same(d.at, d): d.id for d in _rows(connection, 0)}
            own: dict[int, int] = {}  # the ids here of what has other ids there
            return tuple(d for one in dated if (d := _adopted(connection, one, known, own)) is not None)

    def close(self) -> None:
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
            return _rows(connection, 0) if holds_decisions(connection, where) else ()
    finally:
        made.dispose()


def now() -> str:
    """This moment in UTC, to the millisecond."""
    return datetime.now(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


def _insert(connection: sql.Connection, draft: Draft, at: str, key: str | None) -> Decision:
    """The next row of the chain."""
    last = _last(connection)
    if draft.action == "undo" and not (last and draft.value <= last.id):
        raise BadDecision(f"there is no decision {draft.value} to undo")
    made = Decision(
        id=last.id + 1 if last else 1, at=at, previous=hash_of(last) if last else GENESIS,
        **msgspec.structs.asdict(draft),
    )  # fmt: skip
    packed = {"mentions": _json(made.mentions), "value": _json(made.value), "key": key}
    connection.execute(DECISIONS.insert().values({**msgspec.structs.asdict(made), **packed}))
    return made


def _adopted(connection: sql.Connection, one: Dated, known: dict[object, int], own: dict[int, int]) -> Decision | None:
    """The row made of a decision from elsewhere; None where the store has it."""
    draft = one.draft
    if draft.action == "undo":
        if draft.value not in own:
            raise BadDecision(f"{one.where} undoes decision {draft.value}, which stands on no line before it")
        draft = msgspec.structs.replace(draft, value=own[draft.value])
    same = _same(one.at, draft)
    made = None if same in known else _insert(connection, draft, one.at, None)
    own[one.id] = known.setdefault(same, made.id if made else 0)
    return made


def _same(at: str, decision: Decision | Draft) -> object:
    """What two rows share that are one decision in two stores."""
    fields = [getattr(decision, name) for name in Draft.__struct_fields__]
    return at, msgspec.json.encode(fields, order="deterministic")


def _known(connection: sql.Connection, draft: Draft, key: str | None) -> Decision | None:
    """The decision that was made with this key before. Raises BadDecision where that was another one."""
    row = key and connection.execute(sql.select(DECISIONS).where(DECISIONS.c.key == key)).first()
    if not row:
        return None
    found = _decision(row)
    if any(getattr(found, name) != getattr(draft, name) for name in Draft.__struct_fields__):
        raise BadDecision(f"the key {key!r} was used for another decision, number {found.id}")
    return found


def _last(connection: sql.Connection) -> Decision | None:
    row = connection.execute(sql.select(DECISIONS).order_by(DECISIONS.c.id.desc()).limit(1)).first()
    return _decision(row) if row else None


def _rows(connection: sql.Connection, after: int) -> tuple[Decision, ...]:
    found = connection.execute(sql.select(DECISIONS).where(DECISIONS.c.id > after).order_by(DECISIONS.c.id))
    return tuple(_decision(row) for row in found)


def _decision(row: sql.Row[Any]) -> Decision:
    fields = {name: row._mapping[name] for name in Decision.__struct_fields__}
    fields["mentions"] = tuple(msgspec.json.decode(fields["mentions"]))
    fields["value"] = msgspec.json.decode(fields["value"])
    return msgspec.convert(fields, Decision)


def _json(value: Any) -> str:
    return msgspec.json.encode(value).decode()
