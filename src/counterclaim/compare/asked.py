"""Answers about a few claims or mentions, kept together with all that they asked of the case.

What a rule says hangs on the records it is given and on what it looks up: an actor's name, what holds a place, what is
copied. A case that notes each look-up stands in for the real one while an answer is worked out; later the answer holds
for as long as every look-up would find the same. So no rule needs to say what it asks, and none can ask unseen.
"""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Set
from typing import Any, TypeVar

from counterclaim.compare.case import Case
from counterclaim.memory import Kept, Memory

Answer = TypeVar("Answer")
Notes = dict[str, dict[Any, Any]]

# What rules look up in a case: tables by id, and one set. Whatever else it has is worked out from these.
TABLES = (
    "report", "actor", "party", "place", "mention", "told_in", "cues", "held_by", "passages", "copied_in", "text",
    "side_names", "places_by_name", "_names_by_word",
)  # fmt: skip
SETS = ("name_stems",)
MISSING = object()
WHOLE = object()
ALL = "all of "


class Asked:
    """A case, and what was asked of it before, for one round of a memory."""

    def __init__(self, case: Case, memory: Memory) -> None:
        self.case, self.memory = case, memory
        self._kept = memory if isinstance(memory, Kept) else None
        self._tables = Tables(case)

    def about(self, function: Callable[..., Answer], *inputs: Any) -> Answer:
        """What the function gives for the case and these inputs."""
        if self._kept is None:
            return function(self.case, *inputs)
        return self._kept.checked(self._holds, self._noting, function, *inputs)

    def _holds(self, notes: Notes) -> bool:
        """Every look-up would find now what it found then."""
        for table, asked in notes.items():
            find = self._tables[table].get
            for key, value in asked.items():
                found = find(key, MISSING)
                if found is not value and found != value:
                    return False
        return True

    def _noting(self, function: Callable[..., Answer], *inputs: Any) -> tuple[Answer, Notes]:
        notes: Notes = defaultdict(dict)
        unseen = Unseen()
        twin = Case(unseen, unseen, unseen, unseen, unseen, unseen, self.case.wanted)
        for table in TABLES:
            twin.__dict__[table] = Noting(table, getattr(self.case, table), notes)
        for name in SETS:
            twin.__dict__[name] = NotingSet(name, getattr(self.case, name), notes)
        twin.__dict__["_words"] = self.case._words
        return function(twin, *inputs), notes


class Tables(dict[str, Mapping[Any, Any]]):
    """What look-ups find now, by table; made when the first asks for it."""

    def __init__(self, case: Case) -> None:
        self._case = case

    def __missing__(self, name: str) -> Mapping[Any, Any]:
        if name.startswith(ALL):
            found: Mapping[Any, Any] = {WHOLE: getattr(self._case, name.removeprefix(ALL))}
        elif name in SETS:
            found = Members(getattr(self._case, name))
        else:
            found = getattr(self._case, name)
        self[name] = found
        return found


def whole(name: str) -> str:
    """The name of the table whose one entry is all of that table."""
    return ALL + name


class Members(dict[Any, bool]):
    """For each key whether a set has it."""

    def __init__(self, found: Set[Any]) -> None:
        self._set = found

    def get(self, key: Any, default: Any = None) -> bool:
        return key in self._set


class Unseen(tuple[Any, ...]):
    """What no rule goes through as a whole, since its answer would hang on all of it."""

    def _refused(self, *_: Any) -> Any:
        raise TypeError("a rule looks things up in the tables of a case; it does not go through all of it")

    __iter__ = __len__ = __bool__ = __contains__ = __getitem__ = _refused


class Noting(Mapping[Any, Any]):
    """A table that notes what is looked up in it."""

    def __init__(self, name: str, table: Mapping[Any, Any], notes: Notes) -> None:
        self._name, self._table, self._notes = name, table, notes

    def get(self, key: Any, default: Any = None) -> Any:
        found = self._notes[self._name][key] = self._table.get(key, MISSING)
        return default if found is MISSING else found

    def __getitem__(self, key: Any) -> Any:
        found = self._notes[self._name][key] = self._table.get(key, MISSING)
        if found is MISSING:
            raise KeyError(key)
        return found

    def __contains__(self, key: object) -> bool:
        found = self._notes[self._name][key] = self._table.get(key, MISSING)
        return found is not MISSING

    def __iter__(self) -> Iterator[Any]:
        self._notes[whole(self._name)][WHOLE] = self._table
        return iter(self._table)

    def __len__(self) -> int:
        self._notes[whole(self._name)][WHOLE] = self._table
        return len(self._table)

    def keys(self) -> Any:
        self._notes[whole(self._name)][WHOLE] = self._table
        return self._table.keys()

    def items(self) -> Any:
        self._notes[whole(self._name)][WHOLE] = self._table
        return self._table.items()

    def values(self) -> Any:
        self._notes[whole(self._name)][WHOLE] = self._table
        return self._table.values()


class NotingSet:
    """A set that notes what is asked for in it."""

    def __init__(self, name: str, found: Set[Any], notes: Notes) -> None:
        self._name, self._set, self._notes = name, found, notes

    def __contains__(self, key: object) -> bool:
        found = self._notes[self._name][key] = key in self._set
        return found
