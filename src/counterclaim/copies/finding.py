"""Copies among reports: words, shingles, alignment, groups, direction."""

from collections.abc import Iterator, Sequence

from counterclaim.copies.alignment import Aligned, passages
from counterclaim.copies.direction import directed
from counterclaim.copies.grouping import Pair, grouped
from counterclaim.copies.shingles import shared_shingles
from counterclaim.copies.wording import Wording, wording
from counterclaim.model import CopyGroup, Passage, Reading


def copy_groups(readings: Sequence[Reading]) -> tuple[CopyGroup, ...]:
    """Each passage of 15 words or more that several reports share, and which of them had it first.

    The answer does not depend on the order of the readings; a report given twice (one id) counts once. The cost
    grows with the length of the texts and with what they share.
    """
    by_id = {reading.report.id: reading for reading in readings}
    ordered = [by_id[id] for id in sorted(by_id)]
    reports = {reading.report.id: reading.report for reading in ordered}
    groups = grouped(pairs([wording(reading) for reading in ordered]))
    return tuple(sorted((directed(group, reports) for group in groups), key=first_words))


def pairs(wordings: Sequence[Wording]) -> Iterator[Pair]:
    """Every passage that two reports share."""
    for (left, right), seeds in sorted(shared_shingles(wordings).items()):
        for found in passages(wordings[left], wordings[right], seeds):
            yield pair(wordings[left], wordings[right], found)


def pair(left: Wording, right: Wording, found: Aligned) -> Pair:
    """A shared passage as it stands in the two texts."""
    return Pair(words=found.words, left=passage(left, found.left), right=passage(right, found.right))


def passage(wording: Wording, words: tuple[int, int]) -> Passage:
    """From the first to the last of these words of a report."""
    return Passage(wording.report, wording.starts[words[0]], wording.ends[words[1] - 1])


def first_words(group: CopyGroup) -> tuple[str, int, int, str]:
    """Groups stand in the order of their first passage."""
    first = group.passages[0]
    return first.report, first.start, first.end, group.id
