"""The questions of an event: what two or more claims answer, the most contested and most reported first."""

from collections import defaultdict
from collections.abc import Sequence
from itertools import pairwise
from typing import get_args

from counterclaim.compare.amounts import meet
from counterclaim.compare.asking import asked
from counterclaim.compare.case import Case
from counterclaim.compare.facts import COUNTS, Fact, commonest
from counterclaim.compare.incidents import Topic
from counterclaim.compare.positions import origins, positions
from counterclaim.compare.rules import same_count_later
from counterclaim.compare.stances import Answer
from counterclaim.compare.study import Study
from counterclaim.ids import content_id
from counterclaim.model import Position, Question, Relation, Status, When


def questions(study: Study, relations: Sequence[Relation]) -> tuple[Question, ...]:
    """The questions with their positions and status."""
    of_claim: dict[str, list[Relation]] = defaultdict(list)
    for relation in relations:
        of_claim[relation.source].append(relation)
    found = [inquiry for inquiry in study.inquiries if len(inquiry[0]) > 1]
    starting = ([r for f in topic for r in of_claim.get(f.id, ())] for topic, _ in found)
    asked = (study.asked.about(question, *t, *a, *r) for (t, a), r in zip(found, starting, strict=True))
    return tuple(sorted(asked, key=order))


def order(question: Question) -> tuple[int, int, int, int, str]:
    """The most contested first, then the most origins, reports and claims."""
    status = get_args(Status).index(question.status)
    return status, -question.origins, -question.reports, -len(question.positions), question.id


def question(case: Case, *known: Fact | Answer | Relation) -> Question:
    """The question that a topic answers, from its claims, the answers that they give and the relations from them."""
    topic = [k for k in known if isinstance(k, Fact)]
    given = [k for k in known if isinstance(k, Answer)]
    relations = [k for k in known if isinstance(k, Relation)]
    held = positions(case, topic, given)
    status = marks(topic, held, relations)
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
        origins=origins(case, [given for _, given in held]),
        positions=tuple(p for p, _ in held),
    )


def when(topic: Topic) -> When:
    """From the first to the last day of the event, or else on which it was told."""
    days = sorted(d for f in topic for d in (f.when.since, f.when.to) if d)
    days = days or sorted(f.day for f in topic if f.day)
    return When(since=days[0], to=days[-1]) if days else When()


def marks(topic: Topic, held: Sequence[tuple[Position, Answer]], relations: Sequence[Relation]) -> tuple[Status, ...]:
    """All that holds of the question, in the order of `Status`.

    Two origins whose answers nothing sets against each other agree, as far as the reports tell. A toll that rose from
    one origin to the next has changed: these figures are of different hours. So has the answer of a side that gives two
    on one day: which was first is seldom known.
    """
    by_id = {f.id: f for f in topic}
    among = [r for r in relations if r.target in by_id]
    opposed = [(by_id[r.source], by_id[r.target]) for r in among if r.kind in ("contradicts", "denies")]
    against = [pair for pair in opposed if pair[0].side is None or pair[0].side != pair[1].side]
    divided = len(against) < len(opposed)
    heard = {p.party or p.speaker for p, _ in held if p.origins}
    rose = counted_on([given for p, given in held if p.origins])
    holds: dict[Status, bool] = {
        "contested": any(of_parties(left, right) for left, right in against),
        "differs": any(not of_parties(left, right) for left, right in against),
        "conceded": any(p.concession for p, _ in held),
        "changed": rose or divided or any(r.kind == "updates" and by_id[r.source].side is not None for r in among),
        "agreed": any(r.kind == "corroborates" for r in among) or (len(heard) > 1 and not against and not rose),
        "single": len(heard) == 1,
    }
    return tuple(s for s in get_args(Status) if holds[s]) or ("single",)


def counted_on(held: Sequence[Answer]) -> bool:
    """Two origins give figures that do not meet and that the counting of the dead may explain."""
    counts = [f for given in held for f in given.facts[:1] if f.kind in COUNTS and f.range is not None]
    apart = (pair for pair in pairwise(counts) if not meet(*(f.range or (0, 0) for f in pair)))
    return any(same_count_later(*pair) for pair in apart)


def of_parties(left: Fact, right: Fact) -> bool:
    """A party stands against another, or against a neutral speaker; a voice that nobody is known by is none."""
    if left.side is None and right.side is None:
        return False
    return left.side != right.side and all(f.side or f.claim.speaker for f in (left, right))
