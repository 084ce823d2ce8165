"""Reports of invented text for the tests of this room."""

from counterclaim.attribution.rules import attributions
from counterclaim.attribution.speakers import speeches
from counterclaim.language import load_pipeline
from counterclaim.model import Attribution, Report, Sentence, Spans, Speech
from counterclaim.reading import read_text

Parts = tuple[str, str, str]


def read(text: str, day: str | None = None) -> tuple[Report, tuple[Sentence, ...]]:
    report = read_text(text, "invented.txt", published=day)
    return report, load_pipeline().parse(report)


def words(spans: Spans, text: str) -> str:
    return " … ".join(span.of(text) for span in spans)


def parts(text: str) -> list[Parts]:
    """Source, cue and content of each attribution, as words."""
    return [(words(a.source, text), words(a.cue, text), words(a.content, text)) for a in given(text)]


def given(text: str) -> tuple[Attribution, ...]:
    return attributions(*read(text))


def spoken(text: str, day: str | None = None) -> tuple[Speech, ...]:
    report, sentences = read(text, day)
    return speeches(report, sentences, attributions(report, sentences))


def speech_with(piece: str, text: str, day: str | None = None) -> Speech:
    """The innermost speech whose content holds the piece."""
    start = text.index(piece)
    held = [
        speech
        for speech in spoken(text, day)
        if any(span.start <= start and start + len(piece) <= span.end for span in speech.attribution.content)
    ]
    return min(held, key=lambda speech: sum(map(len, speech.attribution.content)))
