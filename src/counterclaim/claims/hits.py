"""A claim found in a sentence, before its values are named."""

from collections.abc import Sequence
from typing import NamedTuple

from counterclaim.claims.content import content
from counterclaim.claims.counts import Found, figure, single
from counterclaim.claims.matching import Match, matches
from counterclaim.claims.status import Status, status
from counterclaim.model import Quantity, Sentence, Span

# Kinds for which a wish, a plan or an offer is already the act.
OF_WISHES = frozenset({"talks", "denial", "support"})


class Hit(NamedTuple):
    """A match with its clause, how the sentence puts it, and its count (`counted`: where the figure stands)."""

    match: Match
    clause: Span
    status: Status
    quantity: Quantity | None
    counted: Span | None


def hits(sentence: Sentence, found: Sequence[Found]) -> list[Hit]:
    """Every claim that a predicate of the sentence makes; `found` are the counts in it."""
    matched = list(matches(sentence))
    triggers = frozenset(m.trigger for m in matched)
    made: list[Hit] = []
    for match in matched:
        put = status(sentence, match.trigger)
        if put != "?" or match.frame.kind in OF_WISHES:
            made.append(_hit(sentence, match, triggers, put, found))
    return made


def _hit(sentence: Sentence, match: Match, triggers: frozenset[int], put: Status, found: Sequence[Found]) -> Hit:
    clause = content(sentence, match, triggers)
    count = figure(sentence, match, found, clause)
    if count is not None:
        return Hit(match, clause, put, count[1], count[0])
    return Hit(match, clause, put, single(sentence, match), None)
