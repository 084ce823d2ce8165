"""Frames around places: near, far, across the 180th meridian, and the whole world."""

import pytest

from counterclaim.dossier.atlas.frames import WIDTH, frame_around, meridians, parallels, scale_bar

TOWN = [(-49.35, 70.2)]
ISLANDS = [(-17.0, 179.0), (-18.0, -179.0)]
WORLD = [(40.0, -74.0), (35.0, 139.0), (-33.0, 151.0), (51.0, 0.0), (64.0, -21.0)]


def test_one_town_is_shown_with_its_surroundings() -> None:
    frame = frame_around(TOWN)
    assert round(frame.kilometres) == 120
    assert frame.unit(TOWN[0]) == pytest.approx((WIDTH / 2, frame.height / 2))


@pytest.mark.parametrize("places", [TOWN, ISLANDS, WORLD, [(89.0, 0.0), (88.0, 170.0)], [(-10.0, 30.0), (60.0, 31.0)]])
def test_every_place_is_in_the_frame_and_the_frame_on_the_earth(places: list[tuple[float, float]]) -> None:
    frame = frame_around(places)
    assert all(frame.holds(place) for place in places)
    assert -90 <= frame.south < frame.north <= 90 and frame.east - frame.west <= 360 + 1e-9
    assert 0.2 * WIDTH <= frame.height <= 0.76 * WIDTH


def test_the_short_way_round_is_taken() -> None:
    frame = frame_around(ISLANDS)
    assert (frame.west, frame.east) == pytest.approx((178.7, 181.3), abs=0.1)
    assert [line.label for line in meridians(frame)] == ["179°E", "179.5°E", "180°", "179.5°W", "179°W"]


def test_lines_have_round_numbers() -> None:
    assert [line.label for line in parallels(frame_around(WORLD))] == ["30°S", "0°", "30°N", "60°N"]


@pytest.mark.parametrize("places, kilometres", [(TOWN, 20), (ISLANDS, 50), (WORLD, None)])
def test_a_scale_is_given_where_it_holds(places: list[tuple[float, float]], kilometres: int | None) -> None:
    found = scale_bar(frame_around(places))
    assert (found and found[0]) == kilometres
    assert found is None or 0.08 < found[1] <= 0.25
