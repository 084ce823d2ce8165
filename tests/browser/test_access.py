"""WCAG 2.2 AA on every kind of page, by axe-core: light and dark, on a phone and on a wide screen."""

from pathlib import Path

import pytest

from browser.conftest import Open, playwright
from counterclaim.dossier import write_dossier
from dossier.karvel import LEDGER

axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="axe-playwright-python is not installed")

# The style sheets need not be fetched a second time, which the pages' own policy would refuse.
RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"], "preload": False}
GRAVE = ("serious", "critical")
EACH = 2  # pages of a folder, the longest, which hold all that a page of its kind can hold


@pytest.fixture(scope="module")
def kinds(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """The pages that stand for every kind."""
    folder = write_dossier(LEDGER, tmp_path_factory.mktemp("karvel")).parent
    longest = [sorted(f.glob("*.html"), key=lambda p: p.stat().st_size)[-EACH:] for f in folder.iterdir() if f.is_dir()]
    return [*sorted(folder.glob("*.html")), *(page for pages in longest for page in pages)]


def grave(page: "playwright.Page") -> list[str]:
    """What axe-core finds serious or critical, with the places."""
    found = axe.Axe().run(page, options=RULES).response["violations"]
    return [f"{page.url} {v['id']}: {n['html'][:120]}" for v in found if v["impact"] in GRAVE for n in v["nodes"]]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [380, 1600])
def test_nothing_grave(open_page: Open, kinds: list[Path], width: int, scheme: str) -> None:
    page = open_page(kinds[0].as_uri(), width=width, scheme=scheme)
    found = []
    for path in kinds:
        page.goto(path.as_uri())
        found += grave(page)
    assert found == []


@pytest.mark.parametrize("width", [320, 380, 1600])
def test_no_page_is_wider_than_its_window(open_page: Open, kinds: list[Path], width: int) -> None:
    page = open_page(kinds[0].as_uri(), width=width)
    for path in kinds:
        page.goto(path.as_uri())
        assert page.evaluate("document.documentElement.scrollWidth") <= width, path
