"""Pairs of mentions of which one retells the other: in reports that share copied text, and within one report."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations

from counterclaim.compare.case import Case
from counterclaim.compare.likeness import stems
from counterclaim.model import CopyGroup, Mention, Record

# A clause of fewer content words is too little to know a retelling by.
SHORTEST = 3
# A retold clause keeps at least this share of its content words, counted in the longer of the two.
KEPT = 0.5


class Retelling(Record, frozen=True):
    """Two mentions of one sentence as two places tell it: the share of words in common, and whether both stand in
    one copied passage.
    """

    told: Mention
    retold: Mention
    likeness: float
    copied: bool


def retellings(case: Case) -> Iterator[Retelling]:
    """Every mention with its counterpart in the reports that share text with its own, and in its own report."""
    by_report: dict[str, list[Mention]] = defaultdict(list)
    for mention in sorted(case.mention.values(), key=lambda m: (m.report, m.content, m.id)):
        if mention.kind != "statement":
            by_report[mention.report].append(mention)
    for first, second in copying(case):
        yield from counterparts(case, by_report[first], by_report[second])
    for report in sorted(by_report):
        yield from counterparts(case, by_report[report], by_report[report])


def copying(case: Case) -> list[tuple[str, str]]:
    """The pairs of reports that share text, the one that had it first in front; a large group through its first."""
    return sorted({ordered(case, pair) for group in case.copies for pair in paired(case, group)})


def paired(case: Case, group: CopyGroup) -> Iterable[tuple[str, str]]:
    """All pairs of a small group; of a large one, its first report with each other, so that cost stays linear."""
    reports = sorted({p.report for p in group.passages}, key=lambda r: (r != group.origin, first_day(case, r), r))
    return combinations(reports, 2) if len(reports) <= 6 else ((reports[0], other) for other in reports[1:])


def ordered(case: Case, pair: tuple[str, str]) -> tuple[str, str]:
    first, second = sorted(pair, key=lambda r: (first_day(case, r), r))
    return first, second


def first_day(case: Case, report: str) -> str:
    published = case.report[report].published
    return published.day if published else "9999"


def counterparts(case: Case, left: Sequence[Mention], right: Sequence[Mention]) -> Iterator[Retelling]:
    """The mentions of two reports paired one to one, the likest first, of one kind before others."""
    found = [
        Retelling(told=told, retold=retold, likeness=share, copied=one_passage(case, told, retold))
        for told in left
        for retold in right
        if (left is not right or told.content < retold.content) and (share := shared(case, told, retold)) >= KEPT
    ]
    used: set[tuple[int, str]] = set()
    for pair in sorted(found, key=lambda r: (-r.likeness, r.told.kind != r.retold.kind, r.told.id, r.retold.id)):
        ends = {(0, pair.told.id), (1 if left is not right else 0, pair.retold.id)}
        if not ends & used:
            used |= ends
            yield pair


def shared(case: Case, told: Mention, retold: Mention) -> float:
    """The share of the longer one's content words that the other has too; nought where there are too few to tell."""
    left, right = stems(case.words(told)), stems(case.words(retold))
    return len(left & right) / max(len(left), len(right)) if min(len(left), len(right)) >= SHORTEST else 0.0


def one_passage(case: Case, told: Mention, retold: Mention) -> bool:
    """Both stand in the same copied passage."""
    return told.report != retold.report and bool(set(case.copied_in[told.id]) & set(case.copied_in[retold.id]))
