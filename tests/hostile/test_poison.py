"""Pages of a ledger from a stranger: its pages have the tags that they have for harmless words."""

import csv
import io

import pytest

from counterclaim.dossier.index import index_of
from counterclaim.dossier.single import single
from counterclaim.export import exported
from dossier.karvel import LEDGER
from hostile.poison import poisoned
from hostile.skeleton import skeleton, strange
from hostile.test_chain import runs
from hostile.words import ADDRESSES, FORMULAS, MARKUP, TEMPLATES

# The signs of markup, each with one that means nothing and is treated alike where words are cut.
HARMLESS = str.maketrans({"<": "‹", ">": "›", "&": "+", "=": "-"})


@pytest.mark.parametrize("name", [*MARKUP, *TEMPLATES])
def test_pages_have_the_same_tags_as_for_harmless_words(name: str) -> None:
    words = (MARKUP | TEMPLATES)[name]
    evil = single(index_of(poisoned(LEDGER, words)))
    assert strange(evil) == []
    assert skeleton(evil) == skeleton(single(index_of(poisoned(LEDGER, words.translate(HARMLESS)))))


@pytest.mark.parametrize("name", ADDRESSES)
def test_only_addresses_of_the_web_are_links(name: str) -> None:
    assert strange(single(index_of(poisoned(LEDGER, ADDRESSES[name])))) == []


@pytest.mark.parametrize("name", FORMULAS)
@pytest.mark.parametrize("to", ["csv", "ged"])
def test_no_cell_runs(name: str, to: str) -> None:
    data = exported(poisoned(LEDGER, FORMULAS[name]), to).decode()
    assert [cell for row in csv.reader(io.StringIO(data, newline="")) for cell in row if runs(cell)] == []
