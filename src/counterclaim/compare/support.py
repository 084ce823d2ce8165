"""Rules for claims that go together: later figures, the same answer from another origin, what a side grants."""

from counterclaim.compare.amounts import amount, meet
from counterclaim.compare.case import Case
from counterclaim.compare.days import apart
from counterclaim.compare.facts import Fact
from counterclaim.compare.likeness import likeness
from counterclaim.compare.rules import Rule, Values, same_deed
from counterclaim.compare.sameness import ALIKE
from counterclaim.model import Slot


def later_figure(case: Case, left: Fact, right: Fact) -> Values | None:
    """{left} first said {count}, then {other} ({day})."""
    if left.kind != right.kind or left.range is None or right.range is None or left.range == right.range:
        return None
    if left.day is None or right.day is None or left.day > right.day or left.victim != right.victim:
        return None
    return {"count": amount(left.quantity), "other": amount(right.quantity), "day": right.day}


def later_holder(case: Case, left: Fact, right: Fact) -> Values | None:
    """{left} first said "{words}", then "{others}" ({day})."""
    if left.kind != "control" or right.kind != "control" or not (apart(left.day, right.day) or 0):
        return None
    if left.day is None or right.day is None or left.day > right.day or left.place != right.place:
        return None
    return {"words": left.words, "others": right.words, "day": right.day}


def same_words_again(case: Case, left: Fact, right: Fact) -> Values | None:
    """{left} says it again: "{words}"."""
    if left.kind != right.kind or left.range != right.range or left.denied != right.denied:
        return None
    return {"words": right.words} if likeness(left.stems, right.stems) >= ALIKE else None


def counts_meet(case: Case, left: Fact, right: Fact) -> Values | None:
    """Both count the {kind}, each by an own origin; {count} and {other} can both hold."""
    if left.kind != right.kind or left.range is None or right.range is None or not meet(left.range, right.range):
        return None
    if left.victim != right.victim or left.own_voice or right.own_voice:
        return None
    return {"kind": left.kind, "count": amount(left.quantity), "other": amount(right.quantity)}


def same_answer(case: Case, left: Fact, right: Fact) -> Values | None:
    """{left} and {right} give the same answer: {holder}."""
    if left.kind != right.kind or left.kind not in ("control", "responsibility", "support"):
        return None
    if left.doer is None or left.doer != right.doer or left.denied != right.denied or not same_deed(case, left, right):
        return None
    if left.own_voice or right.own_voice:
        return None
    return {"holder": case.name(left.doer) or "the same"}


def against_own_side(case: Case, left: Fact, right: Fact) -> Values | None:
    """{left} grants what serves the other side: "{words}"."""
    within = left.place is not None and (left.place == right.place or right.place in case.held_by.get(left.place, ()))
    return {"words": left.words} if within and grants(left) and left.doer == right.side else None


def grants(fact: Fact) -> bool:
    """A party says of the other side what serves that side: that it holds a place."""
    return (
        fact.kind == "control"
        and not fact.denied
        and None not in (fact.side, fact.doer)
        and fact.doer != fact.side
        and fact.victim in (fact.side, None)
    )


UPDATES: tuple[tuple[Rule, Slot | None], ...] = ((later_figure, "quantity"), (later_holder, "when"))
REPEATS: tuple[tuple[Rule, Slot | None], ...] = ((same_words_again, None),)
CORROBORATIONS: tuple[tuple[Rule, Slot | None], ...] = ((counts_meet, "quantity"), (same_answer, "subject"))
CONCESSIONS: tuple[tuple[Rule, Slot | None], ...] = ((against_own_side, "subject"),)
