"""Where reports share a few words in a row."""

import pytest

from counterclaim.copies.shingles import FIRST_CARRIERS, shared_shingles
from counterclaim.copies.wording import row

from .making import BRIDGE, COUNCIL, FIRE, reading


def shared(texts: list[str], **options: int) -> list[tuple[int, int]]:
    words = row(reading(f"r-{n}", text) for n, text in enumerate(texts))
    columns = shared_shingles(words, **options)
    return sorted(place for left, right in columns for place in zip(left.tolist(), right.tolist(), strict=True))


@pytest.mark.parametrize(
    "texts, places",
    [
        (["one two three four five six", "zero two three four five six"], [(2, 9)]),
        (["a b c d e f", "a b c d e f"], [(1, 8), (2, 9)]),
        (["a b c d", "a b c d"], []),
        (["a b c d e a b c d e", "a b c d e"], [(1, 12)]),
        (["the crew's boat came in", "the crews boat came in"], [(1, 7)]),
        (["", "a b c d e", "A B C D E!"], [(1, 7)]),
        ([], []),
    ],
    ids=["one", "two", "too short", "the first in a report", "an apostrophe", "an empty report", "no report"],
)
def test_shared_places(texts: list[str], places: list[tuple[int, int]]) -> None:
    assert shared(texts) == places


def test_pairs_grow_with_the_carriers() -> None:
    count, step = 50, len("abcde") + 1
    found = {(left // step, right // step) for left, right in shared(["a b c d e"] * count)}
    firsts = {(left, right) for right in range(count) for left in range(min(right, FIRST_CARRIERS))}
    assert found == firsts | {(right - 1, right) for right in range(1, count)}


@pytest.mark.parametrize("part", [1, 7, 60])
def test_how_many_parts_there_are_changes_no_answer(part: int) -> None:
    texts = [f"{FIRE} {BRIDGE}", f"{COUNCIL} {FIRE}", f"{BRIDGE} {COUNCIL} {FIRE}", BRIDGE]
    assert shared(texts, part=part) == shared(texts) != []
