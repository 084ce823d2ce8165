"""How far a content reaches beyond the sentence of its cue: through quotations, and what somebody says of "us".

The tagger may run on to the end of a paragraph after a quotation, or take up a headline that says the same. Some
reports have lost their quotation marks; there, words of the first person show that a sentence is still quoted.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import pairwise

from counterclaim.attribution.quotes import quotations
from counterclaim.model import Attribution, Report, Sentence, Span, Spans

_OF_US = re.compile(r"\b(?:I|[Ww]e|[Mm]e|[Mm]y|[Uu]s|[Oo]ur|[Oo]urs|[Mm]ine)\b(?!\.)")


def within_reach(report: Report, sentences: Sequence[Sentence], found: Sequence[Attribution]) -> list[Attribution]:
    """The attributions, their contents without whole sentences that nothing shows to be their speaker's."""
    reach = _Reach(report, sentences)
    return [Attribution(one.source, one.cue, reach.kept(one)) for one in found]


class _Reach:
    """The sentences of a report and its quotations, to be asked for many contents."""

    def __init__(self, report: Report, sentences: Sequence[Sentence]) -> None:
        self.text = report.text
        self.starts = [sentence.start for sentence in sentences]
        self.quotes = [quotation.span for quotation in quotations(report)]

    def kept(self, one: Attribution) -> Spans:
        """The content as far as its speaker's words go; all of it where nothing would be left."""
        if not one.cue:
            return one.content
        own = self._sentence(one.cue[0].start)
        parts = [(self._sentence(part.start), part) for span in one.content for part in self._cut(span)]
        voiced = [at for at, part in parts if at == own or _OF_US.search(self.text, part.start, part.end)]
        first, last = min(voiced, default=own), max(voiced, default=own)
        kept = [part for at, part in parts if first <= at <= last or self._is_quoted(part)]
        return _joined(self.text, kept) or one.content

    def _sentence(self, at: int) -> int:
        return bisect_right(self.starts, at) - 1

    def _cut(self, span: Span) -> list[Span]:
        """The span, cut where sentences begin."""
        inner = self.starts[bisect_right(self.starts, span.start) : bisect_left(self.starts, span.end)]
        edges = [span.start, *inner, span.end]
        return [Span(a, b) for a, b in pairwise(edges)]

    def _is_quoted(self, part: Span) -> bool:
        place = bisect_right(self.quotes, part.start, key=lambda quote: quote.end)
        return place < len(self.quotes) and part.overlaps(self.quotes[place])


def _joined(text: str, parts: Sequence[Span]) -> Spans:
    """The parts, those that touch made one again, without blanks at their ends."""
    out: list[Span] = []
    for part in parts:
        if out and out[-1].end == part.start:
            out[-1] = Span(out[-1].start, part.end)
        else:
            out.append(part)
    return tuple(Span(s.start, s.start + len(s.of(text).rstrip())) for s in out)
