"""Texts beside the country that they are about, and words beside whether they speak of all of it."""

import pytest

from counterclaim.claims.homes import home, is_long, is_nationwide
from counterclaim.model import Span


@pytest.mark.parametrize(("text", "names", "country"), [
    ("Norway called on Portugal. Portuguese police and Portuguese troops came.", ["Norway", "Portugal"], "Portugal"),
    ("Men died in Norway. Portuguese police came.", ["Norway"], "Norway"),
    ("Portuguese police came to Brask.", ["Brask"], None),
])  # fmt: skip
def test_the_country_most_spoken_of(text: str, names: list[str], country: str | None) -> None:
    found = home(text, [Span(text.index(name), text.index(name) + len(name)) for name in names])
    assert (found and found.of(text)) == country


@pytest.mark.parametrize(("words", "wide"), [
    ("riots across the country", True), ("a nationwide strike", True), ("several northern towns", True),
    ("the war in his country", True), ("a country road", False), ("the town", False),
])  # fmt: skip
def test_words_of_a_whole_country(words: str, wide: bool) -> None:
    assert is_nationwide(words) is wide


@pytest.mark.parametrize(("words", "long"), [
    ("in the past two months", True), ("a six-year war", True), ("since the war", True), ("this year", True),
    ("since Friday", False), ("for two days", False),
])  # fmt: skip
def test_words_of_a_long_time(words: str, long: bool) -> None:
    assert is_long(words) is long
