"""Where in the parse an attribution's cue stands."""

from bisect import bisect_right
from collections.abc import Sequence
from typing import NamedTuple

from counterclaim.attribution.layout import Layout, layout, tokens_in
from counterclaim.model import Attribution, Sentence


class Placed(NamedTuple):
    """The sentence of a cue, laid out, and the cue's token in it."""

    layout: Layout
    cue: int


def placed(sentences: Sequence[Sentence], attributions: Sequence[Attribution]) -> list[Placed | None]:
    """Per attribution, where its cue stands; None where it has no cue in a parsed sentence."""
    starts = [sentence.start for sentence in sentences]
    shapes: dict[int, Layout] = {}
    out: list[Placed | None] = []
    for given in attributions:
        at = bisect_right(starts, given.cue[-1].start) - 1 if given.cue else -1
        token = _token(sentences[at], given) if at >= 0 else None
        if token is not None and at not in shapes:
            shapes[at] = layout(sentences[at])
        out.append(None if token is None else Placed(shapes[at], token))
    return out


def _token(sentence: Sentence, given: Attribution) -> int | None:
    """The last verb of the cue, or its last word."""
    inside = tokens_in(sentence, given.cue[-1])
    verbs = [i for i in inside if sentence.tokens[i].pos == "VERB"]
    return max(verbs or inside, default=None)
