"""Which reports are laid side by side: all in which an alignment could find a passage."""

import random

import pytest

from counterclaim.copies.alignment import Aligned, passages
from counterclaim.copies.pairing import Runs, paired, runs
from counterclaim.copies.shingles import PART, shared_shingles
from counterclaim.copies.wording import Row, row

from .making import BRIDGE, COUNCIL, FIRE, reading

PHRASES = ["in a statement late on Monday", "on the east bank of the river", "who asked not to be named", FIRE, BRIDGE]
WORDS = ["the", "of", "and", "to", "in", "a", "was", "had", "boat", "crew", "dock", "grain", "mill", "gate", "bell"]


def side_by_side(texts: list[str]) -> int:
    return len(list(paired(row(reading(f"r-{n}", text) for n, text in enumerate(texts)))))


@pytest.mark.parametrize(
    "left, right, pairs",
    [
        (f"{FIRE} {BRIDGE}", f"{COUNCIL} {FIRE}", 1),
        (f"{BRIDGE[:-1]} in a statement late on Monday", f"{COUNCIL[:-1]} in a statement late on Monday", 0),
        (FIRE, BRIDGE, 0),
        ("", "", 0),
    ],
    ids=["a passage", "a turn of phrase", "nothing", "no words"],
)
def test_a_shared_turn_of_phrase_is_not_aligned(left: str, right: str, pairs: int) -> None:
    assert side_by_side([left, right]) == pairs


def drawn(rng: random.Random) -> str:
    """Words by chance with phrases among them, some of whose words are dropped or replaced."""
    words: list[str] = []
    for _ in range(rng.randint(1, 12)):
        edits = rng.choice((0.0, 0.1, 0.25))
        words += rng.choices(WORDS, k=rng.randint(0, 40))
        words += [w if rng.random() > edits else rng.choice(WORDS) for w in rng.choice(PHRASES).split()]
        words += rng.choice(([], [".\n“" + " ".join(rng.choices(WORDS, k=9)) + "”\n"]))
    return " ".join(words)


def every_passage(words: Row) -> list[Aligned]:
    """The passages of all pairs that share a shingle, none left out."""
    pairs: dict[tuple[int, int], list[tuple[int, int]]] = {}
    [(left, right)] = shared_shingles(words)
    for seed in zip(left.tolist(), right.tolist(), strict=True):
        pairs.setdefault((words.owner(seed[0]), words.owner(seed[1])), []).append(seed)
    return [
        found
        for _, seeds in sorted(pairs.items(), key=lambda item: item[0][::-1])
        for found in passages(words.words, words.words, seeds)
    ]


@pytest.mark.parametrize("seed", range(3))
def test_no_passage_is_lost(seed: int) -> None:
    rng = random.Random(seed)
    words = row(reading(f"r-{n:03}", drawn(rng)) for n in range(60))
    everything = every_passage(words)
    for part in (PART, 1000):
        kept = paired(words, part)
        assert [found for seeds in kept for found in passages(words.words, words.words, seeds)] == everything != []


def test_runs_are_those_of_the_alignment() -> None:
    import numpy as np

    left, right = np.array([3, 4, 40, 7, 90]), np.array([103, 104, 140, 102, 200])
    order = np.lexsort((left, right - left))
    found: Runs = runs(np.arange(5) == 0, left[order], right[order])
    assert list(zip(found.left, found.right, found.length, strict=True)) == [
        (7, 102, 5), (3, 103, 6), (40, 140, 5), (90, 200, 5)
    ]  # fmt: skip
