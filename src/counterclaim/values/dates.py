"""Dates as a calendar writes them, with or without a year."""

import re
from collections.abc import Callable, Iterator
from datetime import date

from counterclaim.lexicon import load
from counterclaim.model import Precision, Record, Span
from counterclaim.text import folded, lowered

MONTHS: dict[str, int] = load("times")["months"]
WEEKDAYS: dict[str, int] = load("times")["weekdays"]

EARLIEST, LATEST = 1000, 2199  # years outside are numbers of something else
LEAP = 2000  # stands for a year not given, so that 29 February is a day


class CalendarDate(Record, frozen=True):
    """A date written out: ``2021-09-06``, less precise ``2021-09`` or ``2021``, without a year ``--09-06``."""

    span: Span
    day: str
    precision: Precision


def named(words: dict[str, int]) -> str:
    """A pattern for any of the words, the longer first; an abbreviation may carry its full stop."""
    return "(?:" + "|".join(sorted(words, key=lambda w: (-len(w), w))) + r")\b\.?"


_MONTH = f"(?P<month>{named(MONTHS)})"
_WEEKDAY = f"(?:{named(WEEKDAYS)},? (?:the )?)?"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?(?![\w%]|[.,:]\d)"
_YEAR = r"(?P<year>\d{4})(?!\w|[.,:]\d)"

_ISO = re.compile(
    r"(?<![\w.,/-])(?P<year>\d{4})([-/.])(?P<month>\d{1,2})\2(?P<day>\d{1,2})(?=[^\w/.-]|t\d|[.]?\Z|[.]\s)"
)
_SLASHED = re.compile(r"(?<![\w.,/-])(\d{1,2})([/.-])(\d{1,2})\2(\d{4})(?![\w/-])")
_DAY_FIRST = re.compile(
    rf"(?<![\w.,-]){_WEEKDAY}(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?: of)?[ -]{_MONTH}(?:,?[ -](?:of )?{_YEAR})?"
)
_MONTH_FIRST = re.compile(rf"(?<![\w-]){_WEEKDAY}{_MONTH} ?(?:the )?{_DAY}(?:,? {_YEAR})?")
_MONTH_YEAR = re.compile(rf"(?<![\w-])(?<!\d ){_MONTH},? (?:of )?{_YEAR}")
_YEAR_ALONE = re.compile(rf"\b(?:in|since|during|until|from|before|after|of|by|year|late|early) {_YEAR}(?!-)")

_DIGIT = re.compile(r"\d")

Reader = Callable[[re.Match[str]], str | None]


def calendar_dates(text: str) -> tuple[CalendarDate, ...]:
    """The dates written in the text, in text order, none inside another; impossible ones are left out.

    A date in figures (``02/07/2013``) counts only where day and month cannot be mistaken for each other. The
    name of a weekday before a date belongs to its span.
    """
    if not _DIGIT.search(text):  # every form has a figure
        return ()
    view = lowered(folded(text))
    found: list[CalendarDate] = []
    for pattern, read in _FORMS:
        found.extend(_dates(pattern, read, text, view, found))
    return tuple(sorted(found, key=lambda d: d.span))


def _dates(
    pattern: re.Pattern[str], read: Reader, text: str, view: str, taken: list[CalendarDate]
) -> Iterator[CalendarDate]:
    busy = {i for d in taken for i in range(d.span.start, d.span.end)}
    for match in pattern.finditer(view):
        start, end = match.span("year" if pattern is _YEAR_ALONE else 0)
        day = read(match)
        if day is not None and start not in busy and end - 1 not in busy and not _is_verb(match, text):
            yield CalendarDate(Span(start, end), day, _precision(day))


def _is_verb(match: re.Match[str], text: str) -> bool:
    """A month written small, without a year: "may 10 times", "march 3 miles"."""
    groups = match.groupdict()
    return groups.get("month") is not None and groups.get("year") is None and text[match.start("month")].islower()


def _precision(day: str) -> Precision:
    return "year" if len(day) == 4 else "month" if len(day) == 7 and day[0] != "-" else "day"


def _named_day(match: re.Match[str]) -> str | None:
    """The day of a match with groups for month, day and perhaps year."""
    written = match["month"].rstrip(".")
    month = MONTHS[written] if written in MONTHS else int(written)
    return iso(int(match["year"]) if match["year"] else None, month, int(match["day"]))


def _named_month(match: re.Match[str]) -> str | None:
    year = int(match["year"])
    return f"{year:04}-{MONTHS[match['month'].rstrip('.')]:02}" if EARLIEST <= year <= LATEST else None


def _slashed_day(match: re.Match[str]) -> str | None:
    """Day and month in figures, where only one order makes a date or both make the same."""
    first, second, year = int(match[1]), int(match[3]), int(match[4])
    orders = {iso(year, first, second), iso(year, second, first)} - {None}
    return orders.pop() if len(orders) == 1 else None


def _year(match: re.Match[str]) -> str | None:
    year = int(match["year"])
    return str(year) if 1900 <= year <= LATEST - 100 else None  # a bare figure must look modern


def iso(year: int | None, month: int, day: int) -> str | None:
    """The day in ISO form (``--09-06`` without a year), or None where the calendar has no such day."""
    try:
        date(LEAP if year is None else year, month, day)
    except ValueError:
        return None
    if year is None:
        return f"--{month:02}-{day:02}"
    return f"{year:04}-{month:02}-{day:02}" if EARLIEST <= year <= LATEST else None


# The more explicit a form, the earlier it takes its words.
_FORMS: tuple[tuple[re.Pattern[str], Reader], ...] = (
    (_ISO, _named_day),
    (_DAY_FIRST, _named_day),
    (_MONTH_FIRST, _named_day),
    (_SLASHED, _slashed_day),
    (_MONTH_YEAR, _named_month),
    (_YEAR_ALONE, _year),
)
