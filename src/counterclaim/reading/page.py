"""A web page to a report: all its visible text in order, and which of it is the article."""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from counterclaim.model import BlockKind, Rejected, Report, Span
from counterclaim.reading.elements import Line, visible_lines
from counterclaim.reading.heads import Piece
from counterclaim.reading.nesting import DEEPEST, too_deep
from counterclaim.reading.pagedata import PageData, page_data
from counterclaim.reading.plain import Known, report_of
from counterclaim.reading.titles import alike

# What may stand between a title and an article that begins further down.
_HEAD = ("dateline", "byline", "heading")


class Text(NamedTuple):
    """The visible text of a page, and its paragraphs."""

    text: str
    pieces: tuple[Piece, ...]


def read_page(html: str, source: str, url: str | None = None) -> Report | Rejected:
    """The report on a page; what stands outside its article is chrome. Rejected where nothing visible is on it.

    `url` is where it was fetched from; what a page without one says of its own address is only its word.
    """
    from selectolax.lexbor import LexborHTMLParser, SelectolaxError

    if too_deep(html):
        return Rejected(source, f"its elements nest more than {DEEPEST:,} deep")
    try:
        tree = LexborHTMLParser(_safe(html))
    except SelectolaxError as error:
        return Rejected(source, f"not a page that can be parsed: {error}")
    lines = tuple(visible_lines(tree))
    if not any(c.isalnum() for line in lines for c in line.text):
        return Rejected(source, "no text: the page shows not one word")
    data = page_data(tree)
    page = _laid_out(lines, data)
    known = Known(url or data.url, data.published, data.outlet, data.title, data.basis or "the page's data")
    report = report_of(page.text, page.pieces, source, known)
    if report.published is None or report.published.precision != "day":
        day = _dated_by_markup(html)
        if day:
            report = report_of(page.text, page.pieces, source, known._replace(published=day, basis="the page's markup"))
    return report


def _safe(html: str) -> str:
    """Without halves of characters, which no parser takes."""
    return re.sub("[\ud800-\udfff]", "\ufffd", html)


def _laid_out(lines: Sequence[Line], data: PageData) -> Text:
    """The lines under one another, with their kinds; the lines of one embedded post are one piece."""
    kinds = list(_kinds(lines, data))
    pieces: list[Piece] = []
    at = 0
    for number, line in enumerate(lines):
        span = Span(at, at + len(line.text))
        before = lines[number - 1] if number else None
        if pieces and before and kinds[number] == "post" and kinds[number - 1] == "post" and before.group == line.group:
            pieces[-1] = Piece(Span(pieces[-1].span.start, span.end), "post")
        else:
            pieces.append(Piece(span, kinds[number]))
        at = span.end + 1
    return Text("\n".join(line.text for line in lines), tuple(pieces))


def _kinds(lines: Sequence[Line], data: PageData) -> Iterator[BlockKind | None]:
    """What each line is: chrome above the title and outside the article, else what its markup says."""
    article = _article_lines(lines)
    title = _title_line(lines, data, article.start)
    for number, line in enumerate(lines):
        if number == title:
            yield "title"
        elif number in article:
            above = title is not None and number < title
            yield "chrome" if line.chrome or above else "heading" if line.kind == "title" else line.kind
        else:
            under = title is not None and title < number < article.start and not line.chrome
            yield line.kind if under and line.kind in _HEAD else "chrome" if not under or line.kind else None


def _article_lines(lines: Sequence[Line]) -> range:
    """From the article's first line to its last."""
    inside = [n for n, line in enumerate(lines) if line.inside and not line.chrome]
    inside = inside or [n for n, line in enumerate(lines) if not line.chrome]
    return range(inside[0], inside[-1] + 1) if inside else range(len(lines))


def _title_line(lines: Sequence[Line], data: PageData, article: int) -> int | None:
    """Which line is the title: the last first-order heading up to the article's start, or the page's own title."""
    headings = [n for n, line in enumerate(lines) if line.kind == "title" and not line.chrome]
    above = [n for n in headings if n <= article + 12]
    if above:
        return above[-1] if above[-1] <= article else above[0]
    named = [n for n in _nearest(lines, article) if data.title and alike(lines[n].text, data.title)]
    return named[0] if named else None


def _nearest(lines: Sequence[Line], article: int) -> Iterable[int]:
    return sorted(range(len(lines)), key=lambda n: (lines[n].chrome, abs(n - article)))


def _dated_by_markup(html: str) -> str | None:
    """The day that htmldate finds in the page's data; never one from the text, where menus have clocks."""
    from htmldate import find_date

    try:
        found = find_date(_head(html), original_date=True, extensive_search=False, max_date="2199-12-31")
    except Exception:  # what others' parser raises on a broken page is not to be known
        return None
    return found if found and not found.endswith("-01-01") else None  # a lone year comes back as its first day


def _head(html: str) -> str:
    """The page's head over an empty body."""
    match = re.search(r"<head\b.*?</head>", html, re.DOTALL | re.IGNORECASE)
    return f"<html>{match.group()}<body><p>.</p></body></html>" if match else "<html><body></body></html>"
