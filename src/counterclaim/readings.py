"""One report by itself: its sentences, who says what in it, and its claims. It never depends on another report."""

from collections.abc import Sequence
from typing import Protocol

from counterclaim.model import Attribution, Reading, Report, Sentence
from counterclaim.options import Options, Tagger


def read(report: Report, options: Options) -> Reading:
    """All that is known of one report by itself."""
    from counterclaim.attribution.speakers import speeches
    from counterclaim.claims import drafts
    from counterclaim.language import load_pipeline
    from counterclaim.places.finding import place_spans
    from counterclaim.reading import notes

    if report.language not in ("en", "und"):  # a few words may give no evidence of a language
        return Reading(report, (), (), (), notes(report))
    pipeline = load_pipeline(options.pipeline) if options.pipeline else load_pipeline()
    sentences = pipeline.parse(report)
    attributed = speeches(report, sentences, _tagger(options.attribution).attributions(report, sentences))
    places = place_spans(report, sentences)
    return Reading(report, places, attributed, drafts(report, sentences, attributed, places), notes(report))


def attributions(text: str, tagger: Tagger = Options().attribution) -> tuple[Attribution, ...]:
    """Who says what in any plain text: source, cue and content as offsets into it."""
    return _tagger(tagger).attribute(text)


def models(options: Options) -> dict[str, str]:
    """The names and versions of what a reading rests on besides the program."""
    from counterclaim.language import ENGLISH, pipeline_version

    name = options.pipeline or ENGLISH
    spacy = f"{name} {pipeline_version(name)}".strip()
    return {"attribution": _tagger(options.attribution).version(), "spacy": spacy}


class AttributionTagger(Protocol):
    """What finds attributions, in a report that was read or in any text."""

    def attributions(self, report: Report, sentences: Sequence[Sentence]) -> tuple[Attribution, ...]: ...
    def attribute(self, text: str) -> tuple[Attribution, ...]: ...
    def version(self) -> str: ...


def _tagger(name: Tagger) -> AttributionTagger:
    """The trained tagger or the rules: two modules with the same two functions."""
    if name == "model":
        from counterclaim.attribution import model

        return model
    from counterclaim.attribution import rules

    return rules
