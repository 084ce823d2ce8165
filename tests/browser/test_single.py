"""The dossier as one file in a real browser: pages turn by their addresses, with and without the script."""

from pathlib import Path

import pytest

from browser.conftest import Open, playwright
from browser.test_access import grave
from counterclaim.dossier import write_single
from dossier.karvel import LEDGER


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_single(LEDGER, tmp_path_factory.mktemp("karvel") / "dossier.html")


def shown(page: "playwright.Page") -> list[str]:
    """The headings that can be seen: one page at a time."""
    return page.locator("h1:visible").all_inner_texts()


@pytest.mark.parametrize("script", [True, False])
def test_from_a_question_to_the_words_and_back(open_page: Open, file: Path, script: bool) -> None:
    page = open_page(file.as_uri(), script=script)
    assert [heading.upper() for heading in shown(page)] == ["KARVEL"]
    page.get_by_role("link", name="Who holds Karvel?").first.click()
    assert shown(page) == ["Who holds Karvel?"]
    page.locator("a.quote:visible").first.click()
    mark = page.locator(".m:target")
    assert mark.count() == 1 and mark.is_visible()
    assert mark.bounding_box() and 0 < mark.bounding_box()["y"] < 900
    page.go_back()
    assert shown(page) == ["Who holds Karvel?"]
    page.get_by_role("link", name="Map", exact=True).click()
    assert shown(page) == ["Where it is said to have happened"]


def test_the_menu_says_which_page_is_shown(open_page: Open, file: Path) -> None:
    page = open_page(file.as_uri() + "#sources")
    assert page.locator(".pages [aria-current]").all_inner_texts() == ["Sources"]
    assert page.title() == "Sources"


@pytest.mark.parametrize("sheet", ["index", "map", "sources"])
def test_nothing_grave(open_page: Open, file: Path, sheet: str) -> None:
    assert grave(open_page(f"{file.as_uri()}#{sheet}", width=380)) == []
