"""Whom the arguments of a predicate name."""

from counterclaim.attribution.names import Names
from counterclaim.claims.classes import classes
from counterclaim.claims.phrases import phrase
from counterclaim.model import Name, Sentence, Span

ACTORS = frozenset({"people", "power", "name", "crowd"})


def named(sentence: Sentence, i: int | None, register: Names, speaker: Name | None) -> tuple[Span | None, Name | None]:
    """The phrase of token i and whom it means in the speaker's words; nobody for a place, a thing or an event."""
    if i is None:
        return None, None
    found = classes(sentence, i)
    if found and not found & ACTORS:
        return phrase(sentence, i), None
    span = phrase(sentence, i)
    return span, register.argument(span, speaker)
