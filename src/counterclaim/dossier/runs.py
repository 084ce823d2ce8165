"""A report's text cut into runs under the same marks; every character that can be seen is in one of them."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from counterclaim.dossier.index import Index, safe
from counterclaim.dossier.pages import Mark, Run
from counterclaim.dossier.words import KINDS, languages
from counterclaim.model import Block, Mention, Note, Passage, Record, Report, Span

# Lines under a word that can be told apart; a fourth claim over the same words shares the third line.
LANES = 3


class Layer(Record, frozen=True):
    """Whatever lies over a stretch of text: a claim's mark, a copied passage, a language or a remark."""

    span: Span
    mark: Mark | None = None
    copied: bool = False
    anchor: str = ""
    foreign: str | None = None
    noted: bool = False


def stretches(report: Report) -> Iterator[Block]:
    """The blocks in order, and as chrome whatever can be seen between them."""
    at = 0
    for block in sorted(report.blocks, key=lambda b: (b.start, b.end)):
        if report.text[at : block.start].strip():
            yield Block(at, block.start, "chrome")
        if block.end > max(at, block.start):
            yield Block(max(at, block.start), block.end, block.kind)
        at = max(at, block.end)
    if report.text[at:].strip():
        yield Block(at, len(report.text), "chrome")


def layers(index: Index, report: Report) -> list[Layer]:
    """Everything that lies over a report's text, by where it starts."""
    found = [
        *_claims(index, index.standing.get(report.id, ())),
        *_copies(index, index.passages.get(report.id, ())),
        *_notes(index.notes.get(report.id, ())),
    ]
    return sorted(found, key=lambda layer: (layer.span.start, -layer.span.end))


def _claims(index: Index, mentions: Sequence[Mention]) -> Iterator[Layer]:
    ends = [0] * LANES
    for number, mention in enumerate(mentions, 1):
        spans = sorted(mention.content)
        if not spans:
            continue
        lane = next((n for n in range(LANES) if ends[n] <= spans[0].start), LANES - 1)
        ends[lane] = max(ends[lane], spans[-1].end)
        for n, span in enumerate(spans):
            yield Layer(span, mark_of(index, mention, number, lane, n == 0, n == len(spans) - 1))


def mark_of(index: Index, mention: Mention, number: int, lane: int, first: bool, last: bool) -> Mark:
    hue = "own" if mention.voice == "report" else index.hue(mention.party) if mention.speaker else "unknown"
    return Mark(safe(mention.id), number, hue, KINDS[mention.kind], lane, first, last)


def _copies(index: Index, passages: Iterable[tuple[int, Passage]]) -> Iterator[Layer]:
    for group, passage in passages:
        yield Layer(passage.span, copied=True, anchor=copy_anchor(index, group, passage))


def copy_anchor(index: Index, group: int, passage: Passage) -> str:
    """The address of a copied passage in its report."""
    found = index.ledger.copies[group]
    return f"{safe(found.id)}-{found.passages.index(passage) + 1}"


def _notes(notes: Iterable[Note]) -> Iterator[Layer]:
    for note in notes:
        yield Layer(note.span, foreign=foreign(note) if note.kind == "language" else None, noted=True)


def foreign(note: Note) -> str:
    """The code of the language that a note on language names last ("called Pashto; the passage is Persian")."""
    named = {note.text.rfind(name): code for code, name in languages().items() if name in note.text}
    return named[max(named)] if named else "und"


def by_block(blocks: Sequence[Block], over: Iterable[Layer]) -> dict[int, list[Layer]]:
    """For each block, by its place in the list, what lies over it."""
    ends = [block.end for block in blocks]
    found: dict[int, list[Layer]] = defaultdict(list)
    for layer in over:
        place = bisect_left(ends, layer.span.start + 1)
        while place < len(blocks) and blocks[place].start < layer.span.end:
            found[place].append(layer)
            place += 1
    return found


def runs(text: str, block: Block, over: Sequence[Layer]) -> Iterator[Run]:
    """The block's text as runs, each with all that lies over the whole of it."""
    opening, closing = defaultdict(list), defaultdict(list)
    for layer in over:
        opening[max(layer.span.start, block.start)].append(layer)
        closing[min(layer.span.end, block.end)].append(layer)
    cuts = sorted({block.start, block.end, *opening, *closing})
    active: list[Layer] = []
    for start, end in pairwise(cuts):
        active = [layer for layer in active if layer.span.end > start]
        active += opening[start]
        yield _run(text, start, end, active, block)


def _run(text: str, start: int, end: int, active: Sequence[Layer], block: Block) -> Run:
    marks = [m for layer in active if (m := _marked(layer, start, end))]
    begun = [layer.anchor for layer in active if layer.anchor and layer.span.start == start]
    return Run(
        text=text[start:end],
        marks=tuple(sorted(marks, key=lambda m: (m.lane, m.number))),
        copied=any(layer.copied for layer in active),
        foreign=next((layer.foreign for layer in active if layer.foreign), None),
        anchors=tuple(begun),
        noted=any(layer.noted for layer in active),
    )


def _marked(layer: Layer, start: int, end: int) -> Mark | None:
    """The layer's mark over one run: its address stands on its first run, its number after its last."""
    mark = layer.mark
    if mark is None:
        return None
    first, last = mark.first and layer.span.start == start, mark.last and layer.span.end == end
    return Mark(mark.id, mark.number, mark.hue, mark.kind, mark.lane, first, last)
