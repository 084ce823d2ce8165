"""Which report of a group had the passage first, and what says so. "unknown" is an answer."""

import re
from collections.abc import Mapping, Sequence

from counterclaim.ids import content_id
from counterclaim.model import CopyGroup, Passage, Report
from counterclaim.text import folded, lowered

UNKNOWN = "unknown"

# An agency's short name as datelines have it, and how many characters into a passage a dateline may reach.
CREDIT = re.compile(r"\(([A-Z][A-Za-z]{1,11})\) ?[-:]")
OPENING = 40

# And as the last words of a report have it: "… until dawn. --VPA", "(VPA)", "Source: VPA".
SIGNED = re.compile(r"(?:(?:^|\s)--? ?|\(|\b[Ss]ource:? )([A-Z][A-Za-z]{1,11})\)?\.?\s*$")

# Where a credit stands: before the passage within this many characters, or in the report's first or last lines.
NEAR = 200
# Most of a report lies in the passage: the report is that passage and little else.
WHOLE = 0.85


def directed(passages: Sequence[Passage], reports: Mapping[str, Report]) -> CopyGroup:
    """The group with its origin: by credit, by date, by inclusion, or unknown; an agency is none of the reports."""
    origin, basis = (
        by_credit(passages, reports)
        or by_agency(passages, reports)
        or by_date(passages, reports)
        or by_inclusion(passages, reports)
        or (None, UNKNOWN)
    )
    id = content_id("k", *([p.report, p.start, p.end] for p in passages))
    return CopyGroup(id=id, origin=origin, basis=basis, passages=tuple(passages))


def by_credit(passages: Sequence[Passage], reports: Mapping[str, Report]) -> tuple[str | None, str] | None:
    """Another carrier names the outlet of one, and no carrier names a second outlet of the group."""
    outlets = {p.report: outlet for p in passages if (outlet := reports[p.report].outlet)}
    named = {outlet: naming(outlet) for outlet in outlets.values()}
    credited: dict[str, str] = {}
    for passage in passages:
        near = lowered(folded(vicinity(passage, reports[passage.report])))
        for report, outlet in outlets.items():
            if outlet != outlets.get(passage.report) and named[outlet].search(near):
                credited.setdefault(report, outlet)
    if len(credited) != 1:
        return None
    [(report, outlet)] = credited.items()
    return report, f"credit to {outlet}"


def by_agency(passages: Sequence[Passage], reports: Mapping[str, Report]) -> tuple[str | None, str] | None:
    """All carriers credit one agency, as datelines do: "MARN, May 2 (VPA) - "; the original is not among them."""
    shared = set.intersection(*(agencies(p, reports[p.report]) for p in passages))
    return (None, f"agency copy, all credit {min(shared)}") if shared else None


def agencies(passage: Passage, report: Report) -> set[str]:
    """The short names in datelines at the head of the report, shortly before the passage and where it opens, and in
    the report's last words.
    """
    text, start = folded(report.text), passage.start
    places = (text[: min(NEAR, start)], text[max(0, start - NEAR) : start + OPENING])
    signed = SIGNED.finditer(text[max(0, article_end(report) - NEAR) : article_end(report)])
    found = (*(match for place in places for match in CREDIT.finditer(place)), *signed)
    return {match.group(1) for match in found}


def article_end(report: Report) -> int:
    """Where the article ends and the rest of its page begins."""
    return max((block.end for block in report.blocks if block.kind != "chrome"), default=len(report.text))


def vicinity(passage: Passage, report: Report) -> str:
    """The passage, the words before it, and the first and last lines of its report, where credits stand."""
    text = report.text
    return "\n".join((text[:NEAR], text[max(0, passage.start - NEAR) : passage.end + NEAR], text[-NEAR:]))


def naming(outlet: str) -> re.Pattern[str]:
    """What finds the outlet's name, as whole words, in a text that is folded and in small letters."""
    return re.compile(rf"(?<!\w){re.escape(lowered(folded(outlet)))}(?!\w)")


def by_date(passages: Sequence[Passage], reports: Mapping[str, Report]) -> tuple[str | None, str] | None:
    """All days of publication are known and one report is earlier than all others."""
    days = sorted((day, p.report) for p in passages if (day := known_day(reports[p.report])) is not None)
    if len(days) < len(passages) or days[0][0] == days[1][0]:
        return None
    return days[0][1], f"earliest date, {days[0][0]}"


def known_day(report: Report) -> str | None:
    """The day of publication, where it is known to the day."""
    return report.published.day if report.published and report.published.precision == "day" else None


def by_inclusion(passages: Sequence[Passage], reports: Mapping[str, Report]) -> tuple[str | None, str] | None:
    """One report is the passage and little else, and the others carry it among more, of no earlier day."""
    whole = [p.report for p in passages if len(p.span) >= WHOLE * len(reports[p.report].text.strip())]
    if len(whole) != 1:
        return None
    day, others = known_day(reports[whole[0]]), [known_day(reports[p.report]) for p in passages]
    if any(other is not None and (day is None or other < day) for other in others):
        return None
    return whole[0], "the whole report stands inside the others"
