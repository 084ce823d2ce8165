"""Natural Earth's coasts and borders, as `tools/outlines.py` packed them."""

import json
from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from io import BytesIO
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

Tips = tuple[Sequence[float], Sequence[float]]  # the longitudes at which arcs start and end


class Ring(NamedTuple):
    """A closed line: its arcs in order (~n is arc n backwards), each moved so many degrees east to join the last."""

    arcs: Sequence[int]
    moved: Sequence[float]


class Area(NamedTuple):
    """Rings, each with its box as a column of `boxes`: west, south, east and north."""

    rings: Sequence[Ring]
    boxes: "npt.NDArray[np.float64]"


class Outlines(NamedTuple):
    """Arcs as points in degrees, each with its box."""

    longitudes: "npt.NDArray[np.float64]"
    latitudes: "npt.NDArray[np.float64]"
    ends: "npt.NDArray[np.int64]"  # where each arc ends among the points
    sizes: "npt.NDArray[np.int64]"
    boxes: "npt.NDArray[np.float64]"
    borders: "npt.NDArray[np.bool_]"  # between two countries; the other arcs are coasts
    land: Area
    countries: Sequence[tuple[str, Area]]

    def arc(self, number: int, shift: float) -> "npt.NDArray[np.float64]":
        """Longitudes and latitudes of an arc, so many degrees further east."""
        import numpy as np

        end, size = self.ends[number], self.sizes[number]
        here = slice(end - size, end)
        return np.stack([self.longitudes[here] + shift, self.latitudes[here]])


@cache
def outlines() -> Outlines:
    """The outlines of the whole world, read once."""
    import numpy as np

    packed = np.load(BytesIO((files("counterclaim.dossier.atlas") / "outlines.npz").read_bytes()))
    areas: dict[str, Any] = json.loads(packed["areas"].tobytes())
    sizes = packed["sizes"].astype(np.int64)
    ends = np.cumsum(sizes)
    degrees = _points(packed["starts"].T, packed["steps"], sizes, ends) * packed["scale"][:, None]
    longitudes, latitudes = degrees + packed["origin"][:, None]
    first = ends - sizes
    sides = (np.minimum.reduceat, np.maximum.reduceat)
    boxes = np.stack([side(axis, first) for side in sides for axis in (longitudes, latitudes)])
    tips = longitudes[first].tolist(), longitudes[ends - 1].tolist()
    countries = [(name, _area(rings, tips, boxes)) for name, rings in areas["countries"]]
    land = _area(areas["land"], tips, boxes)
    return Outlines(longitudes, latitudes, ends, sizes, boxes, packed["borders"], land, countries)


def _area(rings: Sequence[Sequence[int]], tips: Tips, boxes: "npt.NDArray[np.float64]") -> Area:
    import numpy as np

    joined = [Ring(ring, _moves(ring, tips)) for ring in rings]
    arcs = np.array([arc if arc >= 0 else ~arc for ring in rings for arc in ring])
    moved = np.array([degrees for ring in joined for degrees in ring.moved])
    own = boxes[:, arcs] + np.stack([moved, np.zeros(moved.size)] * 2)
    first = np.cumsum([0, *(len(ring) for ring in rings[:-1])])
    west_south = np.minimum.reduceat(own[:2], first, axis=1)
    return Area(joined, np.concatenate([west_south, np.maximum.reduceat(own[2:], first, axis=1)]))


def _moves(ring: Sequence[int], tips: Tips) -> list[float]:
    """How far east each arc must be moved to start where the one before it ended, once round the earth or not."""
    moves: list[float] = []
    at: float | None = None
    for arc in ring:
        start, end = (tips[0][arc], tips[1][arc]) if arc >= 0 else (tips[1][~arc], tips[0][~arc])
        moves.append(0.0 if at is None else 360.0 * round((at - start) / 360))
        at = end + moves[-1]
    return moves


def _points(
    starts: "npt.NDArray[np.int32]", steps: "npt.NDArray[np.int32]", sizes: "npt.NDArray[np.int64]",
    ends: "npt.NDArray[np.int64]",
) -> "npt.NDArray[np.int64]":  # fmt: skip
    """Every point on the grid, from where its arc starts and the steps along it."""
    import numpy as np

    moves = np.zeros((2, ends[-1]), dtype=np.int64)
    walked = np.ones(ends[-1], dtype=bool)
    walked[ends - sizes] = False
    moves[:, walked] = steps
    sums = np.cumsum(moves, axis=1)
    whole: npt.NDArray[np.int64] = sums + np.repeat(starts - sums[:, ends - sizes], sizes, axis=1)
    return whole
