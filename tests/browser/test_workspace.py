"""The workspace in a real browser: read, move, decide, undo, search, add what was missed; keys first."""

from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest

from browser.conftest import HEIGHT, Open, playwright
from counterclaim.ledger import write_ledger
from counterclaim.model import Block, Decision, Report
from counterclaim.review import review
from counterclaim.review.store import stored
from dossier.karvel import EVIL
from web.conftest import LEDGER
from web.served import served

REPORT = next(r for r in LEDGER.reports if "barracks" in r.text)
TRAPPED = next(m for m in LEDGER.mentions if m.kind == "trapped" and m.quantity)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write_ledger(LEDGER, tmp_path / "karvel").parent


@pytest.fixture
def address(folder: Path) -> Iterator[str]:
    with served(folder) as found:
        yield found


@pytest.fixture
def open_page(address: str, open_page: Open) -> Open:
    """Pages are closed before their server stops, which they would miss."""
    return open_page


def named(page: "playwright.Page", name: str = "Ana") -> None:
    """Give the reviewer's name by the bar."""
    page.locator("#desk .me").click()
    page.get_by_label("Name", exact=True).fill(name)
    page.keyboard.press("Enter")
    page.wait_for_selector(f"#desk[data-user='{name}']")


def at(page: "playwright.Page", mention: str) -> "playwright.Locator":
    """Move by keys to a mention; the block that then has the focus."""
    page.keyboard.press("j")
    for _ in range(200):
        if page.locator(f".current[data-mention='{mention}'], .current [data-mention='{mention}']").count():
            return page.locator(".current")
        page.keyboard.press("j")
    raise AssertionError(f"{mention} cannot be reached")


def told(page: "playwright.Page", words: str) -> None:
    """Wait until the bar says so."""
    page.locator(".news", has_text=words).wait_for()


def test_from_a_claim_to_its_words_and_back_to_the_question(open_page: Open, address: str) -> None:
    page = open_page(address)
    page.locator(".card h2 a").first.click()
    page.wait_for_url("**/questions/**")
    page.keyboard.press("j")
    said = page.locator(".current q").first.inner_text()
    page.keyboard.press("o")
    page.wait_for_url("**/reports/**")
    marked = page.locator(":target")
    assert marked.inner_text().split()[0].strip("“") in said


def test_keys_move_and_stop_at_the_ends(open_page: Open, address: str) -> None:
    page = open_page(address + f"reports/{REPORT.id}.html")
    count = page.locator("#main [data-mention]").count()
    for _ in range(count + 3):
        page.keyboard.press("j")
    last = page.locator("#main [data-mention]").last.get_attribute("data-mention")
    assert page.locator(f".current[data-mention='{last}']").count() == 1
    page.keyboard.press("k")
    assert page.locator(f".current[data-mention='{last}']").count() == int(count == 1)
    assert page.locator(".current .act button").count() == 8


def test_the_name_is_asked_once_and_the_decision_waits_for_it(open_page: Open, address: str, folder: Path) -> None:
    page = open_page(address + f"reports/{REPORT.id}.html")
    at(page, TRAPPED.id)
    page.keyboard.press("a")
    page.wait_for_url("**/name?**")
    assert stored(folder) == ()
    page.get_by_label("Name", exact=True).fill("Ana")
    page.keyboard.press("Enter")
    told(page, "Accepted.")
    assert [(d.user, d.action, d.mentions) for d in stored(folder)] == [("Ana", "accept", (TRAPPED.id,))]
    stamp = page.locator(f"#note-{TRAPPED.id} .decided")
    stamp.wait_for()
    assert stamp.get_attribute("aria-label").startswith("accepted by Ana, ")
    stamp.focus()
    shown = "getComputedStyle(document.activeElement, '::after').content"
    assert "accepted by Ana" in page.evaluate(shown)


