"""Figures beside the marks of a chart: none covers another, and a phone shows those for which it has room."""

from counterclaim.dossier.figures import figured
from counterclaim.dossier.views import Point


def point(x: float, label: str = "1,300", shape: str = "dot") -> Point:
    top, bottom = (9.0, 100.0) if shape == "least" else (100.0, 100.0)
    return Point(shape, x, top, bottom, "p1", "c-1", "#c-1", label, "a claim")


def test_a_figure_stands_to_the_right_or_where_there_is_room() -> None:
    assert [(p.lean, p.label) for p in figured([point(50.0)], wide=False)] == [("start", "1,300")]
    assert [p.lean for p in figured([point(99.0)], wide=False)] == ["end"]


def test_between_two_marks_a_figure_stands_over_or_under_its_own() -> None:
    crowded = [point(40.0), point(45.0), point(50.0)]
    assert [p.lean for p in figured(crowded, wide=False)] == ["end", "middle", "start"]
    under = figured([point(40.0), point(45.0, shape="least"), point(50.0)], wide=False)[1]
    assert under.lean == "middle" and under.dy > 0


def test_without_room_a_figure_is_left_to_the_row() -> None:
    found = figured([point(40.0 + n) for n in range(9)], wide=True)
    assert any(p.label == "" for p in found)
    assert any(p.roomy for p in found) and not all(p.roomy for p in found if p.label)
