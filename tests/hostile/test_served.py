"""The corpus in the workspace: its pages hold nothing that no template makes, whatever is searched or decided."""

import shutil
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

import httpx
import pytest

from counterclaim.ledger import read_ledger
from counterclaim.review.store import open_store
from hostile.chain import Ran
from hostile.skeleton import strange
from hostile.words import MARKUP, TERMINAL
from web.conftest import ANA
from web.served import served

EVIL = (*MARKUP.values(), *TERMINAL.values())


@pytest.fixture(scope="module")
def client(ran: Ran, tmp_path_factory: pytest.TempPathFactory) -> Iterator[httpx.Client]:
    """A browser before a workspace over the corpus, where hostile words are also notes, reviewers and speakers."""
    folder = tmp_path_factory.mktemp("served")
    shutil.copy(ran.folder / "out" / "ledger.json", folder)
    mentions = [m.id for m in read_ledger(folder).mentions]
    store = open_store(folder)
    for mention, evil in zip(mentions, EVIL, strict=False):
        store.append(evil[:40], "note", [mention], note=evil)
        store.append("Ana", "correct", [mention], "speaker", evil[:200])
    store.close()
    with served(folder) as address, httpx.Client(base_url=address, cookies=ANA, timeout=60) as made:
        made.headers["accept"] = "text/html"
        yield made


def paths(folder: Path) -> list[str]:
    searches = [f"search?q={quote(evil)}" for evil in (*list(MARKUP.values())[:4], "14 people")]
    pages = folder / "out" / "dossier"
    longest = sorted((pages / "reports").glob("*.html"), key=lambda p: p.stat().st_size)[-3:]
    return ["", "sources.html", "speakers.html", "map.html", "left", "decisions", "add", *searches,
            *(p.relative_to(pages).as_posix() for p in longest)]  # fmt: skip


def test_pages_have_only_what_templates_make(client: httpx.Client, ran: Ran) -> None:
    for path in paths(ran.folder):
        answer = client.get(f"/{path}")
        assert answer.status_code == 200, path
        assert strange(answer.text, "counterclaim.web") == [], path
        policy = answer.headers["content-security-policy"]
        assert "default-src 'none'" in policy and "unsafe" not in policy


@pytest.mark.parametrize("name", MARKUP)
def test_an_address_that_leads_nowhere_is_text(client: httpx.Client, name: str) -> None:
    answer = client.get(f"/reports/{quote(MARKUP[name], safe='')}")
    assert answer.status_code in (400, 404)
    assert strange(answer.text, "counterclaim.web") == [] or "html" not in answer.headers.get("content-type", "")
