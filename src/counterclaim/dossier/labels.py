"""Where the names on a map stand, so that none covers another: on a wide page, and those that fit on a phone too."""

from collections.abc import Iterator, Sequence

from counterclaim.dossier.atlas.drawing import Name
from counterclaim.dossier.atlas.frames import WIDTH
from counterclaim.dossier.mapped import Country, Label
from counterclaim.model import Record

WIDE, NARROW = 760, 346  # pixels across of the map, on a wide page and on a phone
LETTER, LINE = 7.4, 15.0  # pixels of a letter and of a line of words
GAP = 4  # pixels between a mark and its name
LETTER_SPACED = 9.5  # of the name of a country

Box = tuple[float, float, float, float]  # left, top, right, bottom, in pixels


class Mark(Record, frozen=True):
    """A mark on the map, in percent across and down, and the name that it wants."""

    x: float
    y: float
    radius: int
    name: str


def labels(marks: Sequence[Mark], ratio: float) -> tuple[Label | None, ...]:
    """A label for each mark that has room for one, the first marks before the later; `ratio` is height to width."""
    taken = {width: [_disc(mark, width, ratio) for mark in marks] for width in (WIDE, NARROW)}
    return tuple(_label(mark, ratio, taken) for mark in marks)


def _label(mark: Mark, ratio: float, taken: dict[int, list[Box]]) -> Label | None:
    for width, roomy in ((NARROW, False), (WIDE, True)):
        for anchor, dx, dy in _sides(mark):
            box = _words(mark, anchor, dx, dy, width, ratio)
            if _fits(box, taken[width], width, ratio):
                taken[width].append(box)
                if not roomy:
                    taken[WIDE].append(_words(mark, anchor, dx, dy, WIDE, ratio))
                return Label(mark.name, anchor, dx, dy, roomy)
    return None


def _sides(mark: Mark) -> Iterator[tuple[str, int, int]]:
    """To the right, to the left, above, below."""
    beside = mark.radius + GAP
    yield "start", beside, 4
    yield "end", -beside, 4
    yield "middle", 0, -beside
    yield "middle", 0, beside + 10


def _disc(mark: Mark, width: int, ratio: float) -> Box:
    x, y = mark.x * width / 100, mark.y * width * ratio / 100
    return x - mark.radius, y - mark.radius, x + mark.radius, y + mark.radius


def _words(mark: Mark, anchor: str, dx: int, dy: int, width: int, ratio: float) -> Box:
    x, base = mark.x * width / 100 + dx, mark.y * width * ratio / 100 + dy
    long = len(mark.name) * LETTER
    left = x - {"start": 0.0, "middle": long / 2, "end": long}[anchor]
    return left, base - LINE + 3, left + long, base + 3


def _fits(box: Box, taken: Sequence[Box], width: int, ratio: float) -> bool:
    inside = box[0] >= 0 and box[1] >= 0 and box[2] <= width and box[3] <= width * ratio
    return inside and not any(meet(box, other) for other in taken)


def meet(one: Box, other: Box) -> bool:
    """The two share some of the page."""
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def countries(
    names: Sequence[tuple[str, float, float]], marks: Sequence[Mark], found: Sequence[Label | None], ratio: float
) -> Iterator[Country]:
    """The names of countries where they cover neither a mark nor its name."""
    for text, x, y in names:
        free = [width for width in (WIDE, NARROW) if _is_free(text, x, y, marks, found, width, ratio)]
        if WIDE in free:
            yield Country(text, x, y, NARROW not in free)


def _is_free(
    text: str, x: float, y: float, marks: Sequence[Mark], found: Sequence[Label | None], width: int, ratio: float
) -> bool:
    taken = [_disc(mark, width, ratio) for mark in marks]
    taken += [
        _words(mark, label.anchor, label.dx, label.dy, width, ratio)
        for mark, label in zip(marks, found, strict=True)
        if label and (width == WIDE or not label.roomy)
    ]
    half, at, base = len(text) * LETTER_SPACED / 2, x * width / 100, y * width * ratio / 100
    return _fits((at - half, base - LINE + 3, at + half, base + 3), taken, width, ratio)


def apart(names: Sequence[Name], height: int, letter: float, line: float) -> tuple[Name, ...]:
    """The names of which none touches one before it or the edge; all in units of the drawing."""
    taken: list[Box] = []
    found = []
    for name in names:
        half = len(name.text) * letter / 2
        box = name.x - half, name.y - line, name.x + half, name.y
        if _fits(box, taken, WIDTH, height / WIDTH):
            taken.append(box)
            found.append(name)
    return tuple(found)
