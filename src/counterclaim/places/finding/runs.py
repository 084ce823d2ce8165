"""Names as they stand in sentences: runs of capitalised words, whatever they may name."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from counterclaim.lexicon import load, number_words
from counterclaim.model import Sentence, Span
from counterclaim.text import WORD, lowered
from counterclaim.values.dates import MONTHS, WEEKDAYS

_PARTICLE = (
    r"(?:[Aa]l|[Ee]l|[Aa]s|[Aa]z|[Ee]z|[Aa]r|[Aa]sh|[Aa]d|[Aa]n|[Aa]t|[Uu]l|[Dd]e|[Dd]el|[Ll]a|[Ll]as|[Ll]os"
    r"|e|i|d|di|da|do|dos|du|le|les|bin|ibn|van|von)"
)
_PART = rf"(?:{_PARTICLE}[-'])?[^\W\d_a-zß-öø-ÿ¼½¾]\w{{0,40}}"
_WORD = rf"(?:(?:[A-Z]\.){{2,5}}|{_PART}(?:'\w{{2,20}})?(?:-(?:{_PARTICLE}-)?{_PART}){{0,3}})"
_RUN = re.compile(
    rf"(?<![\w'])(?:{_PARTICLE}[ ])?{_WORD}(?:\.(?= [A-Z]))?"
    rf"(?:[ ](?:(?:{_PARTICLE}|of|of the)[ ])?{_WORD}){{0,7}}(?!\w)"
)
_SPLIT = re.compile(r"\S+")
_FIRST = frozenset(load("places")["kinds"]["first"])
_COMMON = frozenset(load("places")["against"]["common"]) | number_words() | frozenset(MONTHS) | frozenset(WEEKDAYS)


SHORT = 6  # words up to which a sentence of names may be only that


class Run(NamedTuple):
    """A name where it stands: its span, its sentence's index, and the words of the parsed view."""

    span: Span
    sentence: int
    words: str


def views(text: str, sentences: Sequence[Sentence]) -> Iterator[tuple[Sentence, str]]:
    """Each sentence with its words as the parser saw them: headlines with their common words in small letters."""
    for sentence in sentences:
        view = list(text[sentence.start : sentence.end])
        for token in sentence.tokens:
            at = token.start - sentence.start
            view[at : at + len(token.text)] = token.text
        yield sentence, "".join(view)


def runs(sentence: Sentence, view: str) -> Iterator[Run]:
    """The names in a sentence, cut at days, months and words that are only capitalised for standing first.

    Where nearly every word is capitalised, capitals say nothing: there the parse's own names are taken.
    """
    if _is_shouted(view):
        yield from _entities(sentence, view)
        return
    first = first_word(sentence)
    for match in _RUN.finditer(view):
        for start, end in _pieces(view, match.start(), match.end()):
            span = Span(sentence.start + start, sentence.start + end)
            opening = span.start == first.start and span.end == first.end and first.loose
            if not opening and any(c.isupper() for c in view[start:end]):
                yield Run(span, sentence.index, view[start:end])


def _is_shouted(view: str) -> bool:
    long = [word for word in WORD.findall(view) if len(word) > 3]
    return len(long) > SHORT and sum(word[0].isupper() for word in long) > 0.8 * len(long)


def _entities(sentence: Sentence, view: str) -> Iterator[Run]:
    for entity in sentence.entities:
        first = entity.first + (sentence.tokens[entity.first].lower == "the" and entity.last > entity.first + 1)
        span = Span(sentence.tokens[first].start, sentence.tokens[entity.last - 1].end)
        words = view[span.start - sentence.start : span.end - sentence.start]
        if entity.label in ("GPE", "LOC", "FAC", "PERSON", "ORG") and words[:1].isupper() and " - " not in words:
            yield Run(span, sentence.index, words)


class First(NamedTuple):
    """The first word of a sentence; `loose` where the parse takes it for no name."""

    start: int
    end: int
    loose: bool


def first_word(sentence: Sentence) -> First:
    token = next((t for t in sentence.tokens if t.text[:1].isalnum()), sentence.tokens[0])
    return First(token.start, token.end, token.pos not in ("PROPN", "NOUN", "X", "ADJ"))


def _pieces(view: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The parts of a run between common words; "of" holds only after a kind such as "Gulf"."""
    words = [(m.start(), m.end(), lowered(m.group())) for m in _SPLIT.finditer(view, start, end)]
    begin: int | None = None
    last = start
    for index, (left, right, low) in enumerate(words):
        before = words[index - 1][2] if index else ""
        joins = begin is not None and ((low == "of" and before in _FIRST) or (low == "the" and before == "of"))
        breaks = low.rstrip(".") in _COMMON and not joins
        if breaks and begin is not None:
            yield begin, last
        if breaks:
            begin = None
        elif begin is None:
            begin = left
        last = right
    if begin is not None:
        yield begin, last
