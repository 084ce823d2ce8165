"""Where two reports share a few words in a row: an inverted index of hashed word shingles.

The index is cut by the shingles' hashes into parts that are sorted one after another, so what it holds at one time does
not grow with the reports, and its cost grows with the length of all texts together and never with the number of pairs
of reports. All carriers of a shingle are in one part, so how many parts there are changes no answer.
"""

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

# At most about so many shingles are sorted at one time: some 0.7 GB of columns.
PART = 2**24

# Shingles are hashed so many at a time, which a processor's cache holds.
BLOCK = 2**16

# An odd 64-bit multiplier with well mixed bits (Steele and Vigna's table of spectrally good multipliers).
MULTIPLIER = 0xD1342543DE82EF95


def shared_shingles(row: Row, part: int = PART) -> "tuple[Array, Array]":
    """Where in the row two reports share a shingle: its places in the first and in the second, in no order."""
    import numpy as np

    parts = 1 << (len(row.words) // part).bit_length()
    found = [carriers(*repeated(row, number, parts)) for number in range(parts)]
    left, right = (np.concatenate(side) for side in zip(*found, strict=True))
    return left, right


def carriers(hashes: "Array", places: "Array") -> "tuple[Array, Array]":
    """The places of each two carriers of a shingle that are laid side by side."""
    import numpy as np

    begin = np.flatnonzero(changes(hashes))
    rank = np.arange(len(hashes)) - np.repeat(begin, np.diff(begin, append=len(hashes)))
    later = [np.flatnonzero(rank > number) for number in range(FIRST_CARRIERS + 1)]
    before = [right - rank[right] + number for number, right in enumerate(later[:-1])]
    return places[np.concatenate([*before, later[-1] - 1])], places[np.concatenate(later)]


def repeated(row: Row, number: int, parts: int) -> "tuple[Array, Array]":
    """The shingles of one part that stand more than once: hash and first place in each of their reports, in order."""
    import numpy as np

    hashes, places = hashed(row, number, parts)
    order = np.argsort(hashes, kind="stable")
    ranked = hashes[order]
    first = changes(ranked)
    again = ~first | ~np.append(first[1:], True)[: len(first)]
    hashes, places = ranked[again], places[order[again]]
    fresh = changes(hashes) | changes(owners(row, places))
    return hashes[fresh], places[fresh]


def hashed(row: Row, number: int, parts: int) -> "tuple[Array, Array]":
    """The shingles of one part, in the order of the row: their hashes and places."""
    import numpy as np

    words = np.frombuffer(row.words, np.uint32)
    hashes, places = [np.empty(0, np.uint64)], [np.empty(0, np.int64)]
    for start in range(0, len(words) - SHINGLE + 1, BLOCK):
        block = words[start : start + BLOCK + SHINGLE - 1]
        values = rolled(block.astype(np.uint64))
        mine = np.flatnonzero(whole(block) & ((values & np.uint64(parts - 1)) == number))
        hashes.append(values[mine])
        places.append(mine + start)
    return np.concatenate(hashes), np.concatenate(places)


def rolled(words: "Array") -> "Array":
    """A 64-bit hash for each run of SHINGLE words; overflow is meant."""
    import numpy as np

    count = len(words) - SHINGLE + 1
    value = np.zeros(count, np.uint64)
    for offset in range(SHINGLE):
        value += words[offset : offset + count]
        value *= np.uint64(MULTIPLIER)
        value ^= value >> np.uint64(29)
    return value


def whole(words: "Array") -> "Array":
    """Which runs of SHINGLE words have no barrier among them."""
    import numpy as np

    count = len(words) - SHINGLE + 1
    barrier = words == BARRIER
    broken = np.zeros(count, bool)
    for offset in range(SHINGLE):
        broken |= barrier[offset : offset + count]
    return ~broken


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
