"""Opening a large workspace: what each page and each list of the API takes at the server, and what it sends.

    python benchmarks/workspace.py [--claims 100000] [--runs 10]

The ledger is invented, the server a process of its own, the client on the same machine. For every kind of page the
largest one is asked for. Milliseconds are by the clock from the request to the last byte, and of the server's
processor (all its threads; Linux); the first request of each page stands apart, since nothing of it is kept then.
Asked of a page: 300 ms. At the end decisions, and what pages take while the claims are compared again.
"""

import argparse
import statistics
import time
from collections.abc import Iterator

import httpx
from served import Server, records, served

NAME = {"counterclaim_name": "Reviewer"}
API = ("reports", "mentions", "claims", "questions", "relations", "left", "decisions", "names", "news", "adding")
WATCHED = ("/", "/left", "/api/news?after=0")


def paths(client: httpx.Client) -> dict[str, str]:
    """A path for each kind of page: of questions, speakers, parties and reports the one with most claims."""
    questions, claims, found = (records(client, name) for name in ("questions", "claims", "mentions"))
    most = max(questions, key=lambda q: sum(len(p["claims"]) for p in q["positions"]))  # type: ignore
    speakers, parties, mention = heard(claims, "speaker"), heard(claims, "party"), found[len(found) // 2]
    pages = {
        "overview": "/", "sources": "/sources.html", "map": "/map.html", "method": "/method.html",
        "speakers": "/speakers.html", "question": f"/questions/{most['id']}.html",
        "report": f"/reports/{mention['report']}.html", "speaker": f"/speakers/{speakers[0]}.html",
        "party": f"/speakers/{parties[0]}.html", "left": "/left", "left, in the middle": "/left?page=200",
        "search, common": "/search?q=people", "search, rare": "/search?q=karvel+talks+statement",
        "decisions": "/decisions", "next": "/next", "at a claim": f"/at/{mention['id']}",
        "add": "/add", "name": "/name",
    }  # fmt: skip
    lists = {f"api/{name}": f"/api/{name}" for name in API}
    return pages | lists | {
        "api/claims, 1000": "/api/claims?limit=1000", "api/claims, of a party": f"/api/claims?party={parties[0]}",
        "api/mentions, of a report": f"/api/mentions?report={mention['report']}",
        "api/relations, of a claim": f"/api/relations?claim={mention['claim']}",
        "api/claim": f"/api/claims/{mention['claim']}", "api/question": f"/api/questions/{most['id']}",
        "api/report": f"/api/reports/{mention['report']}", "api/cells": f"/api/mentions/{mention['id']}/cells",
        "api/history": f"/api/mentions/{mention['id']}/decisions", "api/search": "/api/search?q=people",
    }  # fmt: skip


def heard(claims: list[dict[str, object]], slot: str) -> list[str]:
    """Who is heard in a slot, the most heard first."""
    told = [str(c[slot]) for c in claims if c[slot]]
    return sorted(set(told), key=lambda who: (-told.count(who), who))


def asked(client: httpx.Client, path: str) -> tuple[float, int]:
    """Milliseconds by the clock, and bytes sent."""
    began = time.perf_counter()
    answer = client.get(path)
    took = (time.perf_counter() - began) * 1000
    if answer.status_code >= 400:
        raise SystemExit(f"{path}: {answer.status_code} {answer.text[:200]}")
    return took, len(answer.content)


def measured(server: Server, client: httpx.Client, path: str, runs: int) -> str:
    """A row of the table."""
    before = server.processor()
    first, size = asked(client, path)
    cold, before = server.processor() - before, server.processor()
    times = [asked(client, path)[0] for _ in range(runs)]
    warm = (server.processor() - before) / runs
    clock = f"{first:.0f} | {statistics.median(times):.0f} | {max(times):.0f}"
    return f"{clock} | {cold:.0f} | {warm:.0f} | {size / 1000:,.0f}"


def table(server: Server, client: httpx.Client, runs: int) -> Iterator[str]:
    yield "| page | first, ms | median | worst | first, ms of the processor | then | kB |"
    yield "|---" * 7 + "|"
    yield f"| overview, as the server's first page | {measured(server, client, '/', 1)} |"
    for name, path in paths(client).items():
        yield f"| {name} | {measured(server, client, path, runs)} |"


def decided(server: Server, client: httpx.Client) -> Iterator[str]:
    """What a decision costs that changes a value, and the pages while it is worked in."""
    mention = str(client.get("/api/left?limit=1").json()["items"][0]["mention"])
    for wish in ({"action": "accept"}, {"action": "correct", "slot": "quantity", "value": 7}):
        before, began = server.processor(), time.perf_counter()
        answer = client.post("/api/decisions", json={**wish, "mentions": [mention]}).raise_for_status().json()
        kept, times = time.perf_counter() - began, []
        while client.get("/api/news", params={"after": 0}).json()["last"] < answer["id"]:
            times += [asked(client, path)[0] for path in WATCHED]
        shown, took = time.perf_counter() - began, server.processor() - before
        pages = f"median {statistics.median(times):.0f}, worst {max(times):.0f} ms" if times else "none came between"
        yield (
            f"{wish['action']}: kept in {kept * 1000:.0f} ms, shown after {shown:.1f} s ({took / 1000:.1f} s of the "
            f"processor); {len(times)} pages meanwhile: {pages}"
        )


def main(claims: int, runs: int) -> None:
    with served(claims) as server, httpx.Client(base_url=server.address, cookies=NAME, timeout=600) as client:
        print(f"{claims:,} claims: first answer after {server.seconds:.1f} s ({server.processor() / 1000:.1f} s of the "
              f"processor), {server.memory('VmRSS'):.2f} GB\n")  # fmt: skip
        for line in table(server, client, runs):
            print(line, flush=True)
        for line in decided(server, client):
            print(f"\n{line}", flush=True)
        print(f"\nmost memory: {server.memory():.2f} GB")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--claims", type=int, default=100_000)
    parser.add_argument("--runs", type=int, default=10)
    args = parser.parse_args()
    main(args.claims, args.runs)
