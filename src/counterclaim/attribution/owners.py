"""Whose words a text gives: "a statement from the ministry said" is the ministry's word."""

from counterclaim.attribution.cues import lexeme
from counterclaim.attribution.names import Names
from counterclaim.attribution.phrases import Phrase
from counterclaim.language import child, children
from counterclaim.lexicon import word_set
from counterclaim.model import Name, Span

_WRITERS = frozenset(["by", "from", "of"])  # of a text
_MAKERS = frozenset(["by"])  # of data and pictures, which are "of" what they show


def is_text(found: Phrase) -> bool:
    """The phrase names a text or recording, not somebody."""
    return lexeme(found.sentence.tokens[found.head]) in word_set("channels", "texts")


def is_thing(found: Phrase) -> bool:
    """The phrase means no somebody: "all signs", "the results of a test"."""
    return found.lemma in word_set("people", "things")


def owner(known: Names, found: Phrase) -> Name | None:
    """Who made the text that a phrase names: its possessor, its maker, the name before it, or who spoke last."""
    sentence, head = found.sentence, found.head
    makers = _WRITERS if is_text(found) else _MAKERS
    holder = child(sentence, head, "poss")
    for prep in children(sentence, head, "prep", "agent") if holder is None else ():
        if sentence.tokens[prep].lower in makers:
            holder = child(sentence, prep, "pobj")
    for participle in children(sentence, head, "acl") if holder is None else ():
        agent = child(sentence, participle, "agent", "prep")
        if agent is not None and sentence.tokens[agent].lower == "by":
            holder = child(sentence, agent, "pobj")
    if holder is None:
        return (_before(known, found) or (_last(known, found) if found.is_bare else None)) if is_text(found) else None
    below = [j for j in (sentence.children[holder]) if sentence.tokens[j].dep in ("compound", "amod", "det", "nmod")]
    return known.of(Span(sentence.tokens[min([holder, *below])].start, sentence.tokens[holder].end))


def _last(known: Names, found: Phrase) -> Name | None:
    """Who spoke last; of an earlier text, who made it: "a statement by Osk said …, the statement added"."""
    back = known.last_speaker(found)
    if isinstance(back, Phrase):
        return (owner(known, back) if is_text(back) and not back.is_bare else None) or known.meant(back)
    return back


def _before(known: Names, found: Phrase) -> Name | None:
    """The body whose name stands before the text: "a Defence Ministry release"."""
    first, _ = found.core()
    tokens = found.sentence.tokens
    last = first
    while last < found.head and tokens[last].pos == "PROPN":
        last += 1
    return known.of(Span(tokens[first].start, tokens[last - 1].end)) if last > first else None
