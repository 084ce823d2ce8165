"""The page of the map: each place with the questions about it and the claims that answer none."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from counterclaim.dossier.index import Index, clipped, safe
from counterclaim.dossier.links import place_anchor, question_path
from counterclaim.dossier.mapped import Asked, MapPage, PlaceLine
from counterclaim.dossier.maps import Site, chart, extent, marked
from counterclaim.dossier.questions import question_weight, ranked
from counterclaim.dossier.rows import days_back, newest, row
from counterclaim.dossier.views import Link
from counterclaim.dossier.words import count, status_words
from counterclaim.model import Claim, Place, Question

ROWS = 12  # claims of a place that answer no question; their speakers' pages have them all
LENGTH = 220  # characters of a quotation
ALIASES = 4

Claims = Mapping[str, Sequence[Claim]]
Questions = Mapping[str, Sequence[Question]]


def map_page(index: Index, claims: Claims, asked: Questions) -> MapPage:
    """The places that claims name: on the map, beyond it, and those of which nobody knows where they are."""
    places = sorted(
        (p for p in index.ledger.places if p.id in claims or p.id in asked),
        key=lambda p: (not contested(p, asked), -len(claims.get(p.id, ())), p.name, p.id),
    )
    sites = [s for p in places if (s := _site(p, claims, asked))]
    if not sites:
        return MapPage(None, (), (), tuple(_line(index, p, claims, asked, {}) for p in places))
    shown = marked(sites)
    frame = extent(shown)
    drawn, spots = chart([s for s in shown if frame.holds(s.position)], frame)
    known = {s.place.id for s in sites}
    return MapPage(
        drawn,
        tuple(_line(index, p, claims, asked, spots) for p in places if p.id in spots),
        tuple(_line(index, p, claims, asked, spots) for p in places if p.id in known and p.id not in spots),
        tuple(_line(index, p, claims, asked, spots) for p in places if p.id not in known),
    )


def placed(index: Index) -> Claims:
    """The claims by place; what is only said, of no kind, stands under its speaker."""
    found: dict[str, list[Claim]] = defaultdict(list)
    for claim in index.ledger.claims:
        if claim.place in index.places and claim.kind != "statement" and index.told.get(claim.id):
            found[claim.place or ""].append(claim)
    return found


def asked_of(index: Index) -> Questions:
    """The questions by place: those that ask about it, and those that a claim about it answers."""
    found: dict[str, list[Question]] = defaultdict(list)
    for question in ranked(index.ledger.questions):
        claims = (index.claims.get(c) for position in question.positions for c in position.claims)
        for place in dict.fromkeys([question.place, *(c.place for c in claims if c)]):
            if place in index.places:
                found[place or ""].append(question)
    return found


def contested(place: Place, asked: Questions) -> bool:
    """What is asked about the place itself is contested."""
    return any(q.status == "contested" and q.place == place.id for q in asked.get(place.id, ()))


def _site(place: Place, claims: Claims, asked: Questions) -> Site | None:
    if place.latitude is None or place.longitude is None:
        return None
    position = place.latitude, place.longitude
    return Site(place, position, len(claims.get(place.id, ())), contested(place, asked))


def _line(index: Index, place: Place, claims: Claims, asked: Questions, spots: Mapping[str, str]) -> PlaceLine:
    own, questions = claims.get(place.id, ()), asked.get(place.id, ())
    loose = [c for c in own if c.id not in index.asked]
    latest = newest(index, loose)[:ROWS]
    return PlaceLine(
        anchor=place_anchor(place.id),
        mark=spots.get(place.id, safe(place.id)),
        name=place.name,
        contested=contested(place, asked),
        spread=place.level != "town",
        claims=count(len(own), "claim"),
        about=tuple(_about(index, place, marked=place.id in spots)),
        asked=tuple(_asked(q) for q in sorted(questions, key=lambda q: q.place != place.id)),
        rows=days_back([row(index, c, anchored=False, limit=LENGTH) for c in latest]),
        more=len(loose) - len(latest),
    )


def _about(index: Index, place: Place, *, marked: bool) -> Iterable[str]:
    """What a reader should know of where it is."""
    if place.level in ("country", "region"):
        what = "a whole country" if place.level == "country" else "a region"
        yield f"{what}: its mark stands at the mean of its towns" if marked else what
    holders = [index.places[p].name for p in place.within if p in index.places]
    if holders:
        yield f"in {', '.join(holders)}"
    others = [alias for alias in place.aliases if alias != place.name]
    if others:
        yield f"also {clipped(', '.join(others[:ALIASES]), 80)}"


def _asked(question: Question) -> Asked:
    sign, words = status_words(question.status, question.origins)
    return Asked(Link(question.text, question_path(question.id)), sign, words, question_weight(question))
