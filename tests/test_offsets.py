"""Offsets are sacred: for every mention the quoted words are the slice of the stored text."""

import re

import msgspec
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from counterclaim.building import assemble, read
from counterclaim.ledger import faults
from counterclaim.model import Ledger, Span
from counterclaim.options import Options
from counterclaim.reading import read_text
from counterclaim.text import encodable

SENTENCES = [
    "The army said on Monday that 14 people were killed in Karvel.",
    "“We hold the town,” said Anna Orlov, a spokeswoman for the Ostra Front.",
    "Police denied that anyone was arrested.",
    "At least 200 soldiers were trapped, according to two officials.",
    "TOLL RISES TO 22: MINISTRY",
    "Де наші люди? ‏ما شهر را گرفتیم‎",
    'He added: "Nobody was hurt".',
    "10\u00a0000 fled \U0001f69a\ud83d to the north\u2028and the east.",
]
GLUE = st.sampled_from([" ", "\n", "\n\n", "\r\n", "\u00a0", "  \t", "\u200f "])
PIECES = st.one_of(st.sampled_from(SENTENCES), st.text(max_size=60))


@st.composite
def texts(draw: st.DrawFn) -> str:
    return "".join(draw(PIECES) + draw(GLUE) for _ in range(draw(st.integers(1, 6))))


@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
@given(texts())
def test_every_span_stands_in_any_text(text: str) -> None:
    report = read_text(text, "generated.txt")
    assert report.text == encodable(text)
    ledger = assemble([read(report, Options())], [], Options())
    assert faults(ledger) == []
    assert_quoted(ledger)


def test_every_span_of_the_example(example: Ledger) -> None:
    assert faults(example) == []
    assert_quoted(example)


def assert_quoted(ledger: Ledger) -> None:
    """Each value's words, read back from the slice, are what the record says they are."""
    texts = {r.id: r.text for r in ledger.reports}
    for m in ledger.mentions:
        text = texts[m.report]
        for span in (*m.content, *m.cue, *m.source, *(s for spans in m.spans.values() for s in spans)):
            assert span.of(text).strip(), (m.kind, span)
        if m.quantity and "quantity" in m.spans:
            assert plain(m.quantity.text) in plain(covering(m.spans["quantity"]).of(text))
        assert m.voice == "report" or m.source or m.cue or m.content


def covering(spans: tuple[Span, ...]) -> Span:
    return Span(min(s.start for s in spans), max(s.end for s in spans))


def plain(text: str) -> str:
    return re.sub(r"\s+", " ", text).casefold()


def test_the_ledger_survives_its_file(example: Ledger) -> None:
    assert msgspec.json.decode(msgspec.json.encode(example), type=Ledger) == example
