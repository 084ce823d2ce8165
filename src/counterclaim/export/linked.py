"""The ledger as linked data: schema.org Claims, W3C Web Annotations of their words, and PROV-O of who had it from whom.

No ClaimReview is made: the ledger holds no verdicts. The context stands in the file, so that it is read offline.
"""

from hashlib import sha256
from typing import Any
from urllib.parse import urlsplit

from counterclaim.dossier.index import Index
from counterclaim.dossier.words import calendar
from counterclaim.export.rows import words
from counterclaim.model import Actor, Claim, CopyGroup, Mention, Party, Place, Report
from counterclaim.text import encodable

Json = dict[str, Any]

# Words of the report before and after a quotation, by which it is found again in a text that has moved.
AROUND = 40

CONTEXT: Json = {
    "@vocab": "https://schema.org/",
    "schema": "https://schema.org/",
    "oa": "http://www.w3.org/ns/oa#",
    "prov": "http://www.w3.org/ns/prov#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
    "id": "@id",
    "type": "@type",
    "Annotation": "oa:Annotation",
    "SpecificResource": "oa:SpecificResource",
    "TextQuoteSelector": "oa:TextQuoteSelector",
    "TextPositionSelector": "oa:TextPositionSelector",
    "body": {"@id": "oa:hasBody", "@type": "@id"},
    "target": {"@id": "oa:hasTarget", "@type": "@id"},
    "source": {"@id": "oa:hasSource", "@type": "@id"},
    "selector": {"@id": "oa:hasSelector", "@type": "@id"},
    "motivation": {"@id": "oa:motivatedBy", "@type": "@vocab"},
    "describing": "oa:describing",
    "exact": "oa:exact",
    "prefix": "oa:prefix",
    "suffix": "oa:suffix",
    "start": {"@id": "oa:start", "@type": "xsd:nonNegativeInteger"},
    "end": {"@id": "oa:end", "@type": "xsd:nonNegativeInteger"},
    "wasQuotedFrom": {"@id": "prov:wasQuotedFrom", "@type": "@id"},
    "wasAttributedTo": {"@id": "prov:wasAttributedTo", "@type": "@id"},
    "wasDerivedFrom": {"@id": "prov:wasDerivedFrom", "@type": "@id"},
    "hadPrimarySource": {"@id": "prov:hadPrimarySource", "@type": "@id"},
    "author": {"@id": "schema:author", "@type": "@id"},
    "about": {"@id": "schema:about", "@type": "@id"},
    "affiliation": {"@id": "schema:affiliation", "@type": "@id"},
    "appearance": {"@id": "schema:appearance", "@type": "@id"},
    "firstAppearance": {"@id": "schema:firstAppearance", "@type": "@id"},
    "url": {"@id": "schema:url", "@type": "@id"},
    "datePublished": {"@id": "schema:datePublished", "@type": "xsd:date"},
}


def jsonld(index: Index) -> Json:
    """A graph of reports, people, places, claims and their mentions."""
    ledger = index.ledger
    derived, drifted = _copied(ledger.copies), _drifted(index)
    return {
        "@context": CONTEXT,
        "@graph": [
            *(_report(r, derived.get(r.id, [])) for r in ledger.reports),
            *(_actor(a) for a in ledger.actors),
            *(_actor(p) for p in _only_parties(index)),
            *(_place(p) for p in ledger.places),
            *(_claim(index, c) for c in ledger.claims),
            *(_annotation(index, m, drifted.get(m.id, [])) for m in ledger.mentions),
        ],
    }


def urn(identity: str) -> str:
    """An address for a thing of the ledger: ids are made from content, so it means the same everywhere."""
    return f"urn:counterclaim:{identity}"


def _report(report: Report, origins: list[str]) -> Json:
    return _work(report) | _known(
        type=["CreativeWork", "prov:Entity"],
        identifier=report.source,
        inLanguage=report.language if report.language != "und" else None,
        sha256=sha256(encodable(report.text).encode()).hexdigest(),
        wasDerivedFrom=[urn(o) for o in origins],
    )


def _work(report: Report) -> Json:
    """A report as one names it where a claim appeared in it."""
    return _known(
        id=urn(report.id),
        type="CreativeWork",
        name=report.title,
        url=web_address(report.url),
        datePublished=full_day(report.published.day if report.published else None),
        publisher={"type": "Organization", "name": report.outlet} if report.outlet else None,
    )


