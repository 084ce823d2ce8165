"""From a report's sentences and speeches to its drafts: claims of all kinds."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from msgspec import structs

from counterclaim.attribution.names import Names, names
from counterclaim.claims.counts import Found
from counterclaim.claims.hedging import hedge
from counterclaim.claims.hits import Hit, hits
from counterclaim.claims.merging import merged
from counterclaim.claims.naming import named
from counterclaim.claims.phrases import phrase
from counterclaim.claims.sites import Sites
from counterclaim.claims.statements import statements
from counterclaim.claims.voices import Voices
from counterclaim.claims.whens import when
from counterclaim.model import Draft, Entity, Polarity, Quantity, Report, Sentence, Span, Spans, Speech
from counterclaim.places.finding import place_spans
from counterclaim.values.quantities import quantities

TAKEN = frozenset({"control", "blockade", "movement", "displaced"})  # whose object, where it is a place, is no actor


def drafts(
    report: Report, sentences: Sequence[Sentence], speeches: Sequence[Speech], places: Sequence[Span] | None = None
) -> tuple[Draft, ...]:
    """The claims that the report makes or passes on, in text order; each attributed to the innermost speech.

    A speech without a claim of another kind gives a `statement`. `places` spares finding its places again.
    """
    places = place_spans(report, sentences) if places is None else places
    sentences = [located(sentence, places) for sentence in sentences]
    told = [(sentence, hit) for sentence in sentences for hit in merged(hits(sentence, figures(report, sentence)))]
    register, voices = names(report, sentences), Voices(report, speeches)
    sites = Sites(report, sentences, places, told, speeches)
    made = [_draft(report, sentence, hit, register, voices, sites) for sentence, hit in told]
    made += statements(report, speeches, made)
    return tuple(sorted(made, key=lambda d: (d.content, d.kind)))


def located(sentence: Sentence, places: Sequence[Span]) -> Sentence:
    """The sentence with its places labelled as such, where the language pipeline took a place for something else."""
    first = bisect_left(places, Span(sentence.start, sentence.start))
    own = [p for p in places[first : bisect_left(places, Span(sentence.end, sentence.end))] if sentence.span.holds(p)]
    if not own:
        return sentence
    spots = [_tokens(sentence, place) for place in own]
    kept = [e for e in sentence.entities if not any(e.first >= first and e.last <= last for first, last in spots)]
    known = [Entity(first, last, "GPE") for first, last in spots if first < last]
    return structs.replace(sentence, entities=(*known, *kept))


def _tokens(sentence: Sentence, span: Span) -> tuple[int, int]:
    """The tokens ``[first, last)`` of a span."""
    inside = [i for i, t in enumerate(sentence.tokens) if span.holds(t.span)]
    return (inside[0], inside[-1] + 1) if inside else (0, 0)


def figures(report: Report, sentence: Sentence) -> list[Found]:
    """The counts in a sentence, with where they stand in the report; the former of a change is left out."""
    return [
        (Span(c.span.start + sentence.start, c.span.end + sentence.start), c.quantity)
        for c in quantities(report.text[sentence.start : sentence.end])
        if not c.former
    ]


def _draft(report: Report, sentence: Sentence, hit: Hit, register: Names, voices: Voices, sites: Sites) -> Draft:
    speech, content = voices.of(sentence, hit)
    speaker = speech.speaker if speech else None
    agent, subject = named(sentence, hit.match.arguments.agent, register, speaker)
    patient, object_ = named(sentence, hit.match.arguments.patient, register, speaker)
    place = sites.of(sentence, hit)
    if patient is not None and place is not None and hit.match.frame.kind in TAKEN and patient.overlaps(place):
        object_ = None
    days, day_span = when(report, sentence, hit, speech)
    spans = dict(_spans(agent, patient, place, hit.counted, day_span))
    return Draft(
        report=report.id, kind=hit.match.frame.kind, content=content, speech=speech, subject=subject, object=object_,
        place=place, when=days, quantity=_quantity(report, sentence, hit), polarity=polarity(hit),
        hedge=hedge(sentence, hit, speech), spans=spans,
    )  # fmt: skip


def polarity(hit: Hit) -> Polarity:
    """ "-" where the claim says that it did not happen; two negations make it happen again."""
    return "-" if (hit.status == "-") != (hit.match.frame.polarity == "-") else "+"


def _quantity(report: Report, sentence: Sentence, hit: Hit) -> Quantity | None:
    """The count with the noun that it counts; nought where the predicate says that there was nobody."""
    if (
        hit.quantity is None
        or hit.quantity.of is not None
        or hit.counted is None
        or hit.match.arguments.patient is None
    ):
        return hit.quantity
    return structs.replace(hit.quantity, of=counted_phrase(report, sentence, hit))


def counted_phrase(report: Report, sentence: Sentence, hit: Hit) -> str | None:
    """The noun phrase that is counted, without its figure."""
    if hit.counted is None:
        return None
    phrases = [phrase(sentence, i) for i in hit.match.arguments if i is not None]
    span = next((p for p in reversed(phrases) if p.overlaps(hit.counted)), None)
    if span is None:
        return None
    words = report.text[max(span.start, hit.counted.end) : span.end].strip(" -,")
    return words.removeprefix("of ").strip() or None


def _spans(
    agent: Span | None, patient: Span | None, place: Span | None, counted: Span | None, day: Span | None
) -> Iterator[tuple[str, Spans]]:
    for key, span in (("subject", agent), ("object", patient), ("place", place), ("quantity", counted), ("when", day)):
        if span is not None:
            yield key, (span,)
