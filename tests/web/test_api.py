"""The JSON API: the ledger's records, decisions in and out."""

import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import httpx
import msgspec
import pytest

from counterclaim.model import Claim, Decision, Mention, Question, Relation, Report, Span
from counterclaim.review.store import stored
from web.conftest import LEDGER
from web.served import served

KINDS = {"reports": Report, "mentions": Mention, "claims": Claim, "questions": Question, "relations": Relation}
FIRST = LEDGER.mentions[0].id


@pytest.mark.parametrize("name", KINDS)
def test_records_are_those_of_the_ledger(client: httpx.Client, name: str) -> None:
    content = client.get(f"/api/{name}", params={"limit": 1000}).json()
    records = msgspec.convert(content["items"], tuple[KINDS[name], ...])  # type: ignore[misc]
    assert records == getattr(LEDGER, name)
    assert content["total"] == len(records)


@pytest.mark.parametrize("name", ["reports", "mentions", "claims", "questions"])
def test_each_record_has_an_address(client: httpx.Client, name: str) -> None:
    known = getattr(LEDGER, name)[-1]
    assert msgspec.convert(client.get(f"/api/{name}/{known.id}").json(), type(known)) == known
    missing = client.get(f"/api/{name}/x-0")
    assert missing.status_code == 404 and missing.json()["detail"].startswith("The ledger has no")


@pytest.mark.parametrize("path, least", [
    (f"/api/mentions?report={LEDGER.mentions[0].report}", 1),
    (f"/api/mentions?claim={LEDGER.claims[0].id}", 1),
    ("/api/claims?kind=control", 1),
    (f"/api/relations?claim={LEDGER.relations[0].source}", 1),
    ("/api/claims?kind=talks&speaker=nobody", 0),
])  # fmt: skip
def test_records_can_be_chosen(client: httpx.Client, path: str, least: int) -> None:
    total = client.get(path).json()["total"]
    assert total >= least and total < len(LEDGER.mentions)


@pytest.mark.parametrize("path", ["/api/claims?kind=nonsense", "/api/claims?limit=0", "/api/claims?offset=-1"])
def test_what_cannot_be_meant_is_refused(client: httpx.Client, path: str) -> None:
    assert client.get(path).status_code == 400


def test_the_schema_names_every_route_and_loads_nothing(client: httpx.Client) -> None:
    schema = client.get("/api/openapi.json").json()
    assert {f"/api/{name}" for name in (*KINDS, "decisions", "search", "left", "names")} <= set(schema["paths"])
    span = schema["components"]["schemas"]["Mention"]["properties"]["content"]["items"]
    assert span["type"] == "array" and msgspec.to_builtins(Span(1, 2)) == [1, 2]
    assert all(path.startswith("/api/") for path in schema["paths"])
    assert schema["components"]["schemas"]["Wanted"]["additionalProperties"] is False
    assert "404" in schema["paths"]["/api/claims/{claim}"]["get"]["responses"]


def test_a_decision_is_kept_shown_and_undone(client: httpx.Client, folder: Path) -> None:
    made = client.post("/api/decisions", json={"action": "reject", "mentions": [FIRST], "note": "misread"})
    assert made.status_code == 201
    decision = msgspec.convert(made.json(), Decision)
    assert (decision.user, decision.action, decision.note) == ("Ana Böhm", "reject", "misread")
    assert stored(folder) == (decision,)
    page = f"/reports/{LEDGER.mentions[0].report}.html"
    assert f"note-{FIRST}" not in client.get(page).text
    assert client.get(f"/api/mentions/{FIRST}/decisions").json()[0]["id"] == decision.id
    undone = client.post("/api/decisions", json={"action": "undo", "value": decision.id})
    assert undone.status_code == 201
    assert f"note-{FIRST}" in client.get(page).text


def test_a_corrected_cell_shows_in_every_place(client: httpx.Client) -> None:
    mention = next(m for m in LEDGER.mentions if m.quantity and m.kind == "trapped")
    client.post("/api/decisions", json={
        "action": "correct", "mentions": [mention.id], "slot": "quantity", "value": "at least 7 soldiers"})  # fmt: skip
    assert "at least 7" in client.get(f"/reports/{mention.report}.html").text
    found = client.get(f"/api/mentions/{mention.id}").json()["quantity"]
    assert (found["low"], found["high"]) == (7, None)
    cells = {c["slot"]: c["value"] for c in client.get(f"/api/mentions/{mention.id}/cells").json()}
    assert cells["quantity"] == "at least 7 soldiers"


