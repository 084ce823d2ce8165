"""Drift: one original retold with another value. Each claim pair and slot once, with the report where it changed."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set

from counterclaim.compare.accounts import ACCOUNT_RULES
from counterclaim.compare.amounts import TELLING, amount, bounds, figure
from counterclaim.compare.asked import Asked
from counterclaim.compare.case import Case
from counterclaim.compare.facts import Fact
from counterclaim.compare.joining import window
from counterclaim.compare.retellings import Retelling, Values, copying, retellings
from counterclaim.compare.retold import VALUE_RULES
from counterclaim.compare.voicing import VOICE_RULES
from counterclaim.model import Mention, Record, Relation, Slot

Partners = Mapping[str, Set[str]]


class Drift(Record, frozen=True):
    """One value that changed: by which rule, between which claims and mentions, and the values in words."""

    reason: str
    slot: Slot
    claims: tuple[Fact, Fact]
    told: tuple[Mention, ...]
    retold: tuple[Mention, ...]
    values: Values

    @property
    def change(self) -> tuple[str, ...]:
        """What makes two drifts the same: one count that became one other, or two claims and a slot."""
        if "count" in self.values:
            kinds = (self.claims[0].kind, self.claims[1].kind)
            return (self.slot, *kinds, self.values["count"], self.values["retold_count"])
        return self.slot, self.claims[0].id, self.claims[1].id


def drifts(asked: Asked, known: Sequence[Fact]) -> list[Relation]:
    """The retellings that changed a value on the way, each change once with all mentions on either side."""
    case = asked.case
    fact_of = {m.id: fact for fact in known for m in fact.mentions}
    changes: dict[tuple[str, ...], list[Drift]] = defaultdict(list)
    for found in (*(d for pair in retellings(asked) for d in retold(case, pair, fact_of)), *accounts(case, known)):
        changes[found.change].append(found)
    return [relation(case, same) for same in changes.values()]


def retold(case: Case, pair: Retelling, fact_of: dict[str, Fact]) -> Iterator[Drift]:
    """The drift of a retelling, by the first rule that applies."""
    for rule, slot in (*VALUE_RULES, *VOICE_RULES):
        values = rule(case, pair)
        if values is not None:
            claims = fact_of[pair.told.id], fact_of[pair.retold.id]
            yield Drift(rule.__doc__ or "", slot, claims, (pair.told,), (pair.retold,), values)
            return


def accounts(case: Case, known: Sequence[Fact]) -> Iterator[Drift]:
    """Drift between what one side is given with in different reports."""
    sharing = partners(case)
    pairs = (*conquests(known), *same_figures(known, sharing))
    for pair in pairs:
        for told, again in (pair, pair[::-1]):
            yield from account(case, told, again)
    for fact in known:
        yield from verb_changed(fact)
        yield from bound_lost(fact, sharing)


def partners(case: Case) -> Partners:
    """The reports that each report shares text with, so that the one may have come from the other."""
    found: dict[str, set[str]] = defaultdict(set)
    for first, second in copying(case):
        found[first].add(second)
        found[second].add(first)
    return found


def conquests(known: Sequence[Fact]) -> Iterator[tuple[Fact, Fact]]:
    """Pairs of claims about one conquest on one day."""
    groups: dict[tuple[object, ...], list[Fact]] = defaultdict(list)
    for fact in known:
        if fact.kind == "control":
            groups[fact.doer, fact.victim, fact.day].append(fact)
    for group in groups.values():
        yield from window(sorted(group, key=account_order))


def same_figures(known: Sequence[Fact], sharing: Partners) -> Iterator[tuple[Fact, Fact]]:
    """Pairs of claims that name one number, too large for chance, in reports that share text."""
    told: dict[tuple[int, str], list[int]] = defaultdict(list)
    facts = sorted((f for f in known if (figure(f.quantity) or 0) >= TELLING), key=account_order)
    for number, fact in enumerate(facts):
        for report in fact.reports:
            told[figure(fact.quantity) or 0, report].append(number)
    for number, fact in enumerate(facts):
        near = {other for report in fact.reports for other in sharing.get(report, ())}
        later = {k for report in near for k in told.get((figure(fact.quantity) or 0, report), ()) if k > number}
        yield from ((fact, facts[k]) for k in sorted(later))


def account_order(fact: Fact) -> tuple[object, ...]:
    """What stands on somebody's word comes first."""
    return fact.own_voice, fact.order


def account(case: Case, told: Fact, again: Fact) -> Iterator[Drift]:
    """The drift from one claim to another, by the first rule that applies."""
    for rule, slot in ACCOUNT_RULES:
        values = rule(case, told, again)
        if values is not None:
            yield Drift(rule.__doc__ or "", slot, (told, again), told.mentions, again.mentions, values)
            return


def verb_changed(fact: Fact) -> Iterator[Drift]:
    """{report} has {count} {kind}, {other} has {retold_count} {retold_kind} on the same word: “{words}”, “{others}”."""
    first, *others = tellings(fact, lambda m: m.kind)
    for other in others:
        values = {"kind": first[0].kind, "retold_kind": other[0].kind, **change(first, other)}
        yield Drift(verb_changed.__doc__ or "", "kind", (fact, fact), first, other, values)


def bound_lost(fact: Fact, sharing: Partners) -> Iterator[Drift]:
    """{report} has {count}, {other} has {retold_count} for the same: “{words}”, “{others}”."""
    if fact.own_voice:
        return
    first, *others = tellings(fact, lambda m: bounds(m.quantity) if (figure(m.quantity) or 0) >= TELLING else None)
    for other in others:
        near = {report for m in first for report in sharing.get(m.report, ())}
        retold_in_other_verb = {m.kind for m in first} != {m.kind for m in other}
        if retold_in_other_verb or any(m.report in near for m in other):
            yield Drift(bound_lost.__doc__ or "", "quantity", (fact, fact), first, other, change(first, other))


def tellings(fact: Fact, value: Callable[[Mention], object]) -> list[tuple[Mention, ...]]:
    """The mentions of a claim by a value that they give, the original's first; never empty."""
    found: dict[object, list[Mention]] = {}
    for mention in fact.mentions:
        if (given := value(mention)) is not None:
            found.setdefault(given, []).append(mention)
    return [tuple(mentions) for mentions in found.values()] or [()]


def change(first: Sequence[Mention], other: Sequence[Mention]) -> Values:
    return {"count": amount(first[0].quantity), "retold_count": amount(other[0].quantity)}


def relation(case: Case, same: Sequence[Drift]) -> Relation:
    """One change as a relation, with its rule's docstring as the reason and the reports in which it stands."""
    first = same[0]
    told, again = first.told[0], first.retold[0]
    words = {"words": case.words(told), "others": case.words(again)}
    reports = {"report": title(case, told), "other": title(case, again)}
    return Relation(
        kind="drifts",
        source=first.claims[0].id,
        target=first.claims[1].id,
        slot=first.slot,
        because=" ".join(first.reason.split()).format(**{**words, **reports, **first.values}),
        evidence=(every(d.told for d in same), every(d.retold for d in same)),
    )


def every(sides: Iterable[Sequence[Mention]]) -> tuple[str, ...]:
    """The ids of all mentions on one side, each once."""
    return tuple(dict.fromkeys(mention.id for side in sides for mention in side))


def title(case: Case, mention: Mention) -> str:
    """How a reader knows the report: its outlet, or its file."""
    report = case.report[mention.report]
    return report.outlet or report.source