def test_correct_a_cell_reload_and_undo(open_page: Open, address: str) -> None:
    page = open_page(address + f"reports/{REPORT.id}.html")
    named(page)
    page.goto(address + f"reports/{REPORT.id}.html")
    note = at(page, TRAPPED.id)
    assert "at least 300" in note.inner_text()
    page.keyboard.press("e")
    field = page.locator("form.act input[name=value]")
    field.wait_for()
    assert field.input_value().startswith("at least 300")
    field.fill("at least 250 soldiers")
    field.press("Enter")
    told(page, "Corrected.")
    page.locator(f"#note-{TRAPPED.id}", has_text="at least 250").wait_for()
    page.reload()
    assert "at least 250" in page.locator(f"#note-{TRAPPED.id}").inner_text()
    assert page.locator(f".current[data-mention='{TRAPPED.id}']").count() == 1
    page.keyboard.press("u")
    told(page, "Undone.")
    page.locator(f"#note-{TRAPPED.id}", has_text="at least 300").wait_for()


def test_what_is_half_typed_outlives_a_reload_and_others_decisions(open_page: Open, address: str) -> None:
    page = open_page(address + f"reports/{REPORT.id}.html")
    named(page)
    page.goto(address + f"reports/{REPORT.id}.html")
    at(page, TRAPPED.id)
    page.keyboard.press("n")
    page.keyboard.type("ask the wire about")
    page.reload()
    page.keyboard.press("n")
    assert page.locator("form.act input").input_value() == "ask the wire about"
    page.keyboard.press("End")
    page.keyboard.type(" this")
    page.keyboard.press("Enter")
    told(page, "Noted.")
    page.goto(address + "decisions")
    assert page.locator(".deed .note").inner_text() == "ask the wire about this"


def test_a_rejected_claim_goes_and_comes_back_from_the_list_of_decisions(open_page: Open, address: str) -> None:
    page = open_page(address + f"reports/{REPORT.id}.html")
    named(page)
    page.goto(address + f"reports/{REPORT.id}.html")
    at(page, TRAPPED.id)
    page.keyboard.press("r")
    told(page, "Rejected.")
    page.locator(f"#note-{TRAPPED.id}").wait_for(state="detached")
    page.goto(address + "decisions")
    deed = page.locator(".deed").first
    assert "rejected by Ana" in deed.inner_text() and "300" in deed.locator("q").inner_text()
    deed.get_by_role("button", name="undo").click()
    page.locator(".deed.undone").wait_for()
    page.goto(address + f"reports/{REPORT.id}.html")
    assert page.locator(f"#note-{TRAPPED.id}").count() == 1


def test_a_claim_rejected_on_a_question_page_leaves_the_reader_there(open_page: Open, tmp_path: Path) -> None:
    found = compared_anew()
    old = max((q for q in found.questions if q.kind == "killed"), key=lambda q: len(q.positions))
    folder = write_ledger(found, tmp_path / "anew").parent
    with served(folder) as address:
        page = open_page(address + f"questions/{old.id}.html")
        named(page)
        page.goto(address + f"questions/{old.id}.html")
        for number in (1, 2):
            page.keyboard.press("j")
            before, place = page.url, page.evaluate("scrollY")
            page.keyboard.press("r")
            page.wait_for_function("before => location.href !== before", arg=before)
            told(page, "Rejected.")
            gone = [m for decision in stored(folder) for m in decision.mentions]
            assert len(gone) == number and page.locator(f"#main [data-mention='{gone[-1]}']").count() == 0
            assert "were killed" in page.locator("h1").inner_text() and "/questions/" in page.url
            assert page.locator(".current").count() == 1 and abs(page.evaluate("scrollY") - place) < HEIGHT / 2
        now = page.url
        page.goto(address + f"questions/{old.id}.html")
        assert page.url == now
        page.close()


def compared_anew():  # type: ignore[no-untyped-def]
    """The invented ledger with the claims and questions that comparing gives, which its decisions then change."""
    aside = next(m for m in LEDGER.mentions if m.kind == "statement")
    rejected = Decision(1, "2031-05-09T10:00:00Z", "Ana", "reject", (aside.id,), None, None, None, "")
    return review(LEDGER, [rejected]).ledger


