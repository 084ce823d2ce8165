"""The dossier's pages, served: the same as in its folder, inside the workspace's frame."""

import httpx
import pytest
from selectolax.lexbor import LexborHTMLParser as HTMLParser

from counterclaim.dossier.index import index_of
from counterclaim.dossier.writing import pages
from dossier.karvel import EVIL
from web.conftest import LEDGER

PATHS = [path for path, _ in pages(index_of(LEDGER))]


@pytest.mark.parametrize("path", PATHS)
def test_every_page_of_the_dossier_is_served_as_it_is_written(client: httpx.Client, path: str) -> None:
    written = dict(pages(index_of(LEDGER)))[path]
    answer = client.get("/" + path)
    assert answer.status_code == 200
    assert main(answer.text) == main(written)


def main(html: str) -> str:
    found = HTMLParser(html).css_first("main")
    assert found is not None
    return found.html or ""


def test_the_first_page_has_two_addresses(client: httpx.Client) -> None:
    assert main(client.get("/").text) == main(client.get("/index.html").text)


def test_pages_allow_no_script_of_their_own(client: httpx.Client) -> None:
    policy = client.get("/").headers["content-security-policy"]
    assert "default-src 'none'" in policy and "script-src 'self'" in policy and "unsafe" not in policy
    for path in PATHS:
        tree = HTMLParser(client.get("/" + path).text)
        assert all(script.attributes.get("src") and not script.text() for script in tree.css("script"))
        assert not tree.css("style, [style], iframe, object, [onclick], [onmouseover]")


@pytest.mark.parametrize("path, kind", [
    ("/static/dossier.css", "text/css"),
    ("/static/claims.js", "text/javascript"),
])  # fmt: skip
def test_static_files(client: httpx.Client, path: str, kind: str) -> None:
    answer = client.get(path)
    assert answer.status_code == 200 and answer.headers["content-type"].startswith(kind)
    assert answer.headers["x-content-type-options"] == "nosniff"


@pytest.mark.parametrize("path", [
    "/nothing.html", "/static/../api.py", "/static/%2e%2e%2fapi.py", "/reports/%2e%2e/ledger.json", "/ledger.json",
    "/static/nothing.js", "/at/m-nothing", "/workspace.sqlite",
])  # fmt: skip
def test_what_is_no_page_is_not_found_in_plain_words(client: httpx.Client, path: str) -> None:
    answer = client.get(path)
    assert answer.status_code == 404
    assert "Not found" in answer.text and "Traceback" not in answer.text


def test_hostile_words_in_a_search_stay_words(client: httpx.Client) -> None:
    page = HTMLParser(client.get("/search", params={"q": EVIL}).text)
    assert page.css_first("h1").text().strip() == f"Where “{EVIL}” stands"
    assert not page.css("main img, main script")


def test_search_finds_claims_and_passages(client: httpx.Client) -> None:
    page = HTMLParser(client.get("/search", params={"q": "trapped barracks"}).text)
    quotes = [q.text() for q in page.css("main q")]
    assert quotes and all("trapped" in q or "barracks" in q for q in quotes)


def test_the_hardest_that_is_left_is_one_step_away(client: httpx.Client) -> None:
    first = client.get("/next")
    assert first.status_code == 303 and first.headers["location"].startswith(("/questions/", "/reports/"))
    left = client.get("/api/left").json()["items"]
    after = client.get("/next", params={"after": left[0]["mention"]})
    assert after.headers["location"] != first.headers["location"]


def test_the_bar_counts_what_is_left(client: httpx.Client) -> None:
    total = client.get("/api/left").json()["total"]
    assert f"<b>{total}</b> left to look at" in client.get("/").text
    assert HTMLParser(client.get("/left").text).css_first("h1 .n").text() == str(total)


@pytest.mark.parametrize("given, kept", [
    ("Ana Böhm", "Ana Böhm"), ("  A\r\nB\x00  ", "A B"), ("<b>", "<b>"), ("x" * 500, "x" * 80), ("معصومة", "معصومة"),
])  # fmt: skip
def test_a_name_is_kept_in_the_browser(address: str, given: str, kept: str) -> None:
    with httpx.Client(base_url=address) as client:
        answer = client.post("/name", data={"name": given, "to": "/speakers.html"})
        assert answer.status_code == 303 and answer.headers["location"] == "/speakers.html"
        assert "httponly" in answer.headers["set-cookie"].lower() and "samesite" in answer.headers["set-cookie"].lower()
        page = HTMLParser(client.get("/").text)
    assert page.css_first("#desk").attributes["data-user"] == kept


@pytest.mark.parametrize("to", ["//evil.example", "https://evil.example", "/\\evil.example", "javascript:1", ""])
def test_nothing_leads_away(client: httpx.Client, to: str) -> None:
    assert client.post("/name", data={"name": "Ana", "to": to}).headers["location"] == "/"
