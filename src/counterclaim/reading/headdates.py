"""Dates as the head of a report writes them: with clocks and zones, in figures, glued to their neighbours."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from counterclaim.lexicon import load, word_set
from counterclaim.text import folded, lowered
from counterclaim.values.dates import MONTHS, WEEKDAYS, iso, named

# Two-digit years up to this one belong to the century that began in 2000.
_PIVOT = 49

_WEEKDAY = rf"(?:(?<![a-z])(?P<weekday>{named(WEEKDAYS)}),? ?(?:the )?)?"
_MONTH = rf"(?P<month>{named(MONTHS)}|(?:{'|'.join(m for m in MONTHS if len(m) == 3)})(?=\d))"
_ORDINAL = r"(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>(?:19|20)\d\d)"
_TWO = r"(?P<first>\d{1,2})"
_FORMS = (
    re.compile(rf"(?<![\d/.-]){_YEAR}(?P<sep>[-/.]){_TWO}(?P=sep)(?P<second>\d{{1,2}})(?!\d)"),
    re.compile(
        rf"{_WEEKDAY}(?<!\d)(?P<day>\d{{1,2}}){_ORDINAL}[ .-]?(?:of )?{_MONTH}"
        r"(?:[ ,.-]{0,2}(?P<year>(?:19|20)\d\d|\d\d(?= ?(?:--|$|\(|,)))(?![\d:]))?"
    ),
    re.compile(
        rf"{_WEEKDAY}(?<![a-z]){_MONTH} ?(?P<day>\d\d?)"
        rf"(?:{_ORDINAL}(?:,? ?| ?/ ?){_YEAR}(?!\d)|{_ORDINAL}(?![\d:]))"
    ),
    re.compile(
        rf"{_WEEKDAY}(?<![\d/.-]){_TWO} ?[/.-] ?(?P<second>\d{{1,2}}) ?[/.-] ?"
        r"(?P<year>(?:19|20)\d\d|\d\d)(?!\d)"
    ),
)  # fmt: skip

_CLOCK = (
    r"\d{1,2}[:.]\d\d(?:[:.]\d\d)?(?: ?[ap]\.?m\b\.?)?",
    r"\d{1,2} ?[ap]\.?m\b\.?",
    r"(?<![\d-])(?:[01]\d|2[0-3])[0-5]\d(?:[0-5]\d)?(?!\d)(?: ?(?:hrs|hours|h)\b)?",
)
CLOCK = re.compile("|".join(_CLOCK))
_ZONES = "|".join(sorted(word_set("datelines", "zones"), key=lambda z: (-len(z), z)))
ZONE = re.compile(rf"(?:(?:{_ZONES})\b|local time\b)(?:[+-]\d\d?(?::?\d\d?)?)?|[+-]\d\d:?\d\d?(?!\d)")


class HeadDate(NamedTuple):
    """A date and where it stands. `days` are the days it may mean: more than one where month and day in figures
    can be mistaken; ``--09-06`` where no year is given."""

    start: int
    end: int
    days: tuple[str, ...]
    weekday: int | None


def head_dates(text: str, start: int = 0, end: int | None = None) -> tuple[HeadDate, ...]:
    """The dates written between two places of the text, none inside another."""
    base = max(0, start - 2)  # the patterns look two characters back
    view = lowered(folded(text[base:end]))
    found: list[HeadDate] = []
    for pattern in _FORMS:
        for match in pattern.finditer(view, start - base):
            days = _days(match)
            date = HeadDate(base + match.start(), base + match.end(), days, _weekday(match))
            if days and not any(date.start < d.end and d.start < date.end for d in found):
                found.append(date)
    return tuple(sorted(found))


def date_at(text: str, start: int, end: int) -> HeadDate | None:
    """The date that begins exactly here."""
    return next((d for d in head_dates(text, start, min(end, start + 60)) if d.start == start), None)


def _weekday(match: re.Match[str]) -> int | None:
    name = match.groupdict().get("weekday")
    return WEEKDAYS[name.rstrip(".")] if name else None


def _days(match: re.Match[str]) -> tuple[str, ...]:
    groups = match.groupdict()
    year = _full_year(groups.get("year"))
    if groups.get("month"):
        pairs = [(MONTHS[groups["month"].rstrip(".")], int(groups["day"]))]
    else:
        first, second = int(groups["first"]), int(groups["second"])
        day_first = "." in match.group()  # who writes full stops between figures puts the day first
        pairs = [(first, second)] if groups.get("sep") else [(second, first), (first, second)][: 1 if day_first else 2]
    return tuple(dict.fromkeys(day for month, number in pairs if (day := iso(year, month, number))))


def _full_year(written: str | None) -> int | None:
    if written is None:
        return None
    year = int(written)
    return year if len(written) == 4 else year + (2000 if year <= _PIVOT else 1900)


def labels(key: str) -> frozenset[str]:
    return frozenset(load("datelines")[key])


def residue(text: str, start: int, end: int) -> Iterator[str]:
    """The words between two places that are no part of a date, a clock, a zone or a label."""
    view = lowered(folded(text[start:end]))
    covered = bytearray(len(view))
    for date in head_dates(view):
        covered[date.start : date.end] = b"x" * (date.end - date.start)
    for pattern in (CLOCK, ZONE):
        for match in pattern.finditer(view):
            covered[match.start() : match.end()] = b"x" * len(match.group())
    known = labels("published") | labels("updated") | labels("filler")
    weekdays_months = WEEKDAYS.keys() | MONTHS.keys()
    for match in re.finditer(r"[^\W_]+(?:['.][^\W_]+)*", view):
        word = match.group()
        if not all(covered[match.start() : match.end()]) and word not in known and word not in weekdays_months:
            yield text[start + match.start() : start + match.end()]
