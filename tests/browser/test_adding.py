"""Reports added in a real browser: pasted and dropped, with progress; the decision made before is still there."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from browser.conftest import Open
from browser.test_workspace import at, named, told
from conftest import EXAMPLE
from counterclaim.building import build
from counterclaim.ledger import write_ledger
from counterclaim.model import Ledger
from counterclaim.options import Options
from web.served import served

PATIENCE = 120_000  # milliseconds
DROP = """([name, text]) => {
  const carried = new DataTransfer();
  carried.items.add(new File([text], name, { type: "text/plain" }));
  const drop = new DragEvent("drop", { dataTransfer: carried, bubbles: true, cancelable: true });
  document.querySelector("main").dispatchEvent(drop);
}"""


@pytest.fixture(scope="module")
def one() -> Ledger:
    return build([EXAMPLE / "01-agency.txt"], Options(attribution="rules"))


@pytest.fixture
def address(tmp_path: Path, one: Ledger) -> Iterator[str]:
    with served(write_ledger(one, tmp_path / "ledger").parent) as found:
        yield found


@pytest.fixture
def open_page(address: str, open_page: Open) -> Open:
    """Pages are closed before their server stops, which they would miss."""
    return open_page


def test_a_dropped_report_is_added_and_the_decision_is_found_again(open_page: Open, address: str, one: Ledger) -> None:
    mention = one.mentions[0]
    page = open_page(address + f"reports/{mention.report}.html")
    named(page)
    page.goto(address + f"reports/{mention.report}.html")
    at(page, mention.id)
    page.keyboard.press("a")
    told(page, "Accepted.")
    page.goto(address + "add")
    page.evaluate(DROP, ["03-courier.txt", (EXAMPLE / "03-courier.txt").read_text(encoding="utf-8")])
    page.locator("#adding progress").wait_for()
    page.get_by_text("1 report added:").wait_for(timeout=PATIENCE)
    page.locator("#adding a.report").click()
    page.wait_for_url("**/reports/**")
    assert page.locator(".prose").count() > 0
    page.goto(address + f"reports/{mention.report}.html")
    assert page.locator(f"#note-{mention.id} .decided").get_attribute("aria-label").startswith("accepted by Ana")


def test_a_pasted_hostile_report_is_shown_as_text(open_page: Open, address: str) -> None:
    evil = "<script>alert(1)</script><img src=x onerror=alert(2)> {{ 7*7 }} =cmd()"
    page = open_page(address + "add")
    page.get_by_label("Or the text of one report").fill(f"{evil}\n\nThe mayor said that 40 people fled {evil}.\n")
    page.get_by_label("Its outlet").fill(evil)
    page.get_by_role("button", name="Add", exact=True).click()
    page.get_by_text("1 report added:").wait_for(timeout=PATIENCE)
    page.locator("#adding a.report").click()
    page.wait_for_url("**/reports/**")
    assert evil in page.locator(".prose").first.inner_text()
    assert page.locator("main img, main script").count() == 0
    page.goto(address + "sources.html")
    assert page.locator("main img, main script").count() == 0


def test_who_types_on_is_told_what_was_added(open_page: Open, address: str) -> None:
    page = open_page(address + "add")
    page.get_by_label("Or the text of one report").fill("The mayor said that 40 people fled.\n")
    page.get_by_role("button", name="Add", exact=True).click()
    page.locator("#adding progress").wait_for()
    page.get_by_label("Its title").fill("The next one")
    page.get_by_text("1 report added:").wait_for(timeout=PATIENCE)
    assert page.locator("#adding a.report").count() == 1
    assert page.get_by_label("Its title").input_value() == "The next one"
