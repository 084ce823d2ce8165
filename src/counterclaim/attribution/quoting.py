"""Quotations given to the cues beside them: contents that begin or end in other sentences than their cue.

A cue takes the quotation that ends right before it, the one that begins behind it, and the one that goes on
after its sentence where no other cue claims that one. An open quotation goes on in the next paragraph.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import NamedTuple

from counterclaim.attribution.cues import FIRM
from counterclaim.attribution.findings import Finding, united, without
from counterclaim.attribution.quotes import Quotation, holding
from counterclaim.model import Report, Span, Spans

_NEAR = 160  # characters between a cue and the quotation that it introduces
_TIES = re.compile(r"[\s,.;:\-–—()]*\Z")
_SENTENCE_END = re.compile(r"[.!?]\s")
_SELF = frozenset(["i", "we", "you", "me", "us"])


def with_quotations(report: Report, quotes: Sequence[Quotation], found: Sequence[Finding]) -> list[Finding]:
    """The findings with the quotations they introduce; findings left without content are dropped."""
    desk = _Desk(report, quotes, tuple(q.span.start for q in quotes), tuple(q.span.end for q in quotes))
    taken = {id(q) for f in found if (q := desk.before(f)) is not None}
    out = [desk.nested(f, home) if (home := holding(quotes, f.at)) else desk.spoken(f, taken) for f in found]
    return [f for f in out if f is not None and f.content]


class _Desk(NamedTuple):
    report: Report
    quotes: Sequence[Quotation]
    starts: tuple[int, ...]
    ends: tuple[int, ...]

    def nested(self, found: Finding, home: Quotation) -> Finding | None:
        """Speech told inside a quotation: its content ends where the quotation does."""
        told = found.source and found.source[0].of(self.report.text).lower() not in _SELF
        if found.kind not in FIRM or not told:
            return None
        cut = tuple(Span(max(s.start, home.span.start), min(s.end, home.span.end)) for s in found.content)
        return found.with_content(tuple(s for s in cut if s.start < s.end))

    def spoken(self, found: Finding, taken: set[int]) -> Finding:
        """A finding in the report's own words, with the quotations that its content meets or that its cue has."""
        content = list(found.content)
        for span in found.content:
            content.extend(q.span for q in self.meeting(span) if not any(q.span.overlaps(p) for p in found.frame))
        if found.speaks:
            content.extend(self.said(found, taken))
        return found.with_content(without(united(tuple(content)), found.frame))

    def meeting(self, span: Span) -> Sequence[Quotation]:
        """The quotations that share text with a span."""
        return self.quotes[bisect_right(self.ends, span.start) : bisect_left(self.starts, span.end)]

    def said(self, found: Finding, taken: set[int]) -> Spans:
        """The quotations that a verb of speech has before it, behind it, and after its sentence."""
        first, second = self.before(found), self.behind(found, taken)
        spans = [q.span for q in (first, second) if q is not None]
        last = second or first
        if first is not None and second is None:
            last = self.going_on(found.last, first.block, taken) or first
            spans.append(last.span)
        if first is not None:
            spans.extend(self.leading_up(first))
        if last is not None:
            spans.extend(self.running_on(last))
        return tuple(spans)

    def before(self, found: Finding) -> Quotation | None:
        """The quotation that ends right before the cue and its source."""
        i = bisect_right(self.ends, found.first) - 1
        if not found.speaks or i < 0 or found.first - self.ends[i] > _NEAR:
            return None
        if not self.same_block(self.quotes[i], found.first):
            return None
        between = self.report.text[self.ends[i] : found.first]
        return self.quotes[i] if _TIES.match(between) and self.quotes[i].is_whole(self.report.text) else None

    def behind(self, found: Finding, taken: set[int]) -> Quotation | None:
        """The quotation that the cue introduces, in its own sentence or after a colon."""
        i = bisect_left(self.starts, found.last)
        if i >= len(self.quotes) or id(self.quotes[i]) in taken:
            return None
        quote, between = self.quotes[i], self.report.text[found.last : self.starts[i]]
        colon = between.rstrip().endswith((":", ","))
        if len(between) > _NEAR or not quote.is_whole(self.report.text):
            return None
        if not self.same_block(quote, found.last):
            return quote if between.rstrip().endswith(":") else None
        if _SENTENCE_END.search(between) or (found.content and not colon):
            return None
        return quote

    def going_on(self, at: int, block: int, taken: set[int]) -> Quotation | None:
        """The quotation that follows the cue's sentence directly and that no other cue has."""
        i = bisect_left(self.starts, at)
        if i >= len(self.quotes) or self.quotes[i].block > block + 1 or id(self.quotes[i]) in taken:
            return None
        between = self.report.text[at : self.starts[i]]
        short = len(between) <= _NEAR and len(_SENTENCE_END.findall(between + " ")) <= 1
        return self.quotes[i] if short and between.rstrip().endswith((".", ",", ":", "-", "—")) else None

    def running_on(self, quote: Quotation) -> list[Span]:
        """The paragraphs in which an open quotation goes on."""
        spans, i = [], bisect_left(self.starts, quote.span.start)
        while self.quotes[i].open and i + 1 < len(self.quotes) and self.quotes[i + 1].block == self.quotes[i].block + 1:
            i += 1
            spans.append(self.quotes[i].span)
        return spans

    def leading_up(self, quote: Quotation) -> list[Span]:
        """The open paragraphs that a quotation goes on from."""
        spans, i = [], bisect_left(self.starts, quote.span.start)
        while i > 0 and self.quotes[i - 1].open and self.quotes[i - 1].block == self.quotes[i].block - 1:
            i -= 1
            spans.append(self.quotes[i].span)
        return spans

    def same_block(self, quote: Quotation, at: int) -> bool:
        """The quotation begins or ends in the block where the place is, or in the one before."""
        first, last = min(quote.span.end, at), max(quote.span.start, at)
        return self.report.blocks[quote.block].start <= at and "\n" not in self.report.text[first:last]
