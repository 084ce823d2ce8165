"""Shared passages: found through light edits, cut exactly, and never taken from chrome or from a speech."""

import random

import pytest

from counterclaim.copies import copy_groups
from counterclaim.model import CopyGroup, Reading

from .making import BRIDGE, COUNCIL, FIRE, reading


def texts(group: CopyGroup, readings: list[Reading]) -> dict[str, str]:
    """The passages of a group in words, by report."""
    known = {r.report.id: r.report.text for r in readings}
    return {p.report: p.span.of(known[p.report]) for p in group.passages}


def test_a_passage_is_cut_where_it_begins_and_ends() -> None:
    readings = [reading("r-1", f"{BRIDGE} {FIRE}"), reading("r-2", f"{FIRE} {COUNCIL}")]
    [group] = copy_groups(readings)
    assert texts(group, readings) == {"r-1": FIRE[:-1], "r-2": FIRE[:-1]}


@pytest.mark.parametrize(
    "change, words",
    [
        ("a synonym", FIRE.replace("shortly", "soon")),
        ("two synonyms", FIRE.replace("shortly", "soon").replace("towns", "villages")),
        ("a dropped clause", FIRE.replace(" in the grain store beside the harbour", "")),
        ("an added clause", FIRE.replace("midnight", "midnight, the third such blaze in as many weeks,")),
        ("other quotation marks and dashes", FIRE.replace("grain store", "“grain store” –")),
        ("other capitals", FIRE.upper()),
        ("other spacing", FIRE.replace(" ", "  ")),
    ],
)
def test_a_light_edit_is_still_a_copy(change: str, words: str) -> None:
    readings = [reading("r-1", f"{BRIDGE}\n{FIRE}"), reading("r-2", f"{words}\n{COUNCIL}")]
    [group] = copy_groups(readings)
    assert texts(group, readings) == {"r-1": FIRE[:-1], "r-2": words[:-1]}, change


@pytest.mark.parametrize(
    "why, left, right",
    [
        ("nothing shared", FIRE, BRIDGE),
        ("fourteen words", " ".join(FIRE.split()[:14]) + " today", " ".join(FIRE.split()[:14])),
        ("the same in other words", FIRE, "Crews from three towns fought until dawn to control a blaze that began "
         "after midnight in a harbour grain store and reached four barges."),
        ("nothing at all", "", FIRE),
    ],
)  # fmt: skip
def test_what_is_no_copy(why: str, left: str, right: str) -> None:
    assert copy_groups([reading("r-1", left), reading("r-2", right)]) == (), why


def test_fifteen_words_are_a_copy() -> None:
    words = " ".join(FIRE.split()[:15])
    readings = [reading("r-1", f"{words} {BRIDGE}"), reading("r-2", f"{words} {COUNCIL}")]
    [group] = copy_groups(readings)
    assert texts(group, readings) == {"r-1": words, "r-2": words}


def test_the_page_around_the_article_is_not_copied_text() -> None:
    readings = [reading(f"r-{n}", f"{FIRE}\n{own}", kinds=("chrome",)) for n, own in enumerate((BRIDGE, COUNCIL))]
    assert copy_groups(readings) == ()


def test_two_outlets_that_quote_one_speech_have_not_copied() -> None:
    said = f'"{FIRE}"'
    left, right = f"{said} the harbour master told reporters.", f"In a statement the harbour master put it so: {said}"
    assert copy_groups([reading("r-1", left), reading("r-2", right)]) == ()


def test_a_speech_without_marks_is_known_by_its_attribution() -> None:
    left, right = f"{FIRE} the harbour master told reporters.", f"In a statement the harbour master put it so: {FIRE}"
    assert copy_groups([reading("r-1", left, quoted=(FIRE,)), reading("r-2", right, quoted=(FIRE,))]) == ()


def test_a_few_quoted_words_belong_to_the_outlet() -> None:
    words = FIRE.replace("under control", "“under control”")
    readings = [reading("r-1", words), reading("r-2", f"{BRIDGE} {words}")]
    assert [len(g.passages) for g in copy_groups(readings)] == [2]


def test_a_group_is_one_passage_in_all_reports_and_no_chain() -> None:
    readings = [
        reading("r-1", f"{FIRE} {BRIDGE}"),
        reading("r-2", f"{BRIDGE}\n{COUNCIL}"),
        reading("r-3", f"{COUNCIL} The gulls did not mind."),
        reading("r-4", f"It was a long week. {BRIDGE}"),
    ]
    groups = {frozenset(p.report for p in g.passages) for g in copy_groups(readings)}
    assert groups == {frozenset({"r-1", "r-2", "r-4"}), frozenset({"r-2", "r-3"})}


def test_neither_order_nor_repetition_matters() -> None:
    readings = [
        reading("r-1", f"{FIRE} {BRIDGE}", day="2031-05-02"),
        reading("r-2", f"{BRIDGE} {COUNCIL}", day="2031-05-03"),
        reading("r-3", f"{COUNCIL} {FIRE}", day="2031-05-01"),
        reading("r-4", BRIDGE),
    ]
    once = copy_groups(readings)
    assert once
    for seed in range(5):
        shuffled = readings * 2
        random.Random(seed).shuffle(shuffled)
        assert copy_groups(shuffled) == once


def test_a_text_without_an_end_is_read_in_time() -> None:
    long = "lorem ipsum " * 20_000
    readings = [reading("r-1", long + FIRE), reading("r-2", FIRE + '"' * 50_000 + long)]
    assert copy_groups(readings)


def test_a_passage_that_everybody_carries_is_one_group() -> None:
    readings = [reading(f"r-{n:03}", f"{FIRE} Nobody was hurt, said paper number {n}.") for n in range(60)]
    assert [len(g.passages) for g in copy_groups(readings)] == [60]
