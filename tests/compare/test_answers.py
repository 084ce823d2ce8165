"""Who holds a place or did a deed, by a claim's own words and whose word it is."""

from typing import Any

import pytest

from counterclaim.compare.answers import agent, culprit, holder, is_form, loser
from counterclaim.model import Kind, Span

from .making import Event


def mention(words: str, kind: Kind, **more: Any) -> tuple[Any, Any]:
    """The case and its only mention; `subject_words` marks the subject in the words."""
    marked = more.pop("subject_words", None)
    spans = {"subject": (Span(words.index(marked), words.index(marked) + len(marked)),)} if marked else {}
    case = Event().tell("r-1", words, kind, spans=spans, **more).case()
    return case, case.mentions[0]


@pytest.mark.parametrize(
    "words, slots, held, lost",
    [
        ("the army holds Dorn", {"speaker": "Ina Roth", "subject": "Army"}, "a-Army", None),
        ("Dorn has been taken", {"speaker": "Colonel Vey"}, "a-Army", None),
        ("Dorn was cleared of leaguers", {"speaker": "Colonel Vey", "object": "League"}, "a-Army", "a-League"),
        ("our men were driven out of Dorn", {"speaker": "Colonel Vey", "object": "Army"}, None, "a-Army"),
        ("we control the rest", {"speaker": "Ina Roth", "subject_words": "we"}, "a-League", None),
        ("its fighters control Dorn", {"speaker": "League", "subject_words": "its fighters"}, "a-League", None),
        ("put under international control", {"speaker": "Colonel Vey"}, None, None),
        ("the fall of Dorn", {}, None, None),
    ],
)
def test_holder(words: str, slots: dict, held: str | None, lost: str | None) -> None:
    case, told = mention(words, "control", place="Dorn", **slots)
    assert (holder(case, told), loser(case, told)) == (held, lost)


@pytest.mark.parametrize(
    "words, slots, side",
    [
        ("the Guard fired on the queue", {"speaker": "Ina Roth", "subject": "Guard"}, "a-Guard"),
        ("the League accused the Guard of firing", {"speaker": "League", "subject": "League", "object": "Guard"},
         "a-Guard"),
        ("the League blamed the delay on fog", {"speaker": "League", "subject": "League"}, None),
        ("the Guard is responsible", {"speaker": "Ina Roth", "object": "Guard"}, "a-Guard"),
        ("the chapel was hit by league mortars", {}, "a-League"),
        ("the chapel was hit by leaguers", {}, "a-League"),
        ("somebody fired on the queue", {"speaker": "Ina Roth"}, None),
    ],
)  # fmt: skip
def test_culprit(words: str, slots: dict, side: str | None) -> None:
    case, told = mention(words, "responsibility", **slots)
    assert culprit(case, told) == side


def test_agent_is_what_stands_after_by() -> None:
    case, told = mention("hit by a shell of the guard, not by army's guns", "responsibility")
    assert agent(case, told) == "a-Army"


@pytest.mark.parametrize(
    "word, name, same",
    [("marlandish", "marland", True), ("marland's", "marland", True), ("marlander", "marland", False),
     ("marland", "marland", True), ("policeman", "police", False)],
)  # fmt: skip
def test_forms_of_a_name(word: str, name: str, same: bool) -> None:
    assert is_form(word, name) is same
