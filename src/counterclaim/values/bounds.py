"""The words around a number that bound it: "at least", "up to", "or more"."""

import re
from typing import Literal

from counterclaim.lexicon import load
from counterclaim.model import Span
from counterclaim.values.uncounted import any_of

LEAD = 48  # characters before a number in which its bound words stand

Side = Literal["low", "high", "exact"]

_LEXICON = load("numbers")
BEFORE: dict[str, Side] = {words: side for side in ("low", "high", "exact") for words in _LEXICON["before"][side]}
_AFTER: dict[str, Side] = {words: side for side in ("low", "high", "exact") for words in _LEXICON["after"][side]}

BOUND_WORDS = any_of(list(BEFORE))
_CHAIN = re.compile(rf"(?<![\w'-])(?:{BOUND_WORDS} )+\Z")
_ONE_BOUND = re.compile(rf"({BOUND_WORDS}) ")
_TAIL = re.compile(
    rf"(?P<plus> ?\+(?!\w)|-plus\b)|(?: [a-z]{{1,20}})?? (?P<words>{any_of(list(_AFTER))})\b(?! than)"
    r"(?<!at least)(?<!at most)|(?: [a-z]{1,20})?? (?P<closing>at least|at most|at the most)(?! \w)"
)


def bounded(span: Span, view: str) -> tuple[Span, Side]:
    """The number's span with its bound words, and the side they bound: `low` is "at least", `high` "at most"."""
    start, side = _before(span, view)
    tail = _TAIL.match(view, span.end)
    if tail is None:
        return Span(start, span.end), side
    after: Side = "low" if tail["plus"] else _AFTER[tail["words"] or tail["closing"]]
    return Span(start, tail.end()), side if after == "exact" else after


def _before(span: Span, view: str) -> tuple[int, Side]:
    """Where the bound words begin, and the last side among them that bounds."""
    left = max(0, span.start - LEAD)
    chain = _CHAIN.search(view[left : span.start])
    if chain is None:
        return span.start, "exact"
    sides = [BEFORE[words] for words in _ONE_BOUND.findall(chain.group())]
    return left + chain.start(), next((s for s in reversed(sides) if s != "exact"), "exact")
