"""The answers that claims give to one question, and which claims give one answer.

One answer is one speaker's or party's over a run of days: the same holder told again, the rival's holding denied, the
rival's claim called false. A second answer begins where the first has changed. A report or an outlet that only retells
what it gives on somebody's word is no voice of its own.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

import msgspec

from counterclaim.compare.amounts import figure
from counterclaim.compare.case import Case
from counterclaim.compare.facts import COUNTS, Fact
from counterclaim.compare.manner import chance, intent
from counterclaim.compare.rules import knows, refuses
from counterclaim.compare.support import grants
from counterclaim.model import Kind

# Here a party has one answer at a time; who has moved, or is blamed or helped, may be several at once.
ONE_AT_A_TIME: frozenset[Kind] = frozenset({"control", "talks"})

# What reports say in their own voices, where they agree, is one answer.
REPORTS = "reports"


class Answer(msgspec.Struct, frozen=True, gc=False):
    """The claims that give one answer: whose it is, and in short what it says (None where nothing can be compared)."""

    owner: str
    stance: str | None
    facts: tuple[Fact, ...]

    @property
    def since(self) -> str:
        return min((f.day for f in self.facts if f.day), default="")

    @property
    def side(self) -> str | None:
        return next((f.side for f in self.facts if f.side), None)


def answers(case: Case, *topic: Fact) -> list[Answer]:
    """The answers to the question of a topic, earlier ones first."""
    told = stances(topic)
    owners = voices(case, topic, told)
    by_owner: dict[str, list[Fact]] = defaultdict(list)
    for fact in sorted(topic, key=lambda f: f.order):
        by_owner[owners[fact.id]].append(fact)
    found = [a for owner in sorted(by_owner) for a in of_one(topic[0].kind, owner, by_owner[owner], told)]
    return sorted(found, key=lambda a: (a.since, a.facts[0].order, a.owner))


def stances(topic: Sequence[Fact]) -> dict[str, str | None]:
    """For each claim what it answers, in a word that claims of one answer share."""
    by_manner = any(map(chance, topic)) and any(map(intent, topic))
    return {f.id: manner(f) if by_manner else stance(f, topic[0].kind) for f in topic}


def manner(fact: Fact) -> str | None:
    """By accident, or on purpose."""
    return "accident" if chance(fact) else "purpose" if intent(fact) else stance(fact, fact.kind)


def stance(fact: Fact, kind: Kind) -> str | None:
    """What one claim answers by its own words; "no" where it only gainsays another."""
    if fact.kind == "denial":
        return "no"
    if kind in COUNTS:
        return None if figure(fact.quantity) is None and not fact.denied else f"{figure(fact.quantity) or 0}"
    if kind == "talks":
        return "no" if refuses(fact) else "yes"
    if fact.denied and (kind != "control" or fact.doer != fact.side):
        return "no"
    if kind == "control" and grants(fact):
        return "part"
    return f"{'not ' if fact.denied else ''}{fact.doer}" if fact.doer else None


# ── whose answer it is ──────────────────────────────────────────────────────────────────────────────────────


def voices(case: Case, topic: Iterable[Fact], told: Mapping[str, str | None]) -> dict[str, str]:
    """For each claim whose answer it is: of whom it is retold where its report has it on somebody's word too."""
    topic = list(topic)
    given: dict[tuple[str, str], list[Fact]] = defaultdict(list)
    for fact in topic:
        if knows(case, fact) and told[fact.id] is not None:
            for report in fact.reports:
                given[report, told[fact.id] or ""].append(fact)
    return {f.id: voice_of(case, f, told[f.id], given) for f in topic}


def voice_of(case: Case, fact: Fact, stance: str | None, given: Mapping[tuple[str, str], Sequence[Fact]]) -> str:
    """Whose answer a claim is."""
    if knows(case, fact):
        return fact.owner
    known = [f for report in sorted(fact.reports) for f in given.get((report, stance or ""), ())]
    if known and fact.side is None:
        return min(known, key=lambda f: (f.side is None, f.order)).owner
    return REPORTS if fact.own_voice and fact.side is None and stance is not None else fact.owner


# ── when one answer ends and another begins ─────────────────────────────────────────────────────────────────


def of_one(kind: Kind, owner: str, facts: Sequence[Fact], told: Mapping[str, str | None]) -> list[Answer]:
    """The answers of one speaker or party."""
    settled = {f.id: told[f.id] for f in facts}
    if kind == "control":
        settled |= of_whole_report(facts, told)
    settled |= without_figure(facts, settled) if kind in COUNTS else gainsaid(facts, settled)
    runs = in_runs(facts, settled) if kind in ONE_AT_A_TIME else by_stance(facts, settled)
    return [Answer(owner=owner, stance=settled[run[0].id], facts=tuple(run)) for run in runs]


def of_whole_report(facts: Sequence[Fact], told: Mapping[str, str | None]) -> dict[str, str | None]:
    """Who grants a part and holds the rest, in one report, gives one answer there."""
    granting = {report for f in facts if told[f.id] == "part" for report in f.reports}
    return {f.id: "part" for f in facts if told[f.id] != "no" and f.reports <= granting}


def gainsaid(facts: Sequence[Fact], told: Mapping[str, str | None]) -> dict[str, str | None]:
    """A bare denial says again what its speaker asserts, as far as he has asserted one thing: the last before it."""
    last: str | None = None
    found: dict[str, str | None] = {}
    asserted = [told[f.id] for f in facts if told[f.id] not in ("no", "part", None)]
    for fact in facts:
        if told[fact.id] == "no":
            found[fact.id] = last or (asserted[0] if asserted else "no")
        elif told[fact.id] is not None:
            last = told[fact.id]
    return found


def without_figure(facts: Sequence[Fact], told: Mapping[str, str | None]) -> dict[str, str | None]:
    """A claim without a figure goes with the one figure that its speaker gives."""
    figures = {told[f.id] for f in facts} - {None, "no"}
    only = figures.pop() if len(figures) == 1 else None
    return {f.id: only for f in facts if told[f.id] is None and only is not None}


def by_stance(facts: Sequence[Fact], told: Mapping[str, str | None]) -> list[list[Fact]]:
    """The claims of each answer."""
    found: dict[str | None, list[Fact]] = defaultdict(list)
    for fact in facts:
        found[told[fact.id]].append(fact)
    return list(found.values())


def in_runs(facts: Sequence[Fact], told: Mapping[str, str | None]) -> list[list[Fact]]:
    """The claims of each answer, a new run where another answer was given on the days between."""
    days: dict[str, dict[str | None, list[Fact]]] = defaultdict(lambda: defaultdict(list))
    for fact in facts:
        days[fact.day or ""][told[fact.id]].append(fact)
    open_: dict[str | None, list[Fact]] = {}
    found: list[list[Fact]] = []
    for day in sorted(days):
        for stance, here in days[day].items():
            if stance in open_:
                open_[stance] += here
            else:
                open_[stance] = list(here)
                found.append(open_[stance])
        if day:
            open_ = {s: run for s, run in open_.items() if s is None or s in days[day]}
    return found
