"""Who, by a claim's own words, holds the place or did the deed: a side that it names or leaves to be understood.

Belligerents speak of their own success without naming themselves: "the town was taken", said by a side's spokesman,
says that his side has it.
"""

import re

from counterclaim.compare.case import Case
from counterclaim.compare.likeness import stems
from counterclaim.lexicon import word_set
from counterclaim.model import Mention
from counterclaim.text import folded, lowered
from counterclaim.text import words as split

# The agent of a passive and what it did it with: four words reach "by a local militia's mortar".
BY = re.compile(r"\bby ((?:[\w'-]+ ?){1,4})")


def holder(case: Case, mention: Mention) -> str | None:
    """The side that holds the place, by this mention; None where its words leave it open."""
    named = subject_side(case, mention)
    if named is not None:
        return None if gives_up(case, mention) else named
    loser = party(case, mention.object) or rid_of(case, mention)
    speaker = mention.party or party(case, mention.speaker)
    if speaker is None or not says(case, mention, "wins"):
        return None
    return speaker if speaker != loser or not says(case, mention, "loses") else None


def loser(case: Case, mention: Mention) -> str | None:
    """The side that has lost the place or never had it, by this mention."""
    if gives_up(case, mention):
        return subject_side(case, mention)
    named = party(case, mention.object) or rid_of(case, mention)
    return named if named != holder(case, mention) else None


def gives_up(case: Case, mention: Mention) -> bool:
    """The subject leaves or loses the place: "losing Dorn", "the league withdrew from Dorn"."""
    return says(case, mention, "gives_up") and not says(case, mention, "wins")


def rid_of(case: Case, mention: Mention) -> str | None:
    """The side that a place is cleared of, where no stage before has seen it as the object."""
    words = [word for _, _, word in split(lowered(folded(case.words(mention))))]
    for number, word in enumerate(words):
        if word in word_set("compare", "rid"):
            after = [w for w in words[number + 1 : number + 4] if w not in ("of", "from", "the", "all")]
            found = {side for w in after[:1] for name, side in case.side_names.items() if is_form(w, name)}
            if len(found) == 1:
                return found.pop()
    return None


def culprit(case: Case, mention: Mention) -> str | None:
    """The side that did the deed, by this mention: who is accused, not who accuses."""
    doer, other = subject_side(case, mention) or agent(case, mention), party(case, mention.object)
    speaker = mention.party or party(case, mention.speaker)
    if doer is not None and doer == speaker and says(case, mention, "accuses"):
        return other if other != speaker else None
    return other if doer is None and says(case, mention, "blames") else doer


def subject_side(case: Case, mention: Mention) -> str | None:
    """The side of the subject, or the speaker's where the subject is "we"."""
    side = party(case, mention.subject)
    if side is not None:
        return side
    speaker = mention.party or party(case, mention.speaker)
    return speaker if speaks_of_itself(case, mention) else None


def agent(case: Case, mention: Mention) -> str | None:
    """The side named right after "by": hit by northern artillery, shot by a police bullet."""
    for match in BY.finditer(lowered(folded(case.words(mention)))):
        for word in match.group(1).split():
            found = {side for name, side in case.side_names.items() if is_form(word, name)}
            if len(found) == 1:
                return found.pop()
    return None


def is_form(word: str, name: str) -> bool:
    """The word is the name, its genitive, or the adjective made of it: Marland, Marland's, Marlandish."""
    return word.startswith(name) and word[len(name) :] in ("", "s", "'s", "n", "an", "ian", "ish", "i", "ese")


def speaks_of_itself(case: Case, mention: Mention) -> bool:
    """The subject begins with a word by which a speaker means his own side: we, our, the group's; told, its, his."""
    text = lowered(folded(case.report[mention.report].text))
    heads = [span.of(text).removeprefix("the ").split(" ") for span in mention.spans.get("subject", ())[:1]]
    told = mention.voice in ("indirect", "mixed")
    return any(
        head[0] in word_set("compare", "ourselves")
        or (told and len(head) > 1 and head[0] in word_set("compare", "ourselves_told"))
        for head in heads
    )


def party(case: Case, actor: str | None) -> str | None:
    """The party that an actor is or belongs to, and no other actor."""
    side = case.side(actor)
    return side if side in case.party else None


def says(case: Case, mention: Mention, key: str) -> bool:
    """The mention has one of the words of this list."""
    return bool(stems(case.words(mention)) & word_stems(key))


def word_stems(key: str) -> frozenset[str]:
    return stems(" ".join(sorted(word_set("compare", key))))
