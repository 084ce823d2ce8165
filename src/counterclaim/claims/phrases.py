"""The words of a noun: what stands before it, and an "of" phrase after it."""

from counterclaim.language import span_of
from counterclaim.model import Sentence, Span

# What belongs to a noun's name; clauses and asides after it do not.
WITHIN = frozenset({"compound", "amod", "nmod", "poss", "det", "nummod", "case", "quantmod", "advmod", "punct"})


def phrase(sentence: Sentence, i: int) -> Span:
    """The noun with what stands before it, and an "of" phrase after it."""
    kept, waiting = [], [i]
    while waiting:
        j = waiting.pop()
        kept.append(j)
        waiting.extend(k for k in sentence.children[j] if k < i and sentence.tokens[k].dep in WITHIN)
    for of in sentence.children[i]:
        if sentence.tokens[of].lower == "of" and of == i + 1:
            inner = next(iter(sentence.children[of]), None)
            if inner is not None:
                kept += [of, inner, *(k for k in sentence.children[inner] if k < inner)]
    while len(kept) > 1 and sentence.tokens[min(kept)].pos == "PUNCT":
        kept.remove(min(kept))
    return span_of(sentence, kept)
