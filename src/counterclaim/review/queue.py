"""What is left to look at, hardest first."""

from collections.abc import Iterator

from counterclaim.model import Ledger, Mention, Record
from counterclaim.review.applying import Review

CONTESTED = "two sides cannot both be right, and this is what one of them said first"
UNKNOWN = "we could not tell who said this"
DRIFTED = "the reports that retell it do not agree on it"
UNNAMED = "nobody but unnamed sources say so"

# What a reason weighs; the sum of a mention's reasons is how hard it is. A dispute outweighs all else together.
WEIGHTS = {CONTESTED: 8, UNKNOWN: 4, DRIFTED: 2, UNNAMED: 1}


class Left(Record, frozen=True):
    """A mention that nobody has decided about, and why somebody should."""

    mention: str
    reason: str


def left(review: Review) -> tuple[Left, ...]:
    """The mentions to look at: the hardest first, of equals what most reports tell."""
    ledger = review.ledger
    reports = {claim.id: claim.reports for claim in ledger.claims}
    reasons: dict[str, list[str]] = {}
    for mention, reason in _found(ledger):
        if all(decision.action == "note" for decision in review.decided.get(mention.id, ())):
            reasons.setdefault(mention.id, []).append(reason)
    known = {mention.id: mention for mention in ledger.mentions}

    def order(id: str) -> tuple[int, int, str, object, str]:
        mention = known[id]
        weight = sum(WEIGHTS[reason] for reason in reasons[id])
        return -weight, -reports[mention.claim], mention.report, mention.content, id

    return tuple(Left(id, "; ".join(reasons[id])) for id in sorted(reasons, key=order))


def _found(ledger: Ledger) -> Iterator[tuple[Mention, str]]:
    """Each reason to look at a mention, those that weigh most first."""
    originals = {claim.id: claim.original for claim in ledger.claims}
    known = {mention.id: mention for mention in ledger.mentions}
    contested = {c for q in ledger.questions if q.status == "contested" for p in q.positions for c in p.claims}
    yield from ((known[originals[claim]], CONTESTED) for claim in sorted(contested))
    yield from ((m, UNKNOWN) for m in ledger.mentions if m.speaker is None and m.voice != "report")
    drifted = {m for r in ledger.relations if r.kind == "drifts" for side in r.evidence for m in side}
    yield from ((known[mention], DRIFTED) for mention in sorted(drifted))
    unnamed = {actor.id for actor in ledger.actors if actor.kind == "anonymous"}
    yield from ((m, UNNAMED) for m in ledger.mentions if m.speaker in unnamed)
