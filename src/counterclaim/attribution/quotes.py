"""Quotations: the stretches of a report between quotation marks, and which of them go on in the next paragraph."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from counterclaim.model import Report, Span
from counterclaim.text import folded

_LONGEST = 6000  # characters of one quotation; a mark without its fellow must not swallow the report
_OPENING, _CLOSING = "“„«", "”»"


class Quotation(NamedTuple):
    """A stretch with its quotation marks, in a block; `open` where no closing mark ends it."""

    span: Span
    block: int
    open: bool

    def words(self, text: str) -> str:
        return self.span.of(text).strip("\"'“”„«»‘’`")

    def is_whole(self, text: str) -> bool:
        """It is speech by itself: several words that begin or end like a sentence, not a phrase in another's."""
        words = self.words(text).strip()
        return len(words.split()) > 2 and (words[-1:] in ".,!?…-—" or words[:1].isupper() or self.open)


def quotations(report: Report) -> tuple[Quotation, ...]:
    """All quotations, in text order."""
    found: list[Quotation] = []
    for index, block in enumerate(report.blocks):
        if block.kind != "chrome":
            opens_next = _opens(report, index + 1)
            found.extend(_in_block(report.text, block.span, index, opens_next))
    return tuple(found)


def _opens(report: Report, index: int) -> bool:
    """The block begins with a quotation mark."""
    if index >= len(report.blocks):
        return False
    start = report.blocks[index].start
    return folded(report.text[start : start + 3]).lstrip()[:1] == '"' or report.text[start : start + 2] == "``"


def _in_block(text: str, span: Span, block: int, opens_next: bool) -> Iterator[Quotation]:
    start: int | None = None
    for at, kind in _marks(text, span):
        if start is None and kind != ")":
            start = at
        elif start is not None and kind == "(":
            start = at if at - start > _LONGEST else start
        elif start is not None:
            if at - start <= _LONGEST:
                yield Quotation(Span(start, at + 1 if text[at] in "\"”»＂" else at + 2), block, False)
            start = None
    if start is not None and (opens_next or _begins(text, span, start)) and span.end - start <= _LONGEST:
        yield Quotation(Span(start, span.end), block, True)


def _begins(text: str, span: Span, start: int) -> bool:
    """Nothing stands before the mark in its paragraph, or a colon does."""
    before = text[span.start : start].rstrip()
    return not before or before[-1] in ":,"


_MARK = re.compile("[\"“”„‟«»＂]|``|''")


def _marks(text: str, span: Span) -> Iterator[tuple[int, str]]:
    """Each mark with "(" where it opens, ")" where it closes, "?" where either is possible."""
    for match in _MARK.finditer(text, span.start, span.end):
        mark = match.group()
        if mark in _OPENING or mark == "``":
            yield match.start(), "("
        elif mark in _CLOSING:
            yield match.start(), ")"
        else:
            yield match.start(), _side(text, match.start(), match.end())


def _side(text: str, start: int, end: int) -> str:
    """On which side of words a plain mark leans."""
    before, after = text[start - 1 : start], text[end : end + 1]
    if after.isalnum() and not before.isalnum() and before not in (".", ",", "!", "?"):
        return "("
    if (before.isalnum() or before in (".", ",", "!", "?")) and not after.isalnum():
        return ")"
    return "?"


def inside(found: Sequence[Quotation], at: int) -> Quotation | None:
    """The quotation that holds a place, if one does."""
    from bisect import bisect_right

    i = bisect_right(found, at, key=lambda q: q.span.start) - 1
    return found[i] if i >= 0 and at < found[i].span.end else None
