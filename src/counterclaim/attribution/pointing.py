"""The network's two pointers, read window by window: to the cue of a content or source, to the source of a cue."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from counterclaim.attribution.decoding import Tag
from counterclaim.attribution.tagging import WIDTH, Window

if TYPE_CHECKING:
    from counterclaim.attribution.tagging import Floats

SCALE = 1 / WIDTH**0.5


def deciding(windows: Sequence[Window], tag: Tag) -> Iterator[tuple[Window, range]]:
    """The windows that decide pieces of a span, with those pieces."""
    place = bisect_right(windows, tag.first, key=lambda w: w.low) - 1
    while place < len(windows) and windows[place].low < tag.end:
        window = windows[place]
        yield window, range(max(window.low, tag.first), min(window.high, tag.end))
        place += 1


def seen(tags: Sequence[Tag], window: Window) -> Sequence[Tag]:
    """The spans, given in order, that begin in a window."""
    low = bisect_left(tags, window.start, key=lambda t: t.first)
    return tags[low : bisect_left(tags, window.end, key=lambda t: t.first)]


def scores(window: Window, pieces: range, places: Sequence[int], pointer: int) -> "Floats":
    """How strongly pieces point to places; the place before a window's start means "none"."""
    asks = window.asks[pieces.start + 1 - window.start : pieces.stop + 1 - window.start, pointer]
    shift = 1 - window.start
    if isinstance(places, range):
        answers = window.answers[places.start + shift : places.stop + shift, pointer]
    else:
        answers = window.answers[[place + shift for place in places], pointer]
    made: Floats = asks @ answers.T * SCALE
    return made


def shares(window: Window, pieces: range, places: Sequence[int], pointer: int) -> "Floats":
    """The share of each place in what these pieces point to, summed over the pieces."""
    import numpy as np

    rows = scores(window, pieces, places, pointer)
    powers = np.exp(rows - rows.max(1, keepdims=True))
    made: Floats = (powers / powers.sum(1, keepdims=True)).sum(0)
    return made
