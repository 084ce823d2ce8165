"""Whom the arguments of a predicate name."""

from counterclaim.attribution.names import Names
from counterclaim.claims.classes import classes
from counterclaim.language import span_of
from counterclaim.model import Name, Report, Sentence, Span

# What belongs to a noun's name; clauses and asides after it do not.
WITHIN = frozenset({"compound", "amod", "nmod", "poss", "det", "nummod", "case", "quantmod", "advmod", "punct"})
ACTORS = frozenset({"people", "power", "name", "crowd"})


def named(report: Report, sentence: Sentence, i: int | None, register: Names) -> tuple[Span | None, Name | None]:
    """The phrase of token i and whom it means; nobody for a place, a thing or an event."""
    if i is None:
        return None, None
    found = classes(sentence, i)
    if found and not found & ACTORS:
        return phrase(sentence, i), None
    span = phrase(sentence, i)
    name = register.of(span)
    if name is None and found & {"people", "power", "crowd"} and sentence.tokens[i].pos in ("NOUN", "PROPN"):
        name = Name(span.of(report.text), "anonymous", span)
    return span, name


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
