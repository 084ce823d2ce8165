"""The words around a short claim, as far as its sentence goes, so that "they fled" can be understood."""

import re

from counterclaim.model import Span
from counterclaim.text import WORD

# Fewer words than this say too little by themselves.
ENOUGH = 5
# Characters on either side: with the claim itself about two lines.
REACH = 90

_STOP = re.compile(r"[.!?…][\"'”’»)\]]*\s+|\n")
_BLANK = re.compile(r"\s+")


def too_short(text: str, span: Span) -> bool:
    """The words of the span are too few to be understood without those around them."""
    return sum(1 for _ in WORD.finditer(text, span.start, span.end)) < ENOUGH


def before(text: str, span: Span) -> Span:
    """From where the sentence begins, or at most `REACH` characters before, up to the span."""
    least = max(0, span.start - REACH)
    starts = [match.end() for match in _STOP.finditer(text, least, span.start)]
    if starts or least == 0:
        return Span(starts[-1] if starts else 0, span.start)
    blank = _BLANK.search(text, least, span.start)
    return Span(blank.end() if blank else span.start, span.start)


def after(text: str, span: Span) -> Span:
    """From the span to where the sentence ends, or at most `REACH` characters after."""
    most = min(len(text), span.end + REACH)
    stop = _STOP.search(text, span.end, most)
    if stop or most == len(text):
        return Span(span.end, span.end + len(text[span.end : stop.end() if stop else most].rstrip()))
    blanks = [match.start() for match in _BLANK.finditer(text, span.end, most)]
    return Span(span.end, blanks[-1] if blanks else span.end)


def ends_sentence(text: str, span: Span) -> bool:
    """Nothing of the sentence follows the span."""
    return _STOP.match(text + "\n", max(span.start, span.end - 1)) is not None or not text[span.end :].strip()


def begins_sentence(text: str, span: Span) -> bool:
    """Nothing of the sentence stands before the span."""
    head = text[max(0, span.start - 3) : span.start]
    return not head.strip() or "\n" in head or _STOP.search(head) is not None
