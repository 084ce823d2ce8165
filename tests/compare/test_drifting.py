"""What changes in a retelling: the slot, both sides, and where nothing drifted."""

from typing import Any

import pytest

from counterclaim.model import Hedge, Quantity, Slot, Span

from .making import Event, Outcome, compared

TRAPPED = {"kind": "trapped", "speaker": "Ina Roth", "count": (1000, None), "place": "Dorn"}


def drifts(event: Event) -> list[tuple[Slot | None, str]]:
    return [(r.slot, r.because) for r in compared(event).relations if r.kind == "drifts"]


def copied(first: dict, second: dict) -> Event:
    """Two reports that share their text."""
    return Event().tell("r-1", **first).tell("r-2", **{"day": "2031-05-03", **second}).copies("r-1", "r-2")


def named(words: str, slot: str, value: str, **more: Any) -> dict[str, Any]:
    """A telling at the head of its report whose own words give a value."""
    start = words.index(value)
    return {"words": words, "spans": {slot: (Span(start, start + len(value)),)}, **more}


@pytest.mark.parametrize(
    "first, second, slot, because",
    [
        ({"words": "the raiders were trapped near the old mill in Dorn", "kind": "trapped"},
         {"words": "the raiders were captured near the old mill in Dorn", "kind": "captured"}, "kind",
         "What r-1.txt tells as trapped (“the raiders were trapped near the old mill in Dorn”) is captured in r-2.txt: "
         "“the raiders were captured near the old mill in Dorn”."),
        ({"words": "the flood left at least 40 dead in the valley", "kind": "killed", "count": (40, None)},
         {"words": "the flood left 52 dead in the valley", "kind": "killed", "count": (52, 52)}, "quantity",
         "r-1.txt counts at least 40; in the same words r-2.txt counts 52."),
        ({"words": "the tax office was burnt down by masked men", "kind": "destroyed", "speaker": "Colonel Vey"},
         {"words": "the tax office was burnt down by masked men", "kind": "destroyed"}, "hedge",
         "r-1.txt gives it on the word of Colonel Vey, r-2.txt on that of nobody: “the tax office was burnt down by "
         "masked men”."),
        ({"words": "the chapel was wrecked by northern shells", "kind": "destroyed", "subject": "Army"},
         {"words": "the chapel was wrecked by southern shells", "kind": "destroyed", "subject": "League"}, "subject",
         "In r-1.txt it is Army (“the chapel was wrecked by northern shells”), in r-2.txt League: “the chapel was "
         "wrecked by southern shells”."),
        ({"words": "the barge carried 40 civilians to their death", "kind": "killed", "count": (40, 40),
          "of": "civilians"},
         {"words": "the barge carried 40 soldiers to their death", "kind": "killed", "count": (40, 40),
          "of": "soldiers"}, "object",
         "r-1.txt counts civilians; in the same words r-2.txt counts soldiers: “the barge carried 40 soldiers to their "
         "death”."),
        (named("the old grain store burnt down in Dorn", "place", "Dorn", kind="destroyed", place="Dorn"),
         named("the old grain store burnt down in Lisk", "place", "Lisk", kind="destroyed", place="Lisk"), "place",
         "r-1.txt has it in Dorn (“the old grain store burnt down in Dorn”), r-2.txt in Lisk: “the old grain store "
         "burnt down in Lisk”."),
        (named("the old grain store burnt down on Monday", "when", "Monday", kind="destroyed", happened="2031-04-28"),
         named("the old grain store burnt down on Tuesday", "when", "Tuesday", kind="destroyed",
               happened="2031-04-29"), "when",
         "r-1.txt dates it 28 April 2031 (“the old grain store burnt down on Monday”), r-2.txt 29 April 2031: “the old "
         "grain store burnt down on Tuesday”."),
        ({"words": "the tax office was burnt down by masked men", "kind": "destroyed", "speaker": "Brin Watch"},
         {"words": "the tax office was burnt down by masked men", "kind": "destroyed", "speaker": "Doctor Lem"},
         "hedge",
         "r-1.txt has it from Brin Watch, r-2.txt from Doctor Lem: “the tax office was burnt down by masked men”."),
        ({"words": "the tax office was set on fire by masked men", "kind": "destroyed",
          "hedge": Hedge("possible", None)},
         {"words": "the tax office was set on fire by masked men", "kind": "destroyed"}, "hedge",
         "What r-1.txt gives as possible (“the tax office was set on fire by masked men”) is fact in r-2.txt: “the tax "
         "office was set on fire by masked men”."),
    ],
    ids=["kind", "quantity", "voice", "doer", "people", "place", "day", "source", "hedge"],
)  # fmt: skip
def test_a_copied_sentence_with_another_value(first: dict, second: dict, slot: Slot, because: str) -> None:
    assert drifts(copied(first, second)) == [(slot, because)]


