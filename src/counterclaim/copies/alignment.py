"""Two reports laid side by side: from shared shingles to whole passages, through light edits.

Seeds on one diagonal become runs; runs that follow each other in both reports become a chain; a chain is carried
on at both ends word by word for as long as agreement outweighs edits (the extension with a drop-off of BLAST:
Altschul et al. 1990). All is bounded, so that the cost of a pair grows with what it shares.
"""

from collections.abc import Iterator, Sequence
from itertools import takewhile

from counterclaim.copies.shingles import SHINGLE
from counterclaim.copies.wording import BARRIER
from counterclaim.model import Record

# A passage has at least so many words: the ledger's definition of a copy.
SHORTEST = 15
# At least this share of the shorter side's words agrees in order; beyond a quarter of other words an edit is not light.
AGREEMENT = 0.75
# A dropped clause is at most so many words.
GAP = 30
# Between two runs so many words, and this share of the shorter side, may be put in other words; more is another
# sentence about the same thing, and what stands on either side of it is two passages.
REWORDED, REWORDED_SHARE = 2, 0.3
# How many words an extension may reach: beyond a dropped clause other seeds would have been found.
REACH = 2 * GAP
# An extension counts two for a word that agrees and three against an edited, added or dropped one, so it goes on
# where fewer than two words in five are edited; it gives up five edits in a row below its best.
FOR, AGAINST, DROP = 2, 3, 15
# How far an extension strays from its diagonal, in words added or dropped.
BAND = 6
# A cell of the table holds its total and, for equal totals, how many words agree: one number, since of all that copies
# cost most goes into these cells.
UNIT = 1024  # above REACH
AGREED, EDITED, NOTHING = FOR * UNIT + 1, -AGAINST * UNIT, -(10**6) * UNIT


# Words as numbers, with barriers among them: two reports, or the row of all reports twice.
Words = Sequence[int]


class Run(Record, frozen=True):
    """Words ``left`` to ``left + length`` of one report stand at ``right`` in the other, word for word."""

    left: int
    right: int
    length: int


class Aligned(Record, frozen=True):
    """A passage in two reports: half-open ranges of words, and how many of the words agree in order."""

    left: tuple[int, int]
    right: tuple[int, int]
    agreeing: int

    @property
    def words(self) -> int:
        return min(self.left[1] - self.left[0], self.right[1] - self.right[0])

    @property
    def is_copy(self) -> bool:
        """It is long enough and close enough to be one passage."""
        return self.words >= SHORTEST and self.agreeing >= AGREEMENT * self.words


def passages(left: Words, right: Words, seeds: Sequence[tuple[int, int]]) -> Iterator[Aligned]:
    """The passages that two reports share, in the order of the first; none overlaps another in it."""
    reach = 0
    for chain in chains(runs(seeds), left, right):
        found = extended(left, right, chain)
        if found.is_copy and found.left[0] >= reach:
            reach = found.left[1]
            yield found


def runs(seeds: Sequence[tuple[int, int]]) -> list[Run]:
    """Seeds on one diagonal that share words (so of one stretch), joined; in the order of the first report."""
    joined: list[Run] = []
    for left, right in sorted(seeds, key=lambda seed: (seed[1] - seed[0], seed[0])):
        last = joined[-1] if joined else None
        if last and right - left == last.right - last.left and left < last.left + last.length:
            joined[-1] = Run(last.left, last.right, left + SHINGLE - last.left)
        else:
            joined.append(Run(left, right, SHINGLE))
    return sorted(joined, key=lambda run: (run.left, run.right))


def chains(ordered: Sequence[Run], left: Words, right: Words) -> Iterator[list[Run]]:
    """Runs that follow each other in both reports, each used once: from each first unused one, the nearest next."""
    used: set[int] = set()
    for number, run in enumerate(ordered):
        if number in used:
            continue
        chain = [run]
        while (following := next_run(ordered, number, chain[-1], left, right, used)) is not None:
            number = following
            used.add(number)
            chain.append(ordered[number])
        yield chain


def next_run(ordered: Sequence[Run], number: int, last: Run, left: Words, right: Words, used: set[int]) -> int | None:
    """The nearest run after the last one, in the same stretches and within a dropped clause of it."""
    best, nearest = None, GAP + 1
    for other in range(number + 1, len(ordered)):
        run = ordered[other]
        if run.left > last.left + last.length + GAP:
            break
        away = max(run.left - last.left - last.length, run.right - last.right - last.length)
        if other in used or away >= nearest or not follows(last, run) or not same_stretch(last, run, left, right):
            continue
        if light(last, run, left, right):
            best, nearest = other, away
    return best


