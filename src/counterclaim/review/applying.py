"""Decisions applied over a ledger: what the pages and exports show."""

from collections.abc import Sequence

from counterclaim.model import Decision, Ledger, Record
from counterclaim.review.standing import standing


class Review(Record, frozen=True):
    """A ledger with what people decided about it.

    `ledger` has the decisions applied; `decided` holds, for each mention, the decisions about it that stand (those
    undone are left out); `lost` are those that name mentions which the ledger no longer has.
    """

    ledger: Ledger
    decided: dict[str, tuple[Decision, ...]]
    lost: tuple[Decision, ...]


def review(ledger: Ledger, decisions: Sequence[Decision]) -> Review:
    """The ledger under the decisions, in their order. It is the same ledger where none of them changes a value."""
    known = {mention.id for mention in ledger.mentions}
    held = standing(decisions)
    decided: dict[str, tuple[Decision, ...]] = {}
    for decision in held:
        for mention in decision.mentions:
            decided[mention] = (*decided.get(mention, ()), decision)
    return Review(ledger, decided, tuple(d for d in held if not known.issuperset(d.mentions)))
