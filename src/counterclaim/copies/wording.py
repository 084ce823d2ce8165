"""The words of a report that can be copied: its own, without chrome and without what a speaker is quoted with.

Two outlets that quote the same speech have not copied each other, so a longer quotation is a barrier that no
passage crosses. A short one ("completely conquered") stays: which words of a speech to pick is the outlet's own
work.
"""

import re
from array import array
from collections.abc import Iterator, Sequence
from sys import intern

from counterclaim.model import Reading, Record, Report, Span
from counterclaim.text import folded, lowered, words

# From this many words on, a quotation is somebody's speech and no longer a choice of words.
LONG_QUOTATION = 8

# Bounded, so that one stray mark cannot take a whole report out; quotations are rarely longer.
QUOTED = re.compile(r'"[^"\n]{20,1500}"')


class Wording(Record, frozen=True):
    """The words of one report as they take part: folded words, where each starts and ends, and its stretch.

    Words of different stretches have a barrier between them. Columns, not objects: a hundred thousand reports have
    forty million words.
    """

    report: str
    words: tuple[str, ...]
    starts: "array[int]"
    ends: "array[int]"
    stretches: "array[int]"


def wording(reading: Reading) -> Wording:
    """The words of a report that take part in the search for copies."""
    report = reading.report
    plain = lowered(folded(report.text))
    kept: list[str] = []
    starts, ends, numbers = array("i"), array("i"), array("i")
    for number, stretch in enumerate(stretches(report, barriers(reading, plain))):
        for start, end, word in words(stretch.of(plain)):
            kept.append(intern(word.replace("'", "")))
            starts.append(stretch.start + start)
            ends.append(stretch.start + end)
            numbers.append(number)
    return Wording(report=report.id, words=tuple(kept), starts=starts, ends=ends, stretches=numbers)


def barriers(reading: Reading, plain: str) -> list[Span]:
    """What is not the report's own text: chrome, and longer quotations of a speaker."""
    chrome = [block.span for block in reading.report.blocks if block.kind == "chrome"]
    return sorted(chrome + [span for span in quotations(reading, plain) if is_long(span, plain)])


def quotations(reading: Reading, plain: str) -> Iterator[Span]:
    """Where somebody is quoted: as the attributions say, as the blocks say, and between quotation marks."""
    for speech in reading.speeches:
        if speech.voice == "direct":
            yield from speech.attribution.content
    for block in reading.report.blocks:
        if block.kind in ("quotation", "post"):
            yield block.span
        elif block.kind != "chrome":
            for match in QUOTED.finditer(plain, block.start, block.end):
                yield Span(match.start(), match.end())


def is_long(span: Span, plain: str) -> bool:
    """The quotation is long enough to be a speech."""
    return sum(1 for _ in words(span.of(plain))) >= LONG_QUOTATION


def stretches(report: Report, closed: Sequence[Span]) -> Iterator[Span]:
    """What lies between the barriers."""
    at = 0
    for span in closed:
        if span.start > at:
            yield Span(at, span.start)
        at = max(at, span.end)
    if at < len(report.text):
        yield Span(at, len(report.text))
