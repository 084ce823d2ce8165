"""Rules of drift in who says it and how firmly: a claim told as a fact, on another's word, or as less than certain.

A rule answers None where nothing drifted, or else the values that fill its docstring, which is the reason shown.
"""

from counterclaim.compare.amounts import figure
from counterclaim.compare.case import Case
from counterclaim.compare.likeness import stems
from counterclaim.compare.retellings import HALF, VERBATIM, Retelling, RetellingRule, Values
from counterclaim.model import Mention, Slot

# An accusation stated elsewhere as a fact keeps nearly all of the shorter clause's words.
STATED = 0.75
# Outside a copied passage, where only short phrases were taken over, these must be taken over whole.
WORD_FOR_WORD = 0.85


def another_voice(case: Case, pair: Retelling) -> Values | None:
    """{report} gives it on the word of {voice}, {other} on that of {retold_voice}: “{others}”."""
    if not pair.comparable or pair.told.report == pair.retold.report:
        return None
    if pair.likeness < (VERBATIM if pair.copied else WORD_FOR_WORD):
        return None
    told, again = pair.told.speaker, pair.retold.speaker
    sides = {case.side(told), case.side(again)}
    if len(sides) == 1 or not sides & case.party.keys():
        return None
    if (told is None) != (pair.told.voice == "report") or (again is None) != (pair.retold.voice == "report"):
        return None
    if is_voiced(case, pair.told, pair.retold) or is_voiced(case, pair.retold, pair.told):
        return None
    return {"voice": case.name(told) or "nobody", "retold_voice": case.name(again) or "nobody"}


def is_voiced(case: Case, own: Mention, other: Mention) -> bool:
    """What one report says itself stands on somebody's word in it too: in its own words, or elsewhere on that of the
    other's side.
    """
    if own.speaker is not None:
        return False
    if any(s.overlaps(c) for s in case.cues[own.report] for c in own.content):
        return True
    told = (m for m in case.told_in[own.report] if m.kind == own.kind and m.speaker is not None)
    return any(case.side(m.speaker) == case.side(other.speaker) and figures_agree(m, own) for m in told)


def figures_agree(left: Mention, right: Mention) -> bool:
    """They name one figure, or none."""
    return figure(left.quantity) == figure(right.quantity)


def another_source(case: Case, pair: Retelling) -> Values | None:
    """{report} has it from {voice}, {other} from {retold_voice}: “{others}”."""
    told, again = source_words(case, pair.told), source_words(case, pair.retold)
    if not pair.close_copy or not told or not again or pair.told.party is not None or pair.retold.party is not None:
        return None
    named, other = stems(" ".join(told)), stems(" ".join(again))
    if not named or not other or named & other:
        return None
    return {"voice": told[0], "retold_voice": again[0]}


def source_words(case: Case, mention: Mention) -> list[str]:
    """On whose word it is, as its report says it there and by name; nothing for its own voice."""
    text = case.report[mention.report].text
    return [words for words in (*(s.of(text) for s in mention.source), case.name(mention.speaker)) if words]


def firmer_or_weaker(case: Case, pair: Retelling) -> Values | None:
    """What {report} gives as {hedge} (“{words}”) is {retold_hedge} in {other}: “{others}”."""
    told, again = pair.told.hedge, pair.retold.hedge
    weak = {"suspected", "possible", "accused"} & {told.scale, again.scale}
    if not pair.close_copy or len(weak) != 1 or not {"fact", "claimed"} & {told.scale, again.scale}:
        return None
    return {"hedge": told.scale, "retold_hedge": again.scale}


def accusation_to_fact(case: Case, pair: Retelling) -> Values | None:
    """{report} states as a fact (“{fact}”) what it gives elsewhere as an accusation: “{accusation}”."""
    scales = {pair.told.hedge.scale, pair.retold.hedge.scale}
    if pair.told.report != pair.retold.report or not pair.comparable or pair.kept < STATED or pair.likeness < HALF:
        return None
    if pair.told.speaker is not None or pair.retold.speaker is not None:
        return None
    if scales not in ({"accused", "fact"}, {"suspected", "fact"}):
        return None
    fact, accusation = sorted((pair.told, pair.retold), key=lambda m: m.hedge.scale != "fact")
    return {"fact": case.words(fact), "accusation": case.words(accusation)}


VOICE_RULES: tuple[tuple[RetellingRule, Slot], ...] = (
    (another_voice, "hedge"),
    (another_source, "hedge"),
    (firmer_or_weaker, "hedge"),
    (accusation_to_fact, "hedge"),
)
