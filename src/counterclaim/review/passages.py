"""A ledger cut into what is searched: passages of its reports, and its mentions with the names they have."""

import re
import unicodedata
from collections.abc import Iterator
from itertools import pairwise

from counterclaim.model import Ledger, Mention, Record, Report, Span

PASSAGE = 2_000  # characters of a passage at most; a paragraph is mostly shorter

_WORD = re.compile(r"[^\W_]+")


class Passage(Record, frozen=True):
    """What is searched as one: a slice of a report from `start`, and the words by which it is found."""

    report: str
    mention: str | None
    start: int
    body: str
    words: str


def passages(ledger: Ledger) -> Iterator[Passage]:
    """All that can be found: the text of every report, piece by piece, and every mention with the names it has."""
    names = {place.id: place.name for place in ledger.places} | {party.id: party.name for party in ledger.parties}
    names |= {actor.id: actor.name for actor in ledger.actors}
    # PostgreSQL holds no NUL.
    text = {report.id: report.text.replace("\0", "\ufffd") for report in ledger.reports}
    for report in ledger.reports:
        for start, end in pieces(report):
            body = text[report.id][start:end]
            yield Passage(report.id, None, start, body, searched(body))
    for mention in ledger.mentions:
        start, end = mention.content[0].start, mention.content[-1].end
        body = text[mention.report][start : min(end, start + PASSAGE)]
        yield Passage(mention.report, mention.id, start, body, searched(" ".join((body, *_named(mention, names)))))


def _named(mention: Mention, names: dict[str, str]) -> Iterator[str]:
    for one in (mention.speaker, mention.party, mention.subject, mention.object, mention.place, *mention.via):
        if one in names:
            yield names[one]


def pieces(report: Report) -> Iterator[tuple[int, int]]:
    """The report's blocks and what lies between them, long ones cut between words where there is a blank."""
    edges = sorted({0, len(report.text), *(edge for b in report.blocks for edge in (b.start, b.end))})
    for start, end in pairwise(edges):
        while end - start > PASSAGE:
            blank = report.text.rfind(" ", start + 1, start + PASSAGE)
            cut = blank if blank > 0 else start + PASSAGE
            yield start, cut
            start = cut
        if report.text[start:end].strip():
            yield start, end


def searched(text: str) -> str:
    """The words by which a text is found."""
    return " ".join(word for _, word in folded_words(text))


def folded_words(text: str) -> Iterator[tuple[Span, str]]:
    """Each word with its place: in small letters and without accents, whatever script it is in."""
    for match in _WORD.finditer(text):
        parts = unicodedata.normalize("NFKD", match.group().casefold())
        for word in _WORD.findall("".join(c for c in parts if not unicodedata.combining(c))):
            yield Span(*match.span()), word
