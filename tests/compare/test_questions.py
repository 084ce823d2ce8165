"""The questions of an event, their positions and what marks them."""

import pytest

from counterclaim.compare.asking import preposition
from counterclaim.model import Question, Span

from .making import Event, compared, outcome, shuffled


def control(event: Event, report: str, words: str, speaker: str | None, holder: str, **more: object) -> None:
    event.tell(report, words, **{"kind": "control", "speaker": speaker, "subject": holder, "place": "Dorn", **more})


def siege() -> Event:
    """Two sides claim a town; one moves its answer and grants a part; a denial; tolls; a monitor; own voices."""
    event = Event()
    control(event, "r-1", "the army has taken all of Dorn except for the ford", "Colonel Vey", "Army")
    control(event, "r-2", "Dorn has been fully taken", "Captain Hask", "Army", day="2031-05-04")
    control(event, "r-3", "Dorn is in our hands", "Ina Roth", "League")
    event.tell("r-2", "the League called the claim false", "denial", "League", place="Dorn")
    event.tell("r-3", "at least 40 soldiers were killed", "killed", "Ina Roth", (40, None), "soldiers", "Dorn", None,
               "Army")  # fmt: skip
    event.tell("r-1", "at most 5 soldiers were killed", "killed", "Colonel Vey", (None, 5), "soldiers", "Dorn", None,
               "Army")  # fmt: skip
    event.tell("r-4", "12 villagers were wounded in Lisk", "wounded", "Brin Watch", (12, 12), "villagers", "Lisk")
    event.tell("r-5", "14 people were wounded in Lisk", "wounded", None, (14, 14), "people", "Lisk")
    return event


def question(event: Event, kind: str) -> Question:
    [found] = [q for q in compared(event).questions if q.kind == kind]
    return found


def test_who_holds_the_town() -> None:
    asked = question(siege(), "control")
    assert (asked.text, asked.status) == ("Who holds Dorn?", "contested")
    assert {"contested", "conceded", "changed"} <= set(asked.marks)
    answers = {(p.party, p.since, p.concession) for p in asked.positions}
    assert ("a-Army", "2031-05-02", True) in answers
    assert ("a-Army", "2031-05-04", False) in answers
    assert {p.party for p in asked.positions} == {"a-Army", "a-League"}


def test_a_denial_stands_with_what_its_side_says() -> None:
    outcome = compared(siege())
    [denial] = [c.id for c in outcome.claims if c.kind == "denial"]
    [asked] = [q for q in outcome.questions if q.kind == "control"]
    [position] = [p for p in asked.positions if p.party == "a-League"]
    assert denial in position.claims
    assert position.answer == "Dorn is in our hands"


def test_how_many_were_killed() -> None:
    asked = question(siege(), "killed")
    assert (asked.text, asked.status) == ("How many soldiers were killed in Dorn?", "contested")
    assert sorted(p.answer for p in asked.positions) == ["at least 40", "at most 5"]


def test_the_most_contested_stand_first() -> None:
    found = [q.status for q in compared(siege()).questions]
    assert found[:2] == ["contested", "contested"]
    assert "contested" not in found[2:]


def test_two_incidents_in_one_place_are_two_questions() -> None:
    event = Event()
    for report, day, counts in (("r-1", "2031-05-02", (3, 3)), ("r-2", "2031-05-20", (8, 8))):
        for speaker in ("Brin Watch", "Doctor Lem"):
            event.tell(report, f"shells killed {counts[0]} near Dorn, {speaker} said", "killed", speaker, counts,
                       place="Dorn", day=day, happened=day)  # fmt: skip
    found = [q for q in compared(event).questions if q.kind == "killed"]
    assert sorted(q.when.to or "" for q in found) == ["2031-05-02", "2031-05-20"]


def test_one_toll_at_different_hours_is_one_question_with_a_course() -> None:
    event = Event()
    for number, (day, count) in enumerate((("2031-05-02", 24), ("2031-05-02", 43), ("2031-05-03", 112))):
        event.tell(f"r-{number}", f"the bombing killed {count}", "killed", "Brin Watch", (count, count), place="Dorn",
                   day=day, happened="2031-05-02")  # fmt: skip
    [found] = compared(event).questions
    assert [p.answer for p in found.positions] == ["24", "43", "112"]
    assert "contested" not in found.marks


