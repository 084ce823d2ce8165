"""A text as pieces: offsets, letter case, quotation marks, sentence starts."""

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from counterclaim.attribution.pieces import BREAK, letter_case, lines, pieces, quoted_from, sentence_starts
from counterclaim.attribution.tagging import load_weights


@pytest.mark.parametrize(
    "word, case",
    [
        ("shelling", 0),
        ("Varda", 1),
        ("I", 1),
        ("UN", 2),
        ("1,200", 3),
        ("—", 3),
        ("McKay", 1),
        ("iPad", 0),
        ("دمشق", 3),
    ],
)
def test_letter_case(word: str, case: int) -> None:
    assert letter_case(word) == case


@pytest.mark.parametrize(
    "line, inside",
    [
        ('He said "we won" there', "we won"),
        ("He said “we won” there", "we won"),
        ("He said ``we won'' there", "we won"),
        ("He said «we won» there", "we won"),
        ('He said: "we won there', "we won there"),
        ("It wasn't won", ""),
    ],
)
def test_inside_quotation(line: str, inside: str) -> None:
    places, states = quoted_from(line)
    ends = [*places[1:], len(line)]
    quoted = "".join(line[a:b] for a, b, state in zip(places, ends, states, strict=True) if state)
    assert quoted.strip('"“”«»`') == inside


@pytest.mark.parametrize(
    "line, sentences",
    [
        ("It fell. They fled.", ["It fell. ", "They fled."]),
        ("“It fell.” They fled.", ["“It fell.” ", "They fled."]),
        ("Dr. Oren and J. Malk fled.", ["Dr. Oren and J. Malk fled."]),
        ("It cost 3.5 million. why ask?", ["It cost 3.5 million. why ask?"]),
        ("no stop at all", ["no stop at all"]),
    ],
)
def test_sentence_starts(line: str, sentences: list[str]) -> None:
    starts = sentence_starts(line)
    assert [line[a:b] for a, b in zip(starts, [*starts[1:], len(line)], strict=True)] == sentences


def test_a_piece_is_a_slice_and_paragraphs_are_apart() -> None:
    text = "Varda fell.\n\n“Oréna holds,” he said."
    made = pieces(load_weights().tokenizer, text, lines(text))
    words = [text[a:b] for a, b in zip(made.starts, made.ends, strict=True)]
    assert "".join(words) == text.replace("\n", "").replace(" ", "")
    assert [text[made.starts[i] :][:6] for i, piece in enumerate(made.ids) if piece == BREAK] == ["“Oréna"]
    assert [text[made.starts[i] :][:5] for i in made.firsts] == ["Varda", "“Orén"]


@settings(deadline=None)  # the first example loads the weights
@example("동")  # one character, three pieces
@given(st.text(max_size=200))
def test_pieces_lie_in_order_in_any_text(text: str) -> None:
    made = pieces(load_weights().tokenizer, text, lines(text))
    assert list(made.starts) == sorted(made.starts) and list(made.ends) == sorted(made.ends)
    assert all(0 <= start <= end <= len(text) for start, end in zip(made.starts, made.ends, strict=True))
    assert all(0 <= kind < 8 for kind in made.types)
