"""The medium in which something is said: "in a tweet", "on state television", "told the Herald"."""

from collections.abc import Iterator

from counterclaim.attribution.cues import lexeme
from counterclaim.attribution.layout import Layout
from counterclaim.language import child, children, descend
from counterclaim.lexicon import load, word_set
from counterclaim.model import Sentence, Span


def channel(layout: Layout, cue: int, text: str) -> str | None:
    """The medium that stands with a cue, in the report's words without articles; None where none does."""
    for span in _media(layout, cue):
        return span.of(text)
    verbs: dict[str, str] = load("channels")["verbs"]
    return verbs.get(lexeme(layout.sentence.tokens[cue]))


def _media(layout: Layout, cue: int) -> Iterator[Span]:
    """Media below the cue's prepositions, or those of its subject ("X in a tweet claimed")."""
    sentence = layout.sentence
    for holder in (cue, child(sentence, cue, "nsubj"), child(sentence, cue, "dobj"), _dangling(sentence, cue)):
        for prep in () if holder is None else children(sentence, holder, "prep", "agent"):
            noun = child(sentence, prep, "pobj")
            if noun is not None and sentence.tokens[prep].lower in word_set("channels", "prepositions"):
                below = descend(sentence, noun, "compound")
                yield from (medium_span(sentence, j) for j in below if is_medium(sentence, j))


def _dangling(sentence: Sentence, cue: int) -> int | None:
    """The participle that says how: "Speaking on television, X said"."""
    found = (j for j in children(sentence, cue, "advcl") if lexeme(sentence.tokens[j]) in ("speak", "take", "write"))
    return next(found, None)


def is_medium(sentence: Sentence, i: int) -> bool:
    token = sentence.tokens[i]
    return lexeme(token) in word_set("channels", "media") or token.lower in word_set("people", "platforms")


def medium_span(sentence: Sentence, i: int) -> Span:
    """The medium with the words that say of what sort it is: "audio message", "state television"."""
    first, sorts = i, word_set("channels", "sorts")
    while first > 0 and sentence.tokens[first - 1].head == i and sentence.tokens[first - 1].lower in sorts:
        first -= 1
    return Span(sentence.tokens[first].start, sentence.tokens[i].end)
