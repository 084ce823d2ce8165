"""Where two reports share a few words in a row: an inverted index of hashed word shingles.

The index is cut by the shingles' hashes into parts that are sorted one after another, so what is sorted at one time
does not grow with the reports, and its cost grows with the length of all texts together and never with the number of
pairs of reports. All carriers of a shingle are in one part, so how many parts there are changes no answer.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from counterclaim.copies.wording import BARRIER, Row

if TYPE_CHECKING:
    import numpy as np

    Array = np.ndarray[Any, Any]

# Five words in a row survive in most passages of which a quarter of the words was edited; four meet by chance.
SHINGLE = 5

# A shingle that many reports carry is paired with these first carriers and with the one before it only, so the
# pairs grow with the carriers and not with their square; the first carriers hold a group together.
FIRST_CARRIERS = 6

# About so many shingles are sorted at one time, some 0.2 GB of columns where most of them stand in several reports.
PART = 2**22

# A part's number is one byte for each word, and this one says that no shingle starts there.
NO_PART = 255

# Words looked at together, which a processor's cache holds.
BLOCK = 2**16

# An odd 64-bit multiplier with well mixed bits (Steele and Vigna's table of spectrally good multipliers).
MULTIPLIER = 0xD1342543DE82EF95


def shared_shingles(row: Row, part: int = PART) -> "Iterator[tuple[Array, Array]]":
    """Where in the row two reports share a shingle: its places in the first and in the second.

    As many columns as there are parts, each with all pairs of some of the reports and any before them, since a report
    has few before it and may have any number after it.
    """
    import numpy as np

    count = min(len(row.words) // part + 1, NO_PART)
    bounds = np.array(row.starts[:: -(-len(row.starts) // count)][1:], np.int64)
    smallest = np.min_scalar_type(len(row.words))
    numbers = parts(row, count)
    found = [cut(*carriers(*repeated(row, places(numbers, number))), bounds, smallest) for number in range(count)]
    for columns in zip(*found, strict=True):
        left, right = (np.concatenate(side) for side in zip(*columns, strict=True))
        yield left.astype(np.int64), right.astype(np.int64)


def cut(left: "Array", right: "Array", bounds: "Array", smallest: "np.dtype[Any]") -> "list[tuple[Array, Array]]":
    """Pairs of places apart by where the second stands, in numbers of the smallest type that can hold them."""
    import numpy as np

    order = np.argsort(right)
    edges = [0, *np.searchsorted(right, bounds, sorter=order).tolist(), len(right)]
    left, right = left[order].astype(smallest), right[order].astype(smallest)
    return [(left[start:end], right[start:end]) for start, end in pairwise(edges)]


def carriers(hashes: "Array", places: "Array") -> "tuple[Array, Array]":
    """The places of each two carriers of a shingle that are laid side by side."""
    import numpy as np

    begin = np.flatnonzero(changes(hashes))
    rank = np.arange(len(hashes)) - np.repeat(begin, np.diff(begin, append=len(hashes)))
    later = [np.flatnonzero(rank > number) for number in range(FIRST_CARRIERS + 1)]
    before = [right - rank[right] + number for number, right in enumerate(later[:-1])]
    return places[np.concatenate([*before, later[-1] - 1])], places[np.concatenate(later)]


def repeated(row: Row, places: "Array") -> "tuple[Array, Array]":
    """Those shingles at these places that stand again: their hashes and first places in each report, in order."""
    import numpy as np

    words = np.frombuffer(row.words, np.uint32)
    hashes = rolled([words[places + offset] for offset in range(SHINGLE)])
    order = np.argsort(hashes, kind="stable")
    ranked = hashes[order]
    first = changes(ranked)
    again = ~first | ~np.append(first[1:], True)[: len(first)]
    hashes, places = ranked[again], places[order[again]]
    fresh = changes(hashes) | changes(owners(row, places))
    return hashes[fresh], places[fresh]


def places(numbers: "Array", number: int) -> "Array":
    """Where the shingles of one part start."""
    import numpy as np

    starts = range(0, len(numbers), BLOCK)
    return np.concatenate([start + np.flatnonzero(numbers[start : start + BLOCK] == number) for start in starts])


def parts(row: Row, count: int) -> "Array":
    """The number of the part that the shingle at each place of the row is of, by its hash."""
    import numpy as np

    words = np.frombuffer(row.words, np.uint32)
    numbers = np.full(len(words), NO_PART, np.uint8)
    for start in range(0, len(words) - SHINGLE + 1, BLOCK):
        block = words[start : start + BLOCK + SHINGLE - 1]
        columns = [block[offset : len(block) - SHINGLE + 1 + offset] for offset in range(SHINGLE)]
        mine = (rolled(columns) >> np.uint64(32)) * np.uint64(count) >> np.uint64(32)
        whole = np.logical_and.reduce([column != BARRIER for column in columns])
        numbers[start : start + len(mine)] = np.where(whole, mine, NO_PART)
    return numbers


def rolled(columns: "Sequence[Array]") -> "Array":
    """A 64-bit hash of the words that stand beside each other in these columns; overflow is meant."""
    import numpy as np

    value = np.zeros(len(columns[0]), np.uint64)
    for column in columns:
        value += column
        value *= np.uint64(MULTIPLIER)
        value ^= value >> np.uint64(29)
    return value


def owners(row: Row, places: "Array") -> "Array":
    """Which report, by its number, has each of these places of the row."""
    import numpy as np

    return np.searchsorted(np.frombuffer(row.starts, np.uint64), places.astype(np.uint64), "right") - 1


def changes(values: "Array") -> "Array":
    """Which values differ from the one before them; the first does."""
    import numpy as np

    differ = np.ones(len(values), bool)
    np.not_equal(values[1:], values[:-1], out=differ[1:])
    return differ
