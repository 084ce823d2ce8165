"""Who is counted, and that a part is set against nothing but itself."""

import pytest

from counterclaim.compare.victims import class_of, labels, noun

from .making import Event, compared

ONE = frozenset({"r-1"})
TWO = frozenset({"r-2"})


@pytest.mark.parametrize(
    "text, kept, found",
    [
        ("these terrorists", "terrorists", "fighters"),
        ("its militants", "militants", "fighters"),
        ("hundreds of the soldiers", "soldiers", "soldiers"),
        ("members of the border police", "members of the border police", "police"),
        ("government soldiers", "government soldiers", "soldiers"),
        ("children", "children", "children"),
        ("passengers", "passengers", None),
        ("them", None, None),
        (None, None, None),
    ],
)
def test_noun_and_class(text: str | None, kept: str | None, found: str | None) -> None:
    assert (noun(text), class_of(text)) == (kept, found)


@pytest.mark.parametrize(
    "why, counts, expected",
    [
        ("other people", [("killed", ONE, "militants", None, 40), ("killed", TWO, "civilians", None, 17)],
         ["fighters ", "civilians"]),
        ("a bare toll is of those told of in its report",
         [("killed", ONE, None, None, 17), ("killed", ONE, "civilians", None, 17)], ["civilians", "civilians"]),
        ("a bare toll alone is of people", [("killed", ONE, None, None, 17), ("killed", TWO, "civilians", None, 21)],
         ["people", "civilians"]),
        ("the only side whose soldiers are told of",
         [("killed", ONE, "soldiers", "a-Army", 4), ("killed", TWO, "soldiers", None, 60)],
         ["soldiers a-Army", "soldiers a-Army"]),
        ("two sides' soldiers", [("killed", ONE, "soldiers", "a-Army", 4), ("killed", TWO, "soldiers", "a-Guard", 60),
                                 ("killed", TWO, "soldiers", None, 9)],
         ["soldiers a-Army", "soldiers a-Guard", "soldiers "]),
        ("one figure of civilians and of people is of people",
         [("killed", ONE, "civilians", None, 130), ("killed", TWO, "people", None, 130)], ["people", "people"]),
        ("things, each by itself", [("destroyed", ONE, "armoured vehicles", None, 4),
                                    ("destroyed", TWO, "houses", None, 30)], ["vehicles ", "houses "]),
    ],
)  # fmt: skip
def test_labels(why: str, counts: list, expected: list[str]) -> None:
    assert labels(counts) == expected, why


def test_each_class_is_asked_about_by_itself() -> None:
    event = Event()
    for number, (of, speaker, count) in enumerate((
        ("militants", "Colonel Vey", 40), ("militants", "Ina Roth", 3),
        ("civilians", "Brin Watch", 17), ("civilians", "Colonel Vey", 21), ("children", "Brin Watch", 9),
    )):  # fmt: skip
        event.tell(f"r-{number}", f"{count} {of} were killed", "killed", speaker, (count, count), of, "Dorn")
    outcome = compared(event)
    assert sorted((q.text, len(q.positions)) for q in outcome.questions) == [
        ("How many civilians were killed in Dorn?", 2),
        ("How many militants were killed in Dorn?", 2),
    ]
    assert outcome.reasons("contradicts") == [
        "Both count the killed; Colonel Vey says 40, Ina Roth says 3, and no number fits both."
    ]
