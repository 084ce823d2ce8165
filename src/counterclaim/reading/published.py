"""The day on which a report was published, how exactly it is known, and what says so.

A page's own clock and the footer's year are no evidence: only what the report gives, its address, and, for what
it leaves open, the other reports of the same event.
"""

import re
from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from counterclaim.model import Block, Precision, Published
from counterclaim.reading.headdates import HeadDate, head_dates, labels
from counterclaim.reading.posts import posts
from counterclaim.reading.weekdays import LEAD, article_start, day_name, lead_weekdays, weekday_of
from counterclaim.text import folded, lowered
from counterclaim.values.dates import EARLIEST, LATEST, MONTHS, calendar_dates

_URL_DATES = (
    re.compile(r"(?<!\d)((?:19|20)\d\d)([/-])(\d{1,2})\2(\d{1,2})(?!\d)"),
    re.compile(r"(?<!\d)((?:19|20)\d\d)()([01]\d)([0-3]\d)(?!\d)"),
)
_URL_NAMED = re.compile(rf"/((?:19|20)\d\d)/({'|'.join(sorted(MONTHS, key=lambda m: (-len(m), m)))})/(\d{{1,2}})/")
_URL_MONTH = re.compile(r"/((?:19|20)\d\d)/(\d{2})(?=/|$)")
_GIVEN = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?(?![\d-])")
_YEAR = re.compile(r"(?<![\d.,$€£-])((?:19|20)\d\d)(?![\d,.]\d|\d|-)")


def published(
    text: str, blocks: Sequence[Block], url: str | None, given: str | None = None, basis: str = "given with the report"
) -> Published | None:
    """The day of publication by the report alone; None where nothing says it."""
    return (
        of_iso(given, basis)
        or _of_datelines(text, blocks, url)
        or of_address(url)
        or _of_unfinished(text, blocks)
        or _of_posts(text, blocks)
        or _of_lead(text, blocks)
    )


def of_iso(written: str | None, basis: str) -> Published | None:
    """A day, month or year written as data, with or without a time; in words too."""
    if not written:
        return None
    match = _GIVEN.match(written.strip())
    if match:
        parts = [int(part) for part in match.groups() if part]
        return _valid(parts, basis)
    dates = [d for d in head_dates(written) if len(d.days) == 1 and not d.days[0].startswith("--")]
    return Published(dates[0].days[0], "day", basis) if dates else None


def _valid(parts: list[int], basis: str) -> Published | None:
    try:
        day = date(*[*parts, 1, 1][:3]).isoformat()
    except ValueError:
        return None
    if not EARLIEST <= parts[0] <= LATEST:
        return None
    lengths: dict[int, tuple[int, Precision]] = {1: (4, "year"), 2: (7, "month"), 3: (10, "day")}
    length, precision = lengths[len(parts)]
    return Published(day[:length], precision, basis)


# ── what the head says ──────────────────────────────────────────────────────────────────────────────────


def _of_datelines(text: str, blocks: Sequence[Block], url: str | None) -> Published | None:
    """The full date of a dateline: of the first publication rather than of an update."""
    found = [
        (_rank(text, block, d), block, d) for block, d in dated_lines(text, blocks) if not d.days[0].startswith("--")
    ]
    for _, block, d in sorted(found, key=lambda f: f[0]):
        day = _told_apart(text, d, url)
        if day:
            return Published(day, "day", quoted("dateline", text, block))
    for _, block, d in found:
        return Published(d.days[0][:4], "year", quoted("day and month can be mistaken in the dateline", text, block))
    return None


def dated_lines(text: str, blocks: Sequence[Block]) -> Iterator[tuple[Block, HeadDate]]:
    for block in blocks:
        if block.kind == "dateline":
            for d in head_dates(text, block.start, block.end):
                yield block, d


def _rank(text: str, block: Block, d: HeadDate) -> int:
    """First what is called published, then what is called nothing, then what is called updated."""
    before = set(re.findall(r"[a-z]+", lowered(folded(text[block.start : d.start]))))
    if before & labels("updated"):
        return 2
    return 0 if before & labels("published") else 1


