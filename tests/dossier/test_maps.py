"""The frame of a map and the marks on it."""

import pytest

from counterclaim.dossier.maps import Site, extent, heaped, marked
from counterclaim.model import Level, Place


def site(name: str, latitude: float, longitude: float, claims: int = 1, level: Level = "town") -> Site:
    place = Place(f"p-{name.lower()}", name, (), None, latitude, longitude, None, (), level)
    return Site(place, (latitude, longitude), claims, False)


KARVEL, GATE = site("Karvel", -49.35, 70.2, 40), site("Gate", -49.351, 70.2, 2)
HARBOUR = site("Harbour", -49.1, 69.6, 9)
FARSUND, VELMARA = site("Farsund", 58.1, 6.8, 2), site("Velmara", -49.2, 69.3, 3, "country")


@pytest.mark.parametrize("sites, inside", [
    ([KARVEL, HARBOUR, FARSUND], [True, True, False]),  # far off, and little is claimed of it
    ([KARVEL, site("Nord", 58.1, 6.8, 30)], [True, True]),  # far off, and much is
    ([site("Nord", 60, 10), site("Sud", -34, 151), site("West", 40, -100)], [True, True, True]),
])  # fmt: skip
def test_the_frame_shows_what_most_claims_are_about(sites: list[Site], inside: list[bool]) -> None:
    frame = extent(marked(sites))
    assert [frame.holds(site.position) for site in sites] == inside


@pytest.mark.parametrize("sites, names", [
    ([KARVEL, VELMARA], ["Karvel"]),
    ([KARVEL, site("Velmara", -49.2, 69.3, 30, "country")], ["Karvel", "Velmara"]),
    ([VELMARA], ["Velmara"]),
])  # fmt: skip
def test_a_country_has_a_mark_where_much_is_claimed_of_it(sites: list[Site], names: list[str]) -> None:
    assert [site.place.name for site in marked(sites)] == names


def test_what_touches_is_one_mark() -> None:
    found = marked([GATE, HARBOUR, KARVEL])
    heaps = heaped(found, extent(found))
    assert [[site.place.name for site in heap] for heap in heaps] == [["Karvel", "Gate"], ["Harbour"]]
