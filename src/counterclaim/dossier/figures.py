"""Which marks of a chart of numbers have their figure beside them: those where it covers no other."""

from collections.abc import Iterator, Sequence

import msgspec

from counterclaim.dossier.labels import Box, meet
from counterclaim.dossier.views import Point

NARROW, WIDE = 346, 730  # pixels across: on a phone or beside the columns; over the columns
LETTER, RADIUS, GAP = 7.0, 6, 9


def figured(points: Sequence[Point], *, wide: bool) -> tuple[Point, ...]:
    """The points, each with its label where there is room, on the side that has it; `wide` lies over the columns."""
    widths = ((NARROW, False), (WIDE, True)) if wide else ((NARROW, False),)
    taken = {width: [_mark(p, width) for p in points] for width, _ in widths}
    return tuple(_figured(point, widths, taken) for point in points)


def _figured(point: Point, widths: Sequence[tuple[int, bool]], taken: dict[int, list[Box]]) -> Point:
    for width, roomy in widths:
        for dx, dy, lean in _sides(point):
            box = _words(point, dx, dy, lean, width)
            if box[0] >= 0 and box[2] <= width and not any(meet(box, other) for other in taken[width]):
                for every in taken:
                    taken[every].append(_words(point, dx, dy, lean, every))
                return msgspec.structs.replace(point, dx=dx, dy=dy, lean=lean, roomy=roomy)
    return msgspec.structs.replace(point, label="")


def _sides(point: Point) -> Iterator[tuple[int, int, str]]:
    """To the right, to the left, and over or under, where no line leads away from the mark."""
    yield GAP, 4, "start"
    yield -GAP, 4, "end"
    if point.shape != "range":
        yield 0, (GAP + 10 if point.shape == "least" else -GAP), "middle"


def _mark(point: Point, width: int) -> Box:
    x = point.x * width / 100
    return x - RADIUS, point.top - RADIUS, x + RADIUS, point.bottom + RADIUS


def _words(point: Point, dx: int, dy: int, lean: str, width: int) -> Box:
    long, base = len(point.label) * LETTER, point.base + dy
    left = point.x * width / 100 + dx - {"start": 0.0, "middle": long / 2, "end": long}[lean]
    return left, base - 10, left + long, base + 1
