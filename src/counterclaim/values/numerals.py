"""Numbers in figures and words, with their values: what they count, if anything, is not asked here."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from counterclaim.lexicon import load
from counterclaim.model import Span
from counterclaim.text import folded, lowered

_LEXICON = load("numbers")
SIMPLE: dict[str, int] = _LEXICON["simple"]
SCALES: dict[str, int] = _LEXICON["scales"]

_FIGURES = r"\d{1,3}(?:,\d{2,3})+(?!\d)|\d+(?:\.\d+)?"  # 1,500 and the Indian 1,50,000
_NAMES = "|".join(sorted((*SIMPLE, *SCALES), key=lambda w: (-len(w), w)))
_PIECE = re.compile(
    rf"(?P<figures>{_FIGURES})(?!\d)|\b(?P<half>half an? )?(?P<article>an? )?(?P<name>{_NAMES})(?![\w'])"
)
LONGEST = 12  # digits: beyond that it is no count of people or things


class Numeral(NamedTuple):
    """A number as written; `value` is None where it is no whole number."""

    span: Span
    value: int | None
    figures: bool


class _Piece(NamedTuple):
    """One word or one group of figures of a number."""

    span: Span
    name: str | None
    value: float
    opens: bool  # nothing before can belong to it: figures, "a hundred", "half a million"


def numerals(text: str) -> tuple[Numeral, ...]:
    """The numbers in the text, in text order; a plural such as "hundreds" is none."""
    return tuple(_joined(_pieces(lowered(folded(text))), text))


def _pieces(view: str) -> Iterator[_Piece]:
    for match in _PIECE.finditer(view):
        if match["figures"] is not None:
            yield _Piece(Span(*match.span()), None, _figures_value(match["figures"]), True)
        elif (match["half"] or match["article"]) and match["name"] not in SCALES:
            start = match.start("name")
            yield _Piece(Span(start, match.end()), match["name"], SIMPLE[match["name"]], False)
        elif match["half"] or match["article"]:
            value = SCALES[match["name"]] / (2 if match["half"] else 1)
            yield _Piece(Span(*match.span()), match["name"], value, True)
        else:
            value = SIMPLE.get(match["name"], SCALES.get(match["name"], 0))
            yield _Piece(Span(*match.span()), match["name"], value, False)


def _figures_value(figures: str) -> float:
    plain = figures.replace(",", "")
    return float(plain) if len(plain) <= LONGEST else float("nan")


class _Sum:
    """A number being read word by word."""

    def __init__(self, piece: _Piece) -> None:
        self.spans = [piece.span]
        self.figures = piece.name is None
        self.total = 0.0
        self.part = piece.value
        self.scale = float("inf")  # the last scale used; the next must be smaller

    def take(self, piece: _Piece, gap: str) -> bool:
        """Add the word where grammar lets it belong to this number."""
        fits = piece.name is not None and not piece.opens and gap in (" ", "-", " and ") and self._fit(piece, gap)
        if fits:
            self.spans.append(piece.span)
        return fits

    def _fit(self, piece: _Piece, gap: str) -> bool:
        if piece.name in SCALES:
            return gap != " and " and self._times(int(piece.value))
        return not self.figures and self._plus(piece.value, gap)

    def _times(self, scale: int) -> bool:
        """"two hundred", "1.2 million", "three dozen"."""
        if not 0 < self.part < scale or scale >= self.scale:
            return False
        if scale == 100:
            self.part *= scale
        else:
            self.total, self.part, self.scale = self.total + self.part * scale, 0, scale
        return True

    def _plus(self, value: float, gap: str) -> bool:
        """"twenty-three", "a hundred and five"."""
        held = self.part % 100
        room = held == 0 if value >= 10 else held == 0 or (held >= 20 and held % 10 == 0)
        if not room or value == 0 or (held and gap == " and ") or self.part + self.total == 0:
            return False
        self.part += value
        return True

    def numeral(self) -> Numeral:
        value = self.total + self.part
        whole = round(value) if abs(value) < 10**LONGEST and abs(value - round(value)) < 1e-6 else None
        return Numeral(Span(self.spans[0].start, self.spans[-1].end), whole, self.figures)


def _joined(pieces: Iterator[_Piece], text: str) -> Iterator[Numeral]:
    """Neighbouring pieces put together; a scale by itself ("hundred") is no number."""
    current: _Sum | None = None
    for piece in pieces:
        gap = text[current.spans[-1].end : piece.span.start] if current else ""
        if current is not None and len(gap) <= 5 and current.take(piece, lowered(folded(gap))):
            continue
        if current is not None:
            yield current.numeral()
        current = _Sum(piece) if piece.opens or piece.name in SIMPLE else None
    if current is not None:
        yield current.numeral()