@pytest.mark.parametrize(
    "why, left, right, status",
    [
        ("a side and a monitor", "Colonel Vey", "Brin Watch", "contested"),
        ("two sides", "Colonel Vey", "Ina Roth", "contested"),
        ("two neutral speakers", "Doctor Lem", "Brin Watch", "differs"),
        ("a side and a report in its own voice", "Colonel Vey", None, "differs"),
        ("one side, on one day", "Colonel Vey", "Captain Hask", "changed"),
    ],
)
def test_who_must_stand_against_whom(why: str, left: str, right: str | None, status: str) -> None:
    event = Event().tell("r-1", "at most 5 died", "killed", left, (None, 5), place="Dorn")
    event.tell("r-2", "some 30 died", "killed", right, (30, 30), place="Dorn")
    [found] = compared(event).questions
    assert found.status == status, why


def test_accident_or_intent_is_a_question_of_its_own() -> None:
    event = Event()
    event.tell("r-1", "the shot went off by accident", "responsibility", "Colonel Vey", place="Dorn")
    event.tell("r-2", "a sergeant deliberately aimed at the boy", "responsibility", "Doctor Lem", place="Dorn")
    event.tell("r-3", "the boy was fleeing a raid by masked men", "responsibility", None, place="Dorn")
    [found] = [q for q in compared(event).questions if q.status == "contested"]
    assert found.text == "Was the attack meant, or an accident?"
    assert len(found.positions) == 2


def test_statements_take_no_part() -> None:
    event = Event().tell("r-1", "all is well in Dorn", speaker="Ina Roth", place="Dorn")
    event.tell("r-2", "nothing is well in Dorn", speaker="Colonel Vey", place="Dorn")
    assert compared(event).questions == ()


@pytest.mark.parametrize("seed", range(6))
def test_neither_order_nor_repetition_matters(seed: int) -> None:
    case = siege().copies("r-4", "r-5").case()
    assert outcome(shuffled(case, seed)) == outcome(case)


def test_nothing_gives_nothing() -> None:
    assert compared(Event()).questions == ()


@pytest.mark.parametrize(
    ("place", "word"), [("Dorn", "in"), ("Orl bridge", "at"), ("Dorn Airport", "at"), ("Port Dorn", "in")]
)
def test_a_question_says_at_a_bridge_and_in_a_town(place: str, word: str) -> None:
    assert preposition(place) == word


def test_what_a_claim_leaves_out_of_a_place_is_a_part_of_it() -> None:
    event = Event()
    control(event, "r-1", "the army has taken Dorn except for Lisk", "Colonel Vey", "Army")
    control(event, "r-2", "Lisk is still held by the League", "Colonel Vey", "League", place="Lisk")
    control(event, "r-3", "Dorn is in our hands", "Ina Roth", "League")
    case = event.case()
    assert "p-Dorn" in case.held_by["p-Lisk"]
    [asked] = outcome(case).questions
    assert (asked.text, asked.marks) == ("Who holds Dorn?", ("contested", "conceded"))


def test_blame_without_a_day_is_of_the_deed_just_before_it_was_spoken() -> None:
    event = Event()
    for number, day in enumerate(("2031-04-04", "2031-05-01")):
        for speaker in ("Doctor Lem", "Brin Watch", "Tam Okra")[number:]:
            event.tell(f"r-{number}", f"gas fell on the ferry, {speaker} said", "responsibility", speaker, place="Dorn",
                       subject="Guard", day=day, happened=day, voice="report")  # fmt: skip
    event.tell("r-9", "the League is to blame", "responsibility", "Colonel Vey", place="Dorn", subject="League")
    [asked] = [q for q in compared(event).questions if "a-Army" in {p.party for p in q.positions}]
    assert asked.text == "Who is behind the attack in Dorn on 1 May 2031?"


def test_the_name_of_a_place_has_its_article() -> None:
    event = Event()
    for report, holder, speaker in (("r-1", "Army", "Colonel Vey"), ("r-2", "League", "Ina Roth")):
        words = f"the {holder} holds the Amber of old"
        span = Span(words.index("Amber"), words.index("Amber") + 5)
        control(event, report, words, speaker, holder, place="Amber", spans={"place": (span,)})
    assert question(event, "control").text == "Who holds the Amber?"
