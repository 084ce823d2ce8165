"""Pairs of mentions of which one retells the other: in reports that share copied text, and within one report."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import combinations

from counterclaim.compare.asked import Asked
from counterclaim.compare.case import Case
from counterclaim.compare.joining import LOOK
from counterclaim.compare.likeness import stems
from counterclaim.model import CopyGroup, Mention, Record

# A clause of fewer content words is too little to know a retelling by.
SHORTEST = 3
# A retold clause keeps at least this share of its content words, counted in the shorter of the two: clauses are cut
# differently by their sentences. Rules that hang on a single word ask for more.
KEPT = 0.5
# Half of the longer clause must be the same where the verb itself may have changed, and a third where a copied
# sentence was cut short; where only one word changed, the rest must be all but word for word.
HALF, CUT, VERBATIM = 0.5, 0.33, 0.6


class Retelling(Record, frozen=True):
    """Two mentions of one sentence as two places tell it: the shares of the shorter's and of the longer's words that
    the other has too, and whether both stand in one copied passage.
    """

    told: Mention
    retold: Mention
    kept: float
    likeness: float
    copied: bool

    @property
    def comparable(self) -> bool:
        """They are of one kind and say it with one sign."""
        return self.told.kind == self.retold.kind and self.told.polarity == self.retold.polarity

    @property
    def close_copy(self) -> bool:
        """One copied sentence told by both, all but word for word."""
        return self.comparable and self.copied and self.likeness >= VERBATIM


Values = dict[str, str]
RetellingRule = Callable[[Case, Retelling], Values | None]


def retellings(asked: Asked) -> Iterator[Retelling]:
    """Every mention with its counterpart in the reports that share text with its own, and in its own report."""
    case = asked.case
    by_report = {r: [m for m in told if m.kind != "statement"] for r, told in case.told_in.items()}
    for first, second in copying(case):
        yield from counterparts(case, by_report[first], by_report[second])
    for report in sorted(by_report):
        yield from asked.about(within_one, *by_report[report])


def within_one(case: Case, *mentions: Mention) -> list[Retelling]:
    """The mentions of one report with their counterparts in it."""
    return list(counterparts(case, mentions, mentions))


def copying(case: Case) -> list[tuple[str, str]]:
    """The pairs of reports that share text, the one that had it first in front; a large group through its first."""
    return sorted({ordered(case, pair) for group in case.copies for pair in paired(case, group)})


def paired(case: Case, group: CopyGroup) -> Iterable[tuple[str, str]]:
    """All pairs of a small group; of a large one, its first report with each other, so that cost stays linear."""
    reports = sorted({p.report for p in group.passages}, key=lambda r: (r != group.origin, first_day(case, r), r))
    return combinations(reports, 2) if len(reports) <= 6 else ((reports[0], other) for other in reports[1:])


def ordered(case: Case, pair: tuple[str, str]) -> tuple[str, str]:
    first, second = sorted(pair, key=lambda r: (first_day(case, r), case.report[r].source, r))
    return first, second


def first_day(case: Case, report: str) -> str:
    published = case.report[report].published
    return published.day if published else "9999"


def counterparts(case: Case, left: Sequence[Mention], right: Sequence[Mention]) -> Iterator[Retelling]:
    """The mentions of two reports paired one to one, the likest first, of one kind before others."""
    found = [pair for told, retold in candidates(case, left, right) if (pair := retelling(case, told, retold))]
    used: set[tuple[int, str]] = set()
    for pair in sorted(found, key=closeness):
        ends = {(0, pair.told.id), (1 if left is not right else 0, pair.retold.id)}
        if not ends & used:
            used |= ends
            yield pair


def candidates(case: Case, left: Sequence[Mention], right: Sequence[Mention]) -> Iterator[tuple[Mention, Mention]]:
    """The pairs that share a word; in one report, of clauses that do not overlap, the earlier first."""
    index: dict[str, list[int]] = defaultdict(list)
    for number, mention in enumerate(right):
        for stem in stems(case.words(mention)):
            index[stem].append(number)
    for told in left:
        near = {number for stem in stems(case.words(told)) for number in index.get(stem, ())[:LOOK]}
        for retold in (right[number] for number in sorted(near)):
            if left is not right or (told.content < retold.content and told.content[-1].end <= retold.content[0].start):
                yield told, retold


def closeness(pair: Retelling) -> tuple[float, float, bool, str, str]:
    """The likest pairs first."""
    return -pair.likeness, -pair.kept, pair.told.kind != pair.retold.kind, pair.told.id, pair.retold.id


def retelling(case: Case, told: Mention, retold: Mention) -> Retelling | None:
    """The two as a retelling, where enough of the words is kept."""
    left, right = stems(case.words(told)), stems(case.words(retold))
    shorter, longer = sorted((len(left), len(right)))
    common = len(left & right)
    if shorter < SHORTEST or common < KEPT * shorter:
        return None
    copied = one_passage(case, told, retold)
    return Retelling(told=told, retold=retold, kept=common / shorter, likeness=common / longer, copied=copied)


def one_passage(case: Case, told: Mention, retold: Mention) -> bool:
    """Both stand in the same copied passage."""
    return told.report != retold.report and bool(set(case.copied_in[told.id]) & set(case.copied_in[retold.id]))
