"""The dossier in a real browser, from a folder: style and script are let in by the policy, hostile text is not."""

from pathlib import Path

import pytest

from browser.conftest import Open
from counterclaim.dossier import write_dossier
from dossier.karvel import EVIL
from dossier.test_writing import many


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_dossier(many(3), tmp_path_factory.mktemp("karvel")).parent


def test_style_and_script_are_let_in(open_page: Open, folder: Path) -> None:
    page = open_page((folder / "index.html").as_uri())
    assert page.evaluate("getComputedStyle(document.querySelector('main')).borderTopWidth") == "2px"


def test_long_lists_can_be_filtered(open_page: Open, folder: Path) -> None:
    page = open_page((folder / "speakers" / "a-front.html").as_uri())
    rows = page.locator(".rows.wide").first.locator(".row")
    whole = rows.count()
    page.get_by_role("searchbox").first.fill("street by street")
    assert 0 < rows.filter(visible=True).count() < whole


def test_hostile_text_does_nothing(open_page: Open, folder: Path) -> None:
    page = open_page((folder / "reports" / "r-0000000000000004.html").as_uri())
    assert EVIL in page.locator(".title .prose").inner_text()
    assert page.locator("main img, main script").count() == 0
