"""The weekdays that a report names in its lead: what it calls the days around its own."""

import re
from collections.abc import Sequence
from datetime import date

from counterclaim.model import Block
from counterclaim.text import folded, lowered
from counterclaim.values.dates import WEEKDAYS, named

# The lead: here a report says when things happened, in its own days.
LEAD = 600

_WEEKDAY = re.compile(rf"\b(?P<name>{named(WEEKDAYS)})")
_SAID = r"(?:said|says|claimed|announced|reported|told|denied|stated|warned|declared|confirmed|vowed|tweeted|wrote)"


def article_start(blocks: Sequence[Block]) -> int:
    return next((b.start for b in blocks if b.kind in ("paragraph", "quotation", "post")), 0)


def lead_weekdays(text: str, start: int) -> list[int]:
    """The weekdays named in the lead, the one that the report most likely stands on first: one beside a verb of
    saying ("said on Sunday") and then as they come; "last Sunday" and "Sunday's" lie back."""
    view = lowered(folded(text[start : start + LEAD]))
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


def weekday_of(day: str) -> int:
    return date.fromisoformat(day).weekday()


def day_name(weekday: int) -> str:
    return next(name for name, number in WEEKDAYS.items() if number == weekday).capitalize()
