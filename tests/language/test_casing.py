"""Headlines and reports in capitals, in plain case."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counterclaim.language import load_pipeline
from counterclaim.language.casing import plain_case


@pytest.mark.parametrize(
    "headline, body, plain",
    [
        ("Rebels Deny Losing Karvel", {"deny", "losing"}, "Rebels deny losing Karvel"),
        ("Rebels deny losing Karvel", {"deny"}, "Rebels deny losing Karvel"),
        ("NATO Denies Raid Near Karvel", {"denies", "raid", "near"}, "NATO denies raid near Karvel"),
        ("ARMY SAYS IT HOLDS KARVEL", {"says", "it", "holds"}, "Army says it holds Karvel"),
        ("ARMY SAYS IT HOLDS KARVEL", set(), "Army says it holds Karvel"),
        ("TWO PEASANTS WERE KILLED IN BRAZIL. THE NRF DENIED IT.", set(),
         "Two peasants were killed in Brazil. The NRF denied it."),
        ("The Red Cross Said So", set(), "The Red Cross Said So"),
    ],
)  # fmt: skip
def test_plain_case(headline: str, body: set[str], plain: str) -> None:
    assert plain_case(headline, frozenset(body), load_pipeline().is_common) == plain


@given(st.text(), st.frozensets(st.text()))
def test_length_is_kept(text: str, small: frozenset[str]) -> None:
    assert len(plain_case(text, small, lambda word: True)) == len(text)
