"""Does a ledger hold together: every span inside its text, every id known, every claim with its mentions?"""

from collections import Counter
from collections.abc import Iterable, Iterator

from counterclaim.model import Ledger, Mention, Spans


def faults(ledger: Ledger) -> list[str]:
    """What does not hold, a sentence each; empty for a sound ledger."""
    return [*_span_faults(ledger), *_reference_faults(ledger), *_claim_faults(ledger)]


def _span_faults(ledger: Ledger) -> Iterator[str]:
    length = {r.id: len(r.text) for r in ledger.reports}
    for report in ledger.reports:
        if not _in_order(report.blocks, length[report.id]):
            yield f"the blocks of report {report.id} overlap or leave its text"
    for m in ledger.mentions:
        for slot, spans in (("content", m.content), ("cue", m.cue), ("source", m.source), *m.spans.items()):
            if not _inside(spans, length.get(m.report, -1)):
                yield f"the {slot} of mention {m.id} leaves the text of report {m.report}"
        if not m.content:
            yield f"mention {m.id} has no content"
    for group in ledger.copies:
        for p in group.passages:
            if not 0 <= p.start < p.end <= length.get(p.report, -1):
                yield f"a passage of copy group {group.id} leaves the text of report {p.report}"
    for note in ledger.notes:
        if not _inside((note.span,), length.get(note.report, -1)):
            yield f"a note leaves the text of report {note.report}"


def _in_order(blocks: Iterable[object], length: int) -> bool:
    at = 0
    for block in blocks:
        start, end = block.start, block.end  # type: ignore[attr-defined]
        if not at <= start < end <= length:
            return False
        at = end
    return True


def _inside(spans: Spans, length: int) -> bool:
    return all(0 <= s.start < s.end <= length for s in spans)


def _reference_faults(ledger: Ledger) -> Iterator[str]:
    actors, parties = {a.id for a in ledger.actors}, {p.id for p in ledger.parties}
    places, claims = {p.id for p in ledger.places}, {c.id for c in ledger.claims}
    mentions = {m.id for m in ledger.mentions}
    for m in ledger.mentions:
        yield from _unknown(f"mention {m.id}", _actors_of(m), actors | parties)
        yield from _unknown(f"mention {m.id}", [m.party], parties)
        yield from _unknown(f"mention {m.id}", [m.place], places)
        yield from _unknown(f"mention {m.id}", [m.claim], claims)
    for relation in ledger.relations:
        yield from _unknown("a relation", [relation.source, relation.target], claims)
        yield from _unknown("a relation's evidence", [i for side in relation.evidence for i in side], mentions)
    for question in ledger.questions:
        yield from _unknown(f"question {question.id}", [c for p in question.positions for c in p.claims], claims)
        yield from _unknown(f"question {question.id}", [p.party for p in question.positions], parties)
    for place in ledger.places:
        yield from _unknown(f"place {place.id}", place.within, places)


def _actors_of(m: Mention) -> list[str | None]:
    return [m.speaker, m.subject, m.object, *m.via]


def _unknown(where: str, ids: Iterable[str | None], known: set[str]) -> Iterator[str]:
    for i in ids:
        if i is not None and i not in known:
            yield f"{where} names {i!r}, which the ledger does not hold"


def _claim_faults(ledger: Ledger) -> Iterator[str]:
    of = {(m.id, m.claim) for m in ledger.mentions}
    held = Counter(claim for _, claim in of)
    for claim in ledger.claims:
        own = {(id, claim.id) for id in claim.mentions}
        if len(own) != held[claim.id] or not own <= of or claim.original not in claim.mentions:
            yield f"claim {claim.id} and its mentions disagree"
