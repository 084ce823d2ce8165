"""The head of a report: what stands above its first sentence, on lines of its own or run together with it."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from counterclaim.lexicon import load, word_set
from counterclaim.model import Block, BlockKind, Span
from counterclaim.reading import chrome, titles
from counterclaim.reading.datelines import dateline, is_date_line
from counterclaim.reading.headdates import head_dates, labels, residue
from counterclaim.text import folded, lowered, trimmed

# A head is never longer than this many lines; below, a short line is a heading.
_MOST_LINES = 12


class Piece(NamedTuple):
    """A paragraph of the source, with its kind where the source's markup tells it."""

    span: Span
    kind: BlockKind | None = None


class Head(NamedTuple):
    """The blocks of a report's head, how many pieces they take, and what they name."""

    blocks: tuple[Block, ...]
    taken: int
    title: Span | None
    outlet: str | None


def head(text: str, pieces: Sequence[Piece]) -> Head:
    """The head of a report, up to its first paragraph."""
    above, at, title = _above(text, pieces)
    blocks = list(above)
    outlet = None
    if title is not None:
        outlet = _title_blocks(text, title, blocks)
        at += 1
    for piece in pieces[at : at + _MOST_LINES]:
        kind = _below_title(text, piece, title, pieces[at + 1 : at + 2])
        if kind is None:
            break
        if kind == "byline" and piece.kind is None and not is_byline(piece.span.of(text)):
            outlet = outlet or piece.span.of(text)
        if kind == "byline":
            outlet = outlet or _credited(piece.span.of(text))
        if kind == "dateline":
            outlet = outlet or _agency(text, piece.span)
        blocks.append(_block(piece.span, kind))
        at += 1
    return Head(tuple(blocks), at, title, outlet)


def _above(text: str, pieces: Sequence[Piece]) -> tuple[list[Block], int, Span | None]:
    """What stands above the title, how many pieces that is, and the title."""
    marked = next((n for n, piece in enumerate(pieces) if piece.kind == "title"), None)
    blocks: list[Block] = []
    for at, piece in enumerate(pieces):
        line = piece.span.of(text)
        if at == marked:
            return _without_clocks(text, blocks), at, piece.span
        kind = piece.kind or _line_above(text, piece.span)
        if kind is None and marked is not None and at < marked and len(line) < 200:
            kind = "heading"
        if kind is None or (at > 3 * _MOST_LINES and marked is None and piece.kind is None):
            is_title = marked is None and _is_title(text, pieces, at)
            return _without_clocks(text, blocks), at, piece.span if is_title else None
        blocks.append(_block(piece.span, kind))
    return blocks, len(blocks), None


def _is_title(text: str, pieces: Sequence[Piece], at: int) -> bool:
    span = pieces[at].span
    opened = dateline(text, span.start, span.end)
    if opened is not None and (opened.date or opened.agency):
        return False
    return titles.looks_like_title(span.of(text), [p.span.of(text) for p in pieces[at + 1 : at + 4]])


def _line_above(text: str, span: Span) -> BlockKind | None:
    line = span.of(text)
    if is_date_line(text, span.start, span.end):
        return "dateline"
    if chrome.is_chrome(line) or chrome.is_section(line):
        return "chrome"
    return "byline" if is_byline(line) else None


def _without_clocks(text: str, blocks: list[Block]) -> list[Block]:
    """Dates above a title are of the report only when they say so, or give a year with no menu around them.

    Otherwise they are the page's clock: the day on which somebody looked.
    """
    menu = any(block.kind == "chrome" for block in blocks)
    clocks = [b for b in blocks if b.kind == "dateline" and not _is_of_report(text, b, menu)]
    return [Block(b.start, b.end, "chrome") if b in clocks else b for b in blocks]


def _is_of_report(text: str, block: Block, menu: bool) -> bool:
    words = set(lowered(folded(text[block.start : block.end])).replace(":", " ").split())
    if words & (labels("published") | labels("updated")):
        return True
    dates = head_dates(text, block.start, block.end)
    return not menu and any(not day.startswith("--") for date in dates for day in date.days)


