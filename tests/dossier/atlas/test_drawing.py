"""The lines of maps: of land where there is land, small, and the same each time."""

import re

import pytest

from counterclaim.dossier.atlas.drawing import drawn
from counterclaim.dossier.atlas.frames import WIDTH, frame_around

SAHARA, PACIFIC = [(23.0, 12.0)], [(-45.0, -130.0)]
WORLD = [(40.0, -74.0), (35.0, 139.0), (-33.0, 151.0), (64.0, -21.0)]
DATELINE = [(66.0, 179.0), (66.5, -179.0)]


def corners(path: str) -> list[tuple[int, int]]:
    """The points of a path of steps."""
    found = []
    for part in filter(None, path.split("M")):
        numbers = [int(n) for n in re.findall(r"-?\d+", part)]
        x = y = 0
        for across, down in zip(numbers[::2], numbers[1::2], strict=True):
            x, y = x + across, y + down
            found.append((x, y))
    return found


def test_far_from_every_coast_all_is_land_or_nothing_is() -> None:
    desert = corners(drawn(frame_around(SAHARA)).land)
    assert min(desert)[0] < 0 and max(desert)[0] > WIDTH
    assert drawn(frame_around(PACIFIC)).land == ""


@pytest.mark.parametrize("places", [SAHARA, WORLD, DATELINE, [(-49.35, 70.2)]])
def test_no_line_leaves_the_frame(places: list[tuple[float, float]]) -> None:
    frame = frame_around(places)
    found = drawn(frame)
    for x, y in corners(found.land) + corners(found.borders):
        assert -41 <= x <= WIDTH + 41 and -41 <= y <= frame.height + 41


def test_land_goes_on_across_the_180th_meridian() -> None:
    frame = frame_around(DATELINE)
    land = corners(drawn(frame).land)
    assert min(land)[0] < 0 and max(land)[0] > WIDTH


def test_the_world_is_small_enough_for_a_page() -> None:
    found = drawn(frame_around(WORLD))
    assert len(found.land) + len(found.borders) < 250_000
    assert found == drawn(frame_around(WORLD))


def test_countries_are_named_where_they_are_several() -> None:
    assert {name.text for name in drawn(frame_around([(42.6, 1.2)])).names} == {"Andorra", "France", "Spain"}
    assert drawn(frame_around(SAHARA)).names == ()
