"""A party's answers over time, question by question: what it said first, what changed, where it contradicts itself."""

from collections.abc import Iterator
from itertools import islice

from counterclaim.dossier.changes import marks
from counterclaim.dossier.index import Index
from counterclaim.dossier.links import question_path
from counterclaim.dossier.questions import ranked
from counterclaim.dossier.quoting import SHORT, quote
from counterclaim.dossier.sides import Camp, camps, spokesman, told_slots, worded
from counterclaim.dossier.speakerpages import Timeline, Turn
from counterclaim.dossier.views import Link
from counterclaim.dossier.words import since
from counterclaim.model import Position, Question

# A page stays light: the most contested questions, the latest answers; the rest stand on the questions' own pages.
ASKED, LATEST = 12, 8


def timelines(index: Index, party: str) -> tuple[Timeline, ...]:
    """The questions to which a party gave more than one answer, the most contested first."""
    return tuple(islice(_timelines(index, party), ASKED))


def _timelines(index: Index, party: str) -> Iterator[Timeline]:
    for question in ranked(index.ledger.questions):
        for camp in camps(index, question):
            if camp.party == party and len(camp.positions) > 1:
                turns = tuple(_turn(index, question, camp, position) for position in camp.positions[-LATEST:])
                left = len(camp.positions) - len(turns)
                yield Timeline(Link(question.text, question_path(question.id)), left, turns)


def _turn(index: Index, question: Question, camp: Camp, position: Position) -> Turn:
    best = spokesman(index, position, question.place)
    return Turn(
        days=since(position.since, position.to),
        answer="" if worded(index, position) and best else position.answer,
        quote=quote(index, best, marked=told_slots(question), limit=SHORT) if best else None,
        marks=marks(index, camp, position),
    )