def _title_blocks(text: str, title: Span, blocks: list[Block]) -> str | None:
    """Adds the title, without a page's " | Outlet", which is returned."""
    part = titles.suffix(title.of(text))
    if part is None:
        blocks.append(_block(title, "title"))
        return None
    cut = text.rindex("|", title.start, title.start + part.start)
    blocks.append(_block(Span(*trimmed(text, title.start, cut)), "title"))
    blocks.append(Block(cut, title.end, "chrome"))
    return Span(title.start + part.start, title.start + part.end).of(text)


def _below_title(text: str, piece: Piece, title: Span | None, after: Sequence[Piece]) -> BlockKind | None:
    """What a line below the title is, as long as it is no paragraph; `after` is the piece that follows, if any."""
    line = piece.span.of(text)
    if piece.kind != "chrome" and is_date_line(text, piece.span.start, piece.span.end):
        return "dateline"
    if piece.kind == "chrome" or chrome.is_chrome(line):
        return "chrome"
    if piece.kind in ("byline", "dateline", "caption"):
        return piece.kind
    if is_byline(line):
        return "byline"
    if title is None or piece.kind is not None or not after:
        return None
    if titles.words(line) == titles.words(title.of(text)):
        return "chrome"  # the page's own name for itself, not a second assertion
    if _is_outlet(line) or (_is_name(line) and is_date_line(text, after[0].span.start, after[0].span.end)):
        return "byline"
    if titles.alike(line, title.of(text)) or is_summary(line):
        return "heading"
    return None


def is_summary(line: str) -> bool:
    """A line under the title that is no sentence: it does not end in a full stop."""
    return len(line) <= 300 and len(line.split()) <= 45 and line[-1:].isalnum() and len(line.split()) > 1


def _is_outlet(line: str) -> bool:
    """A word alone under the title, as archives put the outlet's name or domain."""
    return len(line) <= 40 and len(line.split()) == 1 and any(c.isalpha() for c in line) and (line[-1].isalnum())


def _is_name(line: str) -> bool:
    """A line of two to five capitalised words: above a date line, the outlet's name."""
    found = [word for word in line.split() if word.lower() not in ("of", "the", "and")]
    return 1 < len(found) <= 5 and line[-1].isalnum() and all(word[0].isupper() for word in found)


def _credited(line: str) -> str | None:
    """The outlet behind the name of who wrote it: "By Ann Example, The Daily Example"."""
    after = line.rpartition(",")[2].strip(" *_.")
    kinds = word_set("people", "outlets")
    return after if after != line and any(word.lower() in kinds for word in after.split()) else None


def is_byline(line: str) -> bool:
    """The line names who wrote it: "By" with names and no sentence."""
    low = lowered(folded(line)).lstrip("*_ ")
    lexicon = load("chrome")
    if any(low.startswith(start) for start in lexicon["credit_starts"]):
        return len(line) <= 250 and not re.search(r"[a-z]\. [A-Z]", line[:-1].replace("Our Standards", ""))
    if len(low.split()) > 12 or line.rstrip().endswith((".", "?", "!", ":")):
        return False
    return any(low.startswith(start) for start in lexicon["byline_starts"]) and _is_names(line)


def _is_names(line: str) -> bool:
    rest = list(residue(line, 0, len(line)))
    small = [word for word in rest if word[0].islower() and word not in ("and", "with", "for", "correspondent")]
    return bool(rest) and len(small) <= 1


def _agency(text: str, span: Span) -> str | None:
    """The name before a date line's date, where no comma of a place sets it: ``AGENCY, Tuesday 2 July``."""
    dates = head_dates(text, span.start, span.end)
    before = text[span.start : dates[0].start].strip(" ,.-–—|") if dates else ""
    return before if re.fullmatch(r"[A-Z]{2,6}", before) else None


def _block(span: Span, kind: BlockKind) -> Block:
    return Block(span.start, span.end, kind)
