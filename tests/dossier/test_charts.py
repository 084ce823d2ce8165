"""Places on an axis."""

from datetime import date

import pytest

from counterclaim.dossier.charts import Axis, axis_of, band, figure_of, scale_of, ticks
from counterclaim.dossier.courses import joined
from counterclaim.model import Quantity

FOUR_DAYS = Axis(date(2031, 5, 1), date(2031, 5, 4))


@pytest.mark.parametrize("since, to, left, width, opens", [
    ("2031-05-02", "2031-05-03", 25, 50, False),
    ("2031-05-02", None, 25, 75, True),
    (None, "2031-05-01", 0, 25, False),
    ("2031-04-01", "2031-06-01", 0, 100, False),
])  # fmt: skip
def test_a_band_covers_its_days(since: str | None, to: str | None, left: float, width: float, opens: bool) -> None:
    found = band(FOUR_DAYS, since, to, "p1", "")
    assert found and (found.left, found.width, found.opens) == (left, width, opens)


def test_an_answer_without_a_day_has_no_band() -> None:
    assert band(FOUR_DAYS, None, None, "p1", "") is None


@pytest.mark.parametrize("days, published, first, last", [
    (["2031-05-02"], ["2031-05-01", "2031-05-04"], 1, 4),
    (["2031-05-02", "1999-01-01"], ["2031-05-01"], 1, 2),
    (["2031-05-02", "2031-05-09"], [], 2, 9),
    (["2031", None], ["2031-05-03"], 3, 3),
])  # fmt: skip
def test_the_axis_keeps_to_the_event(days: list[str | None], published: list[str], first: int, last: int) -> None:
    assert axis_of(days, published) == Axis(date(2031, 5, first), date(2031, 5, last))


def test_no_day_no_axis() -> None:
    assert axis_of([None, "2031"], []) is None


def test_few_days_are_all_named_and_many_are_not() -> None:
    assert [tick.label for tick in ticks(FOUR_DAYS)] == ["1 May", "2 May", "3 May", "4 May"]
    assert len(ticks(Axis(date(2031, 1, 1), date(2031, 12, 31)))) <= 5


@pytest.mark.parametrize("low, high, shape", [(5, 5, "dot"), (5, None, "least"), (None, 5, "most"), (5, 9, "range")])
def test_figures_have_shapes(low: int | None, high: int | None, shape: str) -> None:
    quantity = Quantity(low, high, None, "")
    scale = scale_of([quantity])
    assert scale is not None
    found = figure_of(scale, quantity, "p1", "")
    assert found and found.shape == shape and 0 <= found.left <= found.right <= 100


def test_nought_is_a_figure_and_no_figure_is_none() -> None:
    assert scale_of([Quantity(0, 0, None, "nobody")]) is not None
    assert scale_of([Quantity(None, None, None, "dozens")]) is None


def test_figures_far_apart_are_told_apart() -> None:
    scale = scale_of([Quantity(3, 3, None, ""), Quantity(40000, 40000, None, "")])
    assert scale is not None and scale.at(3) > 0.05


def test_stretches_are_joined() -> None:
    assert list(joined([(5, 9), (0, 2), (1, 4), (4, 4.5)])) == [(0, 4.5), (5, 9)]
