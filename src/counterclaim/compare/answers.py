"""Who, by a claim's own words, holds the place or did the deed: a side that it names or leaves to be understood.

Belligerents speak of their own success without naming themselves: "the town was taken", said by a side's spokesman,
says that his side has it.
"""

from counterclaim.compare.case import Case
from counterclaim.compare.likeness import stems
from counterclaim.lexicon import word_set
from counterclaim.model import Mention
from counterclaim.text import folded, lowered


def holder(case: Case, mention: Mention) -> str | None:
    """The side that holds the place, by this mention; None where its words leave it open."""
    named = subject_side(case, mention)
    if named is not None:
        return named
    loser = party(case, mention.object)
    speaker = mention.party or party(case, mention.speaker)
    if speaker is not None:
        return speaker if speaker != loser or not says(case, mention, "loses") else None
    return None


def loser(case: Case, mention: Mention) -> str | None:
    """The side that has lost the place or never had it, by this mention."""
    named = party(case, mention.object)
    return named if named != holder(case, mention) else None


def culprit(case: Case, mention: Mention) -> str | None:
    """The side that did the deed, by this mention: who is accused, not who accuses."""
    doer, other = subject_side(case, mention), party(case, mention.object)
    speaker = mention.party or party(case, mention.speaker)
    if other is not None and says(case, mention, "blames") and doer in (None, speaker):
        return other
    return doer


def subject_side(case: Case, mention: Mention) -> str | None:
    """The side of the subject, or the speaker's where the subject is "we"."""
    side = party(case, mention.subject)
    if side is not None:
        return side
    speaker = mention.party or party(case, mention.speaker)
    return speaker if speaks_of_itself(case, mention) else None


def speaks_of_itself(case: Case, mention: Mention) -> bool:
    """The subject begins with a word by which a speaker means his own side: we, our, the group's."""
    text = lowered(folded(case.report[mention.report].text))
    heads = [span.of(text).removeprefix("the ").split(" ")[0] for span in mention.spans.get("subject", ())[:1]]
    return any(head in word_set("compare", "ourselves") for head in heads)


def party(case: Case, actor: str | None) -> str | None:
    """The party that an actor is or belongs to, and no other actor."""
    side = case.side(actor)
    return side if side in case.party else None


def says(case: Case, mention: Mention, key: str) -> bool:
    """The mention has one of the words of this list."""
    return bool(stems(case.words(mention)) & word_stems(key))


def word_stems(key: str) -> frozenset[str]:
    return stems(" ".join(sorted(word_set("compare", key))))
