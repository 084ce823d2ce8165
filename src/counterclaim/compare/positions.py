"""The answers to a question: by party, then by neutral speaker, each answer with its days and its origins."""

from collections import defaultdict
from collections.abc import Sequence

from counterclaim.compare.amounts import amount, joined
from counterclaim.compare.case import Case
from counterclaim.compare.facts import COUNTS, Fact
from counterclaim.compare.manner import chance, intent
from counterclaim.compare.merging import shortened
from counterclaim.compare.support import grants
from counterclaim.model import Position

# An answer is read beside others; a line and a half of it.
ANSWER = 120


def positions(case: Case, topic: Sequence[Fact]) -> list[tuple[Position, list[Fact]]]:
    """The positions on a question with their claims: parties first, then neutral speakers, the most told first."""
    groups: dict[tuple[str, str], list[Fact]] = defaultdict(list)
    for fact in sorted(topic, key=lambda f: f.order):
        groups[fact.owner, answer_key(fact)].append(fact)
    made = [(position(case, group), group) for group in groups.values()]
    return sorted(made, key=lambda p: (p[0].party is None, -p[0].texts, p[0].since or "", p[0].claims))


def answer_key(fact: Fact) -> str:
    """What makes two answers of one speaker the same answer."""
    if fact.kind == "denial" and not chance(fact):
        return "denied"
    if fact.kind in COUNTS and not (chance(fact) or intent(fact)):
        return f"{fact.range}"
    way = "accident" if chance(fact) else "purpose" if intent(fact) else ""
    part = fact.day if fact.kind == "control" else ""
    return f"{'not ' if fact.denied else ''}{fact.doer} {way} {part}"


def position(case: Case, group: Sequence[Fact]) -> Position:
    """One answer of one party or speaker."""
    best = min(group, key=lambda f: (-len(f.mentions), f.day or "9999", f.order))
    days = sorted(day for f in group for day in (f.claim.said.since, f.claim.said.to) if day)
    mentions = [m for f in group for m in f.mentions]
    return Position(
        party=best.side,
        speaker=None if best.side else best.claim.speaker,
        answer=answer(best),
        quantity=joined([f.quantity for f in group if f.quantity is not None]),
        since=days[0] if days else None,
        to=days[-1] if days else None,
        claims=tuple(f.id for f in group),
        reports=len({m.report for m in mentions}),
        texts=case.texts(mentions),
        origins=origins(case, group),
        concession=any(grants(f) for f in group),
    )


def answer(fact: Fact) -> str:
    """The answer in short: the count, or else the words."""
    if fact.range is not None and fact.kind in COUNTS and not (chance(fact) or intent(fact)):
        return amount(fact.quantity)
    return shortened(fact.words, ANSWER)


def origins(case: Case, group: Sequence[Fact]) -> int:
    """Independent originals: a party on one day is one, a speaker is one, a text in its own voice is one.

    A report that cites nobody could know only where it reports from the spot.
    """
    known: set[object] = set()
    for fact in group:
        if fact.own_voice:
            continue
        known.add((fact.side, fact.day) if fact.side else fact.owner)
    own = [m for f in group if f.own_voice for m in f.mentions if from_the_spot(case, m.report)]
    return len(known) + case.texts(own)


def from_the_spot(case: Case, report: str) -> bool:
    """The report says where it was written: a dateline."""
    return any(block.kind == "dateline" for block in case.report[report].blocks)
