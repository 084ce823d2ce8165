"""The blocks of a report: every stretch that is not blank, named for what it is."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from counterclaim.lexicon import load
from counterclaim.model import Block, BlockKind, Span
from counterclaim.reading import chrome
from counterclaim.reading.heads import Piece, head, is_byline
from counterclaim.reading.openings import opening
from counterclaim.reading.posts import posts
from counterclaim.text import folded, lowered, trimmed

# Headings inside an article are short; a line without a full stop beyond this is a paragraph with a slip.
_HEADING_WORDS = 14
# A line with this many words under a heading of links is an article's again.
_PROSE_WORDS = 14

_MARKUP = re.compile(r"(?:#{1,6}|>+)[ \t]+")
_IMAGE = re.compile(r"!\[[^\]\n]{0,500}\]\([^)\s]{0,1000}(?: \"[^\"\n]{0,300}\")?\)")
_FULL_STOP = re.compile(r"[.!?:;,…][\"'”’)\]]*$")
_CREDIT = re.compile(
    r"(?<=[.!?\"”)])\s*(?P<credit>\(?(?:Reporting|Additional reporting|Writing|Editing|Compiled) by\b[^\n]{1,300}"
    r"|Sources? [A-Z][^\n.]{1,60}|\((?:With|Source|Sources|Agencies)\b[^()\n]{0,80}\)[^\n]{0,12}"
    r"|(?:--|[—–]|-)\s?[A-Z][\w.]*(?: [A-Z][\w.]*){0,2}\.?)$"
)
_LAST_UPDATE = re.compile(r"(?<=[.!?\"”)])\s*(?P<credit>(?:Last )?[Uu]pdated?:? [^\n]{6,90})$")
# Initials, names with a stroke between and numbers that a desk leaves after the last sentence.
_NAME = r"[A-Z][\w.'’-]*(?: [\w.'’-]+){0,2}"
_LEFTOVER = re.compile(
    rf"(?<=[.!?\"”)])\s*(?P<left>{_NAME} ?/ ?{_NAME}|[A-Z]{{2,6}}(?: \d+)?|[\d-]{{1,8}}|Twitter|Facebook)$"
)


class Layout(NamedTuple):
    """A report's blocks, and the title and outlet that they give."""

    blocks: tuple[Block, ...]
    title: str | None
    outlet: str | None


def layout(text: str, pieces: Sequence[Piece]) -> Layout:
    """Divides a text into blocks that do not overlap and hold all that is not blank."""
    pieces = [part for piece in pieces for part in _unmarked(text, piece)]
    top = head(text, pieces)
    title = _words_of_title(text, top.blocks)
    blocks, agency = list(top.blocks), top.outlet
    rest = pieces[top.taken :]
    first = next((n for n, p in enumerate(rest) if p.kind is None and not chrome.is_chrome(p.span.of(text))), -1)
    if first >= 0:
        span = rest[first].span
        start = opening(text, span.start, span.end, title)
        agency = agency or start.agency
        opened = [Piece(b.span, b.kind) for b in start.blocks]
        rest = [*rest[:first], *opened, Piece(Span(start.body, span.end)), *rest[first + 1 :]]
    for block in _body(text, rest):
        blocks.extend(_split(text, block))
    return Layout(tuple(blocks), title, agency or _signed(text, blocks))


def _words_of_title(text: str, blocks: Sequence[Block]) -> str | None:
    return next((b.span.of(text) for b in blocks if b.kind == "title"), None)


def _unmarked(text: str, piece: Piece) -> Iterator[Piece]:
    """A piece with Markdown's marks set apart: ``# Heading``, ``> quotation``, ``![picture](address)``."""
    span = piece.span
    mark = _MARKUP.match(text, span.start, span.end)
    if piece.kind is not None or (mark is None and not _IMAGE.fullmatch(text, span.start, span.end)):
        yield piece
    elif mark is None:
        yield Piece(span, "chrome")
    else:
        yield Piece(Span(*trimmed(text, mark.start(), mark.end())), "chrome")
        kind: BlockKind = "quotation" if ">" in mark.group() else "title" if mark.group().strip() == "#" else "heading"
        if mark.end() < span.end:
            yield Piece(Span(mark.end(), span.end), kind)