@pytest.mark.parametrize(
    "why, first, second",
    [
        ("the same in both", {"words": "the flood left 40 dead in the valley", "kind": "killed", "count": (40, 40)},
         {"words": "the flood left 40 dead in the valley", "kind": "killed", "count": (40, 40)}),
        ("one and at least one", {"words": "the flood left one man dead in Lisk", "kind": "killed", "count": (1, 1)},
         {"words": "the flood left at least one man dead in Lisk", "kind": "killed", "count": (1, None)}),
        ("kinds that nobody confuses", {"words": "the army holds the old mill in Dorn", "kind": "control"},
         {"words": "the army wrecked the old mill in Dorn", "kind": "destroyed"}),
        ("other words altogether", {"words": "the flood left 40 dead in the valley", "kind": "killed",
                                    "count": (40, 40)},
         {"words": "52 bodies lay in the chapel of a mountain village", "kind": "killed", "count": (52, 52)}),
        ("two spokesmen of one side", {"words": "the tax office was burnt down by masked men", "kind": "destroyed",
                                       "speaker": "Colonel Vey"},
         {"words": "the tax office was burnt down by masked men", "kind": "destroyed", "speaker": "Captain Hask"}),
        ("one source under two names", {"words": "the tax office was burnt down by masked men", "kind": "destroyed",
                                        "speaker": "Brin Watch"},
         {"words": "the tax office was burnt down by masked men", "kind": "destroyed", "speaker": "Watch of Brin"}),
        ("a place that is understood, not said", {"words": "the old grain store burnt down to the ground",
                                                  "kind": "destroyed", "place": "Dorn"},
         {"words": "the old grain store burnt down to the ground", "kind": "destroyed", "place": "Lisk"}),
        ("a place and one inside it", named("the old grain store burnt down in Dorn", "place", "Dorn",
                                            kind="destroyed", place="Dorn"),
         named("the old grain store burnt down in Amber", "place", "Amber", kind="destroyed", place="Amber")),
        ("two numbers, of which each tells both",
         {"words": "six rifles and twelve shells were found at the old mill", "kind": "seized",
          "quantity": Quantity(6, 6, "rifles", "six")},
         {"words": "six rifles and twelve shells were found in the old mill", "kind": "seized",
          "quantity": Quantity(12, 12, "shells", "twelve")}),
        ("sources that are called nothing", {"words": "the tax office was burnt down by masked men",
                                             "kind": "destroyed", "speaker": "all of which"},
         {"words": "the tax office was burnt down by masked men", "kind": "destroyed", "speaker": "some of these"}),
        ("two places, of which each names both", named("the grain stores of Dorn and Lisk burnt down", "place", "Dorn",
                                                       kind="destroyed", place="Dorn"),
         named("the grain stores of Dorn and of Lisk burnt down", "place", "Lisk", kind="destroyed", place="Lisk")),
        ("one day in other words", named("the old grain store burnt down on Monday", "when", "Monday",
                                         kind="destroyed", happened="2031-04-28"),
         named("the old grain store burnt down yesterday", "when", "yesterday", kind="destroyed",
               happened="2031-04-28")),
        ("a weekday read from two days of print", named("the old grain store burnt down on Monday", "when", "Monday",
                                                        kind="destroyed", happened="2031-04-28"),
         named("the old grain store burnt down on Monday", "when", "Monday", kind="destroyed",
               happened="2031-05-05")),
        ("children, called so differently", {"words": "the barge took 40 boys with it", "kind": "killed",
                                             "count": (40, 40), "of": "boys"},
         {"words": "the barge took 40 young people with it", "kind": "killed", "count": (40, 40),
          "of": "young people"}),
    ],
)  # fmt: skip
def test_no_drift(why: str, first: dict, second: dict) -> None:
    assert drifts(copied(first, second)) == [], why


def test_what_a_report_has_on_the_sides_word_too_is_not_nobodys() -> None:
    fire = {"words": "the tax office was burnt down by masked men", "kind": "destroyed"}
    event = copied({**fire, "speaker": "Colonel Vey"}, fire)
    event.tell("r-2", "masked men set the office on fire", "destroyed", "Captain Hask")
    assert drifts(event) == []


def test_a_voice_that_a_report_dropped_is_told_once_a_claim() -> None:
    event = Event().copies("r-1", "r-2", "r-3")
    words = "the tax office was burnt down by masked men"
    event.tell("r-1", words, "destroyed", "Colonel Vey").tell("r-2", words, "destroyed", "Colonel Vey")
    event.tell("r-3", words, "destroyed", day="2031-05-03")
    [drift] = [r for r in compared(event).relations if r.kind == "drifts"]
    assert [len(side) for side in drift.evidence] == [2, 1]


