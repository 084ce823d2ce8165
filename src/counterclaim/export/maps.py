"""Questions with their positions as GeoJSON (RFC 7946): a Feature a question, at the place it is asked of."""

from typing import Any

from counterclaim.dossier.index import Index
from counterclaim.dossier.links import mention_path
from counterclaim.export.rows import named
from counterclaim.model import Place, Position, Question

Json = dict[str, Any]


def geojson(index: Index) -> Json:
    """A FeatureCollection; the geometry is null where no gazetteer knows the place."""
    return {"type": "FeatureCollection", "features": [_feature(index, q) for q in index.ledger.questions]}


def _feature(index: Index, question: Question) -> Json:
    place = index.places.get(question.place or "")
    return {
        "type": "Feature",
        "id": question.id,
        "geometry": _point(place),
        "properties": {
            "kind": question.kind,
            "question": question.text,
            "status": question.status,
            "place": place.name if place else None,
            "geonames": place.geonames if place else None,
            "from": question.when.since,
            "to": question.when.to,
            "reports": question.reports,
            "texts": question.texts,
            "origins": question.origins,
            "positions": [_position(index, p) for p in question.positions],
            "mentions": _links(index, question),
        },
    }


def _point(place: Place | None) -> Json | None:
    if place is None or place.latitude is None or place.longitude is None:
        return None
    return {"type": "Point", "coordinates": [place.longitude, place.latitude]}


def _position(index: Index, position: Position) -> Json:
    quantity = position.quantity
    return {
        "party": named(index, position.party),
        "speaker": named(index, position.speaker),
        "answer": position.answer,
        "from": position.since,
        "to": position.to,
        "low": quantity.low if quantity else None,
        "high": quantity.high if quantity else None,
        "origins": position.origins,
    }


def _links(index: Index, question: Question) -> list[Json]:
    """Where in the dossier each mention stands, so that a map can open the words."""
    claims = dict.fromkeys(claim for position in question.positions for claim in position.claims)
    told = [mention for claim in claims for mention in index.told.get(claim, ())]
    return [{"id": m.id, "report": m.report, "claim": m.claim, "href": mention_path(m)} for m in told]
