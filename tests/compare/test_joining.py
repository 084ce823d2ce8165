"""Joining compares neighbours, not all with all."""

from collections import Counter

from counterclaim.compare.joining import LOOK, joined


def test_groups_are_connected_by_pairs_and_keep_their_order() -> None:
    words = ["ford", "mill", "fords", "milling", "tower", "fording"]
    assert joined(words, lambda w: [w[:4]], lambda a, b: True) == [
        ["ford", "fords", "fording"],
        ["mill", "milling"],
        ["tower"],
    ]


def test_what_shares_no_key_is_not_compared() -> None:
    assert joined([1, 2, 3], lambda n: [n], lambda a, b: True) == [[1], [2], [3]]


def test_cost_grows_with_the_number() -> None:
    calls: Counter[int] = Counter()

    def same(left: int, right: int) -> bool:
        calls[right] += 1
        return False

    joined(range(2000), lambda n: ["all"], same)
    assert max(calls.values()) == LOOK
