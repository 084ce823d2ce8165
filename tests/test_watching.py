"""A ledger kept up to date: each round holds what a build of all that has come would hold."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from conftest import EXAMPLE
from counterclaim.building import build
from counterclaim.errors import NotFetched
from counterclaim.fetching import Fetched
from counterclaim.ledger.files import encode
from counterclaim.model import Ledger
from counterclaim.options import Options
from counterclaim.watching import watch

RULES = Options(attribution="rules")
FIRST, SECOND = EXAMPLE / "01-agency.txt", EXAMPLE / "05-lowland.txt"


class Enough(Exception):
    """Ends a watch that would never end."""


def rounds(*between: Callable[[], object]) -> Callable[[float], None]:
    """A sleep in which something happens each time, and which ends the watch after the last."""
    steps: Iterator[Callable[[], object]] = iter(between)

    def sleep(seconds: float) -> None:
        step = next(steps, None)
        if step is None:
            raise Enough
        step()

    return sleep


def watched(found: Iterator[Ledger]) -> list[Ledger]:
    ledgers: list[Ledger] = []
    with pytest.raises(Enough):
        while True:
            ledgers.append(next(found))
    return ledgers


def test_a_folder_is_built_again_when_something_new_is_in_it(tmp_path: Path) -> None:
    folder, out = tmp_path / "in", tmp_path / "out"
    folder.mkdir()

    def put(path: Path) -> Callable[[], object]:
        return lambda: (folder / path.name).write_bytes(path.read_bytes())

    sleep = rounds(put(FIRST), lambda: None, put(SECOND))
    found = watched(watch(str(folder), out, RULES, sleep=sleep))
    assert [len(ledger.reports) for ledger in found] == [1, 2]
    assert encode(found[-1]) == encode(build([folder], RULES))
    assert encode(found[-1]) == encode(build([folder], replace(RULES, keep=out / "readings")))


class Site:
    """A feed that grows, and its pages; one of them is down at first."""

    def __init__(self) -> None:
        self.entries = ["1"]
        self.down = {"2"}
        self.asked: list[str] = []

    def fetch(self, address: str) -> Fetched:
        name = address.rpartition("/")[2]
        self.asked.append(name)
        if name in self.down:
            raise NotFetched(f"{address}: down")
        kind, text = ("application/rss+xml", self.feed()) if name == "rss" else ("text/html", self.page(name))
        headers = (("Content-Type", kind),)
        return Fetched(address, address, "2024-03-04T10:00:00Z", 200, headers, text.encode(), name * 16)

    def feed(self) -> str:
        items = "".join(f"<item><title>t</title><link>https://lantern.example/{e}</link></item>" for e in self.entries)
        return f"<rss version='2.0'><channel>{items}</channel></rss>"

    def page(self, name: str) -> str:
        return f"<html><body><h1>Day {name}</h1><p>The army said that it holds street {name}.</p></body></html>"

    def close(self) -> None:
        pass


def test_a_feed_is_followed_and_its_old_entries_stay(tmp_path: Path) -> None:
    site = Site()

    def grow() -> None:
        site.entries = ["2", "3"]

    sleep, noted = rounds(grow, site.down.clear, lambda: None), list[str]()
    address = "https://lantern.example/rss"
    found = watched(watch(address, tmp_path, RULES, sleep=sleep, fetcher=site, note=noted.append))  # type: ignore[arg-type]
    assert noted == ["https://lantern.example/2: down"]
    assert [sorted(r.url or "" for r in ledger.reports) for ledger in found] == [
        [f"https://lantern.example/{n}" for n in names] for names in ("1", "13", "123")
    ]
    assert site.asked.count("1") == 1 and site.asked.count("2") == 2


@pytest.mark.parametrize(("down", "why"), [({"rss"}, "down"), (set(), "it is no feed")])
def test_a_feed_that_gives_nothing_is_told(down: set[str], why: str, tmp_path: Path) -> None:
    site, noted = Site(), list[str]()
    site.down, site.entries = down, []
    address = "https://lantern.example/rss"
    assert watched(watch(address, tmp_path, RULES, sleep=rounds(), fetcher=site, note=noted.append)) == []  # type: ignore[arg-type]
    assert why in noted[0] and "no report that can be read" in noted[1]


def test_an_empty_folder_is_waited_for_and_said(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    noted: list[str] = []
    sleep = rounds(lambda: None)
    assert watched(watch(str(tmp_path / "in"), tmp_path / "out", RULES, sleep=sleep, note=noted.append)) == []
    assert ["no report that can be read" in words for words in noted] == [True]
