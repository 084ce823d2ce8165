"""From passages shared by two reports to groups: one passage in all the reports that carry it.

A group is never a chain: a passage joins only where it is, in a report that the group already has, very much the
group's own passage. What three reports share of a longer text that two of them share is therefore a group of its
own.
"""

from collections import defaultdict
from collections.abc import Iterable

from counterclaim.model import Passage, Record

# How much of two passages of one report together both must cover to be the same passage.
SAME = 0.75


class Pair(Record, frozen=True):
    """One passage as two reports carry it, and its length in words."""

    words: int
    left: Passage
    right: Passage


Group = dict[str, Passage]


def grouped(pairs: Iterable[Pair]) -> list[tuple[Passage, ...]]:
    """The groups that pairs of passages form, each with one passage per report, longest passages first."""
    groups: list[Group] = []
    of_report: dict[str, list[Group]] = defaultdict(list)
    for pair in sorted(pairs, key=lambda pair: (-pair.words, place(pair.left), place(pair.right))):
        group = next((g for side in (pair.left, pair.right) for g in of_report[side.report] if joins(g, pair)), None)
        if group is None:
            group = {}
            groups.append(group)
        for side in (pair.left, pair.right):
            if side.report not in group:
                group[side.report] = side
                of_report[side.report].append(group)
    return [tuple(sorted(group.values(), key=place)) for group in groups]


def joins(group: Group, pair: Pair) -> bool:
    """The pair is of the group's passage: the same place in one report, and in the other where it is known."""
    known = [(group[side.report], side) for side in (pair.left, pair.right) if side.report in group]
    return bool(known) and all(same(mine, theirs) for mine, theirs in known)


def same(left: Passage, right: Passage) -> bool:
    """Two places in one report are the same passage: what both cover is most of what either covers."""
    both = min(left.end, right.end) - max(left.start, right.start)
    either = max(left.end, right.end) - min(left.start, right.start)
    return both >= SAME * either


def place(passage: Passage) -> tuple[str, int, int]:
    """Passages stand in the order of their reports, then of the text."""
    return passage.report, passage.start, passage.end
