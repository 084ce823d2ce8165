"""How claims stand to each other: each relation by a named rule, with its reason in words."""

from bisect import bisect
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import get_args

from counterclaim.compare.case import Case
from counterclaim.compare.drifting import drifts
from counterclaim.compare.facts import COUNTS, Fact
from counterclaim.compare.joining import window
from counterclaim.compare.rules import CONTRADICTIONS, DIVIDED, Rule, Values, one_says_it_is_not_so
from counterclaim.compare.stances import REPORTS, Answer
from counterclaim.compare.study import Study
from counterclaim.compare.support import CONCESSIONS, CORROBORATIONS, REPEATS, UPDATES, grants
from counterclaim.model import Relation, RelationKind, Slot

# Every answer is compared with the sixty that most claims give, so that the cost grows with the answers and not with
# their square: beyond sixty, two answers that hardly anybody gives are left side by side.
COMPARED = 60

# The contradictions that a denial does not already tell.
AFFIRMED = tuple((rule, slot) for rule, slot in CONTRADICTIONS if rule is not one_says_it_is_not_so)

# So many claims of an answer are tried: the first is nearly always the one for which a rule speaks.
STRONG = 8


def relations(study: Study) -> tuple[Relation, ...]:
    """All relations between the claims, in a stable order."""
    case, known, denied = study.case, study.facts, study.denied
    found = [study.memory.same(r, r) for r in (*denials(case, known, denied), *drifts(study.asked, known))]
    for topic, held in study.inquiries:
        bound = tuple((f.id, denied[f.id].id) for f in topic if f.id in denied)
        found += study.asked.about(within, bound, *held)
    order = {kind: number for number, kind in enumerate(get_args(RelationKind))}
    unique = {(r.kind, r.source, r.target, r.slot, r.because): r for r in found}
    return tuple(sorted(unique.values(), key=lambda r: (order[r.kind], r.source, r.target, r.slot or "", r.because)))


def denials(case: Case, known: Sequence[Fact], denied: Mapping[str, Fact]) -> Iterator[Relation]:
    """Denials with what they deny."""
    by_id = {fact.id: fact for fact in known}
    for denial, other in sorted(denied.items()):
        yield relation("denies", is_denied, by_id[denial], other, {"words": by_id[denial].words}, None)


def is_denied(case: Case, left: Fact, right: Fact) -> Values | None:
    """{left} denies what {right} says: “{words}”."""
    return {"words": left.words}


def within(case: Case, denied: tuple[tuple[str, str], ...], *held: Answer) -> list[Relation]:
    """The relations between the answers to one question; `denied` are its denials with the claims that they deny.

    Answers are compared, not claims: two answers that cannot both hold are linked once, by the strongest claims of
    each for which this is so (unless one denies the other, which says the same), and an answer that another origin
    gives too is linked to the first that gives it.
    """
    repeats = (relation for given in held for relation in repeated(case, given))
    against = opposed(case, comparable(held), dict(denied))
    return [*repeats, *updated(case, held), *conceded(case, held), *against, *divided(case, held)]


def repeated(case: Case, given: Answer) -> Iterator[Relation]:
    """The first claim of an answer with each that says it again, by the same speaker or side."""
    for other in given.facts[1:]:
        if other.owner == given.facts[0].owner:
            yield from applied(case, given.facts[0], other, "repeats", REPEATS)


def updated(case: Case, held: Sequence[Answer]) -> Iterator[Relation]:
    """Each answer of one side with its next, where the value differs."""
    last: dict[str, Answer] = {}
    for given in held:
        if given.stance is None or given.owner == REPORTS:
            continue
        before = last.get(given.owner)
        if before is not None and before.stance != given.stance:
            yield from strongest(case, before, given, "updates", UPDATES)
        last[given.owner] = given


def conceded(case: Case, held: Sequence[Answer]) -> Iterator[Relation]:
    """Each claim in which a side grants something, with the first claim of the other side that it serves."""
    for fact in (f for given in held for f in given.facts if grants(f)):
        served = (
            found
            for given in held
            if given.side not in (None, fact.side)
            for other in strong(given)
            if (found := applied(case, fact, other, "concedes", CONCESSIONS, (True,)))
        )
        yield from next(served, [])


