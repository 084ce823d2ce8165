"""Quotations are cut from the text by their spans."""

import msgspec
import pytest

from counterclaim.dossier.index import index_of
from counterclaim.dossier.quoting import clip, quote, said, surrounded, unmarked, whole_words
from counterclaim.dossier.views import Piece
from counterclaim.model import Span
from dossier.karvel import LEDGER, MENTIONS, R1, WIRE, at

INDEX = index_of(LEDGER)


@pytest.mark.parametrize("spans, limit, kept, cut", [
    ([(0, 4)], 9, [(0, 4)], False),
    ([(0, 9)], 9, [(0, 9)], False),
    ([(0, 10)], 9, [(0, 9)], True),
    ([(0, 4), (8, 20)], 9, [(0, 4), (8, 13)], True),
    ([(0, 9), (12, 14)], 9, [(0, 9)], True),
])  # fmt: skip
def test_clipping(spans: list[tuple[int, int]], limit: int, kept: list[tuple[int, int]], cut: bool) -> None:
    assert clip(tuple(Span(*s) for s in spans), limit) == (tuple(Span(*s) for s in kept), cut)


@pytest.mark.parametrize("text, end, words", [
    ("They hold the town", 12, "They hold"),
    ("They hold the town", 9, "They hold"),
    ("They hold the town", 10, "They hold"),
    ("x" * 60, 50, "x" * 50),
])  # fmt: skip
def test_what_is_cut_ends_with_a_word(text: str, end: int, words: str) -> None:
    (span,), _ = whole_words(text, (Span(0, end),), True)
    assert span.of(text) == words


def test_the_compared_words_are_marked() -> None:
    found = quote(INDEX, MENTIONS[1], marked=("quantity",))
    assert found.pieces == (Piece("at least 300", True), Piece(" soldiers are trapped in the old barracks"))
    assert found.href == f"reports/{R1}.html#{MENTIONS[1].id}"


@pytest.mark.parametrize("parts, words", [
    (["We hold", "the whole of Karvel"], "“We hold the whole of Karvel”"),
    (["We hold", "street by street"], "“We hold … street by street”"),
    (['"We hold the whole of Karvel, street by street,"'], "“We hold the whole of Karvel, street by street,”"),
])  # fmt: skip
def test_words_left_out_between_parts_are_shown_as_a_gap(parts: list[str], words: str) -> None:
    inside = at(R1, '"We hold')
    mention = msgspec.structs.replace(MENTIONS[0], content=tuple(at(R1, part, inside) for part in parts))
    assert said(quote(INDEX, mention)) == words


def test_every_piece_is_a_slice() -> None:
    assert all(piece.text in WIRE for m in MENTIONS if m.report == R1 for piece in quote(INDEX, m).pieces)


@pytest.mark.parametrize("text, words", [
    ('"We hold it."', "We hold it."),
    ("“We hold it.”", "We hold it."),
    ('"We hold it', "We hold it"),
    ('We hold it."', "We hold it."),
    ('"We hold it," he said. "All of it."', '"We hold it," he said. "All of it."'),
    ('He said "we hold it"', 'He said "we hold it"'),
    ('"', '"'),
])  # fmt: skip
def test_marks_around_all_the_words_are_left_to_the_page(text: str, words: str) -> None:
    assert unmarked(text, Span(0, len(text))).of(text) == words


@pytest.mark.parametrize("said_so, page", [
    ('"We hold the whole of Karvel, street by street," the Front\'s spokesman',
     "‘\"We hold the whole of Karvel, street by street,\" the Front's spokesman’"),
    ("We hold the whole of Karvel, street by street", "“We hold the whole of Karvel, street by street”"),
])  # fmt: skip
def test_words_with_marks_of_their_own_stand_in_other_marks(said_so: str, page: str) -> None:
    assert said(quote(INDEX, msgspec.structs.replace(MENTIONS[0], content=(at(R1, said_so),)))) == page


def test_a_sentence_around_a_claim_loses_the_marks_around_all_of_it() -> None:
    report = msgspec.structs.replace(LEDGER.reports[0], text='He spoke. "By then they fled." Rain.', blocks=())
    start = report.text.index("they")
    pieces, cut = surrounded(report, Span(start, start + 9), (Piece("they fled"),))
    assert [piece.text for piece in pieces] == ["By then ", "they fled", "."] and not cut
