"""One claim for one assertion: what to keep when several words of a clause evoke the same kind."""

from counterclaim.claims.hits import Hit
from counterclaim.model import Kind, Quantity


def merged(hits: list[Hit]) -> list[Hit]:
    """The hits in text order, without those that say again what another of their kind in the same words says."""
    by_kind: dict[Kind, list[Hit]] = {}
    for hit in hits:
        by_kind.setdefault(hit.match.frame.kind, []).append(hit)
    kept = [hit for found in by_kind.values() for hit in _apart(found)]
    return sorted(kept, key=lambda h: (h.clause, h.match.trigger, h.match.frame.kind))


def _apart(found: list[Hit]) -> list[Hit]:
    """Hits of one kind, the strongest first, each but those that an earlier one already tells."""
    kept: list[Hit] = []
    for hit in sorted(found, key=_rank):
        if not any(tells_again(hit, other) for other in kept):
            kept.append(hit)
    return kept


def _rank(hit: Hit) -> tuple[bool, bool, int, int]:
    """A hit with a figure, on a verb or state, with the longer clause comes first."""
    return (
        hit.quantity is None,
        hit.match.form in ("nouns", "anywhere", "suffixes", "modals"),
        -len(hit.clause),
        hit.clause.start,
    )


def tells_again(hit: Hit, other: Hit) -> bool:
    """The two share most words of the shorter and do not count different things."""
    shared = min(hit.clause.end, other.clause.end) - max(hit.clause.start, other.clause.start)
    if shared < 0.5 * min(len(hit.clause), len(other.clause)):
        return False
    return _same(hit.quantity, other.quantity) or hit.counted == other.counted


def _same(one: Quantity | None, other: Quantity | None) -> bool:
    return one is None or other is None or (one.low, one.high) == (other.low, other.high)