def _body(text: str, pieces: Sequence[Piece]) -> Iterator[Block]:
    """The blocks below the head.

    After the place for replies all is chrome; after a heading over links, what is short.
    """
    over = links = False
    last = _last_prose(text, pieces)
    for at, piece in enumerate(pieces):
        line = piece.span.of(text)
        over = over or (piece.kind in (None, "heading", "chrome") and chrome.ends_article(line))
        links = (links and not is_prose(line)) or chrome.heads_links(line)
        kind = "chrome" if over or links else piece.kind or _kind(text, piece.span, at < last)
        if kind == "title" and at > 0:
            kind = "heading"
        if kind == "heading" and at > last and piece.kind is None and chrome.is_section(line):
            kind = "chrome"
        yield Block(piece.span.start, piece.span.end, kind)


def _last_prose(text: str, pieces: Sequence[Piece]) -> int:
    """Which piece is the last with a full sentence."""
    return max((n for n, piece in enumerate(pieces) if is_prose(piece.span.of(text))), default=len(pieces))


def is_prose(line: str) -> bool:
    """A paragraph: a good many words, or a sentence with its full stop."""
    words = len(line.split())
    return words >= 2 * _PROSE_WORDS or (words >= 6 and _FULL_STOP.search(line[-8:]) is not None)


def _kind(text: str, span: Span, more: bool) -> BlockKind:
    """What a paragraph without markup is; `more` says that prose follows."""
    line = span.of(text)
    if chrome.is_chrome(line) or (not more and chrome.is_section(line)):
        return "chrome"
    low = lowered(folded(line[:80]))
    if len(line) <= 500 and any(low.startswith(start) for start in load("chrome")["caption_starts"]):
        return "caption"
    if is_byline(line):
        return "byline"
    is_post = any(True for _ in posts(text, span.start, span.end))
    return "heading" if more and _is_heading(line) and not is_post else "paragraph"


def _is_heading(line: str) -> bool:
    count = len(line.split())
    if count > _HEADING_WORDS or not line[:1].isalnum() or line[:1].islower():
        return False
    return _FULL_STOP.search(line) is None or (line.endswith("?") and count <= 8)


def _split(text: str, block: Block) -> Iterator[Block]:
    """A paragraph divided where a post, a credit or a page's footer stands within it."""
    if block.kind not in ("paragraph", "quotation", "post"):
        yield block
        return
    start, end = block.start, block.end
    tail: list[Block] = []
    cut = chrome.trail(text, start, end)
    if cut is not None and cut > start:
        tail.append(Block(cut, end, "chrome"))
        end = trimmed(text, start, cut)[1]
    for pattern, kind in _TAILS:
        match = pattern.search(text, max(start, end - 320), end)
        if match and match.start() > start:
            where = match.start("left" if kind == "chrome" else "credit")
            tail.append(Block(where, end, kind))
            end = trimmed(text, start, where)[1]
    yield from _with_posts(text, start, end, block.kind)
    yield from reversed(tail)


_TAILS: tuple[tuple[re.Pattern[str], BlockKind], ...] = (
    (_LEFTOVER, "chrome"), (_LAST_UPDATE, "dateline"), (_CREDIT, "byline"),
)  # fmt: skip


def _with_posts(text: str, start: int, end: int, kind: BlockKind) -> Iterator[Block]:
    for post in posts(text, start, end):
        before = trimmed(text, start, post.span.start)
        if before[0] < before[1]:
            yield Block(*before, kind)
        yield Block(post.span.start, post.span.end, "post")
        start = post.span.end
    rest = trimmed(text, start, end)
    if rest[0] < rest[1]:
        yield Block(*rest, kind)


def _signed(text: str, blocks: Sequence[Block]) -> str | None:
    """The agency that signs at the end: ``--AGENCY``."""
    for block in blocks:
        if block.kind == "byline":
            match = re.fullmatch(r"(?:--|[—–-])\s?([A-Z][\w. ]*?)\.?", block.span.of(text))
            if match:
                return match[1]
    return None
