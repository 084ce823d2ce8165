"""Words of the reports, cut by their spans: the one place where a page gets a quotation from."""

from collections.abc import Iterable, Sequence

from counterclaim.dossier.context import after, before, begins_sentence, ends_sentence, too_short
from counterclaim.dossier.index import Index
from counterclaim.dossier.links import mention_path
from counterclaim.dossier.stamps import stamps
from counterclaim.dossier.views import MARKS, Piece, Quote
from counterclaim.model import Mention, Report, Span, Spans
from counterclaim.text import trimmed

# A quotation beside others is read at a glance; about three lines of it.
SHORT = 220
# On a page of its own it may run on, but a clause of a hostile text may be a whole book.
LONG = 900
LONGEST = 30  # characters of a word


def quote(index: Index, mention: Mention, *, marked: Iterable[str] = (), limit: int = LONG) -> Quote:
    """A mention in its own words, with the words of the slots in `marked` set off."""
    report = index.reports[mention.report]
    shown, cut = whole_words(report.text, *clip(_tidy(report.text, mention.content), limit))
    wanted = [span for slot in marked for span in mention.spans.get(slot, ())]
    if "hedge" in marked and mention.hedge.span:
        wanted.append(mention.hedge.span)
    pieces = tuple(_pieces(report.text, shown, wanted))
    if len(shown) == 1 and too_short(report.text, shown[0]):
        pieces, cut = surrounded(report, shown[0], pieces)
    decided = stamps(index.decided.get(mention.id, ()))
    return Quote(pieces, mention_path(mention), cut, report.language, mention.id, decided)


def surrounded(report: Report, span: Span, pieces: tuple[Piece, ...]) -> tuple[tuple[Piece, ...], bool]:
    """A claim of few words with those around it, which are set apart; and whether any of its sentence were left."""
    inside = next((b.span for b in report.blocks if b.span.holds(span)), Span(0, len(report.text)))
    head, tail = before(report.text, span), after(report.text, span)
    head, tail = Span(max(head.start, inside.start), head.end), Span(tail.start, min(tail.end, inside.end))
    bare = unmarked(report.text, Span(head.start, tail.end))
    head, tail = Span(min(bare.start, head.end), head.end), Span(tail.start, max(bare.end, tail.start))
    gap = head.start > inside.start and not begins_sentence(report.text, head)
    left = [Piece(head.of(report.text), gap=gap, around=True)] if len(head) else []
    right = [Piece(tail.of(report.text), around=True)] if len(tail) else []
    whole = Span(head.start, tail.end)
    cut = whole.end < inside.end and not ends_sentence(report.text, whole)
    return (*left, *pieces, *right), cut


def passage(index: Index, report: str, span: Span, href: str, limit: int = SHORT, lang: str = "") -> Quote:
    """A stretch of a report, cut to `limit` characters; `lang` where it is in another language than the report."""
    found = index.reports[report]
    shown, cut = whole_words(found.text, *clip(_tidy(found.text, (span,)), limit))
    return Quote(tuple(_pieces(found.text, shown, ())), href, cut, lang or found.language)


def said(quoted: Quote) -> str:
    """A quotation as plain words, for a title that cannot hold marks."""
    words = "".join((" … " if piece.gap else "") + piece.text for piece in quoted.pieces)
    opening, closing = ("‘", "’") if quoted.nested else ("“", "”")
    return opening + " ".join(words.split()) + ("…" if quoted.cut else "") + closing


def clip(spans: Spans, limit: int) -> tuple[Spans, bool]:
    """The first `limit` characters of the spans, and whether any were left."""
    shown: list[Span] = []
    for span in spans:
        if limit <= 0:
            return tuple(shown), True
        shown.append(Span(span.start, min(span.end, span.start + limit)))
        if len(span) > limit:
            return tuple(shown), True
        limit -= len(span)
    return tuple(shown), False


def whole_words(text: str, spans: Spans, cut: bool) -> tuple[Spans, bool]:
    """Spans that were cut, without the part of a word at their end; a word without end is left as it is."""
    if not cut or not spans:
        return spans, cut
    last = spans[-1]
    blank = max(text.rfind(" ", last.start, last.end + 1), text.rfind("\n", last.start, last.end + 1))
    return ((*spans[:-1], Span(last.start, blank)) if blank > max(last.start, last.end - LONGEST) else spans), cut


def _tidy(text: str, spans: Spans) -> Spans:
    """The spans in order, without blank edges or the quotation marks that the page sets itself."""
    cut = [closed(text, unmarked(text, Span(*trimmed(text, s.start, s.end)))) for s in joined(text, spans)]
    return tuple(span for span in cut if len(span)) or tuple(sorted(spans))


def joined(text: str, spans: Spans) -> Spans:
    """The spans in order; those with nothing but blanks between them are one."""
    found: list[Span] = []
    for span in sorted(spans):
        if found and not text[found[-1].end : span.start].strip():
            found[-1] = Span(found[-1].start, max(found[-1].end, span.end))
        else:
            found.append(span)
    return tuple(found)


def unmarked(text: str, span: Span) -> Span:
    """The span without a pair of quotation marks around all of it, or a single one left over at its edge."""
    words = span.of(text)
    first, last = words[:1] in MARKS, words[-1:] in MARKS
    number = sum(map(words.count, MARKS))
    if len(words) < 3 or not (number == 1 or (number == 2 and first and last)):
        return span
    return Span(span.start + first, span.end - last)


def closed(text: str, span: Span) -> Span:
    """The span with the mark beside it that ends (or begins) a quotation that it only begins (or ends)."""
    words = span.of(text)
    for opening, closing in ("“”", "«»", '""'):
        lacking = words.count(opening) - words.count(closing) if opening != closing else words.count(opening) % 2
        if lacking > 0 and text[span.end : span.end + 1] == closing:
            return Span(span.start, span.end + 1)
        if lacking and text[max(span.start - 1, 0) : span.start] == opening:
            return Span(span.start - 1, span.end)
    return span


def _pieces(text: str, spans: Sequence[Span], wanted: Iterable[Span]) -> Iterable[Piece]:
    """The spans as pieces that are marked or not; where words of the report lie between spans, a gap."""
    marks = sorted(wanted)
    before: Span | None = None
    for span in spans:
        gap = before is not None and bool(text[before.end : span.start].strip())
        for start, end, marked in _cuts(span, marks):
            yield Piece(text[start:end], marked, gap)
            gap = False
        before = span


def _cuts(span: Span, marks: Sequence[Span]) -> Iterable[tuple[int, int, bool]]:
    at = span.start
    for mark in marks:
        start, end = max(mark.start, at), min(mark.end, span.end)
        if start >= end:
            continue
        if at < start:
            yield at, start, False
        yield start, end, True
        at = end
    if at < span.end:
        yield at, span.end, False
