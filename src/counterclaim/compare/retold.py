"""Rules of drift in what is told: a mention against its counterpart in copied text or in its own report.

A rule answers None where nothing drifted, or else the values that fill its docstring, which is the reason shown.
"""

from counterclaim.compare.amounts import TELLING, amount, bounds, figure, numbered
from counterclaim.compare.answers import culprit
from counterclaim.compare.case import Case
from counterclaim.compare.days import spoken
from counterclaim.compare.likeness import stems
from counterclaim.compare.retellings import CUT, HALF, Retelling, RetellingRule, Values
from counterclaim.compare.sameness import KIN
from counterclaim.compare.victims import class_of
from counterclaim.model import Kind, Mention, Slot

# What is done by one side to another: here another doer is another story.
DEEDS: frozenset[Kind] = frozenset({"responsibility", "killed", "wounded", "destroyed", "captured", "seized"})


def another_kind(case: Case, pair: Retelling) -> Values | None:
    """What {report} tells as {kind} (“{words}”) is {retold_kind} in {other}: “{others}”."""
    kinds = {pair.told.kind, pair.retold.kind}
    if len(kinds) == 2 and any(kinds <= kin for kin in KIN) and pair.copied and pair.likeness >= HALF:
        return {"kind": pair.told.kind, "retold_kind": pair.retold.kind}
    return None


def another_figure(case: Case, pair: Retelling) -> Values | None:
    """{report} counts {count}; in the same words {other} counts {retold_count}."""
    if not pair.comparable or not pair.copied or pair.kept < HALF or pair.likeness < CUT:
        return None
    told, again = pair.told.quantity, pair.retold.quantity
    if bounds(told) is None or bounds(again) is None or bounds(told) == bounds(again):
        return None
    if not (numbered(told) and numbered(again)) or beside_each_other(case, pair):
        return None
    if figure(told) == figure(again) and (figure(told) or 0) < TELLING:
        return None
    return {"count": amount(told), "retold_count": amount(again)}


def beside_each_other(case: Case, pair: Retelling) -> bool:
    """One of two numbers stands in the other telling too: "six rifles and twelve shells" in both is no change."""
    told, again = (m.quantity.text if m.quantity else "" for m in (pair.told, pair.retold))
    apart = figure(pair.told.quantity) != figure(pair.retold.quantity)
    found = (f" {told} " in f" {case.words(pair.retold)} ", f" {again} " in f" {case.words(pair.told)} ")
    return apart and bool(told and again) and any(found)


def another_doer(case: Case, pair: Retelling) -> Values | None:
    """In {report} it is {doer} (“{words}”), in {other} {retold_doer}: “{others}”."""
    told, again = doer(case, pair.told), doer(case, pair.retold)
    if (
        not pair.comparable
        or pair.kept < HALF
        or pair.likeness < (HALF if pair.told.report != pair.retold.report else CUT)
        or pair.told.kind not in DEEDS
        or None in (told, again)
        or told == again
    ):
        return None
    if told not in case.party or again not in case.party or not one_voice(pair):
        return None
    return {"doer": case.name(told) or "", "retold_doer": case.name(again) or ""}


def doer(case: Case, mention: Mention) -> str | None:
    """The side that did it, named as the subject or after "by"."""
    return culprit(case, mention) if mention.kind == "responsibility" else case.side(mention.subject)


def another_day(case: Case, pair: Retelling) -> Values | None:
    """{report} dates it {day} (“{words}”), {other} {retold_day}: “{others}”."""
    told, again = pair.told.when, pair.retold.when
    if not pair.close_copy or told == again or None in (told.to, again.to) or told.since != told.to:
        return None
    said, retold = own_words(case, pair.told, "when"), own_words(case, pair.retold, "when")
    if not said or not retold or stems(said) == stems(retold) or again.since != again.to:
        return None
    return {"day": spoken(told.to or ""), "retold_day": spoken(again.to or "")}


def another_place(case: Case, pair: Retelling) -> Values | None:
    """{report} has it in {place} (“{words}”), {other} in {retold_place}: “{others}”."""
    told, again = pair.told.place, pair.retold.place
    if not pair.close_copy or told is None or again is None or case.near(told, again):
        return None
    said, retold = own_words(case, pair.told, "place"), own_words(case, pair.retold, "place")
    if not said or not retold or said in case.words(pair.retold) or retold in case.words(pair.told):
        return None
    return {"place": case.name(told) or "", "retold_place": case.name(again) or ""}


def other_people(case: Case, pair: Retelling) -> Values | None:
    """{report} counts {people}; in the same words {other} counts {retold_people}: “{others}”."""
    told, again = pair.told.quantity, pair.retold.quantity
    if not pair.close_copy or told is None or again is None:
        return None
    if None in (class_of(told.of), class_of(again.of)) or class_of(told.of) == class_of(again.of):
        return None
    return {"people": told.of or "", "retold_people": again.of or ""}


def one_voice(pair: Retelling) -> bool:
    """One of the two is in the report's own voice, or both are one speaker's: else they are rivals, no retelling."""
    return "report" in (pair.told.voice, pair.retold.voice) or pair.told.speaker == pair.retold.speaker


def own_words(case: Case, mention: Mention, slot: str) -> str:
    """The words inside the claim that give this value; empty where it was understood from elsewhere."""
    text, content = case.report[mention.report].text, mention.content
    inside = (s for s in mention.spans.get(slot, ()) if any(c.holds(s) for c in content))
    return " ".join(span.of(text) for span in inside)


VALUE_RULES: tuple[tuple[RetellingRule, Slot], ...] = (
    (another_kind, "kind"),
    (another_figure, "quantity"),
    (another_doer, "subject"),
    (other_people, "object"),
    (another_place, "place"),
    (another_day, "when"),
)
