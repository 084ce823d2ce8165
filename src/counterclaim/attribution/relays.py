"""Those through whom a word reaches the report: "told the Herald", "in an interview with the Herald"."""

from collections.abc import Iterator

from counterclaim.attribution.cues import frames, lexeme
from counterclaim.attribution.layout import Layout
from counterclaim.attribution.names import Names
from counterclaim.attribution.words import is_outlet
from counterclaim.language import child, children
from counterclaim.lexicon import word_set
from counterclaim.model import Name, Span


def relays(known: Names, layout: Layout, cue: int) -> tuple[Name, ...]:
    """The outlets that a speaker spoke to, by name."""
    nouns = [*_quoting(layout, cue), *(noun for noun in _hearers(layout, cue) if _is_outlet(layout, noun))]
    found = (known.of(_span(layout, noun)) for noun in nouns)
    return tuple(dict.fromkeys(name for name in found if name is not None))


def _span(layout: Layout, i: int) -> Span:
    first, last = layout.branch(i)
    return Span(layout.sentence.tokens[first].start, layout.sentence.tokens[last - 1].end)


def _quoting(layout: Layout, cue: int) -> Iterator[int]:
    """Who quotes: the agency of "the agency quoted her as saying" and "she was quoted by the agency as saying"."""
    sentence, i = layout.sentence, cue
    for _ in range(4):
        if lexeme(sentence.tokens[i]) in ("quote", "cite"):
            by = child(sentence, i, "agent")
            who = None if by is None else child(sentence, by, "pobj")
            who = child(sentence, i, "nsubj") if by is None and i != cue else who
            return (yield from () if who is None else (who,))
        i = sentence.tokens[i].head


def _hearers(layout: Layout, cue: int) -> Iterator[int]:
    """Whom the cue is addressed to."""
    sentence = layout.sentence
    if "order" in frames(lexeme(sentence.tokens[cue])):
        yield from children(sentence, cue, "dobj", "dative")
    for prep in children(sentence, cue, "prep", "dative"):
        noun = child(sentence, prep, "pobj")
        if noun is None:
            continue
        if sentence.tokens[prep].lower == "to":
            yield noun
        if lexeme(sentence.tokens[noun]) == "interview":
            yield from _partners(layout, noun)


def _partners(layout: Layout, noun: int) -> Iterator[int]:
    """With whom an interview was held."""
    for prep in children(layout.sentence, noun, "prep"):
        partner = child(layout.sentence, prep, "pobj")
        if partner is not None and layout.sentence.tokens[prep].lower in ("with", "to", "by"):
            yield partner


def _is_outlet(layout: Layout, i: int) -> bool:
    """The hearer passes things on: named like an outlet, an acronym, or a body that is told things."""
    token = layout.sentence.tokens[i]
    if {lexeme(token), lexeme(token).removesuffix("s")} & word_set("people", "hearers"):
        return False
    labels = {e.label for e in layout.sentence.entities if e.first <= i < e.last}
    return is_outlet(token) or (token.pos == "PROPN" and (token.text.isupper() or "ORG" in labels))
