"""Lines and rings cut to a box from (0, 0) to (10, 10)."""

import pytest

from counterclaim.dossier.atlas.clipping import Point, area, clipped_line, clipped_ring, inner_point

BOX = (0.0, 0.0, 10.0, 10.0)


@pytest.mark.parametrize("line, parts", [
    ([(1, 1), (9, 9)], [[(1, 1), (9, 9)]]),
    ([(-5, 5), (15, 5)], [[(0, 5), (10, 5)]]),
    ([(-5, 5), (5, 5), (5, 15), (7, 15), (7, 5)], [[(0, 5), (5, 5), (5, 10)], [(7, 10), (7, 5)]]),
    ([(-5, -5), (15, -5)], []),
    ([(-5, 4), (4, -5)], []),
])  # fmt: skip
def test_a_line_keeps_what_is_inside(line: list[Point], parts: list[list[Point]]) -> None:
    assert list(clipped_line(line, BOX)) == parts


@pytest.mark.parametrize("ring, inside", [
    ([(2, 2), (4, 2), (4, 4), (2, 4)], 4),
    ([(-5, -5), (15, -5), (15, 15), (-5, 15)], 100),  # all around: the whole box
    ([(5, 5), (15, 5), (15, 15), (5, 15)], 25),
    ([(20, 20), (30, 20), (30, 30)], 0),
])  # fmt: skip
def test_a_ring_keeps_what_it_encloses(ring: list[Point], inside: float) -> None:
    assert area(clipped_ring(ring, BOX)) == pytest.approx(inside)


def test_a_point_in_a_hollow_shape_lies_inside_it() -> None:
    hollow = [(0.0, 0.0), (10.0, 0.0), (10.0, 10.0), (7.0, 10.0), (7.0, 2.0), (2.0, 2.0), (2.0, 10.0), (0.0, 10.0)]
    x, y = inner_point(hollow) or (0, 0)
    assert 7 < x < 10 and 2 < y < 10
    assert inner_point([(0.0, 1.0), (5.0, 1.0), (9.0, 1.0)]) is None
