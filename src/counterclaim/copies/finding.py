"""Copies among reports: words, shingles, alignment, groups, direction."""

from collections.abc import Callable, Collection, Sequence
from itertools import groupby

from counterclaim.copies.alignment import passages
from counterclaim.copies.direction import directed
from counterclaim.copies.grouping import Pair, grouped
from counterclaim.copies.pairing import paired
from counterclaim.copies.wording import Row, arranged, row, spans
from counterclaim.model import CopyGroup, Passage, Reading

# Half-open, in words of the row.
Range = tuple[int, int]


def copy_groups(readings: Sequence[Reading]) -> tuple[CopyGroup, ...]:
    """Each passage of 15 words or more that several reports share, and which of them had it first.

    The answer does not depend on the order of the readings; a report given twice (one id) counts once. The cost
    grows with the length of the texts and with what they share. No reading is held: each is asked for once, and once
    more by its place where a passage was found in it, so the sequence may fetch them from anywhere.
    """
    given = row(readings)
    places = {id: place for place, id in enumerate(given.reports)}

    def fetch(id: str) -> Reading:
        return readings[places[id]]

    words = arranged(given, [places[id] for id in sorted(places)])
    found = [passage for seeds in paired(words) for passage in passages(words.words, words.words, seeds)]
    known = located({side for item in found for side in (item.left, item.right)}, words, fetch)
    groups = grouped(Pair(item.words, known[item.left], known[item.right]) for item in found)
    reports = ({p.report: fetch(p.report).report for p in group} for group in groups)
    return tuple(sorted(map(directed, groups, reports), key=first_words))


def located(ranges: Collection[Range], words: Row, fetch: Callable[[str], Reading]) -> dict[Range, Passage]:
    """Each of these ranges of the row as a passage of its report."""
    found: dict[Range, Passage] = {}
    for owner, members in groupby(sorted(ranges), key=lambda words_of: words.owner(words_of[0])):
        id, start = words.reports[owner], words.starts[owner]
        places = spans(fetch(id))
        for first, last in members:
            found[first, last] = Passage(id, places[first - start][0], places[last - start - 1][1])
    return found


def first_words(group: CopyGroup) -> tuple[str, int, int, str]:
    """Groups stand in the order of their first passage."""
    first = group.passages[0]
    return first.report, first.start, first.end, group.id