def _told_apart(text: str, d: HeadDate, url: str | None) -> str | None:
    """The one day that a date in figures means: by its weekday, the address, or the weekdays of the lead."""
    if len(d.days) == 1:
        return d.days[0]
    by_name = [day for day in d.days if d.weekday is not None and weekday_of(day) == d.weekday]
    address = of_address(url)
    by_address = [day for day in d.days if address and day.startswith(address.day)]
    lead = lead_weekdays(text, d.end)
    by_lead = [day for day in d.days if lead and weekday_of(day) in (lead[0], (lead[0] + 1) % 7)]
    return next((days[0] for days in (by_name, by_address, by_lead) if len(days) == 1), None)


def _of_unfinished(text: str, blocks: Sequence[Block]) -> Published | None:
    """A dateline without a year, where the text names a year in which the weekdays of the lead fit."""
    for block, d in dated_lines(text, blocks):
        years = _years(text, blocks)
        weekday = _own_weekday(text, d, block.end)
        if years and weekday is not None:
            day = in_year(d.days[0], max(years))
            if day and weekday_of(day) == weekday:
                because = f"; {max(years)} is the latest year named, and the weekday fits"
                return Published(day, "day", quoted("dateline", text, block) + because)
    return None


def _years(text: str, blocks: Sequence[Block]) -> list[int]:
    return [int(m[1]) for b in blocks if b.kind != "chrome" for m in _YEAR.finditer(text, b.start, b.end)]


def _own_weekday(text: str, d: HeadDate, after: int) -> int | None:
    lead = lead_weekdays(text, after)
    return d.weekday if d.weekday is not None else (lead[0] if lead else None)


def in_year(partial: str, year: int) -> str | None:
    """``--09-06`` in a year; None for a 29 February that it has not."""
    try:
        return date(year, int(partial[2:4]), int(partial[5:7])).isoformat()
    except ValueError:
        return None


# ── the address ─────────────────────────────────────────────────────────────────────────────────────────


def of_address(url: str | None) -> Published | None:
    """The day or month in an address, as most newspapers' archives write it."""
    if not url:
        return None
    low = url.lower()
    for pattern in _URL_DATES:
        for match in pattern.finditer(low):
            found = _valid([int(match[1]), int(match[3]), int(match[4])], f'address "{match.group()}"')
            if found:
                return found
    named_day = _URL_NAMED.search(low)
    if named_day:
        parts = [int(named_day[1]), MONTHS[named_day[2]], int(named_day[3])]
        return _valid(parts, f'address "{named_day.group().strip("/")}"')
    month = _URL_MONTH.search(low)
    return _valid([int(month[1]), int(month[2])], f'address "{month.group().strip("/")}"') if month else None


# ── posts and the lead ──────────────────────────────────────────────────────────────────────────────────


def _of_posts(text: str, blocks: Sequence[Block]) -> Published | None:
    """The latest embedded post's day, or the day after which the lead names by its weekday."""
    days = []
    for block in blocks:
        if block.kind == "post":
            days += [p.date.days[0] for p in posts(text, block.start, block.end) if p.date and len(p.date.days) == 1]
    full = [day for day in days if not day.startswith("--")]
    if not full:
        return None
    latest = max(full)
    lead = lead_weekdays(text, article_start(blocks))
    basis = f"latest embedded post, of {latest}"
    for weekday in lead[:1]:
        ahead = (weekday - weekday_of(latest)) % 7
        if ahead <= 1:
            day = (date.fromisoformat(latest) + timedelta(days=ahead)).isoformat()
            return Published(day, "day", f"{basis}; the lead names {day_name(weekday)}")
    return Published(latest, "day", basis)


def _of_lead(text: str, blocks: Sequence[Block]) -> Published | None:
    """A full date in the lead, where the report tells of it as its news."""
    start = article_start(blocks)
    lead = text[start : start + LEAD]
    full = [d for d in calendar_dates(lead) if d.precision == "day" and not d.day.startswith("--")]
    years = [int(m[1]) for m in _YEAR.finditer(text)]
    if not full or int(full[0].day[:4]) < max(years, default=0):
        return None
    latest = max(full, key=lambda d: d.day)
    return Published(latest.day, "day", f'latest date in the lead, "{latest.span.of(lead)}"')


def quoted(what: str, text: str, block: Block) -> str:
    words = " ".join(text[block.start : block.end].split())
    return f'{what} "{words}"'
