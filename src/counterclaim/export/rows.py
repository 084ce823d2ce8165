"""A mention with all that the ledger knows of it, as one flat row: what `csv` and `parquet` hold."""

from collections.abc import Iterator, Mapping, Sequence

from counterclaim.dossier.index import Index
from counterclaim.model import Claim, Decision, Mention, Position, Question

Cell = str | int | float | None
Row = dict[str, Cell]

TEXT, WHOLE, REAL = "text", "whole", "real"

COLUMNS: dict[str, str] = {
    "report": TEXT, "url": TEXT, "outlet": TEXT, "published": TEXT, "kind": TEXT, "words": TEXT, "start": WHOLE,
    "end": WHOLE, "speaker": TEXT, "role": TEXT, "party": TEXT, "channel": TEXT, "via": TEXT, "said_on": TEXT,
    "subject": TEXT, "object": TEXT, "place": TEXT, "geonames": WHOLE, "latitude": REAL, "longitude": REAL,
    "from": TEXT, "to": TEXT, "low": WHOLE, "high": WHOLE, "of": TEXT, "polarity": TEXT, "hedge": TEXT,
    "claim": TEXT, "question": TEXT, "status": TEXT, "reports": WHOLE, "texts": WHOLE, "origins": WHOLE,
    "decided": TEXT,
}  # fmt: skip


def rows(index: Index, decided: Mapping[str, str]) -> Iterator[Row]:
    """A row a mention, in the order of the ledger; every row has all COLUMNS, None where nothing is known."""
    for mention in index.ledger.mentions:
        yield {**_report(index, mention), **_said(index, mention), **_values(index, mention),
               **_compared(index, mention), "decided": decided.get(mention.id)}  # fmt: skip


def decided(decisions: Mapping[str, Sequence[Decision]]) -> dict[str, str]:
    """What people decided about each mention, in words: "accept by Ann, 2026-05-04; correct place by Ben, …"."""
    return {mention: "; ".join(map(_decision, made)) for mention, made in decisions.items() if made}


def _decision(made: Decision) -> str:
    return f"{made.action}{f' {made.slot}' if made.slot else ''} by {made.user}, {made.at[:10]}"


def words(index: Index, mention: Mention) -> str:
    """The exact words of a mention; where it stands in several pieces, these with an ellipsis between."""
    text = index.reports[mention.report].text
    return " … ".join(span.of(text) for span in mention.content)


def _report(index: Index, mention: Mention) -> Row:
    report = index.reports[mention.report]
    return {
        "report": report.id,
        "url": report.url,
        "outlet": report.outlet,
        "published": report.published.day if report.published else None,
        "kind": mention.kind,
        "words": words(index, mention),
        "start": mention.content[0].start,
        "end": mention.content[-1].end,
    }


def _said(index: Index, mention: Mention) -> Row:
    speaker = index.actors.get(mention.speaker or "")
    return {
        "speaker": named(index, mention.speaker),
        "role": speaker.role if speaker else None,
        "party": named(index, mention.party),
        "channel": mention.channel,
        "via": "; ".join(index.name(v) for v in mention.via) or None,
        "said_on": mention.said.day,
    }


def _values(index: Index, mention: Mention) -> Row:
    place, quantity = index.places.get(mention.place or ""), mention.quantity
    return {
        "subject": named(index, mention.subject),
        "object": named(index, mention.object),
        "place": place.name if place else None,
        "geonames": place.geonames if place else None,
        "latitude": place.latitude if place else None,
        "longitude": place.longitude if place else None,
        "from": mention.when.since,
        "to": mention.when.to,
        "low": quantity.low if quantity else None,
        "high": quantity.high if quantity else None,
        "of": quantity.of if quantity else None,
        "polarity": mention.polarity,
        "hedge": mention.hedge.scale,
    }


def _compared(index: Index, mention: Mention) -> Row:
    """What the comparison of all reports found; the origins are those of the position in which the claim stands."""
    claim = index.claims.get(mention.claim)
    question = index.asked.get(mention.claim)
    position = held(question, claim)
    return {
        "claim": mention.claim,
        "question": question.id if question else None,
        "status": question.status if question else None,
        "reports": claim.reports if claim else None,
        "texts": claim.texts if claim else None,
        "origins": position.origins if position else None,
    }


def held(question: Question | None, claim: Claim | None) -> Position | None:
    """The position on a question that a claim is part of."""
    if question is None or claim is None:
        return None
    return next((p for p in question.positions if claim.id in p.claims), None)


def named(index: Index, identity: str | None) -> str | None:
    """What an actor or party is called; None where there is none."""
    return index.name(identity) if identity else None
