"""What a denial denies: what was said before it, nearest first."""

import msgspec
import pytest

from counterclaim.model import Span

from .making import Event, compared


def holds(event: Event, report: str, **more: object) -> Event:
    return event.tell(report, "the army has taken Dorn", **{"kind": "control", "speaker": "Colonel Vey",
                      "subject": "Army", "place": "Dorn", **more})  # fmt: skip


def trapped(event: Event, report: str, **more: object) -> Event:
    return event.tell(report, "300 soldiers sit in a trap", **{"kind": "trapped", "speaker": "Colonel Vey",
                      "count": (300, 300), "of": "soldiers", **more})  # fmt: skip


def blamed(event: Event, report: str, **more: object) -> Event:
    return event.tell(report, "the League shelled the ferry", **{"kind": "responsibility", "speaker": "Colonel Vey",
                      "subject": "League", **more})  # fmt: skip


def denied(event: Event) -> list[tuple[str, str]]:
    """The kinds and reports of the claims that the denials are bound to."""
    outcome = compared(event)
    claims = {c.id: c for c in outcome.claims}
    return [(claims[r.target].kind, claims[r.target].original[:5]) for r in outcome.relations if r.kind == "denies"]


def test_the_nearest_claim_before_it_in_its_report() -> None:
    event = trapped(holds(Event(), "r-1"), "r-1")
    assert denied(event.tell("r-1", "The League dismissed the claim", "denial", "League")) == [("trapped", "m-r-1")]


def test_nothing_that_was_said_later() -> None:
    event = Event().tell("r-1", "The claim is false", "denial", "League")
    assert denied(blamed(event, "r-2", day="2031-05-04")) == []


def test_on_the_same_day_in_another_report() -> None:
    event = Event().tell("r-1", "The claim about Dorn is false", "denial", "League", place="Dorn")
    assert denied(holds(event, "r-2")) == [("control", "m-r-2")]


def test_what_its_own_words_name_goes_before_what_stands_nearer() -> None:
    words = "The League denied that the army had taken Dorn"
    event = trapped(holds(Event(), "r-1"), "r-2").tell("r-2", words, "denial", "League")
    inner = event.told[-1].content[0]
    event.tell("r-2", "taken", "control", "League", subject="Army", place="Dorn", polarity="-", content=(inner,))
    assert denied(event) == [("control", "m-r-1")]


def test_accusations_are_blame() -> None:
    event = trapped(blamed(Event(), "r-1"), "r-1")
    assert denied(event.tell("r-1", "The League rejected the accusation", "denial", "League")) == [
        ("responsibility", "m-r-1")
    ]


@pytest.mark.parametrize("words", ["The League denied any involvement", "The League denied the accusation"])
def test_a_part_in_something_is_not_denied_of_a_place_held(words: str) -> None:
    assert denied(holds(Event(), "r-1").tell("r-1", words, "denial", "League")) == []


def test_of_several_claims_the_weightiest_is_denied() -> None:
    event = trapped(holds(Event(), "r-1"), "r-1")
    assert denied(event.tell("r-1", "The League rebutted these claims", "denial", "League")) == [("control", "m-r-1")]


def test_a_denial_and_what_it_denies_do_not_contradict_besides() -> None:
    event = blamed(Event(), "r-1", place="Dorn", happened="2031-05-01")
    event.tell("r-1", "The League denied that the League shelled the ferry", "denial", "League", place="Dorn")
    inner = event.told[-1].content[0]
    event.tell("r-1", "the League shelled the ferry", "responsibility", "League", subject="League", polarity="-",
               place="Dorn", happened="2031-05-01", content=(inner,))  # fmt: skip
    assert compared(event).kinds() == {"denies"}


def test_a_second_denial_of_a_side_is_of_the_same_claim() -> None:
    event = holds(Event(), "r-1").tell("r-2", "The League denied the fall of Dorn", "denial", "League", place="Dorn")
    event.tell("r-2", "“It is a lie,”", "denial", "Ina Roth")
    assert denied(event) == [("control", "m-r-1"), ("control", "m-r-1")]


@pytest.mark.parametrize(
    "words, answer",
    [
        ("denied that the army had taken Dorn", "denied that the army had taken Dorn"),
        ("told us that the army had taken Dorn", "denies “the army had taken Dorn”"),
    ],
)
def test_what_is_denied_is_never_quoted_bare(words: str, answer: str) -> None:
    event = holds(Event(), "r-1").tell("r-2", words, "control", "League", subject="Army", place="Dorn", polarity="-")
    content, cue = Span(words.index("the army"), len(words)), Span(0, words.index(" "))
    event.told[-1] = msgspec.structs.replace(event.told[-1], content=(content,), cue=(cue,))
    [question] = compared(event).questions
    assert [p.answer for p in question.positions if p.party == "a-League"] == [answer]
