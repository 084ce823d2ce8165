"""The words around a short claim."""

import pytest

from counterclaim.dossier.context import after, before, too_short
from counterclaim.dossier.index import index_of
from counterclaim.dossier.quoting import quote
from counterclaim.model import Span
from dossier.karvel import LEDGER, MENTIONS


@pytest.mark.parametrize("text, claim, left, right", [
    ("It rained. At dawn they fled to the hills. Nobody died.", "they fled", "At dawn ", " to the hills."),
    ("They fled", "They fled", "", ""),
    ("Title\nThey fled at dawn\nMore", "They fled", "", " at dawn"),
    ("“It is so.” Then they fled. Rain.", "they fled", "Then ", "."),
    ("one two " * 30 + "they fled" + " three four" * 30, "they fled", "one two " * 11, " three four" * 8),
])  # fmt: skip
def test_words_around_go_as_far_as_the_sentence(text: str, claim: str, left: str, right: str) -> None:
    start = text.index(claim)
    span = Span(start, start + len(claim))
    assert before(text, span).of(text) == left
    assert after(text, span).of(text).rstrip() == right.rstrip()


def test_a_text_without_a_blank_has_no_words_around() -> None:
    text = "x" * 500
    assert (len(before(text, Span(200, 300))), len(after(text, Span(200, 300)))) == (0, 0)


def test_a_claim_of_few_words_stands_in_its_sentence() -> None:
    found = quote(index_of(LEDGER), MENTIONS[13])
    assert [(p.text, p.around, p.gap) for p in found.pieces] == [
        ("The Ostra Front put the toll at ", True, False),
        ("more than 140", False, False),
        (".", True, False),
    ]
    assert too_short("more than 140", Span(0, 13))
