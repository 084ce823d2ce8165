"""Contents end with the sentence of their cue, but for quotations and the first person."""

import pytest
from room import read, words

from counterclaim.attribution.reach import within_reach
from counterclaim.model import Attribution, Span

REACH = [
    # text, the cue, the content that was found, what is kept
    (
        "Ten dead in Orsel. Ten people died in Orsel, the mayor said.", "said",
        ["Ten dead in Orsel.", "Ten people died in Orsel"], "Ten people died in Orsel",
    ),
    (
        "\"It was loud,\" she said. \"The wall fell.\" The town lies by the sea.", "said",
        ["\"It was loud,\"", "\"The wall fell.\" The town lies by the sea."], "\"It was loud,\" … \"The wall fell.\"",
    ),
    (
        "We will go on. The town is ours the mayor said.", "said",
        ["We will go on. The town is ours"], "We will go on. The town is ours",
    ),
    (
        "The U.S. sent aid. The town is free the mayor said.", "said",
        ["The U.S. sent aid. The town is free"], "The town is free",
    ),
    ("The town fell. So the mayor said.", "said", ["The town fell."], "The town fell."),
]  # fmt: skip


@pytest.mark.parametrize("text, cue, content, kept", REACH)
def test_reach(text: str, cue: str, content: list[str], kept: str) -> None:
    report, sentences = read(text)

    def spans(*parts: str) -> tuple[Span, ...]:
        return tuple(Span(report.text.index(part), report.text.index(part) + len(part)) for part in parts)

    (found,) = within_reach(report, sentences, [Attribution((), spans(cue), spans(*content))])
    assert words(found.content, report.text) == kept
