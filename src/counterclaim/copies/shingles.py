"""Where two reports share a few words in a row: an inverted index of hashed word shingles.

The index is one sorted array, so its cost grows with the length of all texts together and never with the number
of pairs of reports.
"""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from counterclaim.copies.wording import Wording

if TYPE_CHECKING:
    import numpy as np

    Array = np.ndarray[Any, Any]

# Five words in a row survive in most passages of which a quarter of the words was edited; four meet by chance.
SHINGLE = 5

# A shingle that many reports carry is paired with these first carriers and with the one before it only, so the
# pairs grow with the carriers and not with their square; the first carriers hold a group together.
FIRST_CARRIERS = 6

# An odd 64-bit multiplier with well mixed bits (Steele and Vigna's table of spectrally good multipliers).
MULTIPLIER = 0xD1342543DE82EF95

Seeds = dict[tuple[int, int], list[tuple[int, int]]]


def shared_shingles(wordings: Sequence[Wording]) -> Seeds:
    """For each pair of reports (by their places in the list) that share shingles, where they start in either."""
    seeds: Seeds = {}
    for carriers in repeated(wordings):
        for number, (right, at_right) in enumerate(carriers):
            before = carriers[: min(number, FIRST_CARRIERS)]
            if number > FIRST_CARRIERS:
                before = [*before, carriers[number - 1]]
            for left, at_left in before:
                seeds.setdefault((left, right), []).append((at_left, at_right))
    return seeds


def repeated(wordings: Sequence[Wording]) -> Iterator[list[tuple[int, int]]]:
    """Each shingle that several reports carry: the reports and where it first starts in each, in order."""
    import numpy as np

    hashes, owners, places = hashed(wordings)
    order = np.argsort(hashes, kind="stable")
    ranked = hashes[order]
    edges = np.flatnonzero(np.concatenate(([True], ranked[1:] != ranked[:-1], [True])))
    sizes = np.diff(edges)
    for start, size in zip(edges[:-1][sizes > 1].tolist(), sizes[sizes > 1].tolist(), strict=True):
        members = order[start : start + size]
        first: dict[int, int] = {}
        for owner, place in zip(owners[members].tolist(), places[members].tolist(), strict=True):
            first.setdefault(owner, place)
        if len(first) > 1:
            yield sorted(first.items())


def hashed(
    wordings: Sequence[Wording],
) -> "tuple[Array, Array, Array]":
    """All shingles of all reports: their hashes, which report each is of, and at which word it starts."""
    import numpy as np

    numbers: dict[str, int] = {}
    hashes, owners, places = [], [], []
    for owner, wording in enumerate(wordings):
        count = len(wording.words) - SHINGLE + 1
        if count <= 0:
            continue
        ids = np.fromiter((numbers.setdefault(w, len(numbers) + 1) for w in wording.words), np.uint64)
        stretch = np.asarray(wording.stretches)
        whole = np.flatnonzero(stretch[:count] == stretch[SHINGLE - 1 :])
        hashes.append(rolled(ids, count)[whole])
        owners.append(np.full(len(whole), owner, np.int32))
        places.append(whole.astype(np.int32))
    if not hashes:
        return np.empty(0, np.uint64), np.empty(0, np.int32), np.empty(0, np.int32)
    return np.concatenate(hashes), np.concatenate(owners), np.concatenate(places)


def rolled(ids: "Array", count: int) -> "Array":
    """A 64-bit hash for each run of SHINGLE words; overflow is meant."""
    import numpy as np

    value = np.zeros(count, np.uint64)
    for offset in range(SHINGLE):
        value = (value + ids[offset : offset + count]) * np.uint64(MULTIPLIER)
        value ^= value >> np.uint64(29)
    return value
