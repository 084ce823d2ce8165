"""Counts compared by meaning."""

import pytest

from counterclaim.compare.amounts import amount, bounds, claimed, exact, figure, joined, meet
from counterclaim.model import Quantity


def counted(low: int | None, high: int | None) -> Quantity:
    return Quantity(low, high, "people", "")


@pytest.mark.parametrize(
    "left, right, both",
    [
        ((200, 200), (200, 200), True),
        ((700, None), (1000, 1000), True),
        ((None, 1300), (1400, None), False),
        ((22, None), (24, None), True),
        ((20, 30), (30, 40), True),
        ((20, 30), (31, 40), False),
        ((0, 0), (1, None), False),
    ],
)
def test_ranges_meet(left: tuple, right: tuple, both: bool) -> None:
    first, second = bounds(counted(*left)), bounds(counted(*right))
    assert first is not None and second is not None
    assert meet(first, second) is meet(second, first) is both


@pytest.mark.parametrize(
    "quantity, polarity, known",
    [
        (None, "+", None),
        (counted(None, None), "+", None),
        (counted(None, None), "-", (0, 0)),
        (counted(0, 0), "+", (0, 0)),
        (counted(5, 5), "+", (5, 5)),
    ],
)
def test_nobody_is_nought_and_no_figure_is_unknown(quantity: Quantity | None, polarity: str, known: tuple) -> None:
    assert bounds(quantity, polarity) == known


@pytest.mark.parametrize(
    "low, high, words, number, is_exact",
    [
        (1400, 1400, "1,400", 1400, True),
        (1000, None, "at least 1,000", 1000, False),
        (None, 100, "at most 100", 100, False),
        (20, 30, "20 to 30", 20, False),
        (0, 0, "0", 0, True),
    ],
)
def test_in_words(low: int | None, high: int | None, words: str, number: int, is_exact: bool) -> None:
    quantity = counted(low, high)
    assert (amount(quantity), figure(quantity), exact(quantity)) == (words, number, is_exact)


@pytest.mark.parametrize(
    "ranges, low, high",
    [
        ([(5, 5), (7, 7)], 5, 7),
        ([(5, None), (7, 7)], 5, None),
        ([(None, 9), (7, 7)], None, 9),
        ([(5, 5), (None, None)], 5, 5),
    ],
)
def test_joined_from_the_least_to_the_most(ranges: list[tuple], low: int | None, high: int | None) -> None:
    found = joined([counted(*r) for r in ranges])
    assert found is not None
    assert (found.low, found.high) == (low, high)


def test_nothing_joined_is_nothing() -> None:
    assert joined([counted(None, None)]) is None


@pytest.mark.parametrize(
    "words, low, answer",
    [
        ("12", 12, (12, 12)),
        ("two", 2, (2, 2)),
        ("at least one", 1, (1, 1)),
        ("Judge Marn", 1, (1, float("inf"))),
        ("a deputy", 1, (1, float("inf"))),
        ("a pair", 2, (2, 2)),
        ("nobody", 0, (0, 0)),
    ],
)
def test_who_is_counted_by_name_need_not_be_all(words: str, low: int, answer: tuple[float, float]) -> None:
    assert claimed(Quantity(low, low, None, words)) == answer
