"""Times of day as the clock tells them."""

import re
from collections.abc import Iterator

from counterclaim.model import Record, Span
from counterclaim.text import folded, lowered

_HALVES = re.compile(r"(?<![\w.:,])(\d{1,2})(?:[:.]([0-5]\d))? ?([ap])\.?m\b\.?")
_HOURS = re.compile(r"(?<![\w.:,])([01]?\d|2[0-3]):([0-5]\d)(?::[0-5]\d(?:\.\d+)?)?(?![\w:]| ?[ap]\.?m\b)")
_MILITARY = re.compile(r"(?<![\w.:,])([01]\d|2[0-3])([0-5]\d) ?(?:gmt|utc|hours|hrs|local time)\b")
_NAMED = re.compile(r"\bat (noon|midday|midnight)\b")


class ClockTime(Record, frozen=True):
    """A time of day, ``HH:MM``, in whatever zone the report keeps."""

    span: Span
    time: str


def clock_times(text: str) -> tuple[ClockTime, ...]:
    """The clock times in the text, in text order; "evening" and the like are none."""
    view = lowered(folded(text))
    return tuple(sorted((*_halves(view), *_hours(view), *_named(view)), key=lambda t: t.span))


def _halves(view: str) -> Iterator[ClockTime]:
    for match in _HALVES.finditer(view):
        hour = int(match[1])
        if 1 <= hour <= 12:
            yield ClockTime(Span(*match.span()), _clock(hour % 12 + 12 * (match[3] == "p"), int(match[2] or 0)))


def _hours(view: str) -> Iterator[ClockTime]:
    for pattern in (_HOURS, _MILITARY):
        for match in pattern.finditer(view):
            yield ClockTime(Span(*match.span()), _clock(int(match[1]), int(match[2])))


def _named(view: str) -> Iterator[ClockTime]:
    for match in _NAMED.finditer(view):
        yield ClockTime(Span(*match.span(1)), "00:00" if match[1] == "midnight" else "12:00")


def _clock(hour: int, minute: int) -> str:
    return f"{hour:02}:{minute:02}"
