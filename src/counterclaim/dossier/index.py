"""What the builders of pages look up: each record by its id, each report's number, each party's colour."""

import re
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from pathlib import PurePosixPath
from types import MappingProxyType
from typing import TypeVar

from counterclaim.dossier.words import calendar, short_day
from counterclaim.ids import content_id
from counterclaim.model import (
    Actor,
    Claim,
    Decision,
    Ledger,
    Mention,
    Note,
    Party,
    Passage,
    Place,
    Question,
    Record,
    Relation,
    Report,
)

# As many hues as can be told apart by every kind of colour vision; later parties are told apart by name alone.
HUES = 7
_SAFE = re.compile(r"[A-Za-z]-[0-9A-Za-z-]{1,64}")
_HASH = re.compile(r"[._-]?\b[0-9a-f]{12,64}$|[._-][0-9a-f]{12,64}$")
_LABEL = 44  # characters of a name of a report that fit a line beside a quotation

Decided = Mapping[str, tuple[Decision, ...]]  # by mention
Item = TypeVar("Item", Actor, Claim, Mention, Place, Question, Report)


class Index(Record, frozen=True):
    """A ledger, ready to be looked things up in."""

    ledger: Ledger
    reports: dict[str, Report]
    order: tuple[str, ...]  # reports by day of publication
    numbers: dict[str, int]
    actors: dict[str, Actor]
    parties: dict[str, Party]
    places: dict[str, Place]
    mentions: dict[str, Mention]
    claims: dict[str, Claim]
    told: dict[str, tuple[Mention, ...]]  # a claim's mentions, its original first
    standing: dict[str, tuple[Mention, ...]]  # a report's mentions, in the order of its text
    asked: dict[str, Question]  # the question that a claim answers
    questions: dict[str, Question]
    hues: dict[str, str]
    passages: dict[str, tuple[tuple[int, Passage], ...]]  # a report's copied passages, with their group
    notes: dict[str, tuple[Note, ...]]
    leading: dict[str, tuple[Relation, ...]]  # the relations that start from a claim
    opposed: dict[str, tuple[str, ...]]  # the claims that cannot hold beside a claim
    decided: Decided  # what people decided about a mention
    paragraphs: dict[str, tuple[int, ...]]  # where a report's paragraphs start, chrome not counted

    def hue(self, party: str | None) -> str:
        """The class of a party's colour; grey for who speaks for none."""
        return self.hues.get(party or "", "neutral")

    def name(self, actor: str | None) -> str:
        """What an actor or party is called; its id where the ledger does not know it."""
        known = self.actors.get(actor or "") or self.parties.get(actor or "")
        return known.name if known else actor or "somebody unnamed"

    def label(self, report: str) -> str:
        """What a report is called beside a quotation: its outlet, else its source."""
        found = self.reports[report]
        return clipped(found.outlet or source_name(found.source) or found.id)

    def paragraph(self, report: str, offset: int) -> int:
        """The number of the paragraph that holds an offset, from 1; chrome before the first counts to it."""
        return max(1, bisect_right(self.paragraphs[report], offset))


def clipped(text: str, length: int = _LABEL) -> str:
    """The text on one line, cut with an ellipsis where it is too long to name anything."""
    line = " ".join(text.split())
    return line if len(line) <= length else line[: length - 1].rstrip() + "…"


def source_name(source: str) -> str:
    """The short name of a source: of a record in a file its own ("wire.jsonl#w2" is "w2"), else the file's.

    A hash in it says nothing to a reader: "004_9f86d081884c7d65" is "file 004".
    """
    file, _, record = source.rpartition("#")
    name = record if file and record else PurePosixPath(source.replace("\\", "/")).stem
    short = _HASH.sub("", name)
    return name if short == name else short if re.search("[A-Za-z]", short) else f"file {short or name[:8]}"


def safe(identity: str) -> str:
    """The id as a name for a file or an anchor; an id that is no plain one is hashed."""
    return identity if _SAFE.fullmatch(identity) else content_id("x", identity)


