"""Which decisions stand: all that no later one has undone; what undoes an undoing brings the first one back."""

from collections.abc import Sequence

from counterclaim.model import Decision


def standing(decisions: Sequence[Decision]) -> tuple[Decision, ...]:
    """The decisions in force, in order, without the undoings themselves."""
    out = undone(decisions)
    held = (d for d in decisions if d.id not in out and d.action != "undo")
    return tuple(sorted(held, key=lambda d: d.id))


def undone(decisions: Sequence[Decision]) -> set[int]:
    """The ids of decisions that a later one has undone, undoings among them."""
    out: set[int] = set()
    for decision in sorted(decisions, key=lambda d: -d.id):
        if decision.action == "undo" and decision.id not in out and type(decision.value) is int:
            out |= {decision.value} if decision.value < decision.id else set()
    return out
