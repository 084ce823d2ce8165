"""What people decided about a claim, in words: shown as a small solid mark beside it."""

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any

from counterclaim.dossier.index import clipped
from counterclaim.dossier.words import MONTHS, figure, listed
from counterclaim.model import Action, Decision, Quantity

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
    return f"“{clipped(plainly(value), 80)}”"


def plainly(value: Any) -> str:
    """A value as the pages say it: a count by its bounds, days by their ends, several names in a row."""
    match value:
        case {"low": low, "high": high}:
            return counted(low, high, value.get("of"))
        case {"from": first, "to": last}:
            return " to ".join(dict.fromkeys((first or "an open day", last or "an open day")))
        case {"day": day}:
            return " ".join(filter(None, (day, value.get("time"))))
        case list():
            return listed(map(str, value)) or "nobody"
        case _:
            return str(value)


def counted(low: int | None, high: int | None, of: str | None) -> str:
    """ "at least 55 soldiers"; who is counted stands even where their number is unknown."""
    known = Quantity(low, high, of, "")
    bounds = "an unknown number" if low is None and high is None else figure(known)
    return " ".join(filter(None, (bounds, of and f"of {of}" if low is None and high is None else of)))


def moment(at: str) -> str:
    """ "22 Nov 2026, 01:10 UTC" of an ISO moment; what is none stands as it is."""
    try:
        found = datetime.fromisoformat(at).astimezone(UTC)
    except ValueError:
        return at
    return f"{found.day} {MONTHS[found.month - 1][:3]} {found.year}, {found:%H:%M} UTC"
