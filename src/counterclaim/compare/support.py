"""Rules for claims that go together: later figures, the same answer from another origin, what a side grants."""

from counterclaim.compare.amounts import amount, meet, numbered
from counterclaim.compare.case import Case
from counterclaim.compare.days import spoken
from counterclaim.compare.facts import Fact
from counterclaim.compare.likeness import likeness
from counterclaim.compare.rules import Rule, Values, knows, same_deed
from counterclaim.compare.sameness import ALIKE
from counterclaim.lexicon import load
from counterclaim.model import Slot
from counterclaim.text import folded, lowered


def later_figure(case: Case, left: Fact, right: Fact) -> Values | None:
    """{left} first said {count}, then{by} {other} ({day})."""
    if left.kind != right.kind or left.range is None or right.range is None or left.range == right.range:
        return None
    if left.counted != right.counted or not earlier(left, right):
        return None
    values = {"count": amount(left.quantity), "other": amount(right.quantity), "day": spoken(right.day or "")}
    return {**values, "by": by(left, right)}


def later_answer(case: Case, left: Fact, right: Fact) -> Values | None:
    """{left} first said “{words}”, then{by} “{others}” ({day})."""
    if left.kind != right.kind or left.kind not in ("control", "talks") or not earlier(left, right):
        return None
    if left.kind == "control" and left.place != right.place:
        return None
    return {"words": left.words, "others": right.words, "day": spoken(right.day or ""), "by": by(left, right)}


def by(left: Fact, right: Fact) -> str:
    """Who said the later of the two, where that is another of the same side."""
    return "" if left.who == right.who else f" {right.who}"


def earlier(left: Fact, right: Fact) -> bool:
    """The one was said on an earlier day than the other."""
    return left.day is not None and right.day is not None and left.day < right.day


def same_words_again(case: Case, left: Fact, right: Fact) -> Values | None:
    """{left} says it again: “{words}”."""
    if left.kind != right.kind or left.range != right.range or left.denied != right.denied:
        return None
    telling = len(left.stems & right.stems) > 1 and likeness(left.stems, right.stems) >= ALIKE
    return {"words": right.words} if telling else None


def counts_meet(case: Case, left: Fact, right: Fact) -> Values | None:
    """Both count the {kind}, each by an own origin; {count} and {other} can both hold."""
    if left.kind != right.kind or left.range is None or right.range is None or not meet(left.range, right.range):
        return None
    if left.counted != right.counted or not (knows(case, left) and knows(case, right)):
        return None
    if not (numbered(left.quantity) and numbered(right.quantity)):
        return None
    return {"kind": left.kind, "count": amount(left.quantity), "other": amount(right.quantity)}


def same_answer(case: Case, left: Fact, right: Fact) -> Values | None:
    """{left} and {right} give the same answer: {holder}."""
    if left.kind != right.kind or left.kind not in ("control", "responsibility", "support"):
        return None
    if left.doer is None or left.doer != right.doer or left.denied != right.denied or not same_deed(case, left, right):
        return None
    if not (knows(case, left) and knows(case, right)):
        return None
    return {"holder": case.name(left.doer) or "the same"}


def against_own_side(case: Case, left: Fact, right: Fact) -> Values | None:
    """{left} grants what serves the other side: “{words}”."""
    within = left.place in (None, right.place) or right.place in (None, *case.held_by.get(left.place or "", ()))
    return {"words": left.words} if within and serves_another(left) and left.doer == right.side else None


def all_but_a_part(case: Case, left: Fact, right: Fact) -> Values | None:
    """{left} claims the place, but not all of it, and so grants the rest: “{words}”."""
    if left.place is None or left.place != right.place or right.doer is None or left.doer == right.doer:
        return None
    return {"words": left.words} if excepts(left) else None


def grants(fact: Fact) -> bool:
    """A party says what serves the other side: that it holds a place, or that a part is left to it."""
    return serves_another(fact) or excepts(fact)


def serves_another(fact: Fact) -> bool:
    """A party says that the other side holds the place."""
    return (
        fact.kind == "control"
        and not fact.denied
        and None not in (fact.side, fact.doer)
        and fact.doer != fact.side
        and fact.victim in (fact.side, None)
    )


def excepts(fact: Fact) -> bool:
    """A party claims a place for itself, all but a part."""
    if fact.kind != "control" or fact.denied or fact.side is None or fact.doer != fact.side:
        return False
    plain = " | ".join(f" {lowered(folded(words))} " for words in fact.tellings)
    return any(f" {phrase} " in plain for phrase in load("compare")["exceptions"])


UPDATES: tuple[tuple[Rule, Slot | None], ...] = ((later_figure, "quantity"), (later_answer, "when"))
REPEATS: tuple[tuple[Rule, Slot | None], ...] = ((same_words_again, None),)
CORROBORATIONS: tuple[tuple[Rule, Slot | None], ...] = ((counts_meet, "quantity"), (same_answer, "subject"))
CONCESSIONS: tuple[tuple[Rule, Slot | None], ...] = ((against_own_side, "subject"), (all_but_a_part, "place"))
