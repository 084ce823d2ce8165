"""Places that a report names without a word of place, known from the other reports ("Alder calm again")."""

from collections import Counter
from collections.abc import Iterator, Sequence, Set

from counterclaim.model import Draft, Reading, Span, Spans
from counterclaim.places.finding.evidence import is_country
from counterclaim.places.naming import plain_name
from counterclaim.places.standing import Seen

ENOUGH = 0.5  # share of the reports with the name that must place a claim there: a surname is seldom mistaken so often
SHORT = 4  # letters below which a name is also many other things


def widely_known(own: Sequence[Set[str]], seen: Sequence[Seen]) -> frozenset[str]:
    """The names that at least half of the reports which have them use for the place of a claim (`own`)."""
    placing = Counter(name for names in own for name in names)
    having = Counter(name for here in seen for name in here.names)
    return frozenset(name for name, count in placing.items() if count >= ENOUGH * having[name])


def own_names(reading: Reading) -> frozenset[str]:
    """The names that stand in a claim's own words for its place; no country is known by a claim alone."""
    return frozenset(_own_names(reading))


def _own_names(reading: Reading) -> Iterator[str]:
    for draft in reading.drafts:
        if draft.place is not None and _is_own(draft):
            name = plain_name(draft.place.of(reading.report.text))
            if len(name) >= SHORT and not name.isupper() and not is_country(name):
                yield name


def _is_own(draft: Draft) -> bool:
    """The place stands in the claim's own words."""
    return draft.place is not None and any(span.overlaps(draft.place) for span in draft.content)


def known_elsewhere(reading: Reading, seen: Seen, names: frozenset[str]) -> dict[Spans, Span]:
    """For claims for which their report knows no place at all: the name in their words that most reports know as one.

    By content. A name inside a longer one ("Alder Front") is not that of the place.
    """
    spans = [Span(start, start + len(name)) for start, name in sorted(seen.at) if name in names]
    found: dict[Spans, Span] = {}
    for draft in reading.drafts if spans else ():
        placeless = draft.place is None and draft.kind != "statement"
        span = _first(reading.report.text, draft.content, spans) if placeless else None
        if span is not None:
            found[draft.content] = span
    return found


def _first(text: str, content: Spans, named: Sequence[Span]) -> Span | None:
    fits = (n for span in content for n in named if span.holds(n) and _is_alone(text, n, span.end))
    return next(fits, None)


def _is_alone(text: str, span: Span, end: int) -> bool:
    """No part of a longer word, and no capital follows before the end of the clause."""
    before, after = text[max(0, span.start - 1) : span.start], text[span.end : min(span.end + 2, end)]
    if before[-1:] == "-" or after[:1] == "-":
        return False
    return not (after[:1] == " " and after[1:].isascii() and after[1:].isupper())
