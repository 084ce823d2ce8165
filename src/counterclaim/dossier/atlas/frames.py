"""The stretch of the earth that a map shows, as a rectangle of longitudes and latitudes drawn with straight sides.

Distances are right along the middle of the frame; a frame of a province is as good as exact, one of the world is not.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from math import ceil, cos, floor, log10, radians

from counterclaim.model import Record

WIDTH = 4000  # units across; quarters of a pixel on a wide screen, so that whole numbers are exact enough
DEGREE = 111.32  # kilometres of latitude, and of longitude at the equator
LEAST = 120.0  # kilometres across, unless asked otherwise: one town is shown with its surroundings
FLAT, TALL = 0.5, 0.75  # height to width
PADDING = 0.14  # of the width, between the outermost place and the edge

Position = tuple[float, float]  # latitude, longitude


class Frame(Record, frozen=True):
    """West is below east, also across the 180th meridian: then east is above 180."""

    west: float
    south: float
    east: float
    north: float

    @property
    def height(self) -> int:
        """Units down, where `WIDTH` are across."""
        return round(WIDTH * (self.north - self.south) / ((self.east - self.west) * self._shrink()))

    @property
    def kilometres(self) -> float:
        """Across the middle."""
        return (self.east - self.west) * self._shrink() * DEGREE

    def _shrink(self) -> float:
        """How much shorter a degree of longitude is along the middle than at the equator."""
        return shrink((self.south + self.north) / 2)

    def unit(self, position: Position) -> tuple[float, float]:
        """Across and down, in units; a longitude is taken where it falls nearest to the frame."""
        latitude, longitude = position
        middle = (self.west + self.east) / 2
        near = longitude + 360 * round((middle - longitude) / 360)
        across = (near - self.west) / (self.east - self.west)
        return WIDTH * across, self.height * (self.north - latitude) / (self.north - self.south)

    def holds(self, position: Position) -> bool:
        x, y = self.unit(position)
        return 0 <= x <= WIDTH and 0 <= y <= self.height

    def wider(self, times: float) -> "Frame":
        """The same middle and so many times the width, but never more than the world."""
        return _framed(
            (self.south + self.north) / 2, (self.west + self.east) / 2,
            times * self.kilometres, times * (self.north - self.south) * DEGREE,
        )  # fmt: skip


def shrink(latitude: float) -> float:
    """A degree of longitude at a latitude, as a part of one at the equator; a pole has some width left."""
    return max(cos(radians(latitude)), 0.1)


def frame_around(positions: Sequence[Position], least: float = LEAST) -> Frame:
    """The frame that shows all the positions, at least one, with room at its edges; `least` kilometres wide."""
    south, north = min(p[0] for p in positions), max(p[0] for p in positions)
    west, east = _span([p[1] for p in positions])
    middle = (south + north) / 2
    room = 1 + 2 * PADDING
    width = (east - west) * shrink(middle) * DEGREE * room
    return _framed(middle, (west + east) / 2, max(width, least), (north - south) * DEGREE * room)


def _span(longitudes: Iterable[float]) -> tuple[float, float]:
    """The shortest way round the earth that meets all the longitudes: from where, to where (which may pass 180)."""
    found = sorted(set(longitudes))
    gaps = [*((b - a, b) for a, b in pairwise(found)), (found[0] + 360 - found[-1], found[0])]
    gap, west = max(gaps)
    return west, west + 360 - gap


def _framed(latitude: float, longitude: float, width: float, height: float) -> Frame:
    """The frame of about so many kilometres round a middle, in a shape that fits a page and the earth."""
    degree = DEGREE * shrink(latitude)
    width = min(max(width, height / TALL), 360 * degree)
    height = min(max(height, FLAT * width), TALL * width, 180 * DEGREE)
    tall, wide = height / DEGREE, width / degree
    south = min(max(latitude - tall / 2, -90), 90 - tall)
    return Frame(longitude - wide / 2, south, longitude + wide / 2, south + tall)


class Line(Record, frozen=True):
    """A line of the graticule, in units from the west or the north, and what it is called."""

    at: float
    label: str


def meridians(frame: Frame) -> tuple[Line, ...]:
    found = _rounds(frame.west, frame.east)
    return tuple(Line(frame.unit((frame.south, lon))[0], _degrees(_within(lon), "E", "W")) for lon in found)


def parallels(frame: Frame) -> tuple[Line, ...]:
    found = _rounds(frame.south, frame.north)
    return tuple(Line(frame.unit((lat, frame.west))[1], _degrees(lat, "N", "S")) for lat in found)


def _within(longitude: float) -> float:
    return (longitude + 180) % 360 - 180


def _rounds(low: float, high: float) -> Iterator[float]:
    """Two to four round numbers between the ends."""
    step = next(s for s in _STEPS if (high - low) / s <= 5.5)
    for n in range(ceil(low / step), floor(high / step) + 1):
        if low + 0.06 * (high - low) < n * step < high - 0.06 * (high - low):
            yield n * step


_STEPS = (0.1, 0.2, 0.25, 0.5, 1, 2, 5, 10, 20, 30, 45, 90)


def _degrees(value: float, positive: str, negative: str) -> str:
    side = positive if value > 1e-9 else negative if value < -1e-9 else ""
    side = side if abs(value) < 180 - 1e-9 else ""
    return f"{abs(value):.4g}°{side}"


def scale_bar(frame: Frame) -> tuple[int, float] | None:
    """A round length in kilometres and its part of the width; None where no length holds for the whole map."""
    if frame.kilometres > 9000:
        return None
    most = frame.kilometres / 4
    power = 10 ** floor(log10(most))
    length = next(step * power for step in (5, 2, 1) if step * power <= most)
    return round(length), length / frame.kilometres
