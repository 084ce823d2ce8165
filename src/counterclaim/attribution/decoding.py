"""From the tag scores of pieces to spans of whole words: the likeliest sequence in which no span lacks a beginning."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from counterclaim.attribution.pieces import BREAK, Pieces
from counterclaim.attribution.tagging import TAGS, Tagged

SOURCE, CUE, CONTENT = range(3)
BEGINS, INSIDES = (1, 3, 5), (2, 4, 6)
NEVER = -1e9
# Added to each word's scores: the tags are cautious about cues and sources, where annotators disagree, and too quick to
# break a content in two (set on PolNeAR's dev part, where nearby values differ little).
LIFT = (0.0, 0.8, 0.5, 1.0, 0.5, -1.0, 0.3)


class Tag(NamedTuple):
    """A span of pieces with its role, half-open."""

    first: int
    end: int
    role: int


def tags(tagged: Tagged) -> list[Tag]:
    """The spans of a text in order."""
    starts = word_starts(tagged.text, tagged.pieces)
    path = best_path(word_scores(tagged, starts))
    return list(_runs(path, [*starts, len(tagged.pieces)]))


def word_starts(text: str, made: Pieces) -> list[int]:
    """The pieces that begin a word; a word is what regular expressions take for one."""
    before = (-1, *made.ends)
    edges = enumerate(zip(before, made.starts, strict=False))
    return [i for i, (end, start) in edges if end < start or not _continues(text, end, start)]


def _continues(text: str, end: int, start: int) -> bool:
    if start < end:  # two pieces of one character, such as the letters of a Korean syllable
        return True
    return end == start and start > 0 and _wordly(text[start - 1]) and _wordly(text[start : start + 1])


def _wordly(character: str) -> bool:
    return character.isalnum() or character == "_"


def word_scores(tagged: Tagged, starts: Sequence[int]) -> list[list[float]]:
    """Per word the score of each tag: a word begins a span with its first piece and goes on with the others."""
    import numpy as np

    if not starts:
        return []
    inside = tagged.scores[:, [0, 2, 2, 4, 4, 6, 6]]  # the pieces after a word's first can only go on
    sums = np.add.reduceat(inside, starts, axis=0)
    firsts = np.array(starts)
    sums += tagged.scores[firsts] - inside[firsts]
    sums += np.array(LIFT, np.float32)
    breaks = [i for i, start in enumerate(starts) if tagged.pieces.ids[start] == BREAK]
    sums[breaks, 1:] = NEVER
    rows: list[list[float]] = sums.tolist()
    return rows


def best_path(rows: Sequence[Sequence[float]]) -> list[int]:
    """The likeliest tags (Viterbi); "inside" follows only "begin" or "inside" of its own role."""
    best = [0.0, *([NEVER] * (TAGS - 1))]
    back: list[list[int]] = []
    for row in rows:
        last = best.index(max(best))
        came = [last] * TAGS
        for begin, inside in zip(BEGINS, INSIDES, strict=True):
            came[inside] = begin if best[begin] >= best[inside] else inside
        best = [best[origin] + score for origin, score in zip(came, row, strict=True)]
        back.append(came)
    return _traced(back, best.index(max(best)))


def _traced(back: Sequence[Sequence[int]], last: int) -> list[int]:
    path: list[int] = []
    for came in reversed(back):
        path.append(last)
        last = came[last]
    path.reverse()
    return path


def _runs(path: Sequence[int], edges: Sequence[int]) -> Iterator[Tag]:
    """The spans of a path over words that stand at these edges."""
    opens = [i for i, tag in enumerate(path) if tag == 0 or tag in BEGINS]
    for start, end in pairwise([*opens, len(path)]):
        if path[start]:
            yield Tag(edges[start], edges[end], (path[start] - 1) // 2)
