"""A source that stops short is drawn out to its noun."""

import pytest

from counterclaim.attribution.completing import with_whole_sources
from counterclaim.language import load_pipeline
from counterclaim.model import Attribution, Rejected, Span
from counterclaim.reading import read_text


def span(text: str, words: str) -> Span:
    return Span(text.index(words), text.index(words) + len(words))


@pytest.mark.parametrize(
    "text, source, cue, content, whole",
    [
        ("The resistance forces claimed a victory.", "The resistance", "claimed", "a victory", "The resistance forces"),
        ("The opposition said they won.", "The", "said", "they won", "The opposition"),
        ("The army said they won.", "The army", "said", "they won", "The army"),
        ("The rebels' claim of victory was false.", "The rebels'", "claim", "victory", "The rebels'"),
        ("The army and local rebels said it fell.", "The army", "said", "it fell", "The army and local rebels"),
        ("The army left and rebels said it fell.", "The army", "said", "it fell", "The army"),
        ("They said it fell.", "They", "said", "it fell", "They"),
    ],
)
def test_whole_source(text: str, source: str, cue: str, content: str, whole: str) -> None:
    report = read_text(text, "made.txt")
    assert not isinstance(report, Rejected)
    sentences = load_pipeline().parse(report)
    one = Attribution(*((span(report.text, words),) for words in (source, cue, content)))
    (found,) = with_whole_sources([one], sentences)
    assert found.source == (span(report.text, whole),)
    assert (found.cue, found.content) == (one.cue, one.content)
