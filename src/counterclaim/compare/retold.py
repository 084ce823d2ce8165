"""Rules of drift for a retelling: a mention against its counterpart in copied text or in its own report.

A rule answers None where nothing drifted, or else the values that fill its docstring, which is the reason shown.
"""

from collections.abc import Callable

from counterclaim.compare.amounts import TELLING, amount, bounds, figure
from counterclaim.compare.answers import culprit
from counterclaim.compare.case import Case
from counterclaim.compare.retellings import Retelling
from counterclaim.compare.sameness import KIN
from counterclaim.model import Kind, Mention, Slot

Values = dict[str, str]
RetellingRule = Callable[[Case, Retelling], Values | None]

# What is done by one side to another: here another doer is another story.
DEEDS: frozenset[Kind] = frozenset({"responsibility", "killed", "wounded", "destroyed", "captured", "seized"})

# Where only the speaker or the doer changed, the rest must be all but word for word.
VERBATIM = 0.6
# Half of the longer clause must be the same where the verb itself may have changed, and a third where a copied
# sentence was cut short.
HALF, CUT = 0.5, 0.33
# An accusation stated elsewhere as a fact keeps nearly all of the shorter clause's words.
STATED = 0.75
# Outside a copied passage, where only short phrases were taken over, these must be taken over whole.
WORD_FOR_WORD = 0.85


def another_kind(case: Case, pair: Retelling) -> Values | None:
    """What {report} tells as {kind} (“{words}”) is {retold_kind} in {other}: “{others}”."""
    kinds = {pair.told.kind, pair.retold.kind}
    if len(kinds) == 2 and any(kinds <= kin for kin in KIN) and pair.copied and pair.likeness >= HALF:
        return {"kind": pair.told.kind, "retold_kind": pair.retold.kind}
    return None


def another_figure(case: Case, pair: Retelling) -> Values | None:
    """{report} counts {count}; in the same words {other} counts {retold_count}."""
    if not comparable(pair) or not pair.copied or pair.kept < HALF or pair.likeness < CUT:
        return None
    told, again = bounds(pair.told.quantity), bounds(pair.retold.quantity)
    if told is None or again is None or told == again:
        return None
    if figure(pair.told.quantity) == figure(pair.retold.quantity) and (figure(pair.told.quantity) or 0) < TELLING:
        return None
    return {"count": amount(pair.told.quantity), "retold_count": amount(pair.retold.quantity)}


def another_doer(case: Case, pair: Retelling) -> Values | None:
    """In {report} it is {doer} (“{words}”), in {other} {retold_doer}: “{others}”."""
    told, again = doer(case, pair.told), doer(case, pair.retold)
    if (
        not comparable(pair)
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


def another_voice(case: Case, pair: Retelling) -> Values | None:
    """{report} gives it on the word of {voice}, {other} on that of {retold_voice}: “{others}”."""
    if not comparable(pair) or pair.told.report == pair.retold.report:
        return None
    if pair.likeness < (VERBATIM if pair.copied else WORD_FOR_WORD):
        return None
    told, again = pair.told.speaker, pair.retold.speaker
    sides = {case.side(told), case.side(again)}
    if len(sides) == 1 or not sides & case.party.keys():
        return None
    if (told is None) != (pair.told.voice == "report") or (again is None) != (pair.retold.voice == "report"):
        return None
    return {"voice": case.name(told) or "nobody", "retold_voice": case.name(again) or "nobody"}


def accusation_to_fact(case: Case, pair: Retelling) -> Values | None:
    """{report} states as a fact (“{fact}”) what it gives elsewhere as an accusation: “{accusation}”."""
    scales = {pair.told.hedge.scale, pair.retold.hedge.scale}
    if pair.told.report != pair.retold.report or not comparable(pair) or pair.kept < STATED or pair.likeness < HALF:
        return None
    if pair.told.speaker is not None or pair.retold.speaker is not None:
        return None
    if scales not in ({"accused", "fact"}, {"suspected", "fact"}):
        return None
    fact, accusation = sorted((pair.told, pair.retold), key=lambda m: m.hedge.scale != "fact")
    return {"fact": case.words(fact), "accusation": case.words(accusation)}


def comparable(pair: Retelling) -> bool:
    """They are of one kind and say it with one sign."""
    return pair.told.kind == pair.retold.kind and pair.told.polarity == pair.retold.polarity


def one_voice(pair: Retelling) -> bool:
    """One of the two is in the report's own voice, or both are one speaker's: else they are rivals, no retelling."""
    return "report" in (pair.told.voice, pair.retold.voice) or pair.told.speaker == pair.retold.speaker


RETELLING_RULES: tuple[tuple[RetellingRule, Slot], ...] = (
    (another_kind, "kind"),
    (another_figure, "quantity"),
    (another_doer, "subject"),
    (another_voice, "hedge"),
    (accusation_to_fact, "hedge"),
)
