"""One position is one answer of one party over a run of days."""

import msgspec
import pytest

from .making import Event, Outcome, compared, outcome

ARMY = {"kind": "control", "speaker": "Colonel Vey", "subject": "Army", "place": "Dorn"}
LEAGUE = {"kind": "control", "speaker": "Ina Roth", "subject": "League", "place": "Dorn"}


def course(outcome: Outcome, party: str) -> list[tuple[str | None, str | None, bool]]:
    """The positions of a party: first day, last day, and whether it grants something."""
    [question] = [q for q in outcome.questions if q.kind == "control"]
    return sorted((p.since, p.to, p.concession) for p in question.positions if p.party == party)


def siege() -> Event:
    event = Event().tell("r-1", "the army holds Dorn", **ARMY)
    event.tell("r-2", "Dorn is the army's", **{**ARMY, "speaker": "Captain Hask", "day": "2031-05-03"})
    event.tell("r-3", "the army has taken Dorn except for the ford", **{**ARMY, "day": "2031-05-05"})
    event.tell("r-3", "the army holds the rest of Dorn", **{**ARMY, "day": "2031-05-05"})
    event.tell("r-4", "the army controls Dorn with all its quarters", **{**ARMY, "day": "2031-05-07"})
    event.tell("r-1", "our men hold every street of Dorn", **LEAGUE)
    event.tell("r-2", "the army holds Dorn", **{**LEAGUE, "subject": "Army", "polarity": "-", "day": "2031-05-03"})
    return event


def test_a_second_position_only_where_the_answer_changed() -> None:
    outcome = compared(siege())
    assert course(outcome, "a-Army") == [
        ("2031-05-02", "2031-05-03", False),
        ("2031-05-05", "2031-05-05", True),
        ("2031-05-07", "2031-05-07", False),
    ]
    assert course(outcome, "a-League") == [("2031-05-02", "2031-05-03", False)]


def test_updates_only_where_the_value_differs_and_one_grant_conceded_once() -> None:
    outcome = compared(siege())
    assert outcome.reasons("updates") == [
        "Colonel Vey first said “the army has taken Dorn except for the ford”, then “the army controls Dorn with all "
        "its quarters” (7 May 2031).",
        "Colonel Vey first said “the army holds Dorn”, then “the army has taken Dorn except for the ford” (5 May "
        "2031).",
    ]
    assert len(outcome.reasons("concedes")) == 1


def test_two_answers_contradict_once_however_often_they_are_given() -> None:
    event = Event()
    for number in range(5):
        event.tell(f"r-{number}", f"the army has Dorn, word {number}", **{**ARMY, "speaker": "Captain Hask"})
        event.tell(f"s-{number}", f"Dorn belongs to us, saying {number}", **LEAGUE)
    assert len(compared(event).reasons("contradicts")) == 1


@pytest.mark.parametrize("own", [{"speaker": None}, {"speaker": "Dorn Courier"}])
def test_a_headline_or_an_outlet_that_retells_is_no_voice_of_its_own(own: dict) -> None:
    event = Event().tell("r-1", "the army takes Dorn", **{**ARMY, **own})
    event.tell("r-1", "the army has taken Dorn from the League at last", **ARMY).tell("r-2", "Dorn is ours", **LEAGUE)
    case = event.case()
    replace = msgspec.structs.replace
    actors = tuple(replace(a, kind="outlet") if a.name == "Dorn Courier" else a for a in case.actors)
    [question] = outcome(replace(case, actors=actors)).questions
    assert {p.party for p in question.positions} == {"a-Army", "a-League"}
    assert question.origins == 2


def test_reports_that_agree_in_their_own_voices_are_one_position() -> None:
    event = Event()
    for number in range(4):
        event.tell(f"r-{number}", f"flood {number} left 12 dead", "killed", None, (12, 12), place="Dorn")
    [question] = compared(event).questions
    assert [(p.answer, p.reports) for p in question.positions] == [("12", 4)]


def test_an_offer_and_its_refusal_are_one_contested_question() -> None:
    event = Event().tell("r-1", "the League is ready for talks on the ford", "talks", "League", subject="League")
    event.tell("r-1", "Colonel Vey rejected the offer", "talks", "Colonel Vey", subject="Army")
    event.tell("r-1", "we will not negotiate", "talks", "Colonel Vey", polarity="-")
    [question] = compared(event).questions
    assert (question.text, question.status) == ("Is there an agreement, or will there be talks?", "contested")
    assert sorted(p.party or "" for p in question.positions) == ["a-Army", "a-League"]


@pytest.mark.parametrize(
    "counts, status",
    [
        ((("Brin Watch", 12, None), ("Doctor Lem", 14, 14)), "agreed"),
        ((("Brin Watch", 12, 12), ("Doctor Lem", 14, 14)), "changed"),
        ((("Brin Watch", 12, 12), (None, 12, 12)), "single"),
    ],
    ids=["two origins that can both be right", "a toll that rose", "one origin"],
)
def test_status_of_tolls(counts: tuple, status: str) -> None:
    event = Event()
    for number, (speaker, low, high) in enumerate(counts):
        event.tell(f"r-{number}", f"{low} died, {speaker} said", "killed", speaker, (low, high), place="Dorn",
                   day=f"2031-05-0{number + 2}", happened="2031-05-02")  # fmt: skip
    [question] = compared(event).questions
    assert question.status == status


def test_a_side_that_contradicts_itself_on_one_day_has_changed_its_answer() -> None:
    event = Event().tell("r-1", "the army holds Dorn", **ARMY)
    event.tell("r-2", "not one street of Dorn is ours", **{**ARMY, "speaker": "Captain Hask", "polarity": "-"})
    outcome = compared(event)
    [question] = outcome.questions
    assert outcome.reasons("contradicts") == [
        "On one day Colonel Vey says “the army holds Dorn” and Captain Hask, of the same side, “not one street of Dorn "
        "is ours”; both cannot hold."
    ]
    assert (question.status, len(question.positions)) == ("changed", 2)


def test_a_side_that_grants_a_part_does_not_contradict_itself() -> None:
    event = Event().tell("r-1", "the army holds Dorn", **ARMY)
    event.tell("r-2", "the League sits in the mill of Dorn", **{**ARMY, "subject": "League"})
    assert compared(event).reasons("contradicts") == []
