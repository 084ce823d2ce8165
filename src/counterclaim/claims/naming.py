"""Whom the arguments of a predicate name."""

from counterclaim.attribution.names import Names
from counterclaim.claims.classes import classes
from counterclaim.claims.phrases import phrase
from counterclaim.model import Name, Report, Sentence, Span

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