def full_day(day: str | None) -> str | None:
    """The day where it is a day of the calendar, not a month or a year alone."""
    return day if calendar(day) else None


def web_address(url: str | None) -> str | None:
    """The address where it is one of the web that can stand in linked data as it is, else None."""
    if not url or any(c.isspace() or c in '<>"{}|\\^`' or not c.isprintable() for c in url):
        return None
    try:
        parts = urlsplit(url)
    except ValueError:
        return None
    return url if parts.scheme in ("http", "https") and parts.netloc else None


def _copied(groups: tuple[CopyGroup, ...]) -> dict[str, list[str]]:
    """For each report, those that its copied passages come from, where the direction is known."""
    found: dict[str, list[str]] = {}
    for group in groups:
        for passage in group.passages:
            if group.origin not in (None, passage.report) and group.origin not in found.setdefault(passage.report, []):
                found[passage.report].append(str(group.origin))
    return found


def _drifted(index: Index) -> dict[str, list[str]]:
    """For each mention that tells an original with another value, the mention of that original."""
    found: dict[str, list[str]] = {}
    for relation in index.ledger.relations:
        if relation.kind == "drifts" and relation.evidence[0]:
            for told in relation.evidence[1]:
                found.setdefault(told, []).append(relation.evidence[0][0])
    return found


def _only_parties(index: Index) -> list[Party]:
    """The parties that are not listed as actors too."""
    return [party for party in index.ledger.parties if party.id not in index.actors]


def _actor(actor: Actor | Party) -> Json:
    person = isinstance(actor, Actor) and actor.kind == "person"
    party = actor.party if isinstance(actor, Actor) and actor.party != actor.id else None
    return _known(
        id=urn(actor.id),
        type=["Person" if person else "Organization", "prov:Agent"],
        name=actor.name,
        alternateName=list(actor.aliases),
        jobTitle=actor.role if isinstance(actor, Actor) and person else None,
        affiliation=urn(party) if party else None,
    )


def _named(index: Index, speaker: str) -> Json:
    """Who speaks, with their name, so that a claim can be read by itself."""
    return {"id": urn(speaker), "name": index.name(speaker)}


def _place(place: Place) -> Json:
    at = (place.latitude, place.longitude)
    return _known(
        id=urn(place.id),
        type="Place",
        name=place.name,
        alternateName=list(place.aliases),
        sameAs=f"https://sws.geonames.org/{place.geonames}/" if place.geonames else None,
        geo=None if None in at else {"type": "GeoCoordinates", "latitude": at[0], "longitude": at[1]},
    )


def _claim(index: Index, claim: Claim) -> Json:
    told = index.told[claim.id]
    original = index.mentions[claim.original]
    speaker = claim.speaker or claim.party
    return _known(
        id=urn(claim.id),
        type=["Claim", "prov:Entity"],
        name=claim.summary,
        text=words(index, original),
        author=_named(index, speaker) if speaker else None,
        datePublished=full_day(claim.said.since),
        about=urn(claim.place) if claim.place else None,
        keywords=claim.kind,
        appearance=[_work(index.reports[r]) for r in dict.fromkeys(m.report for m in told)],
        firstAppearance=_work(index.reports[original.report]),
        wasAttributedTo=urn(speaker) if speaker else None,
        hadPrimarySource=urn(original.report),
    )


def _annotation(index: Index, mention: Mention, originals: list[str]) -> Json:
    text = index.reports[mention.report].text
    return _known(
        id=urn(mention.id),
        type=["Annotation", "prov:Entity"],
        motivation="describing",
        body=urn(mention.claim),
        target=[_target(text, mention.report, span.start, span.end) for span in mention.content],
        wasQuotedFrom=urn(mention.report),
        wasDerivedFrom=[urn(o) for o in originals],
    )


def _target(text: str, report: str, start: int, end: int) -> Json:
    return {
        "type": "SpecificResource",
        "source": urn(report),
        "selector": [
            {
                "type": "TextQuoteSelector",
                "exact": text[start:end],
                "prefix": text[max(0, start - AROUND) : start],
                "suffix": text[end : end + AROUND],
            },
            {"type": "TextPositionSelector", "start": start, "end": end},
        ],
    }


def _known(**values: object) -> Json:
    """The values that are known."""
    return {key: value for key, value in values.items() if value not in (None, [], "")}
