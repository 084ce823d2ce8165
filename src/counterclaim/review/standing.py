"""Which decisions stand: all that no later one has undone; what undoes an undoing brings the first one back."""

from collections.abc import Sequence

from counterclaim.model import Decision


def standing(decisions: Sequence[Decision]) -> tuple[Decision, ...]:
    """The decisions in force, in order, without the undoings themselves."""
    undone: set[int] = set()
    for decision in sorted(decisions, key=lambda d: -d.id):
        if decision.action == "undo" and decision.id not in undone and type(decision.value) is int:
            undone |= {decision.value} if decision.value < decision.id else set()
    held = (d for d in decisions if d.id not in undone and d.action != "undo")
    return tuple(sorted(held, key=lambda d: d.id))
