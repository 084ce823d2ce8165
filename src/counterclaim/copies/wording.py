"""The words of a report that can be copied: its own, without chrome and without what a speaker is quoted with.

Two outlets that quote the same speech have not copied each other, so a longer quotation is a barrier that no
passage crosses. A short one ("completely conquered") stays: which words of a speech to pick is the outlet's own
work.
"""

import re
from array import array
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence

from counterclaim.model import Reading, Record, Span
from counterclaim.text import WORD, folded, lowered, words

# From this many words on, a quotation is somebody's speech and no longer a choice of words.
LONG_QUOTATION = 8

# Bounded, so that one stray mark cannot take a whole report out; quotations are rarely longer.
QUOTED = re.compile(r'"[^"\n]{20,1500}"')

# Stands among the numbers of words where no passage goes on.
BARRIER = 0


class Row(Record, frozen=True):
    """The words of all reports in one row, each as its number, with barriers around each stretch of a report.

    ``reports`` are their ids; ``starts`` holds where each begins in the row, and last where the row ends. Four bytes a
    word, since a million reports have four hundred million words; where a word stands in its text is asked again
    (`spans`) of the reports in which a passage was found.
    """

    reports: list[str]
    words: "array[int]"
    starts: "array[int]"

    def owner(self, place: int) -> int:
        """The report, by its number, that has this place of the row."""
        return bisect_right(self.starts, place) - 1


class Numbers(dict[str, int]):
    """Each word's number, from 1 on; an apostrophe makes no other word."""

    def __missing__(self, word: str) -> int:
        plain = word.replace("'", "")
        number = self[word] = len(self) + 1 if plain == word else self[plain]
        return number


def row(readings: Iterable[Reading]) -> Row:
    """The words of these reports that take part in the search for copies; each reading is looked at once."""
    numbers, reports, all_words = Numbers(), list[str](), array("I", [BARRIER])
    starts = array("Q", [1])
    for reading in readings:
        plain = view(reading)
        for stretch in stretches(reading, plain):
            all_words.extend(map(numbers.__getitem__, WORD.findall(plain, stretch.start, stretch.end)))
            all_words.append(BARRIER)
        reports.append(reading.report.id)
        starts.append(len(all_words))
    return Row(reports, all_words, starts)


def arranged(given: Row, order: Sequence[int]) -> Row:
    """The row with its reports in this order, those left out that it does not name."""
    if list(order) == list(range(len(given.reports))):
        return given
    all_words, starts = array("I", [BARRIER]), array("Q", [1])
    for number in order:
        all_words.extend(given.words[given.starts[number] : given.starts[number + 1]])
        starts.append(len(all_words))
    return Row([given.reports[number] for number in order], all_words, starts)


def spans(reading: Reading) -> list[tuple[int, int]]:
    """Where in the text each place of the report's part of the row stands, barriers among them."""
    plain, found = view(reading), list[tuple[int, int]]()
    for stretch in stretches(reading, plain):
        found += [match.span() for match in WORD.finditer(plain, stretch.start, stretch.end)]
        found.append((stretch.end, stretch.end))
    return found


def view(reading: Reading) -> str:
    """The text as its words are compared: folded, in small letters."""
    return lowered(folded(reading.report.text))


def stretches(reading: Reading, plain: str) -> Iterator[Span]:
    """What lies between the barriers: what is neither chrome nor a longer quotation of a speaker."""
    at = 0
    for span in barriers(reading, plain):
        if span.start > at:
            yield Span(at, span.start)
        at = max(at, span.end)
    if at < len(plain):
        yield Span(at, len(plain))


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
