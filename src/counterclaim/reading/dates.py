"""The days that reports of one event let one infer of each other; `published` finds what each says by itself."""

from collections.abc import Sequence
from datetime import date, timedelta

import msgspec

from counterclaim.model import Published, Report
from counterclaim.reading.likeness import Likeness
from counterclaim.reading.published import dated_lines, in_year, of_address, of_iso, published, quoted
from counterclaim.reading.weekdays import article_start, day_name, lead_weekdays

# A weekday in a report's lead is mostly its own day or one of the two before; never more than half a week off.
_HALF_WEEK = 3
# Reports of one event that share this much of their wording (cosine of rare words) are of the same days.
_ALIKE = 0.15
# Days of a cluster's dated reports within which one weekday means one day.
_WEEK = 6


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
    return report.published.day if report.published else ""


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
    for block, d in dated_lines(report.text, report.blocks):
        days = [day for year in (-1, 0, 1) if (day := in_year(d.days[0], anchor.year + year)) and d.days[0][0] == "-"]
        if days:
            day = min(days, key=lambda day: abs(date.fromisoformat(day) - anchor))
            basis = quoted("dateline", report.text, block) + f"; the year is that of {like.source}"
            return Published(day, "day", basis)
    return None


def _by_weekday(report: Report, anchor: date, dated: Sequence[Report], best: int, score: float) -> Published | None:
    """The weekday of the lead on the day nearest to a like report's; only the month where that is not certain."""
    like = dated[best]
    lead = lead_weekdays(report.text, article_start(report.blocks))
    days = [date.fromisoformat(_day_of(r)) for r in dated]
    narrow = (max(days) - min(days)).days <= _WEEK
    if lead and (score >= _ALIKE or narrow):
        ahead = (lead[0] - anchor.weekday() + _HALF_WEEK) % 7 - _HALF_WEEK
        day = (anchor + timedelta(days=ahead)).isoformat()
        near = f"nearest to {anchor}, the day of {like.source}, the dated report most like it"
        return Published(day, "day", f"the {day_name(lead[0])} of its lead {near}")
    if score >= _ALIKE or narrow:
        return Published(anchor.isoformat()[:7], "month", f"the month of {like.source}, the dated report most like it")
    years = {day.year for day in days}
    return Published(str(years.pop()), "year", "the year of the other reports") if len(years) == 1 else None


def _agrees(found: Published | None, known: Published | None) -> bool:
    return found is not None and (known is None or found.day.startswith(known.day))


def _with(report: Report, found: Published | None) -> Report:
    return msgspec.structs.replace(report, published=found)


__all__ = ["dated_together", "of_address", "of_iso", "published"]
