"""Reports added over HTTP: the form, the API, progress, and what is kept of the decisions."""

import time
from collections.abc import Iterator
from pathlib import Path

import httpx
import msgspec
import pytest
from selectolax.lexbor import LexborHTMLParser as HTMLParser

from conftest import EXAMPLE
from counterclaim.adding import alone
from counterclaim.building import build
from counterclaim.ledger import write_ledger
from counterclaim.model import Ledger
from counterclaim.options import Options
from counterclaim.web.jobs import Adding
from web.conftest import ANA
from web.served import served

PATIENCE = 120  # seconds; a machine that does much else may need some for the parser to load


@pytest.fixture(scope="module")
def one() -> Ledger:
    return build([EXAMPLE / "01-agency.txt"], Options(attribution="rules"))


@pytest.fixture
def folder(tmp_path: Path, one: Ledger) -> Path:
    return write_ledger(one, tmp_path / "ledger").parent


@pytest.fixture
def client(folder: Path) -> Iterator[httpx.Client]:
    html = {"accept": "text/html"}
    with served(folder) as address, httpx.Client(base_url=address, cookies=ANA, headers=html) as made:
        yield made


def settled(client: httpx.Client) -> Adding:
    """What came of the adding, once it is done."""
    for _ in range(PATIENCE * 10):
        state = msgspec.convert(client.get("/api/adding").json(), Adding)
        if not state.running:
            return state
        time.sleep(0.1)
    raise AssertionError("the adding does not end")


def test_a_dropped_file_is_added_and_decisions_stay(client: httpx.Client, folder: Path, one: Ledger) -> None:
    mention = one.mentions[0]
    client.post("/api/decisions", json={"action": "accept", "mentions": [mention.id]})
    data = (EXAMPLE / "03-courier.txt").read_bytes()
    sent = client.post("/add", files=[("files", ("../../03-courier.txt", data)), ("files", ("x.xyz", b"%%"))])
    assert sent.status_code == 303 and sent.headers["location"] == "/add"
    state = settled(client)
    assert state.error is None and len(state.added) == 1
    assert [r.reason.startswith("not a format") for r in state.rejected] == [True]
    assert [p.read_bytes() for p in folder.glob("added/*/03-courier.txt")] == [data]
    page = client.get("/add").text
    assert "1 report added" in page and f"reports/{state.added[0]}.html" in page and "not a format" in page
    assert client.get("/api/reports").json()["total"] == 2
    assert "accepted by Ana Böhm" in client.get(f"/reports/{mention.report}.html").text


def test_a_pasted_text_is_added_by_a_program(client: httpx.Client) -> None:
    text = "The harbour guild said on Monday that five ships were seized at Dresna.\n"
    answer = client.post("/api/reports", json={"text": text, "outlet": "Harbour Post", "published": "2024-03-07"})
    assert answer.status_code == 202 and answer.json()["running"]
    state = settled(client)
    report = client.get(f"/api/reports/{state.added[0]}").json()
    assert (report["text"], report["outlet"], report["published"]["day"]) == (text, "Harbour Post", "2024-03-07")


def test_a_second_program_is_told(client: httpx.Client, folder: Path) -> None:
    with alone(folder):
        client.post("/api/reports", json={"text": "Five ships were seized."})
        assert "another program is writing" in (settled(client).error or "")
    assert "another program is writing" in client.get("/add").text


def test_an_address_that_is_not_public_is_not_fetched(client: httpx.Client) -> None:
    answer = client.post("/add", files=[("files", ("", b""))], data={"addresses": f"{client.base_url}\n"})
    assert answer.status_code == 303
    state = settled(client)
    assert state.added == () and [r.reason.startswith("not fetched") for r in state.rejected] == [True]


@pytest.mark.parametrize("address", ["file:///etc/passwd", "ftp://example.org/", "javascript:1", "x" * 3000])
def test_what_is_no_address_of_the_web_is_refused(client: httpx.Client, address: str) -> None:
    answer = client.post("/api/addresses", json={"addresses": [address]})
    assert answer.status_code == 400 and "no address of the web" in answer.json()["detail"]


@pytest.mark.parametrize("path, content", [
    ("/add", {"files": [("files", ("", b""))]}), ("/add", {"data": {"text": "  "}, "files": [("files", ("", b""))]}),
    ("/api/reports", {"json": {"text": ""}}), ("/api/reports", {"json": {"text": "x", "more": 1}}),
    ("/api/reports", {"content": b"{"}), ("/api/addresses", {"json": {"addresses": []}}),
])  # fmt: skip
def test_nothing_to_add_is_said(client: httpx.Client, path: str, content: dict[str, object]) -> None:
    assert client.post(path, **content).status_code == 400  # type: ignore[arg-type]
    assert not client.get("/api/adding").json()["running"]


@pytest.mark.parametrize("day", ["yesterday", "2021-13-40", "06/09/21"])
def test_a_day_that_is_none_is_refused_before_anything_is_kept(client: httpx.Client, folder: Path, day: str) -> None:
    given = {"text": "Five <ships> were seized.", "published": day, "outlet": "Harbour \"Post\""}
    answer = client.post("/add", data=given, files=[("files", ("a.txt", b"Six ships sank."))])
    page = HTMLParser(answer.text)
    assert answer.status_code == 400 and "write the day as 2021-09-06." in page.css_first("[role=alert]").text()
    assert page.css_first("[role=alert] a").attributes["href"] == "#form"
    assert page.css_first("#form textarea[name=text]").text() == given["text"]
    assert page.css_first("#form input[name=outlet]").attributes["value"] == given["outlet"]
    told = client.post("/api/reports", json=given)
    assert told.status_code == 400 and told.json()["detail"].endswith("write the day as 2021-09-06.")
    assert not (folder / "added").exists()


def test_who_fills_in_nothing_is_told_what_to_fill_in(client: httpx.Client) -> None:
    page = HTMLParser(client.post("/add", data={"outlet": "Harbour Post"}, files=[("files", ("", b""))]).text)
    said = page.css_first("[role=alert]").text()
    assert all(word in said for word in ("file", "address", "text")) and page.css_first("#form button") is not None


@pytest.mark.parametrize("path, size, status", [("/add", 64_000_001, 413), ("/api/decisions", 1_000_001, 413)])
def test_what_is_too_large_is_refused(client: httpx.Client, path: str, size: int, status: int) -> None:
    data = {"files": [("files", ("a.txt", b"x" * size))]} if path == "/add" else {"content": b" " * size}
    assert client.post(path, **data).status_code == status  # type: ignore[arg-type]
