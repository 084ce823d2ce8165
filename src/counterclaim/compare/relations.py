"""How claims stand to each other: each relation by a named rule, with its reason in words."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations
from typing import get_args

from counterclaim.compare.case import Case
from counterclaim.compare.denials import denied_by
from counterclaim.compare.drifting import drifts
from counterclaim.compare.facts import Fact, facts
from counterclaim.compare.positions import answer_key
from counterclaim.compare.rules import CONTRADICTIONS, Rule, Values
from counterclaim.compare.support import CONCESSIONS, CORROBORATIONS, REPEATS, UPDATES
from counterclaim.compare.topics import topics
from counterclaim.model import Claim, Relation, RelationKind, Slot


def relations(case: Case, claims: Sequence[Claim]) -> tuple[Relation, ...]:
    """All relations between the claims, in a stable order."""
    known = facts(case, claims)
    denied = denied_by(case, known)
    found = [*denials(case, known, denied), *drifts(case, known)]
    for topic in topics(case, known, denied):
        found += within(case, topic)
    order = {kind: number for number, kind in enumerate(get_args(RelationKind))}
    unique = {(r.kind, r.source, r.target, r.slot, r.because): r for r in found}
    return tuple(sorted(unique.values(), key=lambda r: (order[r.kind], r.source, r.target, r.slot or "", r.because)))


def denials(case: Case, known: Sequence[Fact], denied: Mapping[str, Fact]) -> Iterator[Relation]:
    """Denials with what they deny."""
    by_id = {fact.id: fact for fact in known}
    for denial, other in sorted(denied.items()):
        yield relation("denies", is_denied, by_id[denial], other, {"words": by_id[denial].words}, None)


def is_denied(case: Case, left: Fact, right: Fact) -> Values | None:
    """{left} denies what {right} says: "{words}"."""
    return {"words": left.words}


def within(case: Case, topic: Sequence[Fact]) -> Iterator[Relation]:
    """The relations between the answers to one question: the first claim of each answer stands for it.

    So what a hundred reports say alike is compared once, and each of them is linked to the first as a repetition.
    """
    answers: dict[tuple[str, str], list[Fact]] = defaultdict(list)
    for fact in sorted(topic, key=lambda f: f.order):
        answers["" if fact.own_voice and fact.side is None else fact.owner, answer_key(fact)].append(fact)
    for same in answers.values():
        for other in same[1:]:
            yield from between(case, same[0], other)
    for left, right in combinations([same[0] for same in answers.values()], 2):
        yield from between(case, left, right)


def between(case: Case, left: Fact, right: Fact) -> Iterator[Relation]:
    """The relations of an earlier and a later claim of one question; the first rule of each kind that applies."""
    if left.owner != right.owner:
        opposed = applied(case, left, right, "contradicts", CONTRADICTIONS)
        yield from opposed or applied(case, left, right, "corroborates", CORROBORATIONS)
        yield from applied(case, left, right, "concedes", CONCESSIONS)
    else:
        yield from applied(case, left, right, "updates", UPDATES) or applied(case, left, right, "repeats", REPEATS)


def applied(
    case: Case, left: Fact, right: Fact, kind: RelationKind, rules: Iterable[tuple[Rule, Slot | None]]
) -> list[Relation]:
    """The relation by the first rule that applies, in either direction."""
    for rule, slot in rules:
        for first, second in ((left, right), (right, left)):
            values = rule(case, first, second)
            if values is not None:
                return [relation(kind, rule, first, second, values, slot)]
    return []


def relation(kind: RelationKind, rule: Rule, left: Fact, right: Fact, values: Values, slot: Slot | None) -> Relation:
    """A relation with the rule's docstring as its reason."""
    reason = " ".join((rule.__doc__ or "").split())
    return Relation(
        kind=kind,
        source=left.id,
        target=right.id,
        slot=slot,
        because=reason.format(**{"left": left.who, "right": right.who, **values}),
        evidence=(tuple(m.id for m in left.mentions), tuple(m.id for m in right.mentions)),
    )
