"""A text as the encoder sees it: word pieces with offsets, letter case and quotation marks; training reads it too."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from counterclaim.model import Record, Span
from counterclaim.text import folded

if TYPE_CHECKING:
    from tokenizers import Encoding, Tokenizer

CLS, SEP, MASK, BREAK = 101, 102, 103, 1  # ids of the encoder's vocabulary; BREAK is its first unused token

_LINE = re.compile(r"[^\n]+")
_MARK = re.compile(r"[“”«»„\"]|``|''")
_OPENING, _CLOSING = frozenset(("“", "«", "„", "``")), frozenset(("”", "»", "''"))
# A full stop after a title or a single initial ends no sentence.
_END = re.compile(r"(?<![A-Z]\.)(?<!\b[DM]r\.)(?<!\bMrs\.)(?<!\b(?:Gen|Sen|Col|Rep|Gov)\.)(?<=[.!?…\"'”’)])\s+")
_AFTER = re.compile(r"[\"'“‘(\[]*[A-Z0-9]")
_STOPPED = re.compile(r"[.!?…][\"'”’)\]]*$")


class Pieces(Record, frozen=True):
    """Pieces in text order, a BREAK between paragraphs (its span is empty); `firsts` are those that open a sentence."""

    ids: tuple[int, ...]
    types: tuple[int, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    firsts: tuple[int, ...]

    def __len__(self) -> int:
        return len(self.ids)


def lines(text: str) -> Iterator[Span]:
    """Each line that holds something: a paragraph to the encoder."""
    for match in _LINE.finditer(text):
        if not match.group().isspace():
            yield Span(match.start(), match.end())


def pieces(tokenizer: "Tokenizer", text: str, paragraphs: Iterable[Span]) -> Pieces:
    """The pieces of these paragraphs of a text."""
    rows: list[tuple[int, int, int, int]] = []
    firsts: list[int] = []
    for paragraph in paragraphs:
        if rows:
            rows.append((BREAK, 3, paragraph.start, paragraph.start))
        line = paragraph.of(text)
        encoding = tokenizer.encode(folded(line), add_special_tokens=False)
        firsts.extend(_firsts(encoding, line, len(rows)))
        rows.extend(_rows(encoding, line, paragraph.start))
    ids, types, starts, ends = zip(*rows, strict=True) if rows else ((), (), (), ())
    return Pieces(ids, types, starts, ends, tuple(firsts))


def letter_case(word: str) -> int:
    """0 small, 1 a capital first, 2 capitals only, 3 no letters."""
    if word.islower():
        return 0
    if word.isupper():
        return 2 if len(word) > 1 else 1
    return 1 if word[:1].isupper() else 3 if word.upper() == word else 0


def quoted_from(line: str) -> tuple[list[int], list[bool]]:
    """Where in a line quotation opens and closes; one left open runs to the end of the line."""
    places, states = [0], [False]
    for match in _MARK.finditer(line):
        mark = match.group()
        inside = mark in _OPENING or (mark not in _CLOSING and not states[-1])
        places.append(match.start())
        states.append(inside)
    return places, states


def sentence_starts(line: str) -> list[int]:
    """Where sentences begin in a line: a rough answer, good enough to cut windows at."""
    found = [0]
    for match in _END.finditer(line):
        if _STOPPED.search(line, max(0, match.start() - 4), match.start()) and _AFTER.match(line, match.end()):
            found.append(match.end())
    return found


def _rows(encoding: "Encoding", line: str, shift: int) -> Iterator[tuple[int, int, int, int]]:
    places, states = quoted_from(line)
    cases: dict[int | None, int] = {}
    edges: dict[int | None, tuple[int, int]] = {}
    words, offsets = encoding.word_ids, encoding.offsets
    for word, (start, end) in zip(words, offsets, strict=True):
        edges[word] = (edges.get(word, (start, end))[0], end)
    for piece, word, (start, end) in zip(encoding.ids, words, offsets, strict=True):
        if word not in cases:
            cases[word] = letter_case(line[slice(*edges[word])])
        inside = len(states) > 1 and states[bisect_right(places, start) - 1]
        yield piece, cases[word] + 4 * inside, shift + start, shift + end


def _firsts(encoding: "Encoding", line: str, before: int) -> Iterator[int]:
    starts = [start for start, _ in encoding.offsets]
    last = -1
    for place in sentence_starts(line):
        index = bisect_right(starts, place - 1)
        if index > last and index < len(starts):
            yield before + index
            last = index