def test_a_clause_that_names_its_speaker_itself_is_not_nobodys() -> None:
    words = "men who, so they say, had burnt down the tax office left town"
    fire = {"words": words, "kind": "destroyed"}
    cue = Span(words.index("say"), words.index("say") + 3)
    quiet = copied({**fire, "speaker": "Colonel Vey"}, fire)
    voiced = copied({**fire, "speaker": "Colonel Vey"}, {**fire, "cue": (cue,)})
    assert (len(drifts(quiet)), drifts(voiced)) == (1, [])


def test_the_same_values_apart_are_no_retelling() -> None:
    event = Event()
    event.tell("r-1", "the flood left at least 40 dead in the valley", "killed", count=(40, None))
    event.tell("r-2", "the flood left 52 dead in the valley", "killed", count=(52, 52))
    assert drifts(event) == []


def retold() -> Outcome:
    """A spokeswoman's thousand in three reports; two share text, and say it in their own voice too."""
    event = Event().copies("r-1", "r-2")
    event.tell("r-1", "at least 1,000 soldiers were trapped by road blocks, Ina Roth said", **TRAPPED)
    event.tell("r-2", "at least a thousand soldiers were trapped, said Ina Roth", **TRAPPED)
    event.tell("r-3", "At least 1,000 soldiers sit in the trap", **TRAPPED)
    event.tell("r-2", "The army lost 1,000 of its men", "killed", count=(1000, 1000), place="Dorn")
    event.tell("r-1", "News of 1,000 soldiers trapped came after a landslide", "trapped", count=(1000, 1000))
    return compared(event)


def test_a_number_that_changes_its_verb_and_one_that_loses_its_bound() -> None:
    found = {r.slot: r for r in retold().relations if r.kind == "drifts"}
    assert set(found) == {"kind", "quantity"}
    assert set(found["kind"].evidence[0]) == {"m-r-1-1-trapped", "m-r-2-1-trapped", "m-r-3-1-trapped"}
    assert found["kind"].evidence[1] == ("m-r-2-2-killed",)
    assert found["quantity"].evidence[1] == ("m-r-1-2-trapped",)
    assert "at least 1,000 became 1,000" in found["quantity"].because


def test_one_origin_however_often_it_is_told() -> None:
    [question] = [q for q in retold().questions if q.kind == "trapped"]
    assert (question.reports, question.origins) == (3, 1)


def test_a_bound_lost_between_reports_on_one_speakers_word() -> None:
    event = Event().copies("r-1", "r-2")
    event.tell("r-1", "the toll was at least 24, the monitor said", "killed", "Brin Watch", (24, None))
    event.tell("r-2", "the monitor counted 24 dead, it said", "killed", "Brin Watch", (24, 24))
    [drift] = [r for r in compared(event).relations if r.kind == "drifts"]
    assert (drift.slot, drift.source) == ("quantity", drift.target)


def test_one_figure_of_a_speaker_in_texts_that_share_is_one_wherever_it_is_put() -> None:
    event = Event().copies("r-1", "r-2")
    event.tell("r-1", "the toll was at least 24", "killed", "Brin Watch", (24, None), place="Dorn")
    event.tell("r-2", "24 dead", "killed", "Brin Watch", (24, 24), place="Lisk")
    assert [slot for slot, _ in drifts(event)] == ["quantity"]


def test_a_part_becomes_the_whole() -> None:
    event = Event()
    slots = {"kind": "control", "subject": "League", "object": "Army"}
    event.tell("r-1", "Dorn is cleared of the army", speaker="Ina Roth", place="Dorn", **slots)
    event.tell("r-2", "the army has been swept from Amber", speaker="League", place="Amber", **slots)
    assert [(slot, why.split(" (")[0]) for slot, why in drifts(event)] == [("place", "A claim about Dorn")]


def test_an_accusation_stated_as_a_fact() -> None:
    event = Event()
    event.tell("r-1", "the gas attack on the ferry", "responsibility", subject="Guard")
    event.tell("r-1", "the gas attack on the ferry blamed on the Guard", "responsibility", subject="Guard",
               hedge=event.told[0].hedge.__class__("accused", None))  # fmt: skip
    assert [slot for slot, _ in drifts(event)] == ["hedge"]


def test_one_speakers_figure_in_another_verb() -> None:
    event = Event()
    event.tell("r-1", "At least 300 raiders were trapped at the ford", **{**TRAPPED, "count": (300, None)})
    event.tell("r-2", "300 raiders were captured at the ford, Ina Roth said on Friday",
               **{**TRAPPED, "kind": "captured", "count": (300, 300)})  # fmt: skip
    given = compared(event)
    [claim] = given.claims
    found = {r.slot: r for r in given.relations if r.kind == "drifts"}
    assert set(found) == {"kind", "quantity"}
    assert {r.source for r in found.values()} == {r.target for r in found.values()} == {claim.id}
    assert found["kind"].because == (
        "r-1.txt has at least 300 trapped, r-2.txt has 300 captured on the same word: “At least 300 raiders were "
        "trapped at the ford”, “300 raiders were captured at the ford, Ina Roth said on Friday”."
    )
