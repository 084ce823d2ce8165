"""Which two reports are laid side by side: those whose shared shingles can be part of a passage at all.

Among reports on one subject most pairs share a turn of phrase and no more, and there are the more of them the more
reports there are. What their next words could add at best is counted for all such pairs at once, in columns, and only
the others are aligned: a bound, so no passage is lost.
"""

from collections.abc import Iterator
from itertools import pairwise
from math import ceil
from typing import TYPE_CHECKING, Any

from counterclaim.copies.alignment import AGAINST, AGREEMENT, BAND, DROP, FOR, GAP, SHORTEST
from counterclaim.copies.shingles import PART, SHINGLE, changes, owners, shared_shingles
from counterclaim.copies.wording import BARRIER, Row
from counterclaim.model import Record

if TYPE_CHECKING:
    import numpy as np

    Array = np.ndarray[Any, Any]

# So few words that agree are no passage, whatever their number.
ENOUGH = ceil(AGREEMENT * SHORTEST)

# Words looked at on either side of a run; by then an extension of chance has given up.
AROUND = 24

# Runs looked at together: some 10 MB of columns.
BLOCK = 2**13

Seeds = list[tuple[int, int]]


class Runs(Record, frozen=True):
    """Columns of stretches of shared shingles on one diagonal: the number of their pair, first places, and words."""

    pair: "Array"
    left: "Array"
    right: "Array"
    length: "Array"

    def of(self, some: "Array") -> "Runs":
        return Runs(self.pair[some], self.left[some], self.right[some], self.length[some])


def paired(row: Row, part: int = PART) -> Iterator[Seeds]:
    """Where the shingles that two reports share start in the row: each pair that may share a passage, by the second."""
    for left, right in shared_shingles(row, part):
        yield from of_pairs(row, left, right)


def of_pairs(row: Row, left: "Array", right: "Array") -> Iterator[Seeds]:
    """The places of each pair of reports, of those that may share a passage."""
    import numpy as np

    pairs = owners(row, right) * len(row.starts) + owners(row, left)
    order = np.lexsort((left, right - left, pairs))
    left, right, pair = left[order], right[order], changes(pairs[order])
    kept = promising(np.frombuffer(row.words, np.uint32), runs(pair, left, right))
    for (start, end), keep in zip(pairwise([*np.flatnonzero(pair).tolist(), len(pair)]), kept.tolist(), strict=True):
        if keep:
            yield list(zip(left[start:end].tolist(), right[start:end].tolist(), strict=True))


def runs(pair: "Array", left: "Array", right: "Array") -> Runs:
    """The runs that seeds form, by pair and diagonal; ``pair`` says which seeds begin a pair."""
    import numpy as np

    starts = np.flatnonzero(pair | changes(right - left) | (np.diff(left, prepend=0) >= SHINGLE))
    ends = np.append(starts[1:], len(left))[: len(starts)]
    return Runs(np.cumsum(pair)[starts] - 1, left[starts], right[starts], left[ends - 1] - left[starts] + SHINGLE)


def promising(words: "Array", found: Runs) -> "Array":
    """Which pairs have runs that may follow each other in a passage, or one that could grow into a passage."""
    import numpy as np

    kept = np.zeros(found.pair[-1] + 1 if len(found.pair) else 0, bool)
    left, right = (close(found.pair, start, found.length) for start in (found.left, found.right))
    kept[np.intersect1d(left, right)] = True
    alone = np.flatnonzero(~kept[found.pair])
    for some in (found.of(alone[at : at + BLOCK]) for at in range(0, len(alone), BLOCK)):
        more = most(words, some.left + some.length, some.right + some.length, 1)
        fewer = most(words, some.left - 1, some.right - 1, -1)
        kept[some.pair[some.length + more + fewer >= ENOUGH]] = True
    return kept


def close(pair: "Array", start: "Array", length: "Array") -> "Array":
    """The pairs in which a run begins within a dropped clause of another's end, in one of the two reports."""
    import numpy as np

    order = np.lexsort((start, pair))
    pair, start, length = pair[order], start[order], length[order]
    return np.compress((pair[1:] == pair[:-1]) & (start[1:] - start[:-1] - length[:-1] <= GAP), pair[1:])


def most(words: "Array", left: "Array", right: "Array", step: int) -> "Array":
    """At most so many words agree where an extension goes on from these places, one step a word.

    A word of the first report agrees at best where the second has it within the band; an extension ends at a barrier
    and where it has lost too much, and is cut back to where it had gained. One that goes on beyond the words looked
    at may be of any length.
    """
    import numpy as np

    ahead = np.take(words, left[:, None] + step * np.arange(AROUND), mode="clip")
    across = np.take(words, right[:, None] + step * np.arange(-BAND, AROUND + BAND), mode="clip")
    across[:, :BAND] = BARRIER
    met = np.zeros(ahead.shape, bool)
    for shift in range(2 * BAND + 1):
        met |= ahead == across[:, shift : shift + AROUND]
    total = np.cumsum(np.where(met, FOR, -AGAINST), axis=1)
    open_ = ~np.logical_or.accumulate((ahead == BARRIER) | (total < -DROP), axis=1)
    gained = np.max(np.cumsum(met, axis=1) * (open_ & (total > 0)), axis=1)
    return np.where(open_[:, -1], ENOUGH, gained)
