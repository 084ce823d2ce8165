"""The dossier in a real browser, from a folder: read, filter, go from a claim to its words, on screen and on paper."""

from pathlib import Path

import pytest

from browser.conftest import Open
from counterclaim.dossier import write_dossier
from dossier.karvel import EVIL, LEDGER
from dossier.test_writing import many


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_dossier(LEDGER, tmp_path_factory.mktemp("karvel")).parent


def test_from_the_overview_to_the_words_in_two_clicks(open_page: Open, folder: Path) -> None:
    page = open_page((folder / "index.html").as_uri())
    page.get_by_role("link", name="Who holds Karvel?").first.click()
    page.wait_for_url("**/questions/*")
    quoted = page.locator("a.quote").first
    words = quoted.locator("q").inner_text()
    quoted.click()
    page.wait_for_url("**/reports/*")
    mark = page.locator(".m:target")
    assert words in mark.inner_text()
    box = mark.bounding_box()
    assert box and 0 < box["y"] < 900


def test_a_long_list_can_be_filtered(open_page: Open, tmp_path: Path) -> None:
    path = write_dossier(many(3), tmp_path).parent / "speakers" / "a-front.html"
    page = open_page(path.as_uri())
    rows = page.locator(".rows.wide").first.locator(".row")
    whole = rows.count()
    page.get_by_role("searchbox").first.fill("street by street")
    assert 0 < rows.filter(visible=True).count() < whole


def test_a_row_and_its_mark_light_each_other(open_page: Open, folder: Path) -> None:
    page = open_page((folder / "questions" / "q-killed.html").as_uri())
    row, mark = (page.locator(f"{kind}[data-mark]").first for kind in ("li.row", "a.point"))
    name = mark.get_attribute("data-mark")
    mark.hover()
    assert "lit" in (page.locator(f"li.row[data-mark={name}]").first.get_attribute("class") or "")
    page.mouse.move(0, 0)
    assert page.locator(".lit").count() == 0
    row.locator("a.quote").focus()
    assert "lit" in (page.locator(f"a.point[data-mark={row.get_attribute('data-mark')}]").get_attribute("class") or "")


def test_a_mark_on_the_map_leads_to_its_place_in_the_list(open_page: Open, folder: Path) -> None:
    page = open_page((folder / "map.html").as_uri(), width=380)
    page.locator("a.spot").first.focus()
    page.keyboard.press("Enter")
    assert page.locator(".sites li:target h3").inner_text().startswith("Karvel ≠ contested")


def test_a_passage_that_runs_from_right_to_left_does_so(open_page: Open, folder: Path) -> None:
    page = open_page((folder / "reports" / "r-0000000000000003.html").as_uri())
    assert page.locator(".foreign").evaluate("e => getComputedStyle(e).direction") == "rtl"
    assert page.locator(".prose").first.evaluate("e => getComputedStyle(e).direction") == "ltr"


def test_hostile_text_does_nothing(open_page: Open, folder: Path) -> None:
    page = open_page((folder / "reports" / "r-0000000000000004.html").as_uri())
    assert EVIL in page.locator(".title .prose").inner_text()
    assert page.locator("main img, main script").count() == 0


def test_on_paper_there_is_dark_ink_and_no_menu(open_page: Open, folder: Path) -> None:
    page = open_page((folder / "index.html").as_uri(), scheme="dark")
    page.emulate_media(media="print")
    assert page.evaluate("getComputedStyle(document.body).color") == "rgb(0, 0, 0)"
    assert not page.locator("nav.pages").is_visible()


@pytest.mark.parametrize("path", ["index.html", "questions/q-holds.html", "map.html"])
def test_everything_can_be_read_without_the_script(open_page: Open, folder: Path, path: str) -> None:
    with_script = open_page((folder / path).as_uri()).locator("main").inner_text()
    assert open_page((folder / path).as_uri(), script=False).locator("main").inner_text() == with_script
