"""A made-up event to decide about, and decisions in few words."""

from collections.abc import Sequence
from typing import Any

import msgspec

from compare.making import Event, outcome
from counterclaim.model import Decision, Ledger, Made, Mention
from counterclaim.review import Review, review
from counterclaim.review.checking import checked

WEDNESDAY = "2031-05-07T09:30:00.000Z"


def dorn() -> Event:
    """Who holds the town of Dorn, and how many died there."""
    return (
        Event()
        .tell("one", "the army holds all of Dorn", "control", "Colonel Vey", place="Dorn", subject="Army")
        .tell("one", "40 leaguers were killed in Dorn", "killed", "Colonel Vey", (40, 40), "leaguers", "Dorn")
        .tell("two", "the League holds Dorn", "control", "Ina Roth", place="Dorn", subject="League")
        .tell("two", "only 3 leaguers died in Dorn", "killed", "Ina Roth", (3, 3), "leaguers", "Dorn")
        .tell("three", "40 leaguers were killed at Dorn", "killed", "Captain Hask", (40, 40), "leaguers", "Dorn")
        .tell("three", "shots were heard near Lisk", place="Lisk")
    )


# Its mentions, by what they say.
VEY_HOLDS, VEY_KILLED = "m-one-1-control", "m-one-2-killed"
ROTH_HOLDS, ROTH_KILLED = "m-two-1-control", "m-two-2-killed"
HASK_KILLED, SHOTS = "m-three-1-killed", "m-three-2-statement"


def ledger_of(event: Event) -> Ledger:
    case = event.case()
    found = outcome(case)
    return Ledger(
        made=Made("test", {}), reports=case.reports, actors=case.actors, parties=case.parties, places=case.places,
        mentions=found.mentions, claims=found.claims, relations=found.relations, questions=found.questions,
        copies=case.copies, notes=(), rejected=(),
    )  # fmt: skip


def decision(
    id: int,
    action: str,
    mentions: Sequence[str] = (),
    slot: str | None = None,
    value: Any = None,
    note: str | None = None,
) -> Decision:
    draft = checked("Ada", action, mentions, slot, value, note)
    return Decision(id=id, at=WEDNESDAY, previous="", **msgspec.structs.asdict(draft))


def decided(ledger: Ledger, *rows: tuple[Any, ...]) -> Review:
    """The ledger under these decisions: action, mentions, slot, value, note."""
    return review(ledger, [decision(number, *row) for number, row in enumerate(rows, 1)])


def mention(seen: Review, id: str) -> Mention:
    return next(m for m in seen.ledger.mentions if m.id == id)


def named(seen: Review, id: str | None) -> str | None:
    """What an actor, party or place is called."""
    known = (*seen.ledger.actors, *seen.ledger.parties, *seen.ledger.places)
    return next((one.name for one in known if one.id == id), None)


def together(seen: Review, *ids: str) -> bool:
    """The mentions are of one claim."""
    return len({mention(seen, id).claim for id in ids}) == 1


def asked_together(seen: Review, *ids: str) -> bool:
    """One question has claims of all the mentions."""
    claims = {mention(seen, id).claim for id in ids}
    return any(claims <= {c for p in q.positions for c in p.claims} for q in seen.ledger.questions)
