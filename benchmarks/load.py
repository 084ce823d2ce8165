"""Reviewers at work at once: how long reads and decisions take, and that no decision is lost or doubled.

    python benchmarks/load.py [--reviewers 50] [--seconds 60] [--claims 1000]

The server is a process of its own with SQLite; this one is the reviewers, each of whom reads pages, asks for news and
decides, with a second's thought between. At the end the server is killed without a warning, and every decision that it
acknowledged is looked for in the chain. Asked: no error, nothing lost or doubled, p95 within 300 ms.
"""

import argparse
import asyncio
import random
import time
from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple
from urllib.parse import quote

import httpx
import msgspec
from served import records, served

from counterclaim.model import Decision
from counterclaim.review.chain import faults
from counterclaim.review.store import stored

# What a reviewer does, of a hundred doings; most decisions accept or note what stands there.
DOINGS = {"decision": 25, "page": 35, "news": 30, "search": 10}
DEEDS = {"accept": 6, "note": 2, "reject": 1, "correct": 1}
THOUGHT = 0.5, 1.5  # seconds between an answer and the next request
TWICE = 0.1  # of decisions that are sent a second time with the same key, as after an answer that did not arrive
WORDS = ("town", "people fled", "talks", "captured soldiers")


class Desk(NamedTuple):
    """What there is to look at and to decide about."""

    address: str
    pages: list[str]
    mentions: list[str]


class Answer(NamedTuple):
    """One answer: to what, its milliseconds, what went wrong, and the decision that it acknowledged."""

    doing: str
    took: float
    wrong: str | None
    made: Decision | None


def desk(address: str) -> Desk:
    with httpx.Client(base_url=address, timeout=60) as client:
        mentions = [str(m["id"]) for m in records(client, "mentions")]
        reports = [f"/reports/{r['id']}.html" for r in records(client, "reports")]
        questions = [f"/questions/{q['id']}.html" for q in records(client, "questions")]
    return Desk(address, ["/", "/left", "/decisions", *reports, *questions], mentions)


async def at_work(found: Desk, reviewers: int, seconds: float) -> list[Answer]:
    """All that so many reviewers heard in so many seconds."""
    ends = time.monotonic() + seconds
    heard = await asyncio.gather(*(reviewer(found, number, ends) for number in range(reviewers)))
    return [answer for one in heard for answer in one]


async def reviewer(found: Desk, number: int, ends: float) -> list[Answer]:
    """What one reviewer heard until the time was over."""
    chance, heard = random.Random(number), list[Answer]()
    cookies = {"counterclaim_name": quote(f"Reviewer {number}")}
    async with httpx.AsyncClient(base_url=found.address, cookies=cookies, timeout=60) as client:
        await asyncio.sleep(chance.random() * THOUGHT[0])
        while time.monotonic() < ends:
            wish = decision(chance, found, f"{number}-{len(heard)}")
            doing = chance.choices(list(DOINGS), list(DOINGS.values()))[0]
            heard.append(await timed(client, doing, request(client, doing, chance, found, wish)))
            if doing == "decision" and chance.random() < TWICE:
                heard.append(await timed(client, doing, request(client, doing, chance, found, wish)))
            await asyncio.sleep(chance.uniform(*THOUGHT))
    return heard


def decision(chance: random.Random, found: Desk, key: str) -> dict[str, object]:
    """A decision that can be meant, about any mention; its key is its note too, so that the chain shows it."""
    action = chance.choices(list(DEEDS), list(DEEDS.values()))[0]
    slot = {"slot": "hedge", "value": "claimed"} if action == "correct" else {}
    return {"action": action, "mentions": [chance.choice(found.mentions)], "key": key, "note": key, **slot}


def request(
    client: httpx.AsyncClient, doing: str, chance: random.Random, found: Desk, wish: dict[str, object]
) -> httpx.Request:
    match doing:
        case "decision":
            return client.build_request("POST", "/api/decisions", json=wish)
        case "page":
            return client.build_request("GET", chance.choice(found.pages))
        case "news":
            return client.build_request("GET", "/api/news", params={"after": 0})
    return client.build_request("GET", "/search", params={"q": chance.choice(WORDS)})


async def timed(client: httpx.AsyncClient, doing: str, asked: httpx.Request) -> Answer:
    """The answer to a request, and what it took."""
    began = time.perf_counter()
    try:
        answer = await client.send(asked, follow_redirects=True)
    except httpx.HTTPError as error:
        return Answer(doing, (time.perf_counter() - began) * 1000, f"{asked.url}: {error!r}", None)
    took = (time.perf_counter() - began) * 1000
    # What a question held may have been rejected by all: its page says so, with a 404.
    wrong = answer.is_error and not (answer.status_code == 404 and "have been rejected" in answer.text)
    made = msgspec.json.decode(answer.content, type=Decision) if doing == "decision" and not wrong else None
    return Answer(doing, took, f"{asked.url}: {answer.status_code} {answer.text[:200]}" if wrong else None, made)


def troubles(kept: Sequence[Decision], heard: Sequence[Answer]) -> list[str]:
    """What is wrong with the decisions kept: none where each that was acknowledged is there as it was, and once."""
    there, told = {d.id: d for d in kept}, [a.made for a in heard if a.made]
    return [
        *(a.wrong for a in heard if a.wrong),
        *(f"lost: {made}" for made in told if there.get(made.id) != made),
        *(f"kept {n} times: {note}" for note, n in Counter(d.note for d in kept).items() if n > 1),
        *(f"kept and not acknowledged: {id}" for id in there.keys() - {made.id for made in told}),
        *faults(kept),
    ]


def row(name: str, took: Sequence[float]) -> str:
    """A row of the table: how many, half of them within, 95 of 100 within, the longest."""
    ranked = sorted(took)
    middle, late = (ranked[int(len(ranked) * part)] for part in (0.5, 0.95))
    return f"| {name} | {len(ranked):,} | {middle:.0f} | {late:.0f} | {ranked[-1]:.0f} |"


def main(reviewers: int, seconds: float, claims: int) -> None:
    with served(claims) as server:
        found = desk(server.address)
        before = server.processor()
        heard = asyncio.run(at_work(found, reviewers, seconds))
        used, memory = (server.processor() - before) / 1000, server.memory()
        server.process.kill()
        server.process.wait()
        wrong = troubles(stored(server.folder), heard)
    print(f"{claims:,} claims, {reviewers} reviewers, {seconds:.0f} s\n")
    print("| answers to | number | p50, ms | p95 | worst |\n|---|---|---|---|---|")
    for doing in DOINGS:
        print(row(doing, [a.took for a in heard if a.doing == doing]))
    print(row("all reads", [a.took for a in heard if a.doing != "decision"]))
    print(row("all", [a.took for a in heard]))
    made = {a.made.id for a in heard if a.made}
    print(f"\n{len(made):,} decisions acknowledged; errors, lost and doubled ones: {len(wrong)}")
    print(f"the server took {used:.1f} s of the processor and {memory:.2f} GB")
    for line in wrong[:10]:
        print(line)
    raise SystemExit(bool(wrong))


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--reviewers", type=int, default=50)
    parser.add_argument("--seconds", type=float, default=60)
    parser.add_argument("--claims", type=int, default=1000)
    args = parser.parse_args()
    main(args.reviewers, args.seconds, args.claims)
