"""Days as a report tells them, resolved: by weekday, by distance from its own day, or by the calendar.

Rules of our own: a general date parser sends "Sunday" in a Sunday's paper to the week before.
"""

import calendar
import re
from bisect import bisect_left
from collections.abc import Iterator
from datetime import date

from counterclaim.lexicon import load
from counterclaim.model import Record, Span, When
from counterclaim.text import folded, lowered
from counterclaim.values.anchored import SMALL, Range, anchored, count, nearest_year
from counterclaim.values.clock import ClockTime, clock_times
from counterclaim.values.dates import CalendarDate, calendar_dates

__all__ = ["CalendarDate", "ClockTime", "Dated", "calendar_dates", "clock_times", "days"]

CHAIN = 600  # characters over which "the same day" still speaks of the day named before
NEAR = 30  # characters between a clock time and the day it belongs to

_CHAINED: dict[str, int] = load("times")["chained"]
_CHAIN = re.compile(r"\b(?:" + "|".join(sorted(_CHAINED, key=lambda w: (-len(w), w))) + r")\b")
_STEPS = re.compile(rf"(?<![\w-])(\d{{1,3}}|{'|'.join(SMALL)}) (day|week)s (earlier|later)\b")
_END = re.compile(r"\n|[.?!]\s+[A-Z]")
_SINCE = re.compile(r"\b(?:since|from)(?: late| early)?(?: on)? \Z")
_UNTIL = re.compile(r"\b(?:until|till|by|before)(?: late| early)?(?: on)? \Z")


class Dated(Record, frozen=True):
    """Words that tell when, resolved: `when` are the days, `basis` says how, `time` is the clock (HH:MM) if given.

    "since Friday" has no last day, "until Friday" no first.
    """

    span: Span
    when: When
    basis: str
    time: str | None


def days(text: str, anchor: str | None) -> tuple[Dated, ...]:
    """What the text says of when, in text order, none overlapping; empty where nothing can be resolved.

    `anchor` is the day on which the text speaks (``2021-09-06``). A weekday equal to the anchor's is that day,
    another the last one before, or the next where the wording looks ahead. Of a month or year (``2021-09``)
    only the year serves, for dates without one; without any, only full dates are resolved.
    """
    view = lowered(folded(text))
    day = _anchor_day(anchor)
    found = list(_written(text, anchor))
    if day is not None:
        found += ((r, f"counted from {anchor}") for r in anchored(view, text, day))
    found = _apart(found)
    found = _apart([*found, *_chained(view, found, day)])
    clock = clock_times(text)
    return tuple(_dated(view, text, r, basis, clock) for r, basis in found)


def _anchor_day(anchor: str | None) -> date | None:
    return date.fromisoformat(anchor) if anchor is not None and len(anchor) == 10 else None


Found = tuple[Range, str]


def _written(text: str, anchor: str | None) -> Iterator[Found]:
    """Dates of the calendar; those without a year where the anchor gives one."""
    for dated in calendar_dates(text):
        if not dated.day.startswith("-"):
            yield Range(dated.span, *_extent(dated.day)), "date"
        elif anchor is not None:
            month, day = int(dated.day[2:4]), int(dated.day[5:])
            year = nearest_year(_extent(anchor)[1], month, day)
            if (month, day) != (2, 29) or calendar.isleap(year):
                yield Range(dated.span, date(year, month, day), date(year, month, day)), f"year from {anchor}"


def _extent(day: str) -> tuple[date, date]:
    """First and last day of a day, month or year in ISO form."""
    if len(day) == 10:
        return date.fromisoformat(day), date.fromisoformat(day)
    year = int(day[:4])
    if len(day) == 4:
        return date(year, 1, 1), date(year, 12, 31)
    month = int(day[5:])
    return date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1])


def _apart(found: list[Found]) -> list[Found]:
    """In text order without overlaps: what starts first is kept, of those the longest."""
    kept: list[Found] = []
    for item in sorted(found, key=lambda f: (f[0].span.start, -f[0].span.end)):
        if not kept or item[0].span.start >= kept[-1][0].span.end:
            kept.append(item)
    return kept


def _chained(view: str, found: list[Found], anchor: date | None) -> Iterator[Found]:
    """"The same day", "two days earlier": counted from the single day named last, or else from the anchor."""
    single = [r for r, _ in found if r.first == r.last]
    starts = [r.span.start for r in single]
    for span, offset in _steps(view):
        at = bisect_left(starts, span.start) - 1
        near = at >= 0 and span.start - single[at].span.end <= CHAIN
        origin = single[at].first if near else anchor if offset < 0 else None
        if origin is not None and origin.toordinal() + offset > 0:
            day = date.fromordinal(origin.toordinal() + offset)
            yield Range(span, day, day), f"counted from {origin.isoformat()}"


def _steps(view: str) -> Iterator[tuple[Span, int]]:
    for match in _CHAIN.finditer(view):
        yield Span(*match.span()), _CHAINED[match.group()]
    for match in _STEPS.finditer(view):
        length = count(match[1]) * (7 if match[2] == "week" else 1)
        yield Span(*match.span()), length if match[3] == "later" else -length


def _dated(view: str, text: str, found: Range, basis: str, clock: tuple[ClockTime, ...]) -> Dated:
    before = view[max(0, found.span.start - 16) : found.span.start]
    single = found.first == found.last  # "since 2011" is kept whole, and so is "hit by the 2004 wave"
    first = None if single and _UNTIL.search(before) else found.first.isoformat()
    last = None if single and _SINCE.search(before) else found.last.isoformat()
    words = found.span.of(text)
    return Dated(found.span, When(first, last), f'"{words}" {basis}', _time(text, found.span, clock))


def _time(text: str, span: Span, clock: tuple[ClockTime, ...]) -> str | None:
    """The clock time nearest to the words of the day, in the same sentence."""
    at = bisect_left(clock, span.start, key=lambda t: t.span.start)
    near = [(_gap(text, span, t.span), t.time) for t in clock[max(0, at - 1) : at + 2]]
    fits = [(gap, time) for gap, time in near if gap is not None and gap <= NEAR]
    return min(fits)[1] if fits else None


def _gap(text: str, one: Span, other: Span) -> int | None:
    """Characters between two spans; None where a sentence or line ends between them."""
    left, right = sorted((one, other))
    between = text[max(0, left.end - 1) : right.start]  # from the last character, for the full stop of "p.m."
    return None if _END.search(between) else max(0, right.start - left.end)
