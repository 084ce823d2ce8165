"""Quotations: the stretches of a report between quotation marks, and which of them go on in the next paragraph."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from counterclaim.model import Report, Span

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
    """All quotations, in text order.

    An opening mark lasts to the closing one, in its own block or a later one; where the next block opens
    anew, the quotation is one that goes on from paragraph to paragraph. A mark without a fellow opens nothing.
    """
    found: list[Quotation] = []
    start: tuple[int, int] | None = None
    for index, block in enumerate(report.blocks):
        if block.kind == "chrome":
            continue
        for at, side in _marks(report.text, block.span):
            if start is not None and (side == "(" or at - start[0] > _LONGEST):
                found.extend(_unclosed(report, start, at))
                start = None
            if start is None:
                start = None if side == ")" else (at, index)
            else:
                end = at + (2 if report.text[at] in "`'" else 1)
                found.append(Quotation(Span(start[0], end), start[1], False))
                start = None
    if start is not None:
        found.extend(_unclosed(report, start, len(report.text)))
    return tuple(found)


def _unclosed(report: Report, start: tuple[int, int], at: int) -> Iterator[Quotation]:
    """A quotation whose mark has no fellow before the next opens: to the end of its paragraph where it goes on."""
    block = report.blocks[start[1]]
    if start[1] + 1 >= len(report.blocks):
        return
    follows = report.text[block.end : at].strip() == "" and at > block.end
    if (follows or _begins(report.text, block.span, start[0])) and block.end - start[0] <= _LONGEST:
        yield Quotation(Span(start[0], block.end), start[1], follows)


def _begins(text: str, span: Span, start: int) -> bool:
    """Nothing stands before the mark in its paragraph, or a colon or comma does."""
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
        elif match.start() == span.start:
            yield match.start(), "("
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


def holding(found: Sequence[Quotation], at: int) -> Quotation | None:
    """The quotation that holds a place, if one does."""
    i = bisect_right(found, at, key=lambda q: q.span.start) - 1
    return found[i] if i >= 0 and at < found[i].span.end else None
