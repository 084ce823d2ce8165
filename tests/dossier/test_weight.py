"""A dossier of a thousand claims: no page is heavy. The ledger is the one of `benchmarks/pages.py`."""

import importlib.util
from pathlib import Path
from types import ModuleType

import pytest
from selectolax.lexbor import LexborHTMLParser as HTMLParser

from conftest import ROOT
from counterclaim.dossier import method, sources, write_dossier
from counterclaim.ledger import faults
from counterclaim.model import Ledger

PAGE, MAP = 400_000, 250_000


@pytest.fixture(scope="module")
def invented() -> Ledger:
    spec = importlib.util.spec_from_file_location("invented", ROOT / "benchmarks" / "invented.py")
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    ledger: Ledger = module.ledger(1000)
    return ledger


def test_the_invented_ledger_is_sound(invented: Ledger) -> None:
    assert len(invented.claims) == 1000 and list(faults(invented)) == []


def test_no_page_of_a_thousand_claims_is_heavy(invented: Ledger, tmp_path: Path) -> None:
    folder = write_dossier(invented, tmp_path).parent
    heavy = {p.name: p.stat().st_size for p in folder.rglob("*.html") if p.stat().st_size >= PAGE}
    assert heavy == {} and (folder / "map.html").stat().st_size < MAP


def test_who_says_very_much_has_more_pages_than_one(invented: Ledger, tmp_path: Path) -> None:
    folder = write_dossier(invented, tmp_path).parent / "speakers"
    pages = [HTMLParser(p.read_text()) for p in (folder / "a-0.html", *sorted(folder.glob("a-0-*.html")))]
    rows = [row.attributes["id"] for page in pages for row in page.css(".row")]
    assert len(pages) > 1 and sorted(rows) == [c.id for c in invented.claims if c.party == "a-0"]
    assert [link.attributes["href"] for page in pages for link in page.css("[rel=next]")] == [
        f"../speakers/a-0-{n}.html" for n in range(2, len(pages) + 1)
    ]


@pytest.mark.parametrize(
    ("name", "module", "row"), [("sources", sources, "td:nth-child(2):not(.num)"), ("method", method, "span.hash")]
)
def test_a_long_list_has_more_pages_that_go_when_it_is_short(
    name: str, module: ModuleType, row: str, invented: Ledger, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_dossier(invented, tmp_path)
    whole = HTMLParser((tmp_path / f"{name}.html").read_text())
    monkeypatch.setattr(module, "EACH", 30)
    write_dossier(invented, tmp_path)
    pages = [HTMLParser((tmp_path / f).read_text()) for f in (f"{name}.html", f"{name}-2.html", f"{name}-3.html")]
    assert [link.attributes["href"] for page in pages for link in page.css("[rel=next]")] == [
        f"{name}-2.html", f"{name}-3.html"
    ]  # fmt: skip
    assert [told.text() for page in pages for told in page.css(row)] == [told.text() for told in whole.css(row)]
    monkeypatch.undo()
    write_dossier(invented, tmp_path)
    assert not (tmp_path / f"{name}-2.html").exists()
