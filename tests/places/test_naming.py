import pytest

from counterclaim.places.naming import are_spellings, blocks, commonest, is_short_for, key_of, plain_name

SPELLINGS = [
    ("Karvendal", "Karvendel"), ("Karvendal", "Kavendal"), ("Karvendal", "Karvednal"), ("al-Bouna", "Bouna"),
    ("Bouna", "Buuna"), ("Deir Zorun", "Deir ez-Zorun"), ("Eastern Velm", "East Velm"), ("Mt. Arn", "Mount Arn"),
    ("Rasheedin", "Rashedeen"),
]  # fmt: skip
OTHERS = [
    ("North Karvendal", "South Karvendal"), ("Velm", "Valm City"), ("Brask", "Brusa"), ("Karvendal", "Karvendalian"),
    ("Homa", "Hams"), ("Central Velm", "Velm"), ("District 9", "District 8"),
]  # fmt: skip


@pytest.mark.parametrize(("left", "right"), SPELLINGS)
def test_spellings_of_one_name(left: str, right: str) -> None:
    assert are_spellings(key_of(left), key_of(right))
    assert blocks(key_of(left)) & blocks(key_of(right))


@pytest.mark.parametrize(("left", "right"), OTHERS)
def test_names_of_two_places(left: str, right: str) -> None:
    assert not are_spellings(key_of(left), key_of(right))


@pytest.mark.parametrize(("words", "name"), [
    ("the Varn Valley", "Varn"), ("Varn province", "Varn"), ("Varn's", "Varn"), ("The Hague", "Hague"),
    ("Mexico City", "Mexico City"),     ("Gulf of Mernia", "Gulf of Mernia"), ("valley", "valley"),
])  # fmt: skip
def test_a_name_without_article_and_kind(words: str, name: str) -> None:
    assert plain_name(words) == name


def test_short_for_a_longer_name() -> None:
    assert is_short_for("varn", "varn river")
    assert is_short_for("polytechnic", "varn polytechnic")
    assert not is_short_for("varn", "varn castle")


def test_the_commonest_spelling_is_shown_unless_it_is_a_headline() -> None:
    assert commonest([("Karvendel", 1), ("Karvendal", 9), ("KARVENDAL", 20)]) == "Karvendal"
    assert commonest([("Polytechnic", 9), ("Varn Polytechnic", 1)]) == "Varn Polytechnic"