def test_join_two_speakers_over_two_pages(open_page: Open, address: str, folder: Path) -> None:
    first, second = speakers_in_two_reports()
    page = open_page(address + f"reports/{first.report}.html")
    named(page)
    page.goto(address + f"reports/{first.report}.html")
    at(page, first.id)
    page.keyboard.press("m")
    told(page, "Marked.")
    page.goto(address + f"reports/{second.report}.html")
    at(page, second.id)
    assert "marked to join" in page.locator(".current .act").inner_text()
    page.keyboard.press("m")
    page.locator("form.act select").select_option("actor")
    page.keyboard.press("Enter")
    told(page, "Joined.")
    made = stored(folder)[-1]
    assert (made.action, made.slot, made.mentions) == ("merge", "actor", (first.id, second.id))


def speakers_in_two_reports():  # type: ignore[no-untyped-def]
    spoken = [m for m in LEDGER.mentions if m.speaker]
    return next((a, b) for a in spoken for b in spoken if a.report != b.report and a.speaker != b.speaker)


def test_set_a_party(open_page: Open, address: str, folder: Path) -> None:
    page = open_page(address + f"reports/{REPORT.id}.html")
    named(page)
    page.goto(address + f"reports/{REPORT.id}.html")
    at(page, TRAPPED.id)
    page.keyboard.press("p")
    page.locator("form.act input").fill(LEDGER.parties[0].name)
    page.keyboard.press("Enter")
    told(page, "Party set.")
    assert (stored(folder)[-1].action, stored(folder)[-1].value) == ("party", LEDGER.parties[0].name)


def test_search_by_key(open_page: Open, address: str) -> None:
    page = open_page(address)
    page.keyboard.press("/")
    page.keyboard.type("barracks")
    page.keyboard.press("Enter")
    page.wait_for_url("**/search?**")
    assert page.locator("main q").count() > 0
    page.locator("main .quote").first.click()
    page.wait_for_url("**/reports/**")


def test_the_keys_are_shown_and_the_hardest_is_one_key_away(open_page: Open, address: str) -> None:
    page = open_page(address)
    page.keyboard.press("?")
    assert page.locator(".keys dl").is_visible()
    page.keyboard.press("Escape")
    assert not page.locator(".keys dl").is_visible()
    page.keyboard.press("g")
    page.wait_for_url("**/*#*")
    assert page.locator(".current").count() == 1


# Words that are in no claim, late in each report: after claims with their numbers, and after what is no plain letter.
LAST = {"r-0000000000000001": "the market by the east gate", "r-0000000000000002": "the town centre was",
        "r-0000000000000003": "no sign of soldiers", "r-0000000000000004": "control"}  # fmt: skip
SELECT = """([words]) => {
  for (const prose of document.querySelectorAll(".prose")) {
    const walker = document.createTreeWalker(prose, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const at = node.data.indexOf(words);
      if (at < 0) continue;
      const range = document.createRange();
      range.setStart(node, at);
      range.setEnd(node, at + words.length);
      const chosen = document.getSelection();
      chosen.removeAllRanges();
      chosen.addRange(range);
      return true;
    }
  }
  return false;
}"""


@pytest.mark.parametrize("report", LEDGER.reports, ids=lambda r: r.id)
def test_add_a_claim_by_selecting_words(open_page: Open, address: str, folder: Path, report: Report) -> None:
    words = LAST[report.id]
    page = open_page(address + f"reports/{report.id}.html")
    named(page)
    page.goto(address + f"reports/{report.id}.html")
    assert page.evaluate(SELECT, [words])
    page.keyboard.press("c")
    page.locator("form.adding select").select_option("talks")
    page.locator("form.adding input").fill("Somebody New")
    page.keyboard.press("Enter")
    told(page, "Added.")
    made = stored(folder)[-1]
    start, end = made.value["content"][0]
    assert report.text[start:end] == words and made.value["kind"] == "talks"
    page.locator(f"#note-{made.mentions[0]}", has_text="Somebody New").wait_for()


