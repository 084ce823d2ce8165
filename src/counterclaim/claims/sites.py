"""Where a claim says that it happened, or which place it is about."""

from bisect import bisect_left
from collections.abc import Sequence

from counterclaim.claims.hits import Hit
from counterclaim.claims.phrases import phrase
from counterclaim.model import Report, Sentence, Span

NO_PLACE = frozenset({"statement", "support"})  # backing has a side, not a site


class Sites:
    """The place spans of one report, to be asked by claim."""

    def __init__(self, report: Report, sentences: Sequence[Sentence], places: Sequence[Span]) -> None:
        self.report = report
        self._places = sorted(places)
        self._starts = [p.start for p in self._places]

    def of(self, sentence: Sentence, hit: Hit) -> Span | None:
        """The place in the claim's own words; else in its sentence; else the last one named before, from the title on."""
        for argument in (hit.match.arguments.patient, hit.match.arguments.agent):
            if argument is not None and hit.match.frame.kind in ("control", "blockade"):
                found = self._within(phrase(sentence, argument))
                if found:
                    return found[-1]
        inside = self._within(hit.clause)
        if inside:
            return inside[0]
        return self._nearest(sentence, hit.clause)

    def _within(self, span: Span) -> list[Span]:
        first = bisect_left(self._starts, span.start)
        return [p for p in self._places[first : bisect_left(self._starts, span.end)] if p.end <= span.end]

    def _nearest(self, sentence: Sentence, clause: Span) -> Span | None:
        beside = self._within(sentence.span)
        if beside:
            return min(beside, key=lambda p: (abs(p.start - clause.start), p.start))
        before = bisect_left(self._starts, sentence.start)
        return self._places[before - 1] if before else None
