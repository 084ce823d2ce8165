"""The parse of one sentence as ranges: how far each token's branch reaches, and stretches of tokens as spans."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from typing import NamedTuple

from counterclaim.model import Sentence, Span, Spans

_EDGE = frozenset(",.;:-!?–—()[]*•")

Range = tuple[int, int]  # tokens [first, last)


class Layout(NamedTuple):
    """A sentence with, per token, the first token of its branch and one past the last."""

    sentence: Sentence
    left: tuple[int, ...]
    right: tuple[int, ...]

    def branch(self, i: int) -> Range:
        """The stretch from the first to the last token of the branch that starts at i."""
        return self.left[i], self.right[i]

    def around(self, i: int, hole: Range) -> list[Range]:
        """The branch of token i without the tokens of the hole."""
        return self.without(self.branch(i), hole)

    def without(self, whole: Range, hole: Range) -> list[Range]:
        parts = [(whole[0], min(whole[1], hole[0])), (max(whole[0], hole[1]), whole[1])]
        return [self.trimmed(part) for part in parts if part[0] < part[1]]

    def trimmed(self, part: Range) -> Range:
        """The range without punctuation at its edges; quotation marks stay."""
        first, last = part
        tokens = self.sentence.tokens
        while first < last and tokens[first].text in _EDGE:
            first += 1
        while last > first and tokens[last - 1].text in _EDGE and not _abbreviates(self.sentence, last - 1):
            last -= 1
        return first, last

    def spans(self, parts: Iterable[Range]) -> Spans:
        """The ranges as spans of the report, those that touch joined; empty ones dropped."""
        kept = sorted(part for part in map(self.trimmed, parts) if part[0] < part[1])
        tokens, spans = self.sentence.tokens, list[Span]()
        for first, last in kept:
            span = Span(tokens[first].start, tokens[last - 1].end)
            if spans and spans[-1].end >= span.start:
                spans[-1] = Span(spans[-1].start, max(spans[-1].end, span.end))
            else:
                spans.append(span)
        return tuple(spans)


def tokens_in(sentence: Sentence, span: Span) -> range:
    """The tokens that share a character with a span."""
    first = bisect_right(sentence.tokens, span.start, key=lambda token: token.end)
    return range(first, max(first, bisect_left(sentence.tokens, span.end, key=lambda token: token.start)))


def layout(sentence: Sentence) -> Layout:
    """The reach of every token's branch, found from the leaves up."""
    order = _downwards(sentence)
    left = list(range(len(sentence.tokens)))
    right = [i + 1 for i in left]
    for i in reversed(order):
        head = sentence.tokens[i].head
        left[head] = min(left[head], left[i])
        right[head] = max(right[head], right[i])
    return Layout(sentence, tuple(left), tuple(right))


def _downwards(sentence: Sentence) -> list[int]:
    """All tokens, governors before what they govern."""
    order = [i for i, token in enumerate(sentence.tokens) if token.head == i]
    for i in order:
        order.extend(sentence.children[i])
    return order


def _abbreviates(sentence: Sentence, i: int) -> bool:
    """A stop that belongs to a shortened word."""
    return sentence.tokens[i].text == "." and i > 0 and len(sentence.tokens[i - 1].text) == 1
