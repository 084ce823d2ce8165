"""Relations beside both claims; where they are too many for a question's page, on pages of their own."""

from collections.abc import Sequence

import msgspec
import pytest
from selectolax.lexbor import LexborHTMLParser as HTMLParser

from counterclaim.dossier.index import index_of
from counterclaim.dossier.relations import EACH, FIRST, MOST
from counterclaim.dossier.writing import pages
from counterclaim.model import Relation
from dossier.conftest import Pages
from dossier.karvel import LEDGER

CONFLICT = next(relation for relation in LEDGER.relations if relation.kind == "contradicts")


def written(relations: Sequence[Relation]) -> Pages:
    ledger = msgspec.structs.replace(LEDGER, relations=tuple(relations))
    return {path: HTMLParser(html) for path, html in pages(index_of(ledger))}


def reasons(tree: HTMLParser) -> list[str]:
    return [node.text() for node in tree.css(".because")]


@pytest.mark.parametrize("number, shown, others", [
    (FIRST, FIRST, []), (MOST, MOST, []), (MOST + 1, MOST, [MOST + 1]), (2 * EACH + 5, MOST, [EACH, EACH, 5]),
])  # fmt: skip
def test_a_reader_can_open_every_relation(number: int, shown: int, others: list[int]) -> None:
    found = written([msgspec.structs.replace(CONFLICT, because=f"Reason {n}.") for n in range(number)])
    assert len(reasons(found["questions/q-holds.html"])) == shown
    rest = [tree for path, tree in found.items() if path.startswith("questions/q-holds-contradicts-")]
    assert [len(reasons(tree)) for tree in rest] == others
    assert not others or [r for tree in rest for r in reasons(tree)] == [f"Reason {n}." for n in range(number)]


def test_the_pages_lead_to_each_other_and_back() -> None:
    found = written([CONFLICT] * (EACH + 1))
    first, second = (found[f"questions/q-holds-contradicts-{n}.html"] for n in (1, 2))
    assert found["questions/q-holds.html"].css_first(".bundle .all a").text() == f"All {EACH + 1}"
    assert first.css_first("[rel=next]").text().split() == [f"{EACH + 1}–{EACH + 1}", "→"]
    assert second.css_first("[rel=prev]").attributes["href"] == "../questions/q-holds-contradicts-1.html"
    assert second.css_first(".kicker a").attributes["href"] == "../questions/q-holds.html"
