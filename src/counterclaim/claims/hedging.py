"""How firmly a claim is put, and the words that say so."""

from functools import cache

from counterclaim.claims.hits import Hit
from counterclaim.lexicon import load
from counterclaim.model import Hedge, Scale, Sentence, Speech

GOVERNORS = 3  # steps up to "is believed to have been killed"


@cache
def scales() -> dict[str, Scale]:
    """Word to the scale it sets."""
    return {word: scale for scale, words in load("hedges")["scales"].items() for word in words}


def hedge(sentence: Sentence, hit: Hit, speech: Speech | None) -> Hedge:
    """What the words round the predicate say; else somebody's word is claimed, and the report's own a fact."""
    found = _beside(sentence, hit.match.trigger, speech)
    if found is not None:
        scale = scales()[sentence.tokens[found].lower]
        return Hedge(scale, sentence.tokens[found].span)
    if speech is None:
        return Hedge("fact", None)
    cue = speech.attribution.cue
    words = [t for t in sentence.tokens if any(c.holds(t.span) for c in cue) and t.lower in scales()]
    return Hedge(
        scales()[words[0].lower] if words else "claimed", words[0].span if words else (cue[0] if cue else None)
    )


def _beside(sentence: Sentence, i: int, speech: Speech | None) -> int | None:
    """The hedging word nearest to the predicate: below it, or governing it up to the cue; what governs that is of the
    saying ("A says it fell; B denies it")."""
    for _ in range(GOVERNORS):
        for j in sentence.children[i]:
            if sentence.tokens[j].lower in scales() and sentence.tokens[j].dep in (
                "advmod",
                "aux",
                "amod",
                "neg",
                "det",
            ):
                return j
        token = sentence.tokens[i]
        if token.head == i or token.dep not in (
            "xcomp",
            "ccomp",
            "amod",
            "attr",
            "acomp",
            "oprd",
            "pcomp",
            "prep",
            "nsubj",
            "dobj",
        ):
            return None
        i = token.head
        if sentence.tokens[i].lower in scales() and token.dep in ("xcomp", "ccomp", "oprd", "pcomp"):
            return i
        if speech is not None and any(cue.holds(sentence.tokens[i].span) for cue in speech.attribution.cue):
            return None
    return None
