"""The hostile corpus in a real browser: pages of it run nothing, ask nothing, say nothing."""

from pathlib import Path

import pytest

from browser.conftest import Open, playwright
from counterclaim.dossier import write_dossier
from dossier.karvel import LEDGER
from hostile.chain import Ran
from hostile.poison import poisoned
from hostile.words import MARKUP

EVERYTHING = "<p>" + " ".join(MARKUP.values())


def untouched(page: "playwright.Page") -> bool:
    """No script of a report has run, and the page still has its own head and its words."""
    return bool(page.evaluate("window.pwned === undefined && document.styleSheets.length > 0")) and (
        page.locator("main:visible, [id]:visible").count() > 0
    )


@pytest.mark.parametrize("script", [True, False])
def test_the_whole_corpus_in_one_file(open_page: Open, ran: Ran, script: bool) -> None:
    page = open_page((ran.folder / "out" / "dossier.html").as_uri(), script=script)
    page.get_by_role("link", name="Sources", exact=True).click()
    assert untouched(page)


def test_the_pages_of_the_corpus(open_page: Open, ran: Ran) -> None:
    folder = ran.folder / "out" / "dossier"
    page = open_page((folder / "index.html").as_uri())
    longest = sorted(folder.rglob("*.html"), key=lambda p: p.stat().st_size)[-8:]
    for path in [*sorted(folder.glob("*.html")), *longest]:
        page.goto(path.as_uri())
        page.keyboard.press("Tab")
        assert untouched(page), path.name


def test_a_ledger_of_nothing_but_markup(open_page: Open, tmp_path: Path) -> None:
    folder = write_dossier(poisoned(LEDGER, EVERYTHING), tmp_path).parent
    page = open_page((folder / "index.html").as_uri())
    for path in sorted(folder.rglob("*.html")):
        page.goto(path.as_uri())
        for box in page.get_by_role("searchbox").all()[:1]:
            box.fill(EVERYTHING)
        assert untouched(page), path.name
