"""Days counted from an anchor, the day on which a report speaks: weekdays, "yesterday", "four days ago"."""

import calendar
import re
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from typing import NamedTuple

from counterclaim.lexicon import load
from counterclaim.model import Span
from counterclaim.values.dates import MONTHS, WEEKDAYS, named

AHEAD = 31  # days by which a date without a year may lie after the anchor; beyond that it is last year's
WINDOW = 90  # characters before a weekday in which wording of the future is sought
SMALL: dict[str, int] = {"a": 1, "an": 1, **load("numbers")["simple"]}


class Range(NamedTuple):
    """Words and the days they stand for, first and last."""

    span: Span
    first: date
    last: date


def _any(words: list[str]) -> str:
    return "(?:" + "|".join(re.escape(w) for w in sorted(words, key=lambda w: (-len(w), w))) + ")"


_LEXICON = load("times")
_OFFSETS: dict[str, tuple[int, int]] = _LEXICON["offsets"]
_FULL_DAYS = {w: n for w, n in WEEKDAYS.items() if w.endswith("day")}
_FULL_MONTHS = {w: n for w, n in MONTHS.items() if len(w) > 4 or w in ("may", "june", "july")}
_NUMBER = rf"(?P<number>\d{{1,3}}|{_any(list(SMALL))})"

_WEEKDAY = re.compile(
    rf"(?<!\w)(?P<lead>(?:last|next|this|coming|past|late|early|earlier|following)(?: on)? ){{0,3}}"
    rf"(?P<weekday>{named(_FULL_DAYS)[:-5]})(?P<owned>'?s)?(?: (?:morning|afternoon|evening|night))?\b"
)
_OFFSET = re.compile(rf"(?<!\w)(?:earlier |late |early )?(?P<words>{_any(list(_OFFSETS))})\b")
_AGO = re.compile(rf"(?<![\w-])(?:about |some )?{_NUMBER} (?P<unit>hour|day|week|month|year)s? ago\b")
_PAST_FEW = re.compile(rf"\b(?:past|last|previous) (?:{_NUMBER} )(?P<unit>hour|day|week|month|year)s?\b")
_CALENDAR = re.compile(
    r"\b(?P<lead>earlier this|later this|this past|last|this|next|over the|at the|the) "
    r"(?P<unit>week|weekend|month|year)\b"
)
_MONTH = re.compile(
    rf"\b(?P<lead>in|since|last|this|next|until|by|early|late|mid)[ -](?P<part>early |late |mid-)?"
    rf"(?P<month>{named(_FULL_MONTHS)[:-3]})(?!\w| \d)(?P<owned>,? last year| this year)?"
)
_FUTURE = re.compile(rf"(?<!\w)(?:{_any(_LEXICON['tense']['future'])}|due(?! to))\b")
_PAST = re.compile(rf"\b{_any(_LEXICON['tense']['past'])}\b")
_NAME_BEFORE = re.compile(rf"\b{_any(_LEXICON['names']['before'])} \Z")
_NAME_AFTER = re.compile(rf" {_any(_LEXICON['names']['after'])}\b")


def anchored(view: str, text: str, anchor: date) -> Iterator[Range]:
    """What the view tells by distance from the anchor, rule by rule; spans of different rules may overlap."""
    for pattern, rule in _RULES:
        for match in pattern.finditer(view):
            found = rule(match, anchor)
            if found is not None and not (pattern is _MONTH and text[match.start("month")].islower()):
                yield Range(Span(*match.span()), *found)


def weekday(match: re.Match[str], anchor: date) -> tuple[date, date] | None:
    """The anchor itself where it is that weekday; else the last one before, or the next where it is to come."""
    if _is_no_day(match):
        return None
    want, words = _FULL_DAYS[match["weekday"]], match.group()
    back = (anchor.weekday() - want) % 7
    if words.startswith(("next", "coming", "following")):
        return _one(anchor, 7 - back)
    if words.startswith("last"):
        return _one(anchor, -(back or 7))
    return _one(anchor, (7 - back) % 7 if _is_ahead(match) else -back)


def _is_no_day(match: re.Match[str]) -> bool:
    """"on Sundays", "The Sunday Mirror", "Bloody Sunday"."""
    view, (start, end) = match.string, match.span()
    if _NAME_AFTER.match(view, end) or _NAME_BEFORE.search(view, max(0, start - 20), start):
        return True
    habit = match["owned"] == "s"  # without its apostrophe the possessive is still followed by what it owns
    return habit and (view[max(0, start - 3) : start] == "on " or not view[end + 1 : end + 2].isalpha())


def _is_ahead(match: re.Match[str]) -> bool:
    """The wording before it, in its sentence, speaks of the future last."""
    view, start = match.string, match.start()
    begin = max(0, start - WINDOW, *(view.rfind(mark, 0, start) for mark in (". ", "? ", "! ", "\n", '"')))
    ahead = max((m.start() for m in _FUTURE.finditer(view, begin, start)), default=-1)
    return ahead > max((m.start() for m in _PAST.finditer(view, begin, start)), default=-1)


