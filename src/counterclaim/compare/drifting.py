"""Drift: one original retold with another value. Each claim pair and slot once, with the report where it changed."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations

from counterclaim.compare.accounts import ACCOUNT_RULES, TELLING
from counterclaim.compare.amounts import amount, bounds, figure
from counterclaim.compare.case import Case
from counterclaim.compare.facts import Fact
from counterclaim.compare.retellings import Retelling, copying, retellings
from counterclaim.compare.retold import RETELLING_RULES, Values
from counterclaim.model import Mention, Relation, Slot


def drifts(case: Case, known: Sequence[Fact]) -> list[Relation]:
    """The retellings that changed a value on the way, each once for two claims and a slot."""
    fact_of = {m.id: fact for fact in known for m in fact.mentions}
    found: dict[tuple[str, str, Slot], Relation] = {}
    for pair in retellings(case):
        for relation in retold(case, pair, fact_of):
            found.setdefault((relation.source, relation.target, relation.slot or "kind"), relation)
    for relation in accounts(case, known):
        found.setdefault((relation.source, relation.target, relation.slot or "kind"), relation)
    return list(found.values())


def retold(case: Case, pair: Retelling, fact_of: dict[str, Fact]) -> Iterator[Relation]:
    """The drift of a retelling, by the first rule that applies."""
    for rule, slot in RETELLING_RULES:
        values = rule(case, pair)
        if values is not None:
            sides = fact_of[pair.told.id], fact_of[pair.retold.id]
            yield drift(case, rule.__doc__, slot, sides, ((pair.told,), (pair.retold,)), values)
            return


def accounts(case: Case, known: Sequence[Fact]) -> Iterator[Relation]:
    """Drift between what one side is given with in different reports."""
    sharing = set(copying(case))
    for group in comparable_facts(known):
        for pair in combinations(sorted(group, key=lambda f: (f.own_voice, f.day or "", f.id)), 2):
            for told, again in (pair, pair[::-1]):
                yield from account(case, told, again, sharing)
    for fact in known:
        yield from bound_lost(case, fact, sharing)


def comparable_facts(known: Sequence[Fact]) -> list[list[Fact]]:
    """The claims that a rule could apply to: those that name one number, and those of one conquest on one day."""
    groups: dict[tuple[object, ...], list[Fact]] = defaultdict(list)
    for fact in known:
        if (figure(fact.quantity) or 0) >= TELLING:
            groups["figure", figure(fact.quantity)].append(fact)
        elif fact.kind == "control":
            groups["control", fact.doer, fact.victim, fact.day].append(fact)
    return list(groups.values())


def account(case: Case, told: Fact, again: Fact, sharing: set[tuple[str, str]]) -> Iterator[Relation]:
    """The drift from one claim to another, by the first rule that applies."""
    for rule, slot in ACCOUNT_RULES:
        values = rule(case, told, again)
        if values is not None and (slot == "place" or share_text(told, again, sharing)):
            yield drift(case, rule.__doc__, slot, (told, again), (told.mentions, again.mentions), values)
            return


def share_text(told: Fact, again: Fact, sharing: set[tuple[str, str]]) -> bool:
    """A report of one shares text with a report of the other, so that the one may have come from the other."""
    pairs = {(a, b) for a in told.reports for b in again.reports if a != b}
    return any((a, b) in sharing or (b, a) in sharing for a, b in pairs)


def bound_lost(case: Case, fact: Fact, sharing: set[tuple[str, str]]) -> Iterator[Relation]:
    """{report} has {count}, {other} has {retold_count} for the same: "{words}", "{others}"."""
    if fact.own_voice:
        return
    tellings: dict[object, list[Mention]] = {}
    for mention in fact.mentions:
        if (figure(mention.quantity) or 0) >= TELLING:
            tellings.setdefault(bounds(mention.quantity), []).append(mention)
    first, *others = tellings.values() if tellings else [[]]
    for other in others:
        pairs = {tuple(sorted((a.report, b.report))) for a in first for b in other if a.report != b.report}
        if any(p in sharing or p[::-1] in sharing for p in pairs):
            values = {"count": amount(first[0].quantity), "retold_count": amount(other[0].quantity)}
            yield drift(case, bound_lost.__doc__, "quantity", (fact, fact), (tuple(first), tuple(other)), values)


def drift(
    case: Case,
    reason: str | None,
    slot: Slot,
    claims: tuple[Fact, Fact],
    sides: tuple[Sequence[Mention], Sequence[Mention]],
    values: Values,
) -> Relation:
    """A drift with the rule's docstring as its reason, and the report in which the value changed."""
    told, again = sides[0][0], sides[1][0]
    known = {
        "report": title(case, told),
        "other": title(case, again),
        "words": case.words(told),
        "others": case.words(again),
    }
    return Relation(
        kind="drifts",
        source=claims[0].id,
        target=claims[1].id,
        slot=slot,
        because=" ".join((reason or "").split()).format(**{**known, **values}),
        evidence=(tuple(m.id for m in sides[0]), tuple(m.id for m in sides[1])),
    )


def title(case: Case, mention: Mention) -> str:
    """How a reader knows the report: its outlet, or its file."""
    report = case.report[mention.report]
    return report.outlet or report.source
