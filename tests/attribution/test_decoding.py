"""The likeliest path of tags, in which nothing goes on that has not begun."""

import math

import pytest

from counterclaim.attribution.decoding import best_path

OUT, B_SOURCE, I_SOURCE, B_CUE, I_CUE, B_CONTENT, I_CONTENT = range(7)


def rows(*likely: dict[int, float]) -> list[list[float]]:
    """Log probabilities; what is not given shares the rest."""
    out = []
    for row in likely:
        rest = (1 - sum(row.values())) / (7 - len(row))
        out.append([math.log(row.get(tag, rest)) for tag in range(7)])
    return out


@pytest.mark.parametrize(
    "likely, path",
    [
        ([{B_SOURCE: 0.9}, {B_CUE: 0.9}, {B_CONTENT: 0.9}, {I_CONTENT: 0.9}], [1, 3, 5, 6]),
        ([{OUT: 0.9}, {I_CONTENT: 0.6, B_CONTENT: 0.3}, {I_CONTENT: 0.9}], [0, 5, 6]),
        ([{B_CONTENT: 0.5, OUT: 0.4}, {I_CONTENT: 0.9}], [5, 6]),
        ([{B_SOURCE: 0.9}, {I_CUE: 0.5, B_CUE: 0.4}], [1, 3]),
        ([{B_CONTENT: 0.9}, {B_CONTENT: 0.9}], [5, 5]),
        ([], []),
    ],
)
def test_best_path(likely: list[dict[int, float]], path: list[int]) -> None:
    assert best_path(rows(*likely)) == path
