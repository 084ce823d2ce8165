"""Answers about a few claims or mentions, kept together with all that they asked of the case.

What a rule says hangs on the records it is given and on what it looks up: an actor's name, what holds a place, what is
copied. A case that notes each look-up stands in for the real one while an answer is worked out; later the answer holds
for as long as every look-up would find the same. So no rule needs to say what it asks, and none can ask unseen.
"""

from collections.abc import Callable, Iterator, Mapping, Set
from typing import Any, TypeVar

from counterclaim.compare.case import Case
from counterclaim.memory import Kept, Memory

Answer = TypeVar("Answer")
Notes = dict[tuple[str, Any], Any]

# What rules look up in a case: tables by id, and one set. Whatever else it has is worked out from these.
TABLES = (
    "report", "actor", "party", "place", "mention", "told_in", "cues", "held_by", "passages", "copied_in", "text",
    "side_names", "places_by_name", "_names_by_word",
)  # fmt: skip
SETS = ("name_stems",)
MISSING = object()
WHOLE = object()


class Asked:
    """A case, and what was asked of it before, for one round of a memory."""

    def __init__(self, case: Case, memory: Memory) -> None:
        self.case, self.memory = case, memory
        self._kept = memory if isinstance(memory, Kept) else None
        self._tables: dict[str, Mapping[Any, Any]] = {}

    def about(self, function: Callable[..., Answer], *inputs: Any) -> Answer:
        """What the function gives for the case and these inputs."""
        if self._kept is None:
            return function(self.case, *inputs)
        return self._kept.checked(self._holds, self._noting, function, *inputs)

    def _holds(self, notes: Notes) -> bool:
        """Every look-up would find now what it found then."""
        for (table, key), value in notes.items():
            found = self._found(table, key)
            if found is not value and found != value:
                return False
        return True

    def _found(self, table: str, key: Any) -> Any:
        known = self._tables.get(table)
        if known is None:
            known = self._tables[table] = getattr(self.case, table)
        if key is WHOLE:
            return known
        return key in known if table in SETS else known.get(key, MISSING)

    def _noting(self, function: Callable[..., Answer], *inputs: Any) -> tuple[Answer, Notes]:
        notes: Notes = {}
        unseen = Unseen()
        twin = Case(unseen, unseen, unseen, unseen, unseen, unseen, self.case.wanted)
        for table in TABLES:
            twin.__dict__[table] = Noting(table, getattr(self.case, table), notes)
        for name in SETS:
            twin.__dict__[name] = NotingSet(name, getattr(self.case, name), notes)
        twin.__dict__["_words"] = self.case._words
        return function(twin, *inputs), notes


class Unseen(tuple[Any, ...]):
    """What no rule goes through as a whole, since its answer would hang on all of it."""

    def __iter__(self) -> Iterator[Any]:
        raise TypeError("a rule looks things up in the tables of a case; it does not go through all of it")


class Noting(Mapping[Any, Any]):
    """A table that notes what is looked up in it."""

    def __init__(self, name: str, table: Mapping[Any, Any], notes: Notes) -> None:
        self._name, self._table, self._notes = name, table, notes

    def get(self, key: Any, default: Any = None) -> Any:
        found = self._notes[self._name, key] = self._table.get(key, MISSING)
        return default if found is MISSING else found

    def __getitem__(self, key: Any) -> Any:
        found = self._notes[self._name, key] = self._table.get(key, MISSING)
        if found is MISSING:
            raise KeyError(key)
        return found

    def __contains__(self, key: object) -> bool:
        found = self._notes[self._name, key] = self._table.get(key, MISSING)
        return found is not MISSING

    def __iter__(self) -> Iterator[Any]:
        self._notes[self._name, WHOLE] = self._table
        return iter(self._table)

    def __len__(self) -> int:
        self._notes[self._name, WHOLE] = self._table
        return len(self._table)

    def keys(self) -> Any:
        self._notes[self._name, WHOLE] = self._table
        return self._table.keys()

    def items(self) -> Any:
        self._notes[self._name, WHOLE] = self._table
        return self._table.items()

    def values(self) -> Any:
        self._notes[self._name, WHOLE] = self._table
        return self._table.values()


class NotingSet:
    """A set that notes what is asked for in it."""

    def __init__(self, name: str, found: Set[Any], notes: Notes) -> None:
        self._name, self._set, self._notes = name, found, notes

    def __contains__(self, key: object) -> bool:
        found = self._notes[self._name, key] = key in self._set
        return found