def comparable(held: Sequence[Answer]) -> list[Answer]:
    """The answers that are compared, the most told first: a side's each, and of neutral speakers who agree the first.

    Speakers come before reports in their own voices.
    """
    found: dict[tuple[str, str], Answer] = {}
    for given in sorted(held, key=lambda a: (a.side is None, a.owner == REPORTS or a.facts[0].own_voice)):
        if given.stance is not None:
            key = (given.owner, f"{given.stance} {given.since}") if given.side else ("", given.stance)
            found.setdefault(key, given)
    return sorted(found.values(), key=lambda a: (-len(a.facts), a.facts[0].order))


def opposed(case: Case, held: Sequence[Answer], bound: Mapping[str, str]) -> Iterator[Relation]:
    """Of each two answers of different speakers, whether they contradict; of those that agree, each with the first."""
    agreeing: set[str] = set()
    for left, right in pairs(held):
        if left.owner == right.owner or (left.side is not None and left.side == right.side):
            continue
        rules = CONTRADICTIONS if not gainsays(left, right, bound) else AFFIRMED
        against = strongest(case, left, right, "contradicts", rules)
        yield from against
        if not against and right.facts[0].id not in agreeing:
            found = strongest(case, left, right, "corroborates", CORROBORATIONS)
            agreeing |= {right.facts[0].id} if found else set()
            yield from found


def divided(case: Case, held: Sequence[Answer]) -> Iterator[Relation]:
    """Two answers of one side on one day that cannot both hold, where it grants nothing: its spokesmen differ."""
    of_side: dict[str, list[Answer]] = defaultdict(list)
    for given in held:
        if given.side is not None and given.stance is not None and not any(map(grants, given.facts)):
            of_side[given.side].append(given)
    for own in of_side.values():
        for left, right in window(own):
            yield from strongest(case, left, right, "contradicts", DIVIDED)


def pairs(held: Sequence[Answer]) -> Iterator[tuple[Answer, Answer]]:
    """Each answer with each later one, where either is among the most told, which come first in `held`."""
    numbered = sorted(enumerate(held), key=lambda item: (item[1].since, item[1].facts[0].order))
    weighty = [at for at, (number, _) in enumerate(numbered) if number < COMPARED]
    for at, (number, left) in enumerate(numbered):
        later = range(at + 1, len(numbered)) if number < COMPARED else weighty[bisect(weighty, at) :]
        yield from ((left, numbered[other][1]) for other in later)


def gainsays(left: Answer, right: Answer, bound: Mapping[str, str]) -> bool:
    """One of the two holds a denial of the other's claim."""
    for given, other in ((left, right), (right, left)):
        denied = {bound[f.id] for f in given.facts if f.id in bound}
        if denied & {f.id for f in other.facts}:
            return True
    return False


def strongest(
    case: Case, left: Answer, right: Answer, kind: RelationKind, rules: Iterable[tuple[Rule, Slot | None]]
) -> list[Relation]:
    """The relation of the strongest claims of two answers to which a rule applies."""
    for first in strong(left):
        for second in strong(right):
            if found := applied(case, first, second, kind, rules):
                return found
    return []


def vague(fact: Fact) -> bool:
    """It leaves open who did it, or how many."""
    return fact.range is None if fact.kind in COUNTS else fact.doer is None


def strong(given: Answer) -> list[Fact]:
    """The claims of an answer that stand for it: those made on somebody's word, most told, and first."""
    own = sorted(given.facts, key=lambda f: (f.own_voice, f.owner != given.owner, vague(f), -len(f.mentions), f.order))
    return own[:STRONG]


def applied(
    case: Case,
    left: Fact,
    right: Fact,
    kind: RelationKind,
    rules: Iterable[tuple[Rule, Slot | None]],
    ways: tuple[bool, ...] = (True, False),
) -> list[Relation]:
    """The relation by the first rule that applies, in either direction or only in that given."""
    for rule, slot in rules:
        for forward in ways:
            first, second = (left, right) if forward else (right, left)
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
        evidence=(left.claim.mentions, right.claim.mentions),
    )
