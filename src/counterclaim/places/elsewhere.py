"""Places that a report names without a word of place, known from the other reports ("Alder calm again")."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from counterclaim.model import Draft, Reading, Span, Spans
from counterclaim.places.finding.evidence import is_country
from counterclaim.places.naming import plain_name

ENOUGH = 0.5  # share of the reports with the name that must place a claim there: a surname is seldom mistaken so often
SHORT = 4  # letters below which a name is also many other things

Key = tuple[str, Spans]


def known_elsewhere(readings: Sequence[Reading]) -> dict[Key, Span]:
    """For claims for which their report knows no place at all: the name in their words that most reports know as one.

    By report and content. A name inside a longer one ("Alder Front") is not that of the place.
    """
    names = _names(readings)
    found: dict[Key, Span] = {}
    for reading in readings:
        text = reading.report.text
        new = sorted(n for n in names if n in text)
        pattern = re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, new))})(?![\w-])(?! [A-Z])")
        for draft in reading.drafts if new else ():
            placeless = draft.place is None and draft.kind != "statement"
            span = _first(text, draft.content, pattern) if placeless else None
            if span is not None:
                found[(draft.report, draft.content)] = span
    return found


def _names(readings: Sequence[Reading]) -> frozenset[str]:
    """The names that at least half of the reports which have them use for the place of a claim."""
    placing: Counter[str] = Counter()
    for reading in readings:
        placing.update(set(_own_names(reading)))
    texts = [reading.report.text for reading in readings]
    return frozenset(n for n, count in placing.items() if count >= ENOUGH * sum(n in text for text in texts))


def _own_names(reading: Reading) -> Iterator[str]:
    for draft in reading.drafts:
        if draft.place is not None and _is_own(draft):
            name = plain_name(draft.place.of(reading.report.text))
            if len(name) >= SHORT and not name.isupper() and not is_country(name):
                yield name


def _is_own(draft: Draft) -> bool:
    """The place stands in the claim's own words."""
    return draft.place is not None and any(span.overlaps(draft.place) for span in draft.content)


def _first(text: str, content: Spans, pattern: re.Pattern[str]) -> Span | None:
    found = (m for span in content for m in pattern.finditer(text, span.start, span.end))
    return next((Span(m.start(), m.end()) for m in found), None)
