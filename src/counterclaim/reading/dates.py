"""The day on which a report was published, how exactly it is known, and what says so.

A page's own clock and the footer's year are no evidence: only what the report gives, its address, and, for what
it leaves open, the other reports of the same event.
"""

import re
from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from counterclaim.model import Block, Precision, Published, Report
from counterclaim.reading.headdates import HeadDate, head_dates, labels
from counterclaim.reading.likeness import Likeness
from counterclaim.reading.posts import posts
from counterclaim.text import folded, lowered
from counterclaim.values.dates import MONTHS, WEEKDAYS, calendar_dates, named

# The lead: here a report says when things happened, in its own days.
_LEAD = 600
# A weekday in a report's lead is mostly its own day or one of the two before; never more than half a week off.
_HALF_WEEK = 3
# Reports of one event that share this much of their wording (cosine of rare words) are of the same days.
_ALIKE = 0.15
# Days of a cluster's dated reports within which one weekday means one day.
_WEEK = 6

_URL_DATES = (
    re.compile(r"(?<!\d)((?:19|20)\d\d)([/-])(\d{1,2})\2(\d{1,2})(?!\d)"),
    re.compile(r"(?<!\d)((?:19|20)\d\d)()([01]\d)([0-3]\d)(?!\d)"),
)
_URL_NAMED = re.compile(rf"/((?:19|20)\d\d)/({'|'.join(sorted(MONTHS, key=lambda m: (-len(m), m)))})/(\d{{1,2}})/")
_URL_MONTH = re.compile(r"/((?:19|20)\d\d)/(\d{2})(?=/|$)")
_GIVEN = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?(?![\d-])")
_WEEKDAY = re.compile(rf"\b(?P<name>{named(WEEKDAYS)})")
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
        day = date(*(parts + [1, 1])[:3]).isoformat()
    except ValueError:
        return None
    lengths: dict[int, tuple[int, Precision]] = {1: (4, "year"), 2: (7, "month"), 3: (10, "day")}
    length, precision = lengths[len(parts)]
    return Published(day[:length], precision, basis)


# ── what the head says ──────────────────────────────────────────────────────────────────────────────────


def _of_datelines(text: str, blocks: Sequence[Block], url: str | None) -> Published | None:
    """The full date of a dateline: of the first publication rather than of an update."""
    found = [(_rank(text, block, d), block, d) for block, d in _dated(text, blocks) if not d.days[0].startswith("--")]
    for _, block, d in sorted(found, key=lambda f: f[0]):
        day = _told_apart(text, d, url)
        if day:
            return Published(day, "day", _quoted("dateline", text, block))
    for _, block, d in found:
        return Published(d.days[0][:4], "year", _quoted("day and month can be mistaken in the dateline", text, block))
    return None


def _dated(text: str, blocks: Sequence[Block]) -> Iterator[tuple[Block, HeadDate]]:
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
    by_name = [day for day in d.days if d.weekday is not None and _weekday(day) == d.weekday]
    address = of_address(url)
    by_address = [day for day in d.days if address and day.startswith(address.day)]
    lead = _lead_weekdays(text, d.end)
    by_lead = [day for day in d.days if lead and _weekday(day) in (lead[0], (lead[0] + 1) % 7)]
    return next((days[0] for days in (by_name, by_address, by_lead) if len(days) == 1), None)


def _of_unfinished(text: str, blocks: Sequence[Block]) -> Published | None:
    """A dateline without a year, where the text names a year in which the weekdays of the lead fit."""
    for block, d in _dated(text, blocks):
        years = _years(text, blocks)
        weekday = _own_weekday(text, d, block.end)
        if years and weekday is not None:
            day = _in_year(d.days[0], max(years))
            if day and _weekday(day) == weekday:
                basis = _quoted("dateline", text, block) + f"; {max(years)} is the latest year named, and the weekday fits"
                return Published(day, "day", basis)
    return None


def _years(text: str, blocks: Sequence[Block]) -> list[int]:
    return [int(m[1]) for b in blocks if b.kind != "chrome" for m in _YEAR.finditer(text, b.start, b.end)]


def _own_weekday(text: str, d: HeadDate, after: int) -> int | None:
    lead = _lead_weekdays(text, after)
    return d.weekday if d.weekday is not None else (lead[0] if lead else None)


def _in_year(partial: str, year: int) -> str | None:
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
    lead = _lead_weekdays(text, _article_start(blocks))
    basis = f"latest embedded post, of {latest}"
    for weekday in lead[:1]:
        ahead = (weekday - _weekday(latest)) % 7
        if ahead <= 1:
            day = (date.fromisoformat(latest) + timedelta(days=ahead)).isoformat()
            return Published(day, "day", f"{basis}; the lead names {_day_name(weekday)}")
    return Published(latest, "day", basis)


def _of_lead(text: str, blocks: Sequence[Block]) -> Published | None:
    """A full date in the lead, where the report tells of it as its news."""
    start = _article_start(blocks)
    lead = text[start : start + _LEAD]
    full = [d for d in calendar_dates(lead) if d.precision == "day" and not d.day.startswith("--")]
    years = [int(m[1]) for m in _YEAR.finditer(text)]
    if not full or int(full[0].day[:4]) < max(years, default=0):
        return None
    latest = max(full, key=lambda d: d.day)
    return Published(latest.day, "day", f'latest date in the lead, "{latest.span.of(lead)}"')


