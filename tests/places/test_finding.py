from collections.abc import Callable

import pytest

from counterclaim.language import load_pipeline
from counterclaim.model import Block, Report, Span
from counterclaim.places.finding import place_spans


def report(text: str) -> Report:
    return Report("r-1", "a.txt", None, None, None, None, "en", text, (Block(0, len(text), "paragraph"),))


def found(text: str) -> list[str]:
    made = report(text)
    return [span.of(text) for span in place_spans(made, load_pipeline().parse(made))]


@pytest.mark.parametrize(("text", "names"), [
    ("Rebels entered the Varn Valley on Monday and hold Varn.", ["Varn", "Varn"]),
    ("The army shelled the Brask district of Velm province.", ["Brask", "Velm"]),
    ("Fighting broke out in Oskval, the capital of Torvia.", ["Oskval", "Torvia"]),
    ("Two ships sank in the Gulf of Mernia.", ["Gulf of Mernia"]),
    ("Police fired on marchers in Liberty Square in Oslo.", ["Liberty Square", "Oslo"]),
    ("They fled from al-Bardun and Deir Halum to Portugal.", ["al-Bardun", "Deir Halum", "Portugal"]),
    ("The Karn Front denies losing Brask. Its men hold every street of Brask.", ["Brask", "Brask"]),
    ("Fighters left the Brask bridge and the Mill Quarter.", ["Brask bridge", "Mill Quarter"]),
    ("Nine died near Oslo Monitor. The monitor spoke of Oslo.", ["Oslo", "Oslo"]),
    ("Nine died in Tromso NGO says. The NGO spoke of Tromso.", ["Tromso", "Tromso"]),
    ("A bomb hit a Brask-area bank. Brask police came.", ["Brask", "Brask"]),
    ("Nine died in Velm Gardens.", ["Velm Gardens"]),
    ("Fire broke out in Alaska, Gov. Ana Brask said. They met in Alaska Gov. Brask there.", ["Alaska", "Alaska"]),
    ("Planes struck Tal Oskval, a town in Norway.", ["Tal Oskval", "Norway"]),
    ("Clashes were reported in Norways north near Tromso.", ["Norway", "Tromso"]),
])  # fmt: skip
def test_names_of_places_without_their_kind(text: str, names: list[str]) -> None:
    assert found(text) == names


@pytest.mark.parametrize("text", [
    "Norwegian and Portuguese troops met the Kelvan Liberation Front.",
    "President Aro Velm said that General Tomas Brask, 54, had left.",
    "Portugal officials said the Norway-backed group was right.",
    "The Oskval Times said on Tuesday that nobody was hurt.",
    "He wrote it on Twitter in May.",
    "Nine died in Portuguese Airstrikes, and pirates came near the INS Karvan.",
    "They heard of it in the Oskval Shootings and left on Interstate 75.",
    "They met near the Oskvar tribe. The Oskvar tribe left. Nobody went near the Oskvar group.",
])  # fmt: skip
def test_persons_parties_outlets_and_peoples_are_no_places(text: str) -> None:
    assert found(text) == []


def test_a_misspelling_of_a_place_in_the_same_report_is_found() -> None:
    text = "Troops reached Karvendal. The Karvendal province was calm. Later men of Karvendel spoke."
    assert found(text) == ["Karvendal", "Karvendal", "Karvendel"]


def test_a_surname_is_no_place_though_a_town_has_it() -> None:
    text = "Ana Lisbon spoke first. Mr Lisbon, 40, was calm. Mr Lisbon left."
    assert found(text) == []


@pytest.mark.parametrize("make", [
    lambda: "In Varn and " * 8_000, lambda: "Xa" * 50_000, lambda: "A. " * 30_000,
    lambda: " ".join(f"Q{n}x" for n in range(9_000)),
], ids=["names", "one word", "letters", "many names"])  # fmt: skip
def test_runs_of_names_take_time_in_proportion(make: Callable[[], str]) -> None:
    """The parse is left out: it has limits of its own."""
    from counterclaim.model import Sentence, Token

    text = make()
    starts = range(0, len(text), 7)
    tokens = tuple(Token(i, i + 1, text[i], text[i].lower(), text[i], "X", "XX", "dep", 0) for i in starts)
    sentence = Sentence(0, 0, 0, len(text), tokens, ((),) * len(tokens), ())
    spans = place_spans(report(text), [sentence])
    assert all(isinstance(span, Span) for span in spans)
