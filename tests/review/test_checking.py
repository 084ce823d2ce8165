"""What can be decided, in the form in which it is kept, and what cannot, with the reason."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counterclaim.errors import BadDecision
from counterclaim.review.checking import LONGEST_NOTE, MOST_MENTIONS, added_id, checked

ADD = {"report": "r-1", "content": [[4, 9], [12, 20]], "kind": "killed"}


@pytest.mark.parametrize(
    "slot, given, kept",
    [
        ("quantity", 12, {"low": 12, "high": 12, "of": None}),
        ("quantity", "at least 20 soldiers", {"low": 20, "high": None, "of": "soldiers"}),
        ("quantity", "between 20 and 30", {"low": 20, "high": 30, "of": None}),
        ("quantity", "dozens", {"low": None, "high": None, "of": None}),
        ("quantity", {"low": 3}, {"low": 3, "high": None, "of": None}),
        ("quantity", {"low": 0, "high": 0, "of": " men "}, {"low": 0, "high": 0, "of": "men"}),
        ("quantity", None, None),
        ("said", "2021-09-06", {"day": "2021-09-06", "time": None}),
        ("said", {"day": "2021-09-06", "time": "14:05"}, {"day": "2021-09-06", "time": "14:05"}),
        ("when", "2021-09-06", {"from": "2021-09-06", "to": "2021-09-06"}),
        ("when", {"to": "2021-09-06"}, {"from": None, "to": "2021-09-06"}),
        ("speaker", "  Mira\n Sand ", "Mira Sand"),
        ("speaker", "nul \0", "nul \ufffd"),
        ("via", ["CNN", "a translator"], ["CNN", "a translator"]),
        ("kind", "control", "control"),
        ("polarity", "-", "-"),
        ("hedge", "denied", "denied"),
        ("place", None, None),
    ],
)
def test_values_are_kept_in_one_form(slot: str, given: Any, kept: Any) -> None:
    found = checked("Ada", "correct", ["m-1"], slot, given)
    assert found.value == kept
    assert checked("Ada", "correct", ["m-1"], slot, found.value) == found


@pytest.mark.parametrize(
    "row, says",
    [
        (("shout", ["m-1"]), "an action cannot be 'shout'"),
        (("accept", []), "it must name a mention"),
        (("accept", "m-1"), "must be a list"),
        (("accept", ["m-1"], "kind"), "it takes no slot"),
        (("accept", ["m-1"], None, 1), "it takes no value"),
        (("accept", [" "]), "a mention is empty"),
        (("accept", [7]), "a mention must be text"),
        (("accept", [f"m-{n}" for n in range(MOST_MENTIONS + 1)]), "at most 2000 ids"),
        (("correct", ["m-1"], "colour", "red"), "what is corrected cannot be 'colour'"),
        (("correct", ["m-1"], None, "red"), "what is corrected cannot be None"),
        (("correct", ["m-1"], "kind", "party"), "kind cannot be 'party'; it can be control"),
        (("correct", ["m-1"], "kind", None), "kind cannot be None"),
        (("correct", ["m-1"], "hedge", ["fact"]), "hedge cannot be"),
        (("correct", ["m-1"], "speaker", ""), "speaker is empty"),
        (("correct", ["m-1"], "speaker", 5), "speaker must be text"),
        (("correct", ["m-1"], "speaker", "x" * 301), "at most 300"),
        (("correct", ["m-1"], "via", "CNN"), "via must be a list of names"),
        (("correct", ["m-1"], "said", "Sunday"), "said is no day"),
        (("correct", ["m-1"], "said", "2021-02-30"), "said is no day"),
        (("correct", ["m-1"], "said", "20210906"), "said is no day"),
        (("correct", ["m-1"], "said", {"day": "2021-09-06", "time": "25:00"}), "no time of day"),
        (("correct", ["m-1"], "said", {"time": "14:05"}), "said is no day"),
        (("correct", ["m-1"], "when", {"from": "2021-09-06", "to": "2021-09-05"}), "before it begins"),
        (("correct", ["m-1"], "when", {"since": "2021-09-06"}), "it may have from, to"),
        (("correct", ["m-1"], "quantity", "some"), "gives no numbers"),
        (("correct", ["m-1"], "quantity", "5 men and 7 women"), "gives 2 numbers"),
        (("correct", ["m-1"], "quantity", {"low": 9, "high": 3}), "no number is both"),
        (("correct", ["m-1"], "quantity", -1), "no whole number"),
        (("correct", ["m-1"], "quantity", 1.5), "quantity cannot be 1.5"),
        (("correct", ["m-1"], "quantity", True), "quantity cannot be True"),
        (("correct", ["m-1"], "quantity", 10**30), "no JSON|no whole number"),
        (("merge", ["m-1"], "claim"), "two mentions at least"),
        (("merge", ["m-1", "m-1"], "claim"), "two mentions at least"),
        (("merge", ["m-1", "m-2"], "speaker"), "what is merged cannot be 'speaker'; it can be actor"),
        (("split", ["m-1", "m-2"], "kind"), "what is split cannot be"),
        (("party", [], None, "Army"), "it must name a mention"),
        (("add", [], None, {"report": "r-1"}), 'must have "report", "content" and "kind"'),
        (("add", [], None, ADD | {"content": []}), "ranges in order"),
        (("add", [], None, ADD | {"content": [[9, 4]]}), "ranges in order"),
        (("add", [], None, ADD | {"content": [[4, 9], [8, 12]]}), "ranges in order"),
        (("add", [], None, ADD | {"content": [[-1, 9]]}), "ranges in order"),
        (("add", [], None, ADD | {"content": "4-9"}), "must be ranges such as"),
        (("add", [], None, ADD | {"colour": "red"}), "cannot have 'colour'"),
        (("add", ["m-1"], None, ADD), "gets the id m-"),
        (("note", ["m-1"]), "a note is text"),
        (("note", ["m-1"], None, None, "  "), "the note is empty"),
        (("note", ["m-1"], None, None, "x" * (LONGEST_NOTE + 1)), "at most 20000"),
        (("undo", [], None, "1"), "a whole number from 1"),
        (("undo", [], None, 0), "a whole number from 1"),
        (("undo", [], None, True), "a whole number from 1"),
        (("correct", ["m-1"], "speaker", object()), "no JSON"),
        (("correct", ["m-1"], "speaker", "half \ud800"), "no JSON"),
    ],
)
def test_what_cannot_be_meant_is_refused_with_the_reason(row: tuple[Any, ...], says: str) -> None:
    with pytest.raises(BadDecision, match=says):
        checked("Ada", *row)


def test_what_no_database_can_hold_is_replaced() -> None:
    found = checked("A\0da \ud800", "note", ["m-\0"], note=" a \0 and\na half \ud800 ")
    assert (found.user, found.mentions, found.note) == (
        "A\ufffdda \ufffd",
        ("m-\ufffd",),
        "a \ufffd and\na half \ufffd",
    )


def test_a_user_must_have_a_name() -> None:
    with pytest.raises(BadDecision, match="the user is empty"):
        checked("  ", "accept", ["m-1"])


def test_a_value_without_end_is_refused() -> None:
    deep: Any = []
    for _ in range(100_000):
        deep = [deep]
    with pytest.raises(BadDecision, match="no JSON"):
        checked("Ada", "correct", ["m-1"], "speaker", deep)


def test_what_is_added_has_the_id_of_its_words() -> None:
    found = checked("Ada", "add", [], None, ADD | {"speaker": "Mira Sand"})
    assert found.mentions == (added_id(ADD),)
    assert checked("Bo", "add", found.mentions, None, ADD).mentions == found.mentions
    assert checked("Ada", "add", [], None, ADD | {"kind": "wounded"}).mentions != found.mentions


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=8,
)


@given(
    st.sampled_from(["accept", "correct", "merge", "split", "party", "add", "note", "undo"]) | st.text(),
    st.lists(st.text(max_size=5), max_size=3),
    st.none() | st.sampled_from(["kind", "speaker", "quantity", "when", "said", "via", "claim"]) | st.text(),
    JSON,
    st.none() | st.text(),
)
def test_whatever_is_given_is_kept_or_refused(
    action: str, mentions: list[str], slot: str | None, value: Any, note: str | None
) -> None:
    try:
        found = checked("Ada", action, mentions, slot, value, note)
    except BadDecision:
        return
    assert checked("Ada", action, found.mentions, found.slot, found.value, found.note) == found
