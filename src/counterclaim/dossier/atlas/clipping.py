"""Lines and rings cut to a rectangle."""

from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise

Point = tuple[float, float]
Box = tuple[float, float, float, float]  # left, top, right, bottom


def clipped_line(points: Sequence[Point], box: Box) -> Iterator[list[Point]]:
    """The parts of a line inside the box (Liang and Barsky 1984)."""
    part: list[Point] = []
    for start, end in pairwise(points):
        inside = _segment(start, end, box)
        if inside is None:
            continue
        if not part or part[-1] != inside[0]:
            if part:
                yield part
            part = [inside[0]]
        part.append(inside[1])
    if part:
        yield part


def _segment(start: Point, end: Point, box: Box) -> tuple[Point, Point] | None:
    (x0, y0), (x1, y1) = start, end
    dx, dy = x1 - x0, y1 - y0
    first, last = 0.0, 1.0
    for step, room in ((-dx, x0 - box[0]), (dx, box[2] - x0), (-dy, y0 - box[1]), (dy, box[3] - y0)):
        if step == 0:
            if room < 0:
                return None
            continue
        at = room / step
        first, last = (max(first, at), last) if step < 0 else (first, min(last, at))
    if first > last:
        return None
    return _along(start, end, first), _along(start, end, last)


def _along(start: Point, end: Point, part: float) -> Point:
    if part in (0.0, 1.0):
        return end if part else start
    return start[0] + part * (end[0] - start[0]), start[1] + part * (end[1] - start[1])


def clipped_ring(points: Sequence[Point], box: Box) -> list[Point]:
    """What a ring encloses within the box, as one ring (Sutherland and Hodgman 1974); empty where nothing is.

    Parts that only the outside joins stay joined along the edge of the box.
    """
    left, top, right, bottom = box
    ring = list(points)
    ring = _half(ring, lambda p: p[0] - left)
    ring = _half(ring, lambda p: right - p[0])
    ring = _half(ring, lambda p: p[1] - top)
    return _half(ring, lambda p: bottom - p[1])


def _half(ring: Sequence[Point], depth: Callable[[Point], float]) -> list[Point]:
    """The ring's part where the depth is not below nought."""
    kept: list[Point] = []
    for before, point in zip([*ring[-1:], *ring[:-1]], ring, strict=True):
        was, now = depth(before), depth(point)
        if (was < 0) != (now < 0):
            kept.append(_along(before, point, was / (was - now)))
        if now >= 0:
            kept.append(point)
    return kept


def area(ring: Sequence[Point]) -> float:
    """What a ring encloses, whichever way round it goes."""
    pairs = zip(ring, [*ring[1:], *ring[:1]], strict=True)
    return abs(sum(x0 * y1 - x1 * y0 for (x0, y0), (x1, y1) in pairs)) / 2


def inner_point(ring: Sequence[Point]) -> Point | None:
    """A point well inside a ring: the middle of the widest stretch on a few level lines; None in a flat ring."""
    low, high = min(y for _, y in ring), max(y for _, y in ring)
    found = [(right - left, (left + right) / 2, y) for y in _levels(low, high) for left, right in _stretches(ring, y)]
    return max(found)[1:] if found else None


def _levels(low: float, high: float) -> Iterator[float]:
    for part in (0.5, 0.4, 0.6, 0.3, 0.7):
        yield low + part * (high - low)


def _stretches(ring: Sequence[Point], level: float) -> Iterator[Point]:
    """The stretches of a level line that lie inside a ring."""
    pairs = zip(ring, [*ring[1:], *ring[:1]], strict=True)
    cuts = sorted(_along(a, b, (level - a[1]) / (b[1] - a[1]))[0] for a, b in pairs if (a[1] < level) != (b[1] < level))
    yield from zip(cuts[::2], cuts[1::2], strict=False)
