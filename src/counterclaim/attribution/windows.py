"""Overlapping windows of whole sentences over the pieces of a text."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from itertools import pairwise

SIZE = 254  # pieces; with its two end marks a window is as long as those of training
# The next window starts this far before the end of the last: enough to see a source two sentences back.
OVERLAP = (32, 96)


def windows(length: int, firsts: Sequence[int], size: int = SIZE) -> Iterator[tuple[int, int]]:
    """Half-open ranges of pieces that together cover all; a sentence is cut only where it alone is too long."""
    start = 0
    while start < length:
        end = window_end(length, firsts, start, size)
        yield start, end
        if end >= length:
            return
        start = max(start + 1, _next_start(firsts, end))


def window_end(length: int, firsts: Sequence[int], start: int, size: int) -> int:
    """The last sentence start that a window of this size reaches; its full size where that is too short."""
    if start + size >= length:
        return length
    last = bisect_right(firsts, start + size) - 1
    shortest = start + size * 2 // 3
    return firsts[last] if last >= 0 and firsts[last] > shortest else start + size


def deciders(ranges: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """The pieces that each window decides: where two windows share pieces, each the half nearer its middle."""
    cuts = [ranges[0][0]]
    cuts.extend((after[0] + before[1]) // 2 for before, after in pairwise(ranges))
    cuts.append(ranges[-1][1])
    return list(pairwise(cuts))


def _next_start(firsts: Sequence[int], end: int) -> int:
    low, high = end - OVERLAP[1], end - OVERLAP[0]
    place = bisect_left(firsts, low)
    return firsts[place] if place < len(firsts) and firsts[place] <= high else (low + high) // 2
