"""Rows of the table as decisions, and the end of the chain, where the next one goes."""

from datetime import UTC, datetime
from typing import Any

import msgspec
import sqlalchemy as sql

from counterclaim.errors import BadDecision
from counterclaim.model import Decision
from counterclaim.review.chain import GENESIS, hash_of
from counterclaim.review.checking import Dated, Draft
from counterclaim.review.tables import DECISIONS


class Tail:
    """The end of the chain within one transaction that lets nobody else write."""

    def __init__(self, connection: sql.Connection) -> None:
        self.connection = connection
        self.last = next(iter(_found(connection, _ALL.order_by(DECISIONS.c.id.desc()).limit(1))), None)

    def add(self, draft: Draft, at: str | None = None, key: str | None = None) -> Decision:
        """The next row. Raises BadDecision where it undoes what is not there."""
        if draft.action == "undo" and not (self.last and draft.value <= self.last.id):
            raise BadDecision(f"there is no decision {draft.value} to undo")
        id, previous = (self.last.id + 1, hash_of(self.last)) if self.last else (1, GENESIS)
        made = Decision(id=id, at=at or now(), previous=previous, **msgspec.structs.asdict(draft))
        packed = {"mentions": _json(made.mentions), "value": _json(made.value), "key": key}
        self.connection.execute(DECISIONS.insert(), {**msgspec.structs.asdict(made), **packed})
        self.last = made
        return made

    def add_once(self, draft: Draft, key: str | None) -> Decision:
        """The next row, or that which was made with this key before. Raises BadDecision where it is another one."""
        found = key and next(iter(_found(self.connection, _ALL.where(DECISIONS.c.key == key))), None)
        if not found:
            return self.add(draft, key=key)
        if same(found.at, found) != same(found.at, draft):
            raise BadDecision(f"the key {key!r} was used for another decision, number {found.id}")
        return found

    def adopt(self, one: Dated, known: dict[object, int], own: dict[int, int]) -> Decision | None:
        """The next row, made of one from another store, or None where this one has it.

        `known` are the ids of what is here, `own` the ids here of what has other ids there; both are kept up to date.
        """
        draft = one.draft
        if draft.action == "undo":
            if draft.value not in own:
                raise BadDecision(f"{one.where} undoes decision {draft.value}, which stands on no line before it")
            draft = msgspec.structs.replace(draft, value=own[draft.value])
        seen = same(one.at, draft)
        made = None if seen in known else self.add(draft, one.at)
        own[one.id] = known.setdefault(seen, made.id if made else 0)
        return made


_ALL = sql.select(DECISIONS)


def rows(connection: sql.Connection, after: int = 0) -> tuple[Decision, ...]:
    """All decisions in order, or those that follow the one with the id `after`."""
    return _found(connection, _ALL.where(DECISIONS.c.id > after).order_by(DECISIONS.c.id))


def same(at: str, decision: Decision | Draft) -> object:
    """What two rows share that are one decision in two stores."""
    fields = [getattr(decision, name) for name in Draft.__struct_fields__]
    return at, msgspec.json.encode(fields, order="deterministic")


def now() -> str:
    """This moment in UTC, to the millisecond."""
    return datetime.now(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


def _found(connection: sql.Connection, query: sql.Select[Any]) -> tuple[Decision, ...]:
    return tuple(_decision(row) for row in connection.execute(query))


def _decision(row: sql.Row[Any]) -> Decision:
    fields = {name: row._mapping[name] for name in Decision.__struct_fields__}
    fields["mentions"] = tuple(msgspec.json.decode(fields["mentions"]))
    fields["value"] = msgspec.json.decode(fields["value"])
    return msgspec.convert(fields, Decision)


def _json(value: Any) -> str:
    return msgspec.json.encode(value).decode()
