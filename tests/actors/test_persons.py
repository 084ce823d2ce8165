import pytest

from counterclaim.actors.persons import same_person
from counterclaim.actors.spelling import initials, is_acronym, person_words, same_word


@pytest.mark.parametrize(
    "left, right, answer",
    [
        ("Tomas Verhun", "Tomas Verhun", True),
        ("Tomas Verhun", "Tomas Verhoun", True),
        ("Gen. Tomas Verhun", "Tomas Verhun", True),
        ("Heydar Alimandi", "Heidar Alimandy", True),
        ("Abdel Rahim Soru", "Abdel-Rahim Soru", True),
        ("Tomas Ilja Verhun", "Tomas Verhun", True),
        ("J. Tomas Verhun", "Tomas Verhun", True),
        ("Tomas Verhun Томас Верхун", "Tomas Verhun", True),
        ("Tomas Verhun", "Maria Verhun", False),
        ("Tomas Verhun", "Tomas Berg", False),
        ("Verhun", "Tomas Verhun", False),
    ],
)
def test_one_person_in_two_spellings(left: str, right: str, answer: bool) -> None:
    assert same_person(person_words(left), person_words(right)) is answer


@pytest.mark.parametrize(
    "left, right, answer",
    [("Vashti", "vashty", True), ("bilak", "belak", True), ("anna", "anne", False), ("marsh", "harsh", False)],
)
def test_one_word_in_two_transliterations(left: str, right: str, answer: bool) -> None:
    assert same_word(left.lower(), right.lower()) is answer


@pytest.mark.parametrize(
    "text, letters", [("Eastern Reed Front", "erf"), ("Front for the Salvation of Ostrel", "fso"), ("", "")]
)
def test_initials_leave_small_words_out(text: str, letters: str) -> None:
    assert initials(text) == letters


@pytest.mark.parametrize("text, answer", [("ERF", True), ("E.R.F.", True), ("Front", False), ("ERF men", False)])
def test_an_acronym_is_capitals(text: str, answer: bool) -> None:
    assert is_acronym(text) is answer
