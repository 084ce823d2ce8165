"""The days on which what is claimed happened, as its clause or sentence tells them."""

from counterclaim.claims.hits import Hit
from counterclaim.model import Report, Sentence, Span, Speech, When
from counterclaim.values.times import Dated, days


def when(report: Report, sentence: Sentence, hit: Hit, speech: Speech | None) -> tuple[When, Span | None]:
    """The day named in the clause, or the only one named in the sentence outside the words that say who said it."""
    found = _days(report, sentence, speech)
    inside = [(d, s) for d, s in found if hit.clause.holds(s)]
    chosen = inside[:1] or (found if len(found) == 1 else [])
    return (chosen[0][0].when, chosen[0][1]) if chosen else (When(), None)


def _days(report: Report, sentence: Sentence, speech: Speech | None) -> list[tuple[Dated, Span]]:
    anchor = report.published.day if report.published else None
    if speech is not None and speech.said.day is not None:
        anchor = speech.said.day
    spoken = (*speech.attribution.cue, *speech.attribution.source) if speech else ()
    told = days(report.text[sentence.start : sentence.end], anchor)
    placed = [(d, Span(d.span.start + sentence.start, d.span.end + sentence.start)) for d in told]
    return [(d, s) for d, s in placed if not any(s.overlaps(other) for other in spoken)]