def follows(last: Run, run: Run) -> bool:
    """The run begins after the last one begins, and ends after it ends, in both reports."""
    return (
        run.left > last.left
        and run.right > last.right
        and run.left + run.length > last.left + last.length
        and run.right + run.length > last.right + last.length
    )


def same_stretch(last: Run, run: Run, left: Words, right: Words) -> bool:
    """No barrier stands between the two runs in either report."""
    return (
        BARRIER not in left[last.left + last.length : run.left]
        and BARRIER not in right[last.right + last.length : run.right]
    )


def light(last: Run, run: Run, left: Words, right: Words) -> bool:
    """What stands between the two runs is lightly edited, or dropped on one side."""
    between = left[last.left + last.length : run.left], right[last.right + last.length : run.right]
    shorter = min(map(len, between))
    return shorter - in_order(*between) <= REWORDED + REWORDED_SHARE * shorter


def extended(left: Words, right: Words, chain: Sequence[Run]) -> Aligned:
    """The chain carried on at both ends within its stretches."""
    first, last = chain[0], chain[-1]
    end_left, end_right = last.left + last.length, last.right + last.length
    more = extension(ahead(left, end_left), ahead(right, end_right))
    fewer = extension(behind(left, first.left), behind(right, first.right))
    return Aligned(
        left=(first.left - fewer[0], end_left + more[0]),
        right=(first.right - fewer[1], end_right + more[1]),
        agreeing=agreeing(left, right, chain) + fewer[2] + more[2],
    )


def ahead(words: Words, at: int) -> Words:
    """The words from `at` on, up to a barrier."""
    return unbarred(words[at : at + REACH])


def behind(words: Words, at: int) -> Words:
    """The words before `at`, backwards, up to a barrier."""
    return unbarred(words[max(0, at - REACH) : at][::-1])


def unbarred(words: Words) -> Words:
    """The words before the first barrier."""
    return [*takewhile(BARRIER.__ne__, words)]


def extension(left: Words, right: Words) -> tuple[int, int, int]:
    """How far two lists of words go together from their beginnings: words of either, and how many agree.

    The best total of words that agree against words that do not wins.
    """
    best = (0, 0, 0, 0)  # total, words of left, words of right, agreeing
    row = {column: EDITED * column for column in range(min(BAND, len(right)) + 1)}
    for i, word in enumerate(left, 1):
        row = next_row(row, i, word, right)
        if not row:
            break
        total = max(row.values()) // UNIT
        if total > best[0]:
            column = next(column for column, cell in row.items() if cell // UNIT == total)
            best = (total, i, column, row[column] % UNIT)
        if total < best[0] - DROP:
            break
    return best[1], best[2], best[3]


def next_row(row: dict[int, int], i: int, word: int, right: Words) -> dict[int, int]:
    """The next row of the table of totals, within the band."""
    first = max(0, i - BAND)
    below: dict[int, int] = {}
    added, before = NOTHING, row.get(first - 1, NOTHING)
    for j in range(first, min(len(right), i + BAND) + 1):
        dropped = row.get(j, NOTHING)
        met = before + (AGREED if j and right[j - 1] == word else EDITED)
        cell = max(dropped, added) + EDITED
        below[j] = added = met if met > cell else cell
        before = dropped
    return below


def agreeing(left: Words, right: Words, chain: Sequence[Run]) -> int:
    """How many words of the chain agree in order: those of its runs, and those met again between them."""
    total, at_left, at_right = 0, chain[0].left, chain[0].right
    for run in chain:
        between = left[at_left : run.left], right[at_right : run.right]
        total += in_order(*between) if all(between) else 0
        overlap = max(0, at_left - run.left, at_right - run.right)
        total += run.length - overlap
        at_left, at_right = run.left + run.length, run.right + run.length
    return total


def in_order(left: Words, right: Words) -> int:
    """The length of the longest common subsequence of two short lists."""
    row = [0] * (len(right) + 1)
    for word in left:
        before = 0
        for j, other in enumerate(right, 1):
            row[j], before = max(before + 1 if word == other else row[j], row[j - 1]), row[j]
    return row[-1]
