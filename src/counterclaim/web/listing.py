"""The workspace's own lists as records: what is left, what was found, what was decided."""

from collections.abc import Sequence
from typing import TypeVar

from counterclaim.dossier.index import Index, clipped
from counterclaim.dossier.links import mention_path, report_link, report_path
from counterclaim.dossier.quoting import SHORT, quote
from counterclaim.dossier.stamps import deed, moment
from counterclaim.dossier.views import Link, Piece, Quote, Voice
from counterclaim.dossier.voices import day, voice
from counterclaim.model import Decision, Mention, Record
from counterclaim.review.searching import Hit
from counterclaim.review.standing import undone
from counterclaim.web.bar import place_of
from counterclaim.web.desk import View

# As many as a reader looks through; a page of them is made in some tens of milliseconds.
PAGE = 50
# Characters of a note that the list of decisions shows.
NOTE = 600

Item = TypeVar("Item")


class Turn(Record, frozen=True):
    """One page of a long list; `page` counts from 1."""

    page: int
    pages: int
    total: int


class Entry(Record, frozen=True):
    """A mention in a list, with why it stands there."""

    quote: Quote
    voice: Voice | None
    day: str
    report: Link
    place: str
    reason: str


class Deed(Record, frozen=True):
    """A decision in the list of all."""

    id: int
    what: str
    user: str
    at: str
    note: str | None
    state: str  # standing, undone or lost
    quotes: tuple[Quote, ...]
    more: int


def turned(items: Sequence[Item], page: int) -> tuple[Sequence[Item], Turn]:
    """The items of a page; one past the end is the last."""
    pages = max(1, -(-len(items) // PAGE))
    at = min(max(page, 1), pages)
    return items[(at - 1) * PAGE : at * PAGE], Turn(at, pages, len(items))


def left_entries(view: View, page: int) -> tuple[tuple[Entry, ...], Turn]:
    """What is left to look at, the hardest first."""
    known = view.index.mentions
    items, turn = turned(view.left, page)
    return tuple(entry(view.index, known[item.mention], item.reason) for item in items), turn


def entry(index: Index, mention: Mention, reason: str = "") -> Entry:
    return Entry(
        quote=quote(index, mention, marked=("quantity",), limit=SHORT),
        voice=voice(index, mention),
        day=day(index, mention),
        report=report_link(index, mention.report),
        place=place_of(index, mention),
        reason=reason,
    )


def found_entries(view: View, hits: Sequence[Hit]) -> tuple[tuple[Entry, ...], tuple[Entry, ...]]:
    """The claims that were found, then the passages that are in no claim."""
    index = view.index
    claims = [h for h in hits if h.mention in index.mentions]
    passages = [h for h in hits if h.mention is None and h.report in index.reports]
    mentions = [index.mentions[h.mention or ""] for h in claims]
    return tuple(entry(index, m) for m in mentions), tuple(_passage(index, hit) for hit in passages)


def _passage(index: Index, hit: Hit) -> Entry:
    """The words around what was found, with the first word set off."""
    number = index.paragraph(hit.report, hit.span.start)
    place = f"{report_path(hit.report)}#par-{number}"
    quoted = Quote(tuple(_pieces(hit)), place, False, index.reports[hit.report].language)
    return Entry(quoted, None, "", report_link(index, hit.report), place, "")


def _pieces(hit: Hit) -> list[Piece]:
    first, last = hit.span.start - hit.start, hit.span.end - hit.start
    parts = [(hit.snippet[:first], False), (hit.snippet[first:last], True), (hit.snippet[last:], False)]
    return [Piece(text, marked) for text, marked in parts if text]


def deeds(view: View, page: int) -> tuple[tuple[Deed, ...], Turn]:
    """The decisions, newest first."""
    items, turn = turned(view.decisions[::-1], page)
    out, lost = undone(view.decisions), {decision.id for decision in view.review.lost}
    states = ("undone" if d.id in out else "lost" if d.id in lost else "standing" for d in items)
    return tuple(_deed(view, d, state) for d, state in zip(items, states, strict=True)), turn


def _deed(view: View, decision: Decision, state: str) -> Deed:
    known = [view.known[m] for m in decision.mentions if m in view.known]
    return Deed(
        id=decision.id,
        what=f"undid {decision.value}" if decision.action == "undo" else deed(decision),
        user=decision.user,
        at=moment(decision.at),
        note=clipped(decision.note, NOTE) if decision.note else None,
        state=state,
        quotes=tuple(plain_quote(view.index, m) for m in known[:3] if m.report in view.index.reports),
        more=max(0, len(known) - 3),
    )


def plain_quote(index: Index, mention: Mention) -> Quote:
    """The words of a mention that may have been rejected, so that its own mark is not in its report."""
    quoted = quote(index, mention, limit=SHORT)
    if mention.id in index.mentions:
        return Quote(quoted.pieces, mention_path(mention), quoted.cut, quoted.lang)
    start = min(mention.content).start if mention.content else 0
    place = f"{report_path(mention.report)}#par-{index.paragraph(mention.report, start)}"
    return Quote(quoted.pieces, place, quoted.cut, quoted.lang)