def _one(anchor: date, offset: int) -> tuple[date, date] | None:
    return _range(anchor, offset, offset)


def _range(anchor: date, first: int, last: int) -> tuple[date, date] | None:
    """Days by their distance from the anchor; None where they fall off the calendar."""
    try:
        return anchor + timedelta(days=first), anchor + timedelta(days=last)
    except OverflowError:
        return None


def _offset(match: re.Match[str], anchor: date) -> tuple[date, date] | None:
    return _range(anchor, *_OFFSETS[match["words"]])


def _ago(match: re.Match[str], anchor: date) -> tuple[date, date] | None:
    """Days and weeks exactly, hours by the days they may touch, months and years as the whole month or year."""
    number, unit = count(match["number"]), match["unit"]
    if unit in ("day", "week"):
        return _one(anchor, -number * (7 if unit == "week" else 1))
    if unit == "hour":
        return _range(anchor, -(number + 23) // 24, 0)
    return whole_month(anchor, number) if unit == "month" else whole_year(anchor.year - number)


def _past_few(match: re.Match[str], anchor: date) -> tuple[date, date] | None:
    number = count(match["number"])
    days = {"hour": (number + 23) // 24, "day": number, "week": 7 * number, "month": 30 * number, "year": 365 * number}
    return _range(anchor, -days[match["unit"]], 0)


def _stretch(match: re.Match[str], anchor: date) -> tuple[date, date] | None:
    """This, last or next week (from Monday), weekend, month or year."""
    lead, unit = match["lead"], match["unit"]
    if unit == "weekend":
        return _weekend(lead, anchor)
    if lead in ("the", "over the", "at the"):
        return None
    step = {"last": -1, "this past": -1, "next": 1}.get(lead, 0)
    whole = _whole(unit, anchor, step)
    if whole is None or step:
        return whole
    return (anchor, whole[1]) if lead == "later this" else (whole[0], anchor)


def _weekend(lead: str, anchor: date) -> tuple[date, date] | None:
    saturday = -((anchor.weekday() - 5) % 7) + (7 if lead in ("next", "later this") else 0)
    return _range(anchor, saturday, saturday + 1)


def _whole(unit: str, anchor: date, step: int) -> tuple[date, date] | None:
    if unit == "week":
        monday = 7 * step - anchor.weekday()
        return _range(anchor, monday, monday + 6)
    return whole_month(anchor, -step) if unit == "month" else whole_year(anchor.year + step)


def _month(match: re.Match[str], anchor: date) -> tuple[date, date] | None:
    """A month by its name alone, or its early, middle or late part (a third each)."""
    month, lead = _FULL_MONTHS[match["month"]], match["lead"]
    year = nearest_year(anchor, month, 1) - (lead == "last" and month == anchor.month)
    if match["owned"] is not None:
        year = anchor.year - match["owned"].endswith("last year")
    if year < 1:
        return None
    days = calendar.monthrange(year, month)[1]
    part = (match["part"] or lead).strip(" -")
    first, last = {"early": (1, 10), "mid": (11, 20), "late": (21, days)}.get(part, (1, days))
    return date(year, month, first), date(year, month, last)


def nearest_year(anchor: date, month: int, day: int) -> int:
    """The latest year in which the day lies no more than a month after the anchor."""
    years = range(min(anchor.year + 1, 9998), max(anchor.year - 8, 1), -1)  # 8: leap days can be as far apart
    return next((y for y in years if _days_after(anchor, y, month, day) <= AHEAD), anchor.year)


def _days_after(anchor: date, year: int, month: int, day: int) -> int:
    try:
        return (date(year, month, day) - anchor).days
    except ValueError:
        return AHEAD + 1


def whole_month(anchor: date, back: int) -> tuple[date, date] | None:
    """All days of the month so many months before the anchor's."""
    year, month = divmod(anchor.year * 12 + anchor.month - 1 - back, 12)
    if not 1 <= year <= 9999:
        return None
    return date(year, month + 1, 1), date(year, month + 1, calendar.monthrange(year, month + 1)[1])


def whole_year(year: int) -> tuple[date, date] | None:
    return (date(year, 1, 1), date(year, 12, 31)) if 1 <= year <= 9999 else None


def count(words: str) -> int:
    """A small number in figures or words."""
    return SMALL[words] if words in SMALL else int(words)


Rule = Callable[[re.Match[str], date], tuple[date, date] | None]
_RULES: tuple[tuple[re.Pattern[str], Rule], ...] = (
    (_WEEKDAY, weekday),
    (_OFFSET, _offset),
    (_AGO, _ago),
    (_PAST_FEW, _past_few),
    (_CALENDAR, _stretch),
    (_MONTH, _month),
)
