"""What every request must pass: our own name, our own pages, and the word where there is one."""

from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest

from counterclaim.web import door
from counterclaim.web.gate import host_name, is_foreign
from web.served import served

WORD = "a long word"


@pytest.fixture
def closed(folder: Path) -> Iterator[str]:
    with served(folder, word=WORD) as address:
        yield address


@pytest.mark.parametrize("host, name", [
    ("127.0.0.1:8000", "127.0.0.1"), ("[::1]:8000", "::1"), ("LOCALHOST", "localhost"), ("localhost.", "localhost"),
    ("", ""), ("[", ""), ("a@localhost", "localhost"), ("localhost:x", "localhost"),
])  # fmt: skip
def test_host_name(host: str, name: str) -> None:
    assert host_name(host) == name


@pytest.mark.parametrize("headers, foreign", [
    ({}, False),
    ({"sec-fetch-site": "same-origin"}, False),
    ({"sec-fetch-site": "none"}, False),
    ({"sec-fetch-site": "cross-site"}, True),
    ({"sec-fetch-site": "same-site"}, True),
    ({"origin": "http://127.0.0.1:8000", "host": "127.0.0.1:8000"}, False),
    ({"origin": "http://127.0.0.1:9000", "host": "127.0.0.1:8000"}, True),
    ({"origin": "null", "host": "127.0.0.1:8000"}, True),
    ({"origin": "https://evil.example", "host": "127.0.0.1:8000"}, True),
    ({"sec-fetch-site": "same-origin", "origin": "https://evil.example"}, False),
])  # fmt: skip
def test_is_foreign(headers: dict[str, str], foreign: bool) -> None:
    assert is_foreign(headers) is foreign


@pytest.mark.parametrize("host, status", [
    ("localhost", 200), ("evil.example", 421), ("127.0.0.1.evil.example", 421), ("", 421), ("169.254.169.254", 421),
])  # fmt: skip
def test_only_its_own_name_is_answered(client: httpx.Client, host: str, status: int) -> None:
    assert client.get("/", headers={"host": host}).status_code == status


@pytest.mark.parametrize("path, content", [
    ("/api/decisions", {"json": {"action": "note", "note": "x"}}), ("/undo", {"data": {"id": "1"}}),
    ("/name", {"data": {"name": "Eve"}}), ("/add", {"data": {"text": "x"}}), ("/login", {"data": {"word": "x"}}),
])  # fmt: skip
@pytest.mark.parametrize("headers", [{"origin": "https://evil.example"}, {"sec-fetch-site": "cross-site"}])
def test_pages_of_other_sites_write_nothing(
    client: httpx.Client, path: str, content: dict[str, object], headers: dict[str, str]
) -> None:
    answer = client.post(path, headers=headers, **content)  # type: ignore[arg-type]
    assert answer.status_code == 403 and "set-cookie" not in answer.headers
    assert client.get("/api/decisions").json()["total"] == 0


@pytest.mark.parametrize("path", ["/", "/method.html", "/left", "/search?q=x", "/nothing", "/next"])
def test_without_the_word_every_page_leads_to_the_login(closed: str, path: str) -> None:
    answer = httpx.get(closed + path.lstrip("/"))
    assert answer.status_code == 303 and answer.headers["location"].startswith("/login?to=/")


@pytest.mark.parametrize("method, path", [
    ("GET", "api/reports"), ("GET", "api/openapi.json"), ("POST", "api/decisions"), ("POST", "undo"), ("POST", "add"),
    ("POST", "name"), ("PUT", ""), ("GET", "api/../api/reports"),
])  # fmt: skip
def test_without_the_word_nothing_is_read_or_written(closed: str, method: str, path: str) -> None:
    answer = httpx.request(method, closed + path)
    assert answer.status_code == 401 and answer.headers["www-authenticate"] == "Bearer"


def test_a_token_lets_a_program_in(closed: str) -> None:
    right, wrong = (httpx.get(closed + "api/claims", headers={"authorization": f"Bearer {w}"}) for w in (WORD, "guess"))
    assert (right.status_code, wrong.status_code) == (200, 401)


def test_the_login_lets_a_browser_in_and_out(closed: str) -> None:
    with httpx.Client(base_url=closed) as client:
        answer = client.post("/login", data={"word": WORD, "to": "/left"})
        assert answer.status_code == 303 and answer.headers["location"] == "/left"
        kept = answer.headers["set-cookie"].lower()
        assert "httponly" in kept and "samesite=lax" in kept and WORD not in kept
        assert client.get("/left").status_code == 200
        client.post("/logout")
        assert client.get("/left").status_code == 303


def test_guesses_run_out(closed: str) -> None:
    with httpx.Client(base_url=closed, timeout=60) as client:
        for _ in range(door.TRIES):
            assert client.post("/login", data={"word": "guess"}).status_code == 401
        late = client.post("/login", data={"word": WORD})
        assert late.status_code == 429 and "set-cookie" not in late.headers
        assert client.get("/api/claims", headers={"authorization": "Bearer guess"}).status_code == 429


def test_every_answer_carries_the_headers(client: httpx.Client, closed: str) -> None:
    refused = httpx.get(closed)
    for answer in (client.get("/"), client.get("/nothing"), client.get("/api/claims"), client.get("/api/x"), refused):
        assert "default-src 'none'" in answer.headers["content-security-policy"]
        assert answer.headers["x-content-type-options"] == "nosniff"
        assert answer.headers["referrer-policy"] == "same-origin" and "server" not in answer.headers
