"""Each paragraph of a report by where its words come from: an agency, another report, or the outlet itself."""

from collections.abc import Iterator, Sequence
from typing import Literal

from counterclaim.copies.direction import agencies
from counterclaim.copies.wording import QUOTED
from counterclaim.model import Block, CopyGroup, Passage, Record, Report, Span
from counterclaim.text import folded, words

Making = Literal["agency", "first", "repost", "shared", "quoted", "own"]

# From this share of its words on a paragraph is copied; with less it is the outlet's own around a few taken words.
COPIED = 0.5


class Made(Record, frozen=True):
    """How a paragraph was made, and out of what.

    `agency` is copy that the report credits to an agency (`source` names it), `first` was copied by others from here,
    `repost` was taken from another report (`source` is its id), `shared` stands in others where the order is unknown,
    `quoted` is a speaker's words, which no outlet takes from another, and `own` is what no other report has. `share` is
    the part of its words, quotations apart, that others have too, from 0 to 1.
    """

    block: Block
    making: Making
    source: str | None
    share: float


def paragraphs(report: Report, held: Sequence[tuple[CopyGroup, Passage]]) -> Iterator[Made]:
    """The blocks of the article with how each was made; `held` are the copied passages of the report."""
    for block in (b for b in report.blocks if b.kind != "chrome"):
        over = [(group, passage) for group, passage in held if passage.span.overlaps(block.span)]
        share = copied_share(report, block, [passage.span for _, passage in over])
        if share is None or share < COPIED:
            yield Made(block, "own" if share is not None else "quoted", None, share or 0.0)
        else:
            yield Made(block, *making(report, *max(over, key=lambda item: covering(block, *item))), share)


def covering(block: Block, group: CopyGroup, passage: Passage) -> tuple[int, bool, str]:
    """How much of the block a passage covers; of equals one whose origin is known."""
    length = min(passage.end, block.end) - max(passage.start, block.start)
    return length, group.origin is not None, group.id


def making(report: Report, group: CopyGroup, passage: Passage) -> tuple[Making, str | None]:
    """Where a copied passage comes from, as far as credits and the group's direction tell; what an agency prints itself
    is no copy.
    """
    if credited := agencies(passage, report) - {report.outlet}:
        return "agency", min(credited)
    if group.origin is None:
        return "shared", None
    return ("first", None) if group.origin == report.id else ("repost", group.origin)


def copied_share(report: Report, block: Block, over: Sequence[Span]) -> float | None:
    """The share of a block's words that lie in copied passages; None where it is nothing but a quotation."""
    text = folded(block.span.of(report.text))
    quoted = [(m.start(), m.end()) for m in QUOTED.finditer(text)]
    starts = [at for at, _, _ in words(text) if not any(start <= at < end for start, end in quoted)]
    inside = sum(any(span.start <= block.start + at < span.end for span in over) for at in starts)
    return inside / len(starts) if starts else None if quoted else 0.0
