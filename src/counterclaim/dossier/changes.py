"""What changed last: the sides that gave another answer on a later day, and what they said before."""

from collections.abc import Iterable, Iterator

from counterclaim.dossier.index import Index
from counterclaim.dossier.links import question_path
from counterclaim.dossier.pages import Change
from counterclaim.dossier.quoting import quote
from counterclaim.dossier.sides import Camp, camps, divided, spokesman, told_slots
from counterclaim.dossier.views import Link
from counterclaim.dossier.voices import voice
from counterclaim.dossier.words import short_day
from counterclaim.model import Position, Question

WORDS = 140  # characters of a quotation, as two stand beside each other


def changes(index: Index, questions: Iterable[Question]) -> tuple[Change, ...]:
    """Every changed answer with words behind it, the latest first; of one day in the order of the questions."""
    found = [c for q in questions for camp in camps(index, q) for c in _changes(index, q, camp)]
    return tuple(sorted(found, key=lambda c: c.iso, reverse=True))


def _changes(index: Index, question: Question, camp: Camp) -> Iterator[Change]:
    for position in camp.positions:
        before = earlier(camp, position)
        new = spokesman(index, position, question.place)
        old = spokesman(index, before, question.place) if before else None
        if new and old and before and position.since:
            slots = told_slots(question)
            yield Change(
                day=short_day(position.since),
                iso=position.since,
                voice=voice(index, new),
                quote=quote(index, new, marked=slots, limit=WORDS),
                conceded=position.concession,
                before=quote(index, old, marked=slots, limit=WORDS),
                before_day=short_day(before.to or before.since),
                question=Link(question.text, question_path(question.id)),
            )


def earlier(camp: Camp, position: Position) -> Position | None:
    """The last answer that a party gave on days before; neutral speakers have no common one."""
    since = position.since
    if camp.party is None or since is None:
        return None
    held = [p for p in camp.positions if (p.to or p.since or "9999") < since]
    return max(held, key=lambda p: (p.to or p.since or "", p.origins), default=None)


def marks(index: Index, camp: Camp, position: Position) -> tuple[str, ...]:
    """What sets a position off: its side answered otherwise before, grants something, contradicts itself."""
    told = {"changed": earlier(camp, position) is not None, "concedes": position.concession}
    told["contradicts itself that day"] = divided(index, position.claims) > 0
    return tuple(words for words, holds in told.items() if holds)
