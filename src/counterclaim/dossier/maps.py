"""The map: a frame that shows the event's places well, its lines, and a mark for each place or for several in one."""

from collections.abc import Mapping, Sequence
from math import sqrt

from counterclaim.dossier.atlas.drawing import drawn
from counterclaim.dossier.atlas.frames import (
    LEAST,
    WIDTH,
    Frame,
    Position,
    frame_around,
    meridians,
    parallels,
    scale_bar,
)
from counterclaim.dossier.index import safe
from counterclaim.dossier.labels import Mark, apart, countries, labels
from counterclaim.dossier.links import place_anchor
from counterclaim.dossier.mapped import Chart, Locator, Spot
from counterclaim.dossier.words import count, listed
from counterclaim.model import Place, Record

CORE = 0.8  # of the claims: their places are shown whatever the distance; another one only if it lies not far off
FAR = 2.0  # times the width of the frame around these
NEAR = 0.022  # of the width: marks that touch on a phone are one
SMALL, LARGE = 5, 11  # pixels of radius
CONTESTED = 7  # at least, so that its sign has room
REGION = 300.0  # kilometres across, at least, where a mark stands for a whole region
AROUND = 2000.0  # kilometres across the land around
TIMES = 8  # at least so much wider than the frame
INSET = (90.0, 190.0)  # units of a letter across and of a line down in the small map
WHOLE = 0.2  # of the claims: a country of which so much is claimed has a mark of its own
BENT = 1000.0  # kilometres across, from which the scale differs visibly between top and bottom


class Site(Record, frozen=True):
    """A place with coordinates, and how much is claimed of it."""

    place: Place
    position: Position
    claims: int
    contested: bool


def marked(sites: Sequence[Site]) -> list[Site]:
    """The sites that have a mark, the contested first: not a country, where most is claimed of places in it."""
    total = sum(s.claims for s in sites)
    found = [s for s in sites if s.place.level != "country" or s.claims >= WHOLE * total]
    return sorted(found or sites, key=lambda s: (not s.contested, -s.claims, s.place.name, s.place.id))


def extent(sites: Sequence[Site]) -> Frame:
    """The frame around the places of most claims and whatever lies near them."""
    total, told = sum(s.claims for s in sites), 0
    core: list[Site] = []
    for site in sorted(sites, key=lambda s: -s.claims):
        if told >= CORE * total and core and site.claims < core[-1].claims:
            break
        core.append(site)
        told += site.claims
    least = LEAST if all(s.place.level == "town" for s in core) else REGION
    near = frame_around([s.position for s in core], least).wider(FAR)
    return frame_around([s.position for s in sites if near.holds(s.position)], least)


def chart(sites: Sequence[Site], frame: Frame) -> tuple[Chart, Mapping[str, str]]:
    """The map of the sites in the frame, and for each place the name of its spot."""
    heaps = heaped(sites, frame)
    marks = [_mark(heap, frame) for heap in heaps]
    ratio = frame.height / WIDTH
    named = labels(marks, ratio)
    lines = drawn(frame)
    heights = [(name.text, *_percent(frame, name.x, name.y)) for name in lines.names]
    spots = tuple(
        Spot(
            safe(heap[0].place.id), f"#{place_anchor(heap[0].place.id)}", mark.x, mark.y, mark.radius,
            any(s.contested for s in heap), heap[0].place.level != "town", label, _title(heap),
        )
        for heap, mark, label in zip(heaps, marks, named, strict=True)
    )  # fmt: skip
    bar = scale_bar(frame)
    found = Chart(
        frame.height, lines, meridians(frame), parallels(frame), tuple(countries(heights, marks, named, ratio)), spots,
        (bar[0], round(100 * bar[1], 2)) if bar else None, frame.kilometres > BENT, locator(frame),
        any(s.spread for s in spots),
    )  # fmt: skip
    return found, {site.place.id: safe(heap[0].place.id) for heap in heaps for site in heap}


def heaped(sites: Sequence[Site], frame: Frame) -> list[list[Site]]:
    """The sites by spot; one that touches another's mark is heaped on it."""
    heaps: list[list[Site]] = []
    for site in sites:
        near = next((heap for heap in heaps if _distance(frame, heap[0], site) < NEAR * WIDTH), None)
        if near is None:
            heaps.append([site])
        else:
            near.append(site)
    return heaps


def _distance(frame: Frame, one: Site, other: Site) -> float:
    (x0, y0), (x1, y1) = frame.unit(one.position), frame.unit(other.position)
    return sqrt((x0 - x1) ** 2 + (y0 - y1) ** 2)


def _mark(heap: Sequence[Site], frame: Frame) -> Mark:
    """The mark of a heap: its size says how many claims, not more than can be told apart."""
    radius = min(LARGE, round(SMALL + sqrt(sum(s.claims for s in heap)) / 2))
    contested = any(s.contested for s in heap)
    more = f" + {len(heap) - 1}" if len(heap) > 1 else ""
    name = f"{'≠ ' if contested else ''}{heap[0].place.name}{more}"
    return Mark(*_percent(frame, *frame.unit(heap[0].position)), max(radius, CONTESTED * contested), name)


def _percent(frame: Frame, x: float, y: float) -> tuple[float, float]:
    return round(100 * x / WIDTH, 2), round(100 * y / frame.height, 2)


def _title(heap: Sequence[Site]) -> str:
    return listed(f"{s.place.name}{', contested' if s.contested else ''}: {count(s.claims, 'claim')}" for s in heap)


def locator(frame: Frame) -> Locator | None:
    """The frame in the land around it; None where the map itself shows enough of the earth to be known."""
    if frame.kilometres > AROUND / 2:
        return None
    around = frame.wider(max(TIMES, AROUND / frame.kilometres))
    left, top = around.unit((frame.north, frame.west))
    right, bottom = around.unit((frame.south, frame.east))
    lines = drawn(around)
    names = apart(lines.names, around.height, *INSET)
    return Locator(lines, names, around.height, left, top, right - left, bottom - top)
