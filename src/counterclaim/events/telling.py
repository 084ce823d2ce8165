"""What a report is about: its words, names weighing more, and its day. Made of each report by itself."""

import math
import re
from bisect import bisect_right
from collections import defaultdict
from datetime import date
from functools import lru_cache
from sys import intern

from counterclaim.compare.likeness import stem
from counterclaim.lexicon import word_set
from counterclaim.model import Record, Report
from counterclaim.text import folded, lowered

# Names of people and places tell events apart better than other words (on ECB+; from 4 to 12 is all one).
NAME = 5.0

# So many words of a report are kept, the weightiest; more add no accuracy (ECB+: 40 to all are alike) and cost memory.
KEPT = 160

_WORD = re.compile(r"[^\W_]+(?:'[^\W_]+)?")
_SENTENCE = re.compile(r"(?:[.!?:]\"?\s+|\n\s*)\"?")


class Told(Record, frozen=True):
    """A report as it is grouped: its id, its day (None where unknown), its words and the weight of each.

    Two tuples, not a mapping: a million of these are held at once.
    """

    report: str
    day: int | None
    words: tuple[str, ...]
    weights: tuple[float, ...]


def telling(report: Report) -> Told:
    """The words of a report that are no chrome, each with how much is made of it."""
    counts: dict[str, float] = defaultdict(float)
    for block in report.blocks:
        if block.kind != "chrome":
            _count(folded(block.span.of(report.text)), counts)
    kept = sorted(counts.items(), key=lambda item: (-item[1], item[0]))[:KEPT]
    return Told(report.id, _day(report), tuple(intern(w) for w, _ in kept), tuple(_damped(n) for _, n in kept))


def _count(text: str, counts: dict[str, float]) -> None:
    starts = [0, *(m.end() for m in _SENTENCE.finditer(text))]
    for match in _WORD.finditer(text):
        word = lowered(match.group()).removesuffix("'s")
        if len(word) < 2 or word in word_set("compare", "empty"):
            continue
        inside = starts[bisect_right(starts, match.start()) - 1] != match.start()
        counts[stem(word)] += NAME if inside and match.group()[0].isupper() else 1.0


@lru_cache(maxsize=4096)
def _damped(count: float) -> float:
    """A word said ten times is not ten times as telling."""
    return round(1 + math.log(count), 6)


def _day(report: Report) -> int | None:
    try:
        return date.fromisoformat(report.published.day).toordinal() if report.published else None
    except ValueError:
        return None