def test_offsets_hold_where_letters_are_no_plain_ones(open_page: Open, tmp_path: Path) -> None:
    lines = ["First \U0001f3f4 line", "the mayor \u202e👩‍🚒 said", "e\u0301t\u00e9 ended here"]
    text = "\r\n".join(lines)
    odd = msgspec.structs.replace(
        LEDGER.reports[0], id="r-00000000000000ff", text=text, blocks=(Block(0, len(text), "paragraph"),)
    )
    folder = write_ledger(msgspec.structs.replace(LEDGER, reports=(*LEDGER.reports, odd)), tmp_path / "odd").parent
    with served(folder) as address:
        page = open_page(address + f"reports/{odd.id}.html")
        named(page)
        page.goto(address + f"reports/{odd.id}.html")
        assert page.evaluate(SELECT, ["e\u0301t\u00e9 ended"])
        page.keyboard.press("c")
        page.locator("form.adding select").wait_for()
        page.keyboard.press("Enter")
        told(page, "Added.")
        page.close()
    start, end = stored(folder)[-1].value["content"][0]
    assert text[start:end] == "e\u0301t\u00e9 ended"


def test_a_second_reviewer_sees_it(open_page: Open, address: str) -> None:
    here, there = open_page(address + f"reports/{REPORT.id}.html"), open_page(address + f"reports/{REPORT.id}.html")
    named(here, "Ana")
    here.goto(address + f"reports/{REPORT.id}.html")
    at(here, TRAPPED.id)
    here.keyboard.press("a")
    told(here, "Accepted.")
    there.locator(f"#note-{TRAPPED.id} .decided").wait_for(timeout=15_000)
    assert "Ana decided something" in there.locator(".news").inner_text()


def test_hostile_text_does_nothing(open_page: Open, address: str, folder: Path) -> None:
    page = open_page(address)
    named(page, "Eve")
    page.goto(address + f"reports/{REPORT.id}.html")
    at(page, TRAPPED.id)
    page.keyboard.press("n")
    page.keyboard.insert_text(EVIL)
    page.keyboard.press("Enter")
    told(page, "Noted.")
    page.keyboard.press("p")
    page.keyboard.insert_text(EVIL)
    page.keyboard.press("Enter")
    told(page, "Party set.")
    for path in ("decisions", f"reports/{REPORT.id}.html", "speakers.html", "left", "search?q=" + "%3Cscript%3E"):
        page.goto(address + path)
        assert page.locator("main img, main script").count() == 0
    assert [d.value for d in stored(folder)][-1] == EVIL


@pytest.mark.parametrize("width", [380, 1600])
@pytest.mark.parametrize("path", ["", "left", "decisions", "search?q=Karvel", f"reports/{REPORT.id}.html", "name"])
def test_no_page_is_wider_than_its_window(open_page: Open, address: str, width: int, path: str) -> None:
    page = open_page(address + path, width=width)
    page.keyboard.press("j")
    assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [380, 1600])
def test_nothing_grave_to_those_who_cannot_see_well(open_page: Open, address: str, width: int, scheme: str) -> None:
    from browser.test_access import grave

    page = open_page(address + f"reports/{REPORT.id}.html", width=width, scheme=scheme)
    named(page)
    found = []
    for path in ("", f"reports/{REPORT.id}.html", "left", "search?q=Karvel", "add", "name", "decisions"):
        page.goto(address + path)
        page.keyboard.press("j")
        if page.locator(".current").count():
            page.keyboard.press("a")
            told(page, "Accepted.")
            page.keyboard.press("e")
            page.locator("form.act").wait_for()
        found += grave(page)
    page.keyboard.press("Escape")
    page.keyboard.press("?")
    assert [*found, *grave(page)] == []
