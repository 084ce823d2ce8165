"""The questions of an event: what two or more claims answer, the most contested and most reported first."""

from collections.abc import Sequence
from typing import get_args

from counterclaim.compare.asking import asked
from counterclaim.compare.case import Case
from counterclaim.compare.denials import denied_by
from counterclaim.compare.facts import Fact, commonest, facts
from counterclaim.compare.positions import origins, positions
from counterclaim.compare.topics import Topic, topics
from counterclaim.ids import content_id
from counterclaim.model import Claim, Position, Question, Relation, Status, When


def questions(case: Case, claims: Sequence[Claim], relations: Sequence[Relation]) -> tuple[Question, ...]:
    """The questions with their positions and status."""
    known = facts(case, claims)
    found = topics(case, known, denied_by(case, known))
    return tuple(sorted((question(case, topic, relations) for topic in found if len(topic) > 1), key=order))


def order(question: Question) -> tuple[int, int, int, int, str]:
    """The most contested first, then the most origins, reports and claims."""
    status = get_args(Status).index(question.status)
    return status, -question.origins, -question.reports, -len(question.positions), question.id


def question(case: Case, topic: Topic, relations: Sequence[Relation]) -> Question:
    """The question that a topic answers."""
    held = positions(case, topic)
    status = marks(topic, [p for p, _ in held], relations)
    mentions = [m for f in topic for m in f.mentions]
    return Question(
        id=content_id("q", topic[0].kind, *sorted(f.id for f in topic)),
        kind=topic[0].kind,
        text=asked(case, topic),
        place=commonest([f.place for f in topic if f.place]),
        object=commonest([f.victim for f in topic if f.victim]),
        when=when(topic),
        status=status[0],
        marks=status,
        reports=len({m.report for m in mentions}),
        texts=case.texts(mentions),
        origins=origins(case, topic),
        positions=tuple(p for p, _ in held),
    )


def when(topic: Topic) -> When:
    """From the first to the last day of the event, or else on which it was told."""
    days = sorted(d for f in topic for d in (f.when.since, f.when.to) if d)
    days = days or sorted(f.day for f in topic if f.day)
    return When(since=days[0], to=days[-1]) if days else When()


def marks(topic: Topic, held: Sequence[Position], relations: Sequence[Relation]) -> tuple[Status, ...]:
    """All that holds of the question, in the order of `Status`."""
    by_id = {f.id: f for f in topic}
    among = [r for r in relations if r.source in by_id and r.target in by_id]
    against = [(by_id[r.source], by_id[r.target]) for r in among if r.kind in ("contradicts", "denies")]
    owners = {p.party or p.speaker for p in held}
    holds: dict[Status, bool] = {
        "contested": any(of_parties(left, right) for left, right in against),
        "differs": any(not of_parties(left, right) for left, right in against),
        "conceded": any(p.concession for p in held),
        "changed": any(changed(held, p) for p in held),
        "agreed": any(r.kind == "corroborates" for r in among),
        "single": len(owners) == 1,
    }
    return tuple(s for s in get_args(Status) if holds[s]) or ("single",)


def of_parties(left: Fact, right: Fact) -> bool:
    """A party stands against another, or against a neutral speaker; a voice that nobody is known by is none."""
    if left.side is None and right.side is None:
        return False
    return left.side != right.side and all(f.side or f.claim.speaker for f in (left, right))


def changed(held: Sequence[Position], position: Position) -> bool:
    """The party gave another answer on another day."""
    return position.party is not None and any(
        other.party == position.party and other.since != position.since and other.answer != position.answer
        for other in held
    )
