"""Who speaks: each attribution with its speaker sought in the report, those who relay, the medium and the day."""

from bisect import bisect_right
from collections.abc import Sequence

from counterclaim.attribution.channels import channel
from counterclaim.attribution.layout import Layout, layout
from counterclaim.attribution.names import Names, names
from counterclaim.attribution.quotes import Quotation, quotations
from counterclaim.attribution.relays import relays
from counterclaim.attribution.sayings import UNKNOWN, said
from counterclaim.model import Attribution, Name, Report, Sentence, Span, Speech, Voice

_OWN = frozenset(["i", "we", "me", "us", "my", "our"])


def speeches(
    report: Report, sentences: Sequence[Sentence], attributions: Sequence[Attribution], known: Names | None = None
) -> tuple[Speech, ...]:
    """The attributions as speech, in their order; `known` spares reading the report's names again."""
    desk = _Desk(report, sentences, known or names(report, sentences))
    return tuple(desk.speech(given, attributions) for given in attributions)


class _Desk:
    """What is needed to understand one report's attributions."""

    def __init__(self, report: Report, sentences: Sequence[Sentence], known: Names) -> None:
        self.report, self.sentences, self.names = report, sentences, known
        self.quotes = quotations(report)
        self._starts = [sentence.start for sentence in sentences]

    def speech(self, given: Attribution, others: Sequence[Attribution]) -> Speech:
        shape, cue = self._place(given)
        speaker = self._speaker(given)
        medium = None if shape is None or cue is None else channel(shape, cue, self.report.text)
        day = UNKNOWN if shape is None else said(self.report, shape.sentence, given)
        via = () if shape is None or cue is None else relays(self.names, shape, cue)
        return Speech(given, voice(given, self.quotes), speaker, via, medium or _first(via), day)

    def _speaker(self, given: Attribution) -> Name | None:
        return self.names.of(given.source[0]) if given.source else None

    def _place(self, given: Attribution) -> tuple[Layout | None, int | None]:
        """The sentence of the cue, and its token there."""
        if not given.cue:
            return None, None
        at = bisect_right(self._starts, given.cue[-1].start) - 1
        if at < 0 or not self.sentences[at].span.overlaps(given.cue[-1]):
            return None, None
        sentence = self.sentences[at]
        inside = [i for i, token in enumerate(sentence.tokens) if token.span.overlaps(given.cue[-1])]
        verbs = [i for i in inside if sentence.tokens[i].pos == "VERB"]
        return layout(sentence), (verbs or inside)[-1]


def voice(given: Attribution, quotes: Sequence[Quotation]) -> Voice:
    """Direct where all of the content is quoted, indirect where nothing is."""
    quoted = [_quoted(span, quotes) for span in given.content]
    total = sum(len(span) for span in given.content)
    if sum(quoted) == 0:
        return "indirect"
    return "direct" if sum(quoted) >= total - 2 * len(quoted) else "mixed"


def _quoted(span: Span, quotes: Sequence[Quotation]) -> int:
    """How many characters of the span stand in quotations."""
    i = bisect_right(quotes, span.start, key=lambda q: q.span.end)
    total = 0
    while i < len(quotes) and quotes[i].span.start < span.end:
        total += min(span.end, quotes[i].span.end) - max(span.start, quotes[i].span.start)
        i += 1
    return total


def _first(via: Sequence[Name]) -> str | None:
    return via[0].text if via else None