def index_of(ledger: Ledger, decided: Decided = MappingProxyType({})) -> Index:
    """Everything in the ledger by its id, and what people decided about its mentions."""
    reports = _by_id(ledger.reports)
    order = tuple(sorted(reports, key=lambda r: _when(reports[r])))
    mentions = _by_id(ledger.mentions)
    claims = _by_id(ledger.claims)
    return Index(
        ledger=ledger,
        reports=reports,
        order=order,
        numbers={report: number for number, report in enumerate(order, 1)},
        actors=_by_id(ledger.actors),
        parties={party.id: party for party in ledger.parties},
        places=_by_id(ledger.places),
        mentions=mentions,
        claims=claims,
        told={claim.id: _told(claim, mentions) for claim in ledger.claims},
        standing=_standing(ledger.mentions),
        asked={claim: question for question in reversed(ledger.questions) for claim in _answers(question)},
        questions=_by_id(ledger.questions),
        hues=_hues(ledger),
        passages=_passages(ledger),
        notes=_notes(ledger),
        leading=_leading(ledger.relations),
        opposed=_opposed(ledger.relations),
        decided=decided,
        paragraphs={report.id: _paragraphs(report) for report in ledger.reports},
    )


def _by_id(items: Iterable[Item]) -> dict[str, Item]:
    return {item.id: item for item in items}


def _when(report: Report) -> tuple[str, str, str]:
    return (report.published.day if report.published else "9999", report.outlet or report.source, report.id)


def _told(claim: Claim, mentions: dict[str, Mention]) -> tuple[Mention, ...]:
    known = [mentions[m] for m in claim.mentions if m in mentions]
    return tuple(sorted(known, key=lambda m: (m.id != claim.original, m.said.day or "9999", m.report, _start(m))))


def _start(mention: Mention) -> int:
    return mention.content[0].start if mention.content else 0


def _standing(mentions: Iterable[Mention]) -> dict[str, tuple[Mention, ...]]:
    grouped: dict[str, list[Mention]] = defaultdict(list)
    for mention in mentions:
        grouped[mention.report].append(mention)
    return {r: tuple(sorted(found, key=lambda m: (_start(m), m.id))) for r, found in grouped.items()}


def _answers(question: Question) -> Iterator[str]:
    for position in question.positions:
        yield from position.claims


def _hues(ledger: Ledger) -> dict[str, str]:
    """A colour for each party, the most heard first, so that the main opponents differ most."""
    heard = Counter(claim.party for claim in ledger.claims)
    ranked = sorted(ledger.parties, key=lambda p: (-heard[p.id], p.name, p.id))
    return {party.id: f"p{place}" if place <= HUES else "p0" for place, party in enumerate(ranked, 1)}


def _passages(ledger: Ledger) -> dict[str, tuple[tuple[int, Passage], ...]]:
    grouped: dict[str, list[tuple[int, Passage]]] = defaultdict(list)
    for number, group in enumerate(ledger.copies):
        for passage in group.passages:
            grouped[passage.report].append((number, passage))
    return {report: tuple(sorted(found, key=lambda p: (p[1].start, p[0]))) for report, found in grouped.items()}


def _notes(ledger: Ledger) -> dict[str, tuple[Note, ...]]:
    grouped: dict[str, list[Note]] = defaultdict(list)
    for note in ledger.notes:
        grouped[note.report].append(note)
    return {report: tuple(found) for report, found in grouped.items()}


def _leading(relations: Iterable[Relation]) -> dict[str, tuple[Relation, ...]]:
    grouped: dict[str, list[Relation]] = defaultdict(list)
    for relation in relations:
        grouped[relation.source].append(relation)
    return {claim: tuple(found) for claim, found in grouped.items()}


def _opposed(relations: Iterable[Relation]) -> dict[str, tuple[str, ...]]:
    grouped: dict[str, list[str]] = defaultdict(list)
    for relation in relations:
        if relation.kind == "contradicts":
            grouped[relation.source].append(relation.target)
            grouped[relation.target].append(relation.source)
    return {claim: tuple(found) for claim, found in grouped.items()}


def _paragraphs(report: Report) -> tuple[int, ...]:
    return tuple(sorted(block.start for block in report.blocks if block.kind != "chrome"))


def days(index: Index) -> tuple[str, ...]:
    """All days on which a report was published, in order."""
    published = {r.published.day for r in index.ledger.reports if r.published}
    return tuple(sorted(day for day in published if calendar(day)))


def report_day(report: Report) -> str:
    return short_day(report.published.day) if report.published else "day unknown"
