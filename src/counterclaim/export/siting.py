"""Where something happened, in the columns of UCDP's dataset: precision, provinces and districts, grid cell."""

from math import floor

from counterclaim.dossier.index import Index
from counterclaim.model import Place

Row = dict[str, object]


def where(index: Index, identity: str | None) -> Row:
    """The columns of UCDP's dataset that say where; a place that no gazetteer knows has its name alone."""
    place = index.places.get(identity or "")
    if place is None:
        return {}
    row: Row = {"where_coordinates": place.name, "where_description": place.name, "country": country(place)}
    row |= {"where_prec": precision(place)} | _holders(index, place)
    if place.latitude is None or place.longitude is None:
        return row
    return row | {
        "latitude": place.latitude,
        "longitude": place.longitude,
        "geom_wkt": f"POINT ({place.longitude} {place.latitude})",
        "priogrid_gid": priogrid(place.latitude, place.longitude),
    }


def precision(place: Place) -> int | None:
    """How exact the place is: 1 a town, 3 a district, 4 a province, 6 a country; None where no gazetteer knows it."""
    from counterclaim.places.finding.gazetteer import gazetteer

    found = (known for name in (place.name, *place.aliases) for known in gazetteer().find(name))
    known = next((k for k in found if k.geonames and k.geonames == place.geonames), None)
    if known is None:
        return None
    return {"city": 1, "country": 6, "subdivision": 4 if known.tier == 1 else 3}[known.level]


def _holders(index: Index, place: Place) -> Row:
    """The province and the district that hold the place, itself among them."""
    chain = [place, *_outward(index, place)]
    named = {precision(p): p.name for p in reversed(chain)}
    return {"adm_1": named.get(4), "adm_2": named.get(3)}


def _outward(index: Index, place: Place) -> list[Place]:
    found: dict[str, Place] = {}
    waiting = list(place.within)
    while waiting:
        outer = index.places.get(waiting.pop(0))
        if outer and outer.id not in found and outer.id != place.id:
            found[outer.id] = outer
            waiting += outer.within
    return list(found.values())


def country(place: Place) -> str | None:
    """The name of the place's country."""
    from counterclaim.places.finding.gazetteer import gazetteer

    return gazetteer().country(place.country).name if place.country else None


def priogrid(latitude: float, longitude: float) -> int:
    """The cell of PRIO-GRID: half-degree cells counted eastward from the south-west corner of the world, from 1."""
    row = min(floor((latitude + 90) * 2), 359)
    column = min(floor((longitude + 180) * 2), 719)
    return row * 720 + column + 1
