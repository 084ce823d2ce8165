"""Reports grouped into events by what they are about: average linkage on words and days.

Two groups are as alike as their reports are on the average (UPGMA: Sokal and Michener 1958), which for unit vectors
is the product of their mean vectors. Only groups that share a telling word are compared, so the cost grows with the
length of the texts and not with the number of pairs.
"""

import heapq
import math
from array import array
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import count

from counterclaim.events.telling import Told
from counterclaim.model import Record

# Groups as alike as this are one event; benchmarks/grouping.py prints what other values give on ECB+.
ALIKE = 0.24

# Two groups less alike than this share of it are not watched: what joins either brings them no nearer.
NEAR = 0.5

# The words by which a report is compared, and those by which others are found for it.
TELLING, SOUGHT = 64, 24

# A word that many reports carry pairs each with so many that carry it next: the pairs grow with the carriers, not
# with their square, and chains of neighbours hold a large event together.
NEXT = 8

# Rarity is counted as among so many more reports that have none of the words: in a few reports, most of them of one
# event, the words of that event are no common words.
OTHERS = 500

# Reports of different days are less alike, by this for each tenfold of days; within ten days nothing is lost.
# Tellings of one event lie years apart too (anniversaries), so a gap is a reason against, never a bar.
APART = 0.05

Words = dict[int, float]


def events(told: Iterable[Told], alike: float = ALIKE) -> list[tuple[str, ...]]:
    """The ids of the reports of each event, in order; the largest event first.

    The answer does not depend on the order of what is given; a report given twice counts once.
    """
    given = sorted({t.report: t for t in told}.values(), key=lambda t: t.report)
    ids = [t.report for t in given]
    single = [Group((n,), v, _days(t)) for n, (t, v) in enumerate(zip(given, vectors(given), strict=True))]
    del told, given  # the words weigh as much as the vectors made of them
    found = [tuple(ids[n] for n in sorted(group.members)) for group in _merged(single, alike)]
    return sorted(found, key=lambda ids: (-len(ids), ids))


class Group(Record, frozen=True):
    """Reports by their numbers, the sum of their vectors, and their days: how many have one, and the sum of these."""

    members: tuple[int, ...]
    words: Words
    days: tuple[int, int]


def _days(told: Told) -> tuple[int, int]:
    return (1, told.day) if told.day is not None else (0, 0)


def vectors(told: Sequence[Told]) -> list[Words]:
    """The unit vector of each report over its most telling words: those it makes much of and few others have."""
    spread = Counter(word for t in told for word in t.words)
    numbers = {word: number for number, word in enumerate(sorted(w for w, n in spread.items() if n > 1))}
    rarity = {word: math.log((len(told) + OTHERS) / spread[word]) for word in numbers}
    weighted = (zip(t.words, t.weights, strict=True) for t in told)
    return [_unit({numbers[w]: x * rarity[w] for w, x in pairs if rarity.get(w)}) for pairs in weighted]


def _unit(weights: Words) -> Words:
    kept = dict(sorted(weights.items(), key=lambda item: (-item[1], item[0]))[:TELLING])
    norm = math.sqrt(math.fsum(x * x for x in kept.values()))
    return {word: x / norm for word, x in kept.items()}


def likeness(left: Group, right: Group) -> float:
    """How alike the reports of two groups are on the average, less what their days lie apart."""
    small, large = sorted((left.words, right.words), key=len)
    shared = math.fsum(x * large[word] for word, x in small.items() if word in large)
    alike = shared / (len(left.members) * len(right.members))
    return round(alike - APART * math.log10(max(_apart(left, right), 10) / 10), 9)


def _apart(left: Group, right: Group) -> float:
    (dated, total), (others, sum_) = left.days, right.days
    return abs(total / dated - sum_ / others) if dated and others else 0.0


def _merged(groups: Sequence[Group], alike: float) -> list[Group]:
    """The groups after the two that are most alike were made one, again and again, while any two are `alike`."""
    linkage = Linkage(groups, alike)
    for left, right in neighbours([group.words for group in groups]):
        linkage.compare(left, right)
    linkage.run()
    return list(linkage.live.values())


class Linkage:
    """Groups by number while they are merged; a merged group has a number of its own, the merged ones none."""

    def __init__(self, groups: Sequence[Group], alike: float) -> None:
        self.alike = alike
        self.live = dict(enumerate(groups))
        self.beside: dict[int, set[int]] = defaultdict(set)
        self.queue: list[tuple[float, int, int]] = []
        self.numbers = count(len(groups))

    def compare(self, left: int, right: int) -> None:
        """Note how alike two groups are; those that never come near each other are forgotten."""
        alike = likeness(self.live[left], self.live[right])
        if alike >= NEAR * self.alike:
            self.beside[left].add(right)
            self.beside[right].add(left)
        if alike >= self.alike:
            heapq.heappush(self.queue, (-alike, left, right))

    def run(self) -> None:
        while self.queue:
            _, left, right = heapq.heappop(self.queue)
            if left in self.live and right in self.live:
                self._merge(left, right)

    def _merge(self, left: int, right: int) -> None:
        number = next(self.numbers)
        self.live[number] = _joined(self.live.pop(left), self.live.pop(right))
        for other in sorted((self.beside.pop(left) | self.beside.pop(right)) & self.live.keys()):
            self.beside[other] -= {left, right}
            self.compare(other, number)


def _joined(left: Group, right: Group) -> Group:
    small, large = sorted((left.words, right.words), key=len)
    words = dict(large)
    for word, x in small.items():
        words[word] = words.get(word, 0.0) + x
    days = (left.days[0] + right.days[0], left.days[1] + right.days[1])
    return Group((*left.members, *right.members), words, days)


def neighbours(vectors: Sequence[Words]) -> Iterator[tuple[int, int]]:
    """Pairs of reports that share a word which is among the most telling of both, each pair once."""
    import numpy as np

    carriers: dict[int, list[tuple[float, int]]] = defaultdict(list)
    for number, words in enumerate(vectors):
        for word, x in list(words.items())[:SOUGHT]:  # the most telling stand first
            carriers[word].append((-x, number))
    pairs = array("q")
    for word in sorted(carriers):
        ranked = [number for _, number in sorted(carriers.pop(word))]
        for at, left in enumerate(ranked):
            pairs.extend(_coded(left, right, len(vectors)) for right in ranked[at + 1 : at + 1 + NEXT])
    return (divmod(int(pair), len(vectors)) for pair in np.unique(np.frombuffer(pairs, np.int64)))


def _coded(left: int, right: int, of: int) -> int:
    """A pair as one number: a pair of numbers weighs twenty times as much, and there are millions."""
    return min(left, right) * of + max(left, right)
