"""Outlets that reports call a state's or a side's own."""

import pytest

from counterclaim.actors.countries import countries
from counterclaim.actors.mouthpieces import mouthpieces
from counterclaim.memory import Texts

CALLED = [
    ("Uruguay's state news agency LIMA said so.", {"lima": ("state", "Uruguay")}),
    ("Uruguay's state television Canto said so.", {"canto": ("state", "Uruguay")}),
    ("The official Kestrel News Agency of Uruguay said so.", {"kestrel news agency": ("state", "Uruguay")}),
    ("The opposition news site Canto said so.", {"canto": ("opposition",)}),
    ("Uruguay's state television Chile said so.", {}),
    ("The news agency Canto said so.", {}),
]


@pytest.mark.parametrize("text, found", CALLED)
def test_whose_an_outlet_is_called(text: str, found: dict[str, tuple[str, ...]]) -> None:
    texts = Texts([text])
    assert mouthpieces(texts, countries(texts)) == found