def test_what_a_cell_holds_can_be_typed_back(client: httpx.Client) -> None:
    for mention in LEDGER.mentions:
        cells = {c["slot"]: c["value"] for c in client.get(f"/api/mentions/{mention.id}/cells").json()}
        for slot in ("quantity", "kind", "polarity", "hedge", "said"):
            if cells[slot]:
                answer = client.post("/api/decisions", json={
                    "action": "correct", "mentions": [mention.id], "slot": slot, "value": cells[slot]})  # fmt: skip
                assert answer.status_code == 201, (mention.id, slot, cells[slot], answer.text)


@pytest.mark.parametrize("content, reason", [
    ({"action": "reject"}, "name a mention"),
    ({"action": "correct", "mentions": [FIRST], "slot": "colour", "value": 1}, "what is corrected"),
    ({"action": "undo", "value": 99}, "no decision 99"),
    ({"action": "destroy", "mentions": [FIRST]}, ""),
    ({"action": "accept", "mentions": [FIRST], "extra": 1}, ""),
    ([], ""),
])  # fmt: skip
def test_what_is_no_decision_is_refused_and_not_kept(
    client: httpx.Client, folder: Path, content: object, reason: str
) -> None:
    answer = client.post("/api/decisions", json=content)
    assert answer.status_code == 400 and reason in answer.json()["detail"]
    assert stored(folder) == ()


def test_who_decides_must_say_so(address: str) -> None:
    with httpx.Client(base_url=address) as client:
        decision = {"action": "accept", "mentions": [FIRST]}
        refused = client.post("/api/decisions", json=decision)
        assert refused.status_code == 403 and "give your name" in refused.json()["detail"]
        assert client.post("/api/decisions", json={**decision, "user": "script"}).json()["user"] == "script"


def test_a_second_try_is_no_second_decision(client: httpx.Client) -> None:
    decision = {"action": "accept", "mentions": [FIRST], "key": "once"}
    first, second = (client.post("/api/decisions", json=decision) for _ in range(2))
    assert first.json() == second.json()
    assert client.get("/api/decisions").json()["total"] == 1


def test_many_reviewers_at_once_lose_and_double_nothing(address: str, folder: Path) -> None:
    def decide(reviewer: int) -> list[int]:
        with httpx.Client(base_url=address) as client:
            note = {"action": "note", "mentions": [FIRST], "user": f"reviewer {reviewer}"}
            answers = [client.post("/api/decisions", json={**note, "note": f"{n}"}, timeout=30) for n in range(5)]
            return [answer.json()["id"] for answer in answers]

    with ThreadPoolExecutor(12) as many:
        ids = [number for found in many.map(decide, range(12)) for number in found]
    assert sorted(ids) == list(range(1, 61))
    assert len(stored(folder)) == 60


def test_news_tells_what_others_decided(client: httpx.Client, address: str) -> None:
    before = client.get("/api/news").json()
    with httpx.Client(base_url=address) as other:
        other.post("/api/decisions", json={"action": "accept", "mentions": [FIRST], "user": "Ben"})
    news = until_new(client, before["number"])
    assert [d["user"] for d in news["decisions"]] == ["Ben"] and news["left"] <= before["left"]
    assert client.get("/api/news", params={"after": news["last"]}).json()["decisions"] == []


def test_two_servers_on_one_ledger_see_each_other(client: httpx.Client, folder: Path) -> None:
    number = client.get("/api/news").json()["number"]
    with served(folder) as address, httpx.Client(base_url=address) as other:
        other.post("/api/decisions", json={"action": "accept", "mentions": [FIRST], "user": "Ben"})
    assert until_new(client, number)["decisions"][0]["user"] == "Ben"


def until_new(client: httpx.Client, number: int) -> dict[str, list[dict[str, str]]]:
    for _ in range(100):
        news = client.get("/api/news").json()
        if news["number"] != number:
            return news  # type: ignore[no-any-return]
        time.sleep(0.05)
    raise AssertionError("no news came")