def _article_start(blocks: Sequence[Block]) -> int:
    return next((b.start for b in blocks if b.kind in ("paragraph", "quotation", "post")), 0)


def _lead_weekdays(text: str, start: int) -> list[int]:
    """The weekdays named in the lead, the one that the report most likely stands on first: one beside a verb of
    saying ("said on Sunday") and then as they come; "last Sunday" and "Sunday's" lie back."""
    view = lowered(folded(text[start : start + _LEAD]))
    ranked = []
    for match in _WEEKDAY.finditer(view):
        before, after = view[max(0, match.start() - 14) : match.start()], view[match.end() : match.end() + 7]
        back = before.rstrip().endswith(("last", "since", "until", "before", "from", "previous")) or after.startswith(
            ("'s", "s ", " night", " evenin", " before")
        )
        said = re.search(rf"{_SAID} (?:\w+ )?(?:on )?$", before) is not None
        if text[start + match.start()].isupper():
            ranked.append((back, not said, match.start(), WEEKDAYS[match["name"].rstrip(".")]))
    return [weekday for *_, weekday in sorted(ranked)]


_SAID = r"(?:said|says|claimed|announced|reported|told|denied|stated|warned|declared|confirmed|vowed|tweeted|wrote)"


def _weekday(day: str) -> int:
    return date.fromisoformat(day).weekday()


def _day_name(weekday: int) -> str:
    return next(name for name, number in WEEKDAYS.items() if number == weekday).capitalize()


def _quoted(what: str, text: str, block: Block) -> str:
    words = " ".join(text[block.start : block.end].split())
    return f'{what} "{words}"'


# ── what the other reports of the event say ─────────────────────────────────────────────────────────────


def dated_together(reports: Sequence[Report]) -> list[Report]:
    """The reports with days that others of the same event let one infer; the order given does not matter.

    Only days that a report gives by itself are drawn on, never inferred ones.
    """
    dated = sorted(
        (r for r in reports if r.published and r.published.precision == "day"), key=lambda r: (_day_of(r), r.id)
    )
    if not dated or len(dated) == len(reports):
        return list(reports)
    likeness = Likeness([r.text for r in dated])
    return [r if _is_dated(r) else _dated_by(r, dated, likeness) for r in reports]


def _is_dated(report: Report) -> bool:
    return report.published is not None and report.published.precision == "day"


def _day_of(report: Report) -> str:
    assert report.published is not None
    return report.published.day


def _dated_by(report: Report, dated: Sequence[Report], likeness: Likeness) -> Report:
    """The report with its day from the dated one most like it, held to its own weekdays and dates."""
    scores = likeness.to(report.text)
    best = max(range(len(dated)), key=lambda n: (scores[n], -n))
    anchor = date.fromisoformat(_day_of(dated[best]))
    found = _completed(report, anchor, dated[best]) or _by_weekday(report, anchor, dated, best, scores[best])
    if not _agrees(found, report.published):
        return report
    return _with(report, found)


def _completed(report: Report, anchor: date, like: Report) -> Published | None:
    """A dateline without a year, in the year nearest to a like report's day."""
    for block, d in _dated(report.text, report.blocks):
        days = [day for year in (-1, 0, 1) if (day := _in_year(d.days[0], anchor.year + year)) and d.days[0][0] == "-"]
        if days:
            day = min(days, key=lambda day: abs(date.fromisoformat(day) - anchor))
            basis = _quoted("dateline", report.text, block) + f"; the year is that of {like.source}"
            return Published(day, "day", basis)
    return None


def _by_weekday(
    report: Report, anchor: date, dated: Sequence[Report], best: int, score: float
) -> Published | None:
    """The weekday of the lead on the day nearest to a like report's; only the month where that is not certain."""
    like = dated[best]
    lead = _lead_weekdays(report.text, _article_start(report.blocks))
    days = [date.fromisoformat(_day_of(r)) for r in dated]
    narrow = (max(days) - min(days)).days <= _WEEK
    if lead and (score >= _ALIKE or narrow):
        ahead = (lead[0] - anchor.weekday() + _HALF_WEEK) % 7 - _HALF_WEEK
        day = (anchor + timedelta(days=ahead)).isoformat()
        return Published(day, "day", f"the {_day_name(lead[0])} of its lead nearest to {anchor}, the day of {like.source}, the dated report most like it")
    if score >= _ALIKE or narrow:
        return Published(anchor.isoformat()[:7], "month", f"the month of {like.source}, the dated report most like it")
    years = {day.year for day in days}
    return Published(str(years.pop()), "year", "the year of the other reports") if len(years) == 1 else None


def _agrees(found: Published | None, known: Published | None) -> bool:
    return found is not None and (known is None or found.day.startswith(known.day))


def _with(report: Report, found: Published | None) -> Report:
    return Report(
        report.id, report.source, report.url, report.outlet, report.title, found, report.language, report.text, report.blocks
    )  # fmt: skip


__all__ = ["dated_together", "of_address", "of_iso", "published"]
