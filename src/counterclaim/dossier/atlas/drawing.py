"""The lines of a map: land, borders and the names of countries within a frame."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from counterclaim.dossier.atlas.clipping import Box, Point, area, clipped_line, clipped_ring, inner_point
from counterclaim.dossier.atlas.frames import WIDTH, Frame
from counterclaim.dossier.atlas.outlines import Area, Outlines, Ring, outlines
from counterclaim.model import Record

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

SHIFTS = (-360.0, 0.0, 360.0)
FINE = 4  # units: a pixel on a wide screen, closer than which two points are one
SPECK = 40  # square units: an islet of less is no more than a speck
EDGE = 40  # units beyond the frame, so that the edges of what is cut do not show
NAMED = 0.03  # of the frame: a country of which less is seen is not named


Seen = dict[float, set[int]]  # the arcs that are seen, by how far east they are moved


class Name(Record, frozen=True):
    """The name of a country and where it stands, in units."""

    text: str
    x: float
    y: float


class Drawing(Record, frozen=True):
    """Paths of whole units, to be drawn `WIDTH` wide."""

    land: str
    borders: str
    names: tuple[Name, ...]


def drawn(frame: Frame) -> Drawing:
    """The map within a frame."""
    atlas = outlines()
    land = (ring for shift in SHIFTS for ring in _rings(atlas, frame, shift, atlas.land))
    borders = (line for shift in SHIFTS for line in _borders(atlas, frame, shift))
    return Drawing(
        "".join(path(ring) + "z" for ring in land),
        "".join(path(line) for line in borders),
        tuple(_names(atlas, frame)),
    )  # fmt: skip


def path(points: Sequence[Point]) -> str:
    """A line in steps of whole units; steps that lead nowhere are left out."""
    rounded = [(round(x), round(y)) for x, y in points]
    (x, y), steps = rounded[0], []
    for next_x, next_y in rounded[1:]:
        if (next_x, next_y) != (x, y):
            steps.append(f"{next_x - x} {next_y - y}")
            x, y = next_x, next_y
    return f"M{rounded[0][0]} {rounded[0][1]}l{' '.join(steps)}" if steps else ""


def _box(frame: Frame) -> Box:
    return -EDGE, -EDGE, WIDTH + EDGE, frame.height + EDGE


def _meets(boxes: "npt.NDArray[np.float64]", frame: Frame, shift: float) -> list[int]:
    """Which of the boxes meet the frame with its edge."""
    west, south, east, north = boxes
    edge = (frame.east - frame.west) * EDGE / WIDTH
    across = (west + shift <= frame.east + edge) & (east + shift >= frame.west - edge)
    down = (south <= frame.north + edge) & (north >= frame.south - edge)
    found: list[int] = (across & down).nonzero()[0].tolist()
    return found


def _borders(atlas: Outlines, frame: Frame, shift: float) -> Iterator[list[Point]]:
    for number in _meets(atlas.boxes, frame, shift):
        if atlas.borders[number]:
            yield from clipped_line(_thinned(frame, atlas.arc(number, shift)), _box(frame))


def _rings(atlas: Outlines, frame: Frame, shift: float, land: Area) -> Iterator[list[Point]]:
    """The rings as far as they are seen; those too small to be seen are left out.

    An arc that is not seen may go straight: its box is all on the outside, so that nothing changes in the frame.
    """
    seen = {turn: set(_meets(atlas.boxes, frame, turn)) for turn in (shift - 360, shift, shift + 360)}
    for place in _meets(land.boxes, frame, shift):
        ring = clipped_ring(list(_round(atlas, frame, shift, land.rings[place], seen)), _box(frame))
        if len(ring) > 2 and area(ring) >= SPECK:
            yield ring


def _round(atlas: Outlines, frame: Frame, shift: float, ring: Ring, seen: Seen) -> Iterator[Point]:
    """The points round a ring."""
    for arc, moved in zip(ring.arcs, ring.moved, strict=True):
        number = arc if arc >= 0 else ~arc
        line = atlas.arc(number, shift + moved)
        line = line if number in seen[shift + moved] else line[:, [0, -1]]
        yield from _thinned(frame, line if arc >= 0 else line[:, ::-1])


def _thinned(frame: Frame, arc: "npt.NDArray[np.float64]") -> list[Point]:
    """The arc in units, its points no closer than can be told apart; its ends stay."""
    import numpy as np

    x = WIDTH * (arc[0] - frame.west) / (frame.east - frame.west)
    y = frame.height * (frame.north - arc[1]) / (frame.north - frame.south)
    cells = np.round(np.stack([x, y]) / FINE)
    kept = np.ones(x.size, dtype=bool)
    kept[1:-1] = (cells[:, 1:-1] != cells[:, :-2]).any(axis=0)
    return list(zip(x[kept].tolist(), y[kept].tolist(), strict=True))


def _names(atlas: Outlines, frame: Frame) -> Iterator[Name]:
    """The countries in the frame, the largest first; a single one is not named, as nothing tells it from another."""
    found = []
    for name, rings in atlas.countries:
        pieces = [ring for shift in SHIFTS for ring in _rings(atlas, frame, shift, rings)]
        largest = max(pieces, key=area, default=[])
        if largest and area(largest) >= NAMED * WIDTH * frame.height:
            found.append((-area(largest), name, inner_point(largest)))
    for _, name, point in sorted(found) if len(found) > 1 else []:
        if point:
            yield Name(name, *point)
