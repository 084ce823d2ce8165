"""Direct, indirect or mixed: how much of a content stands in quotation marks."""

from bisect import bisect_right
from collections.abc import Sequence

from counterclaim.attribution.quotes import Quotation
from counterclaim.model import Attribution, Span, Voice


def voice(given: Attribution, quotes: Sequence[Quotation]) -> Voice:
    """Direct where all of the content is quoted, indirect where nothing is."""
    quoted = [_quoted(span, quotes) for span in given.content]
    missing = sum(len(span) for span in given.content) - sum(quoted)
    if sum(quoted) == 0:
        return "indirect"
    return "direct" if missing <= 2 * len(quoted) else "mixed"  # a stop or comma may stand outside the marks


def _quoted(span: Span, quotes: Sequence[Quotation]) -> int:
    """How many characters of the span stand in quotations."""
    i = bisect_right(quotes, span.start, key=lambda q: q.span.end)
    total = 0
    while i < len(quotes) and quotes[i].span.start < span.end:
        total += min(span.end, quotes[i].span.end) - max(span.start, quotes[i].span.start)
        i += 1
    return total
