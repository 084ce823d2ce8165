"""One report by itself: its sentences, who says what in it, and its claims. It never depends on another report."""

import traceback
from collections.abc import Callable, Iterable, Sequence
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from msgspec.structs import replace

from counterclaim.errors import CounterclaimError
from counterclaim.model import Attribution, Note, Reading, Report, Sentence, Span
from counterclaim.options import Options, Tagger

if TYPE_CHECKING:
    from counterclaim.language import Pipeline


FAILED = "failure"  # the kind of the note on a report at which the program failed


def read(report: Report, options: Options) -> Reading:
    """All that is known of one report by itself.

    A report at which the program fails keeps its text and has no claims, and a note on it says where that was: a bug,
    or too little memory, which must not take the other reports with it. Raises what a user can put right.
    """
    if report.language not in ("en", "und"):  # a few words may give no evidence of a language
        return _guarded(report, _noted)
    from counterclaim.language import load_pipeline

    pipeline = load_pipeline(options.pipeline) if options.pipeline else load_pipeline()
    tagger = _tagger(options.attribution)
    return _guarded(report, lambda report: _claimed(report, pipeline, tagger))


def failures(notes: Iterable[Note]) -> list[Note]:
    """The notes on reports at which the program failed."""
    return [note for note in notes if note.kind == FAILED]


def _guarded(report: Report, made: Callable[[Report], Reading]) -> Reading:
    try:
        return _checked(made(report))
    except CounterclaimError:
        raise
    except Exception as error:  # a bug is not to be known; it stays to be seen in the ledger and on the terminal
        span = report.blocks[0].span if report.blocks else Span(0, len(report.text))
        return Reading(report, (), (), (), (Note(report.id, span, FAILED, _told(error)),))


def _told(error: Exception) -> str:
    """Where the program failed, the same on every machine; what the error says may hold the report's words."""
    here = [frame for frame in traceback.extract_tb(error.__traceback__) if "counterclaim" in frame.filename]
    where = f"{'/'.join(Path(here[-1].filename).parts[-2:])}, line {here[-1].lineno}"
    return f"no claims were taken from this report: the program failed at it ({type(error).__name__} in {where})"


def _noted(report: Report) -> Reading:
    from counterclaim.reading import notes

    return Reading(report, (), (), (), notes(report))


def _claimed(report: Report, pipeline: "Pipeline", tagger: "AttributionTagger") -> Reading:
    from counterclaim.attribution.speakers import speeches
    from counterclaim.claims import drafts
    from counterclaim.places.finding import place_spans

    sentences = pipeline.parse(report)
    attributed = speeches(report, sentences, tagger.attributions(report, sentences))
    places = place_spans(report, sentences)
    found = drafts(report, sentences, attributed, places)
    return replace(_noted(report), places=places, speeches=attributed, drafts=found)


def _checked(reading: Reading) -> Reading:
    """The reading, unless something in it stands outside its text, which would spoil the whole ledger."""
    said = (speech.attribution for speech in reading.speeches)
    spans = chain(
        reading.places,
        *(found for draft in reading.drafts for found in (draft.content, *draft.spans.values())),
        *(found for words in said for found in (words.source, words.cue, words.content)),
    )
    if not all(0 <= span.start < span.end <= len(reading.report.text) for span in spans):
        raise ValueError("a span leaves the text")
    return reading


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
