import pytest

from counterclaim.places.finding.gazetteer import folded_name, gazetteer


@pytest.mark.parametrize(("name", "plain"), [
    ("São Paulo", "sao paulo"), ("Al-Ḩasakah", "al hasakah"), ("U.S.", "u s"), ("N’Djamena", "ndjamena"), ("", ""),
])  # fmt: skip
def test_names_are_folded_to_plain_letters(name: str, plain: str) -> None:
    assert folded_name(name) == plain


@pytest.mark.parametrize(("name", "level", "country", "geonames"), [
    ("Portugal", "country", "PT", 2264397),
    ("Britain", "country", "GB", 2635167),
    ("US", "country", "US", 6252001),
    ("Bavaria", "subdivision", "DE", 2951839),
    ("Tromso", "city", "NO", 3133895),
])  # fmt: skip
def test_a_known_place_is_found_first_at_its_level(name: str, level: str, country: str, geonames: int) -> None:
    first = next(k for k in gazetteer().find(name) if k.level == level)
    assert (first.country, first.geonames) == (country, geonames)


def test_a_district_is_found_without_its_kind() -> None:
    assert any(k.level == "subdivision" for k in gazetteer().find("Devon"))


def test_unknown_names_have_no_entry() -> None:
    assert gazetteer().find("Oskvalgrad") == ()
    assert gazetteer().levels("Oskvalgrad") == frozenset()


def test_the_middle_of_a_country_is_the_mean_of_its_towns() -> None:
    (portugal,) = (k for k in gazetteer().find("Portugal") if k.level == "country")
    fiji = next(k for k in gazetteer().find("Fiji") if k.level == "country")
    middles = gazetteer().middles([portugal, fiji])
    latitude, longitude = middles[("country", portugal.row)]
    assert 37 < latitude < 42
    assert -10 < longitude < -6
    assert abs(middles[("country", fiji.row)][1]) > 170  # not on the other side of the earth
