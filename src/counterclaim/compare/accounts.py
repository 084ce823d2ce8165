"""Rules of drift between accounts: what one side is given with, in reports that need not share a sentence.

A rule answers None where nothing drifted, or else the values that fill its docstring, which is the reason shown.
"""

from counterclaim.compare.amounts import TELLING, amount, figure
from counterclaim.compare.case import Case
from counterclaim.compare.days import close
from counterclaim.compare.facts import Fact
from counterclaim.compare.retellings import Values
from counterclaim.compare.rules import Rule
from counterclaim.compare.sameness import KIN, LARGE
from counterclaim.model import Slot


def figure_of_another_kind(case: Case, told: Fact, again: Fact) -> Values | None:
    """{count} {kind} (“{words}”) became {retold_count} {retold_kind}: “{others}”."""
    if told.kind == again.kind or not any({told.kind, again.kind} <= kin for kin in KIN[:1]):
        return None
    if not same_figure(told, again) or not one_account(case, told, again):
        return None
    return {"kind": told.kind, "retold_kind": again.kind} | counts(told, again)


def bound_of_figure(case: Case, told: Fact, again: Fact) -> Values | None:
    """{count} became {retold_count}: “{words}”, “{others}”."""
    if told.kind != again.kind or told.range == again.range:
        return None
    if not same_figure(told, again) or not one_account(case, told, again):
        return None
    return counts(told, again)


def part_to_whole(case: Case, told: Fact, again: Fact) -> Values | None:
    """A claim about {place} (“{words}”) became one about {retold_place}: “{others}”."""
    if told.kind != "control" or again.kind != "control" or told.denied or again.denied:
        return None
    if told.place is None or again.place is None or len(told.reports | again.reports) < 2:
        return None
    if not again.own_voice and again.claim.speaker not in case.party:
        return None
    if again.place not in case.held_by.get(told.place, ()) or None in (told.doer, told.victim):
        return None
    same = (told.doer, told.victim, told.side) == (again.doer, again.victim, again.side)
    if not same or told.side is None or told.day is None or told.day != again.day:
        return None
    return {"place": case.name(told.place) or "", "retold_place": case.name(again.place) or ""}


ACCOUNT_RULES: tuple[tuple[Rule, Slot], ...] = (
    (figure_of_another_kind, "kind"),
    (bound_of_figure, "quantity"),
    (part_to_whole, "place"),
)


def same_figure(told: Fact, again: Fact) -> bool:
    """They name one number, too large to be chance."""
    return figure(told.quantity) == figure(again.quantity) and (figure(told.quantity) or 0) >= TELLING


def one_account(case: Case, told: Fact, again: Fact) -> bool:
    """The later telling is of the same side, or in a report's own voice, of the same people and at the same time."""
    return (
        not told.own_voice
        and (again.own_voice or (told.owner == again.owner and (told.day or "") < (again.day or "")))
        and (told.victim is None or again.victim is None or told.victim == again.victim or large(told))
        and close(told.day, again.day)
    )


def large(fact: Fact) -> bool:
    """The number alone says that it is the same people, however they are called."""
    return (figure(fact.quantity) or 0) >= LARGE


def counts(told: Fact, again: Fact) -> Values:
    return {"count": amount(told.quantity), "retold_count": amount(again.quantity)}
