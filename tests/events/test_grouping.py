"""Reports of one event are one group, whatever their order; like events of other places and years are others."""

import gzip
import json
import random
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path

import pytest

from conftest import SHARED
from counterclaim.events import events, telling
from counterclaim.model import Block, Published, Report

FERRY = (
    "A ferry with 60 people on board sank off Calvo Head on Tuesday, the coast guard of Merrin said. Divers of the "
    "guard searched the wreck of the Sea Lark for survivors.",
    "The Sea Lark went down within minutes off Calvo Head, its captain Jon Brask told reporters in Merrin. The "
    "coast guard has found 41 survivors of the ferry.",
    "Relatives of passengers of the Sea Lark gathered in Merrin. The ferry sank near Calvo Head with 60 on board; "
    "Brask, its captain, is being questioned by the coast guard.",
)
MINE = (
    "Rescuers at the Tolva pit in Ostland reached nine miners on Friday, two days after a shaft fell in, said the "
    "owner Grubenwerk.",
    "The shaft at Tolva fell in without warning, miners told Ostland Radio. Grubenwerk, which owns the pit, says that "
    "nine miners have been reached by rescuers.",
)
OTHER_FERRY = (
    "A ferry ran aground at Port Enna in fog on Monday. All 112 on board the Blue Heron were taken off by tugs, the "
    "harbour master Pell Ando said.",
    "Fog brought the Blue Heron aground at Port Enna, harbour master Ando said; tugs took off the 112 people on board "
    "the ferry.",
)


def report(identity: str, text: str, day: str | None = None) -> Report:
    published = Published(day, "day", "test") if day else None
    return Report(identity, identity, None, None, None, published, "en", text, (Block(0, len(text), "paragraph"),))


REPORTS = [
    report(f"{name}{n}", text)
    for name, texts in (("ferry", FERRY), ("mine", MINE), ("other", OTHER_FERRY))
    for n, text in enumerate(texts)
]
WANTED = [("ferry0", "ferry1", "ferry2"), ("mine0", "mine1"), ("other0", "other1")]


def test_reports_of_one_event_are_one_group() -> None:
    assert events(map(telling, REPORTS)) == WANTED


@pytest.mark.parametrize("seed", range(5))
def test_the_order_and_the_number_of_times_given_do_not_matter(seed: int) -> None:
    shuffled = [*REPORTS, *REPORTS[:3]]
    random.Random(seed).shuffle(shuffled)
    assert events(map(telling, shuffled)) == WANTED


def test_nothing_and_one_alone() -> None:
    assert events([]) == []
    assert events([telling(REPORTS[0])]) == [("ferry0",)]


def test_days_far_apart_speak_against_one_event() -> None:
    near = [report(r.id, r.text, "2031-05-03") for r in REPORTS[:3]]
    far = [near[0], report("later", FERRY[1].replace("Jon Brask", "Ada Lund"), "2044-05-03"), *near[2:]]
    assert len(events(map(telling, near))) == 1
    assert len(events(map(telling, far))) >= len(events(map(telling, near)))


def test_chrome_says_nothing_of_what_a_report_is_about() -> None:
    text = "Merrin Merrin Calvo Head\n" + MINE[0]
    cut = text.index("\n")
    blocks = (Block(0, cut, "chrome"), Block(cut + 1, len(text), "paragraph"))
    told = telling(Report("x", "x", None, None, None, None, "en", text, blocks))
    assert "tolva" in told.words and "merrin" not in told.words


def test_names_weigh_more_than_other_words() -> None:
    told = telling(report("x", "On Tuesday the boat reached Merrin with Brask aboard."))
    weight = dict(zip(told.words, told.weights, strict=True))
    assert weight["merrin"] == weight["brask"] > weight["boat"]


def test_a_long_text_is_told_in_few_words() -> None:
    text = " ".join(f"word{n}" for n in range(50_000))
    assert len(telling(report("x", text)).words) <= 160


@pytest.mark.skipif(not (SHARED / "datasets" / "ecbplus").is_dir(), reason="ECB+ is not beside the project")
def test_grouping_of_real_reports_stays_above_its_floor() -> None:
    place = spec_from_file_location("bench", Path(__file__).parents[2] / "benchmarks" / "grouping.py")
    assert place and place.loader
    bench = module_from_spec(place)
    place.loader.exec_module(bench)
    with gzip.open(SHARED / "datasets" / "ecbplus" / "reports.jsonl.gz", "rt", encoding="utf-8") as lines:
        records = [json.loads(line) for line in lines]
    assert bench.bcubed(bench.ours([r["text"] for r in records]), [r["event"] for r in records])[2] >= 0.88
