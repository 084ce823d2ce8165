"""A reading made light: parts that are equal are one object.

Every claim of a report repeats its speech and its names. As they come from disk or from another process each is a
copy, and a reading weighs twice as much (`benchmarks/memory.py`).
"""

from collections.abc import Callable
from sys import intern
from typing import Any

from counterclaim.model import Draft, Reading, Report

# Offsets below this are one object in all readings; few reports are longer (500 kB for a process).
_OFFSETS = tuple(range(1 << 14))

# Words of up to so many characters are one object in all readings; longer ones are seldom said twice.
_WORDS = 60


def shared(reading: Reading, report: Report | None = None) -> Reading:
    """An equal reading in which equal parts are one; its report is the given one, which must be equal too."""
    one = _sharing()
    return Reading(
        report=report or reading.report,
        places=one(reading.places),
        speeches=one(reading.speeches),
        drafts=tuple(map(one, reading.drafts)),
        notes=one(reading.notes),
    )


def _sharing() -> Callable[[Any], Any]:
    """What gives, for any value in a reading, the first one met that equals it."""
    known: dict[Any, Any] = {}

    def one(value: Any) -> Any:
        kind = type(value)
        if kind is str:
            return intern(value) if len(value) <= _WORDS else value
        if kind is int:
            return _OFFSETS[value] if 0 <= value < len(_OFFSETS) else value
        if value is None:
            return None
        if kind is dict:  # neither it nor what holds it can be looked up
            return {intern(slot): one(spans) for slot, spans in value.items()}
        if kind is Draft:
            return kind(*(one(getattr(value, name)) for name in kind.__struct_fields__))
        if value not in known:
            parts = value if kind is tuple else (getattr(value, name) for name in kind.__struct_fields__)
            made = tuple(map(one, parts)) if kind is tuple else kind(*map(one, parts))
            known[made] = made
        return known[value]

    return one
