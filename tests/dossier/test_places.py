"""The page of the map: which places are on it, which beside it, and what is said of each."""

import msgspec

from counterclaim.dossier.index import index_of
from counterclaim.dossier.mapped import MapPage
from counterclaim.dossier.places import asked_of, map_page, placed
from counterclaim.model import Place
from dossier.conftest import Pages
from dossier.karvel import CLAIMS, LEDGER

TOWN = LEDGER.places[0]


def place(name: str, latitude: float | None, longitude: float | None, level: str | None = "town") -> Place:
    return Place(f"p-{name.lower()}", name, (), None, latitude, longitude, None, (), level)


def page(*others: Place, town: Place = TOWN) -> MapPage:
    """The map of the invented event, where every other claim is about the other places in turn."""
    moved = [
        msgspec.structs.replace(c, place=others[n // 2 % len(others)].id) if others and n % 2 else c
        for n, c in enumerate(CLAIMS)
    ]
    index = index_of(msgspec.structs.replace(LEDGER, places=(town, *others), claims=tuple(moved)))
    return map_page(index, placed(index), asked_of(index))


def test_a_contested_place_is_told_by_sign_and_word() -> None:
    found = page()
    assert found.chart and [(s.contested, s.label and s.label.text) for s in found.chart.spots] == [(True, "≠ Karvel")]
    assert found.drawn[0].contested and "Who holds Karvel?" in [a.link.label for a in found.drawn[0].asked]


def test_places_in_one_town_are_one_mark() -> None:
    found = page(place("Harbour", -49.351, 70.201))
    assert found.chart and [s.label.text for s in found.chart.spots if s.label] == ["≠ Karvel + 1"]
    assert [line.mark for line in found.drawn] == [TOWN.id, TOWN.id]


def test_a_place_without_a_position_stands_beside_the_map() -> None:
    found = page(place("Sarn", None, None, None))
    assert [line.name for line in found.drawn] == ["Karvel"] and [line.name for line in found.unknown] == ["Sarn"]


def test_a_region_says_that_its_mark_is_a_mean() -> None:
    found = page(place("Velm", -49.3, 69.5, "region"))
    assert found.chart and [s.spread for s in found.chart.spots] == [False, True]
    assert any("mean of its towns" in words for words in found.drawn[1].about)


def test_places_all_over_the_world_are_all_on_the_map() -> None:
    found = page(place("Nord", 60, 10), place("Sud", -34, 151), place("West", 40, -100))
    assert found.chart and len(found.drawn) == 4 and found.chart.scale is None and found.chart.locator is None


def test_without_positions_there_is_no_map(empty: Pages) -> None:
    found = page(town=place("Karvel", None, None, None))
    assert found.chart is None and [line.name for line in found.unknown] == ["Karvel"]
    assert empty["map.html"].css_first(".lead").text() == "No claim names a place."


def test_marks_and_list_lead_to_each_other(pages: Pages) -> None:
    tree = pages["map.html"]
    spot = tree.css_first("a.spot")
    assert tree.css_first(spot.attributes["href"] or "").attributes["data-mark"] == spot.attributes["data-mark"]
    claims = [c for c in CLAIMS if c.place and c.kind != "statement"]
    assert spot.attributes["aria-label"] == f"Karvel, contested: {len(claims)} claims"
