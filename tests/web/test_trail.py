"""Old addresses of questions and speakers lead to where their claims are now."""

import time
from collections.abc import Iterator

import httpx
import msgspec
import pytest
from selectolax.lexbor import LexborHTMLParser as HTMLParser

from counterclaim.model import Ledger
from counterclaim.web.trail import Trail, held, stems
from web.conftest import LEDGER

KILLED = "questions/q-killed.html"
TOLD = held(LEDGER)[KILLED]
Pages = dict[str, tuple[str, ...]]


def ledger(**questions: str) -> Ledger:
    """The invented ledger with other questions: of each the numbers of the claims that answer it."""
    model = LEDGER.questions[0]
    claims = {str(n): c.id for n, c in enumerate((c for c in LEDGER.claims if len(c.mentions) == 1), 1)}
    return msgspec.structs.replace(LEDGER, questions=tuple(
        msgspec.structs.replace(model, id=f"q-{name}", positions=(
            msgspec.structs.replace(model.positions[0], claims=tuple(claims[number] for number in numbers)),))
        for name, numbers in questions.items()
    ))  # fmt: skip


def test_what_a_question_holds_is_every_mention_of_its_claims() -> None:
    claims = {c.id: c.mentions for c in LEDGER.claims}
    question = next(q for q in LEDGER.questions if q.id == "q-killed")
    assert set(TOLD) == {m for p in question.positions for c in p.claims for m in claims[c]}


@pytest.mark.parametrize("path, found", [
    ("speakers/a-1-2.html", ["speakers/a-1-2.html", "speakers/a-1.html", "speakers/a.html"]),
    ("index.html", ["index.html"]), ("reports/r-1.json", []), ("", []), (".html", []),
    ("-.html", ["-.html"]),
])  # fmt: skip
def test_stems(path: str, found: list[str]) -> None:
    assert list(stems(path)) == found


@pytest.mark.parametrize("later, leads_to", [
    ({"a": "123", "b": "4"}, "questions/q-a.html"),
    ({"a": "1", "b": "234"}, "questions/q-b.html"),
    ({"a": "12567", "b": "34"}, "questions/q-b.html"),
    ({"a": "34", "b": "12567"}, "questions/q-a.html"),
    ({"old": "1"}, "questions/q-old.html"),
    ({"a": "678"}, "at/"),
])  # fmt: skip
def test_an_old_question_leads_to_the_one_that_has_most_of_it(later: dict[str, str], leads_to: str) -> None:
    trail = Trail(LEDGER, ledger(old="1234"))
    shown = ledger(**later)
    trail.note(LEDGER, shown)
    found = trail.onward("questions/q-old.html", held(shown))
    assert found is not None and found.startswith(leads_to)


def test_what_was_never_there_leads_nowhere() -> None:
    trail = Trail(LEDGER, LEDGER)
    assert trail.onward("questions/q-nothing.html", ()) is None and trail.known("questions/q-nothing.html") is None


def test_a_further_page_that_is_needed_no_more_leads_to_the_first() -> None:
    assert Trail(LEDGER, LEDGER).onward("questions/q-killed-contradicts-2.html", held(LEDGER)) == KILLED


@pytest.fixture
def decide(client: httpx.Client) -> Iterator[object]:
    def decided(**decision: object) -> None:
        made = client.post("/api/decisions", json=decision)
        assert made.status_code == 201, made.text
        while client.get("/api/news", params={"after": 0}).json()["last"] < made.json()["id"]:
            time.sleep(0.02)

    return decided


def headline(page: str) -> str:
    found = HTMLParser(page).css_first("h1")
    assert found is not None
    return found.text()


def test_the_link_of_a_question_holds_over_decisions(client: httpx.Client, decide) -> None:  # type: ignore[no-untyped-def]
    trodden = ["/" + KILLED]
    for mention in TOLD[:2]:
        decide(action="reject", mentions=[mention])
        moved = client.get(trodden[0])
        assert moved.status_code == 303 and moved.headers["location"] not in trodden
        trodden.append(moved.headers["location"])
        for path in trodden:
            page = client.get(path, follow_redirects=True)
            assert page.status_code == 200 and page.url.path == trodden[-1]
            record = client.get("/api" + path.removesuffix(".html"))
            assert record.status_code == 200 and f"/questions/{record.json()['id']}.html" == trodden[-1]
            assert headline(page.text).startswith("How many soldiers were killed")
    decide(action="undo", value=2)
    decide(action="undo", value=1)
    assert client.get("/" + KILLED).status_code == 200
    assert client.get(trodden[-1], follow_redirects=True).status_code == 200


def test_a_question_leads_to_its_last_claim_and_then_says_that_none_is_left(client: httpx.Client, decide) -> None:  # type: ignore[no-untyped-def]
    for mention in TOLD[:-1]:
        decide(action="reject", mentions=[mention])
    last = client.get("/" + KILLED, follow_redirects=True)
    assert last.status_code == 200 and TOLD[-1] in last.text
    decide(action="reject", mentions=[TOLD[-1]])
    gone = client.get("/" + KILLED)
    assert gone.status_code == 404 and "have been rejected" in gone.text and 'href="../decisions"' in gone.text


def test_a_speaker_who_was_joined_with_another_is_found(client: httpx.Client, decide) -> None:  # type: ignore[no-untyped-def]
    one, other = two_speakers()
    decide(action="merge", slot="actor", mentions=[one.id, other.id])
    answers = [client.get(f"/speakers/{m.speaker}.html", follow_redirects=True) for m in (one, other)]
    assert [a.status_code for a in answers] == [200, 200]
    assert len({a.url.path for a in answers}) == 1


def two_speakers():  # type: ignore[no-untyped-def]
    actors = {a.id: a for a in LEDGER.actors}
    spoken = [m for m in LEDGER.mentions if m.speaker in actors]
    return next((a, b) for a in spoken for b in spoken if a.speaker != b.speaker)
