import pytest

from counterclaim.actors.countries import countries, is_demonym
from counterclaim.memory import Texts

MARSH = "The Velmaran army entered Ostrel on Monday. Fighting went on across Velmara, and in Velmara the police wait."


@pytest.mark.parametrize(
    "word, place, answer",
    [
        ("Velmaran", "Velmara", True),
        ("Ostrian", "Ostria", True),
        ("Kedori", "Kedoristan", False),
        ("Kedor", "Kedoristan", False),
        ("Dolmish", "Dolmland", True),
        ("Velmara", "Velmara", False),
        ("Harbour", "Velmara", False),
    ],
)
def test_a_demonym_is_made_from_its_country(word: str, place: str, answer: bool) -> None:
    assert is_demonym(word, place) is answer


def test_a_country_that_no_gazetteer_has_is_learnt_from_the_reports() -> None:
    found = countries(Texts([MARSH]))
    assert found.words["velmaran"] == found.words["velmara"] == found.home == "Velmara"


def test_who_is_fought_in_is_no_country() -> None:
    text = "The Gorlan government fell. Gorlan fighters are in Gorlan hands, officials said in Bolivia."
    found = countries(Texts([text]))
    assert "gorlan" not in found.words and found.home == "Bolivia"


def test_the_country_most_spoken_of_is_home() -> None:
    assert countries(Texts(["Chilean and Peruvian troops met in Peru.", "Lima said so."])).home == "Peru"


def test_a_country_that_few_reports_name_is_not_home() -> None:
    assert countries(Texts(["She came from Chile.", "Police spoke.", "Police spoke again."])).home is None


def test_a_region_of_the_same_name_is_no_country() -> None:
    assert countries(Texts(["Prosecutors in Georgia met."])).home is None
    assert countries(Texts(["Georgian troops met in Georgia."])).home == "Georgia"


def test_small_words_are_no_countries() -> None:
    assert countries(Texts(["He told us of cars, turkey and china."])).home is None


def test_no_reports_speak_of_no_country() -> None:
    assert countries(Texts([])).home is None


ORGANS = [
    ("The Velmaran army left. Velmara's health ministry said so, in a post that translates from Russian.", "Velmara"),
    ("The Dolmish army left, the ministry of Dolmland said. The Russian-language page is gone.", "Dolmland"),
    ("Osk's army met Assel's troops in Chile.", "Chile"),
    ("Peru and Chile spoke of Peru. The Chilean army and the Chilean president met.", "Chile"),
    ("The Gorlan army left. The Gorlan government fell. Brazil was told.", None),
]


@pytest.mark.parametrize("text, home", ORGANS)
def test_home_is_whose_army_and_ministries_the_reports_tell_of(text: str, home: str | None) -> None:
    assert countries(Texts([text])).home == home


TONGUES = ["It translates from Russian.", "She said in Russian that it fell.", "He speaks Russian and left."]


@pytest.mark.parametrize("text", TONGUES)
def test_a_tongue_is_no_country(text: str) -> None:
    assert countries(Texts([text])).home is None
