"""The parts of the alignment."""

import pytest

from counterclaim.copies.alignment import Run, extension, in_order, runs


@pytest.mark.parametrize(
    "left, right, common",
    [("a b c", "a b c", 3), ("a b c d", "a x c d", 3), ("a b", "b a", 1), ("", "a", 0), ("a b c", "x a y b z c", 3)],
)
def test_words_in_order(left: str, right: str, common: int) -> None:
    assert in_order(left.split(), right.split()) == common


@pytest.mark.parametrize(
    "left, right, reach",
    [
        ("a b c d", "a b c d", (4, 4, 4)),
        ("a b x d e f", "a b y d e f", (6, 6, 5)),
        ("a b c d e", "a b n c d e", (5, 6, 5)),
        ("x y z", "a b c", (0, 0, 0)),
        ("a b x y z", "a b p q r", (2, 2, 2)),
        ("", "a", (0, 0, 0)),
    ],
)
def test_an_extension_goes_as_far_as_agreement_pays(left: str, right: str, reach: tuple[int, int, int]) -> None:
    assert extension(left.split(), right.split()) == reach


def test_seeds_on_one_diagonal_are_one_run() -> None:
    assert runs([(3, 13), (4, 14), (5, 15), (40, 50), (7, 2)]) == [Run(3, 13, 7), Run(7, 2, 5), Run(40, 50, 5)]
