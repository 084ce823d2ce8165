"""Views of a text are as long as the text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counterclaim.text import encodable, folded, lowered, trimmed, words


@pytest.mark.parametrize(
    "text, plain",
    [("“No,” he said", '"No," he said'), ("the town’s 20–30", "the town's 20-30"), ("a\u00a0b", "a b")],
)
def test_folded(text: str, plain: str) -> None:
    assert folded(text) == plain


@given(st.text())
def test_views_keep_length(text: str) -> None:
    assert len(folded(text)) == len(lowered(text)) == len(text)


@given(st.text())
def test_words_are_slices(text: str) -> None:
    assert all(text[start:end] == word for start, end, word in words(text))


@pytest.mark.parametrize("text, kept", [("  a b ", "a b"), ("\n", ""), ("x", "x")])
def test_trimmed(text: str, kept: str) -> None:
    start, end = trimmed(text, 0, len(text))
    assert text[start:end] == kept


@given(st.text(st.characters(categories=["Cs", "Lu", "Zs"])))
def test_what_no_file_can_hold_is_replaced(text: str) -> None:
    assert len(encodable(text).encode().decode()) == len(text)
