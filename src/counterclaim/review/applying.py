"""Decisions applied over a ledger: what the pages and exports show."""

from collections.abc import Iterable, Mapping, Sequence
from typing import TypeVar

from counterclaim.compare import Case, Wanted, compared
from counterclaim.model import Decision, Ledger, Mention, Record
from counterclaim.review import grouping
from counterclaim.review.adding import add
from counterclaim.review.bench import Bench, Vanished, replace
from counterclaim.review.correcting import correct
from counterclaim.review.standing import standing

Thing = TypeVar("Thing")


class Review(Record, frozen=True):
    """A ledger with what people decided about it.

    `ledger` has the decisions applied; `decided` holds, for each mention, the decisions about it that stand (those
    undone are left out), also of mentions that were rejected; `lost` are those that cannot be applied, since they name
    mentions (or reports, or ids) that the ledger no longer has.
    """

    ledger: Ledger
    decided: dict[str, tuple[Decision, ...]]
    lost: tuple[Decision, ...]


def review(ledger: Ledger, decisions: Sequence[Decision]) -> Review:
    """The ledger under the decisions, in their order: the same ledger where none of them changes a value.

    Of two that disagree the later holds: what was rejected and then accepted stands.
    """
    bench, decided, lost = Bench(ledger), dict[str, tuple[Decision, ...]](), list[Decision]()
    for decision in standing(decisions):
        if applied(bench, decision):
            for mention in decision.mentions:
                decided[mention] = (*decided.get(mention, ()), decision)
        else:
            lost.append(decision)
    return Review(put_together(ledger, bench), decided, tuple(lost))


def applied(bench: Bench, decision: Decision) -> bool:
    """The decision changed the bench as it says, or had nothing to change; False where what it names is not there."""
    if decision.action == "add":
        return _kept(bench, decision)
    if any(mention not in bench.mentions for mention in decision.mentions):
        return False
    return _kept(bench, decision)


def _kept(bench: Bench, decision: Decision) -> bool:
    try:
        return act(bench, decision)
    except Vanished:
        return False


def act(bench: Bench, decision: Decision) -> bool:
    mentions, slot, value = decision.mentions, decision.slot or "", decision.value
    match decision.action:
        case "accept":
            bench.rejected.difference_update(mentions)
        case "reject":
            bench.rejected.update(mentions)
        case "correct":
            for mention in mentions:
                correct(bench, mention, slot, value)
        case "party":
            take_sides(bench, decision)
        case "merge":
            grouping.merge(bench, mentions, slot)
        case "split":
            grouping.split(bench, mentions, slot, value)
        case "add":
            return add(bench, mentions[0], value)
    return True


def take_sides(bench: Bench, decision: Decision) -> None:
    """The speakers of the mentions voice the position of this party, wherever they speak."""
    side = bench.party(decision.value, f"Set by {decision.user} on {decision.at[:10]}.")
    told = {bench.mentions[m].speaker for m in decision.mentions}
    known = {who for who in told if who is not None and who in bench.actors and who not in bench.parties}
    for speaker in known:
        bench.actors[speaker] = replace(bench.actors[speaker], party=side)
    for mention in list(bench.mentions.values()):
        if mention.speaker in known or mention.id in decision.mentions:
            bench.set(mention.id, party=side)


def put_together(ledger: Ledger, bench: Bench) -> Ledger:
    """The ledger of what stands on the bench; claims, relations and questions follow from its mentions."""
    if unchanged(Bench(ledger), bench):
        return ledger
    mentions = [replace(m, claim="") for m in bench.mentions.values() if m.id not in bench.rejected]
    case = Case(
        reports=ledger.reports, actors=by_id(bench.actors), parties=by_id(bench.parties),
        places=by_id(bench.places), mentions=in_order(mentions), copies=ledger.copies,
        wanted=Wanted(claims=bench.together["claim"], questions=bench.together["question"]),
    )  # fmt: skip
    found = compared(case)
    return replace(
        ledger, actors=case.actors, parties=case.parties, places=case.places, mentions=found.mentions,
        claims=found.claims, relations=found.relations, questions=found.questions,
    )  # fmt: skip


def unchanged(before: Bench, after: Bench) -> bool:
    return all(vars(before)[name] == vars(after)[name] for name in vars(before) if name != "gone")


def in_order(mentions: Iterable[Mention]) -> tuple[Mention, ...]:
    return tuple(sorted(mentions, key=lambda m: (m.report, m.content, m.kind, m.id)))


def by_id(records: Mapping[str, Thing]) -> tuple[Thing, ...]:
    return tuple(records[id] for id in sorted(records))
