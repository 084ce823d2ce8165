"""What changed last: the sides that gave another answer on a later day, and what they said before."""

from collections.abc import Iterable, Iterator
from itertools import islice

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


def changes(index: Index, questions: Iterable[Question], most: int) -> tuple[tuple[Change, ...], int]:
    """The latest changed answers, so many at most, of one day in the order of the questions; and how many there are."""
    found = [c for q in questions for camp in camps(index, q) for c in _later(q, camp)]
    latest = sorted(found, key=lambda c: c[2].since or "", reverse=True)
    told = (change for c in latest if (change := _change(index, *c)))
    return tuple(islice(told, most)), len(found)


def _later(question: Question, camp: Camp) -> Iterator[tuple[Question, Camp, Position]]:
    """The answers that a party gave when it had given another on a day before."""
    first = min((_end(p) for p in camp.positions), default="")
    if camp.party is not None:
        yield from ((question, camp, p) for p in camp.positions if p.since is not None and first < p.since)


def _change(index: Index, question: Question, camp: Camp, position: Position) -> Change | None:
    before, slots = earlier(camp, position), told_slots(question)
    new = spokesman(index, position, question.place)
    old = spokesman(index, before, question.place) if before else None
    if not (new and old and before and position.since):
        return None
    return Change(
        day=short_day(position.since),
        iso=position.since,
        voice=voice(index, new),
        quote=quote(index, new, marked=slots, limit=WORDS),
        conceded=position.concession,
        before=quote(index, old, marked=slots, limit=WORDS),
        before_day=short_day(before.to or before.since),
        question=Link(question.text, question_path(question.id)),
    )


def _end(position: Position) -> str:
    return position.to or position.since or "9999"


def earlier(camp: Camp, position: Position) -> Position | None:
    """The last answer that a party gave on days before; neutral speakers have no common one."""
    since = position.since
    if camp.party is None or since is None:
        return None
    held = [p for p in camp.positions if _end(p) < since]
    return max(held, key=lambda p: (p.to or p.since or "", p.origins), default=None)


def marks(index: Index, camp: Camp, position: Position) -> tuple[str, ...]:
    """What sets a position off: its side answered otherwise before, grants something, contradicts itself."""
    told = {"changed": earlier(camp, position) is not None, "concedes": position.concession}
    told["contradicts itself that day"] = divided(index, position.claims) > 0
    return tuple(words for words, holds in told.items() if holds)
