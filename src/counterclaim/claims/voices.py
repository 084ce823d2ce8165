"""On whose word a claim stands: the innermost speech that holds it."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence

from counterclaim.claims.hits import Hit
from counterclaim.model import Report, Sentence, Span, Spans, Speech

# Kinds whose predicate is itself a way of speaking, and so the cue of its own speech.
SPOKEN = frozenset({"talks", "denial", "responsibility", "support", "control", "captured"})


class Voices:
    """The speeches of one report, found by where their contents and cues stand."""

    def __init__(self, report: Report, speeches: Sequence[Speech]) -> None:
        self.report = report
        self._contents = _Stretches((s, speech) for speech in speeches for s in speech.attribution.content)
        self._cues = _Stretches((s, speech) for speech in speeches for s in speech.attribution.cue)

    def of(self, sentence: Sentence, hit: Hit) -> tuple[Speech | None, Spans]:
        """The speech that voices the claim, and the claim's words without that speech's cue and source."""
        trigger = sentence.tokens[hit.match.trigger].span
        own = self._cues.innermost(trigger) if hit.match.frame.kind in SPOKEN else None
        if own is not None:
            return own, (hit.clause,)
        speech = self._contents.innermost(trigger)
        if speech is None:
            return None, (hit.clause,)
        return speech, self._clipped(hit.clause, speech)

    def _clipped(self, clause: Span, speech: Speech) -> Spans:
        """What of the clause the content holds, in one piece from its first to its last word, if it holds any."""
        inside = [
            Span(max(clause.start, s.start), min(clause.end, s.end))
            for s in speech.attribution.content
            if s.overlaps(clause)
        ]
        return tuple(sorted(inside)) or (clause,)


class _Stretches:
    """Stretches of text with what they belong to."""

    def __init__(self, found: Iterable[tuple[Span, Speech]]) -> None:
        self._found = sorted(found, key=lambda pair: (pair[0].start, -pair[0].end))
        self._starts = [span.start for span, _ in self._found]
        self._longest = max((len(span) for span, _ in self._found), default=0)

    def innermost(self, at: Span) -> Speech | None:
        """Whose stretch holds the span most tightly."""
        best: tuple[int, Speech] | None = None
        for span, speech in reversed(self._found[: bisect_right(self._starts, at.start)]):
            if at.start - span.start > self._longest:
                break
            if span.holds(at) and (best is None or len(span) <= best[0]):
                best = (len(span), speech)
        return best[1] if best else None
