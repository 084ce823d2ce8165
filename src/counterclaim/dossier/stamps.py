"""What people decided about a claim, in words: shown as a small solid mark beside it."""

from collections.abc import Sequence
from datetime import UTC, datetime

import msgspec

from counterclaim.dossier.index import clipped
from counterclaim.dossier.words import MONTHS
from counterclaim.model import Action, Decision

DONE: dict[Action, str] = {
    "accept": "accepted", "reject": "rejected", "correct": "corrected", "merge": "joined", "split": "taken apart",
    "party": "party set", "add": "added", "note": "noted", "undo": "undone",
}  # fmt: skip


def stamps(decisions: Sequence[Decision]) -> tuple[str, ...]:
    """A line for each decision: "quantity corrected to “20” by Ana, 22 Nov 2026, 01:10 UTC"."""
    return tuple(f"{deed(d)} by {d.user}, {moment(d.at)}" + (f": {clipped(d.note, 200)}" if d.note else "")
                 for d in decisions)  # fmt: skip


def deed(decision: Decision) -> str:
    """What was done, without who did it and when."""
    done = DONE[decision.action]
    if decision.action == "correct":
        return f"{decision.slot} {done} to {worded(decision.value)}"
    if decision.action == "party":
        return f"{done} to {worded(decision.value)}"
    if decision.action in ("merge", "split") and decision.slot:
        return f"{decision.slot} {done}"
    return done


def worded(value: object) -> str:
    """A value as words; None is none."""
    if value is None:
        return "none"
    text = value if isinstance(value, str) else msgspec.json.encode(value).decode()
    return f"“{clipped(text, 80)}”"


def moment(at: str) -> str:
    """ "22 Nov 2026, 01:10 UTC" of an ISO moment; what is none stands as it is."""
    try:
        found = datetime.fromisoformat(at).astimezone(UTC)
    except ValueError:
        return at
    return f"{found.day} {MONTHS[found.month - 1][:3]} {found.year}, {found:%H:%M} UTC"
