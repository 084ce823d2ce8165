"""Dead and wounded in one count: told from two counts, never set against the dead alone, asked together."""

import pytest

from counterclaim.compare.casualties import counted_together

from .making import Event, compared


@pytest.mark.parametrize(
    "words, together",
    [
        ("50 people were killed or wounded", True),
        ("50 people were killed and injured at the ford", True),
        ("50 dead and wounded lay at the ford", True),
        ("50 injured or dead were counted", True),
        ("50 casualties were brought in", True),
        ("50 people were killed", False),
        ("50 were killed and wounded 30 others", False),
        ("50 people were killed and dozens wounded", False),
        ("50 died, and the wounded were brought to Lisk", False),
    ],
)
def test_what_counts_dead_and_wounded_in_one(words: str, together: bool) -> None:
    case = Event().tell("r-1", words, "killed", "Ina Roth", (50, 50)).case()
    assert counted_together(case, case.mentions[0]) is together


def test_the_rest_of_the_pair_may_stand_behind_the_claim() -> None:
    event = Event().tell("r-1", "50 people were killed", "killed", "Ina Roth", (50, 50))
    case = event.tell("r-1", "or wounded in the market", "wounded", "Ina Roth", (50, 50)).case()
    assert counted_together(case, case.mentions[0])


def test_no_casualties_are_no_dead() -> None:
    event = Event().tell("r-1", "there were no casualties", "killed", "Colonel Vey", (0, 0), polarity="-", place="Dorn")
    event.tell("r-2", "12 were killed", "killed", "Ina Roth", (12, 12), place="Dorn")
    assert len(compared(event).reasons("contradicts")) == 1


def test_they_are_asked_about_together_and_the_dead_alone_apart() -> None:
    event = Event()
    for number, (speaker, count) in enumerate((("Colonel Vey", 5), ("Ina Roth", 50))):
        words = f"{count} people were killed or wounded in Dorn"
        event.tell(f"r-{number}", words, "killed", speaker, (None, count), place="Dorn")
        event.tell(f"r-{number}", words, "wounded", speaker, (None, count), place="Dorn")
        event.tell(f"s-{number}", f"{count + 60} people were killed in Dorn", "killed", speaker, (count + 60, None),
                   place="Dorn")  # fmt: skip
    asked = compared(event).questions
    assert sorted(q.text for q in asked) == [
        "How many people were killed in Dorn?",
        "How many people were killed or wounded in Dorn?",
    ]
    assert "contradicts" not in compared(event).kinds()
