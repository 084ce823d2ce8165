"""Speech within speech ("X said that Y denied Z"): the tagger read again over what one speaker conveys.

The articles that the tagger learned from mark the outer attribution alone, so a content is read as a text of its own.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from counterclaim.attribution.cues import speaking_verbs
from counterclaim.attribution.linking import read
from counterclaim.attribution.tagging import Weights
from counterclaim.lexicon import word_set
from counterclaim.model import Attribution, Span, Spans

DEPTH = 2  # of speech in speech in speech; deeper chains are not seen in reports
SHORTEST = 2  # words of an inner content: one alone is a pronoun ("denied it") and says nothing of its own
_WORD = re.compile(r"\w+")
_ENDINGS = r"(?:s|es|d|ed|ing)?"
_IRREGULAR = {"say": ("said",), "tell": ("told",), "write": ("wrote",)}


def with_nested(text: str, found: Sequence[Attribution], weights: Weights) -> tuple[Attribution, ...]:
    """The attributions and, each after the one that holds it, those within their contents."""
    return tuple(one for outer in found for one in (outer, *_inner(text, outer, weights, DEPTH)))


def _inner(text: str, outer: Attribution, weights: Weights, depth: int) -> Iterator[Attribution]:
    if not depth:
        return
    for part in outer.content:
        if not _speaking().search(text, part.start + 1, part.end):
            continue
        for one in read(text, [_clause(text, part)], weights):
            if _stands(text, one):
                yield one
                yield from _inner(text, one, weights, depth - 1)


def _clause(text: str, part: Span) -> Span:
    """A content without the conjunction that ties it to its cue."""
    start = part.start + len("that ") if text[part.start : part.end].lower().startswith("that ") else part.start
    return Span(start, part.end)


def _stands(text: str, one: Attribution) -> bool:
    """It names who speaks, by a word of speech, and something is said."""
    said = _said(text, one.cue) and _words(text, one.content) >= SHORTEST
    return said and bool(one.source) and not _happens(text, one.source)


def _happens(text: str, source: Spans) -> bool:
    """The source is a deed or an event, which continues or adds but does not speak: "shelling continued"."""
    words = _WORD.findall(text[source[0].start : source[-1].end])
    head = words[-1] if words else ""
    return head.endswith("ing") or head in word_set("compare", "deeds") or head in word_set("people", "things")


def _said(text: str, spans: Spans) -> bool:
    return any(_speaking().search(text, span.start, span.end) for span in spans)


def _words(text: str, spans: Spans) -> int:
    return sum(1 for span in spans for _ in _WORD.finditer(text, span.start, span.end))


@cache
def _speaking() -> re.Pattern[str]:
    """A verb of speech in any form."""
    stems = sorted({form for verb in speaking_verbs() for form in _stems(verb)})
    return re.compile(rf"\b(?:{'|'.join(stems)}){_ENDINGS}\b|\baccording to\b", re.IGNORECASE)


def _stems(verb: str) -> tuple[str, ...]:
    """What the endings of a verb are put to ("deny": "deny", "deni"), and its irregular forms."""
    stem = f"{verb[:-1]}i" if verb.endswith("y") else verb.removesuffix("e")
    return (verb, stem, *_IRREGULAR.get(verb, ()))
