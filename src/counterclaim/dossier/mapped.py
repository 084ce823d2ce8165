"""What the page of the map shows, as frozen records; places in percent of the map across and down."""

from counterclaim.dossier.atlas.drawing import Drawing, Name
from counterclaim.dossier.atlas.frames import Line
from counterclaim.dossier.views import Link, Row
from counterclaim.model import Record


class Label(Record, frozen=True):
    """Words beside a point: the side of it on which they stand, and whether they fit a wide map only."""

    text: str
    anchor: str  # start, middle or end
    dx: int
    dy: int
    roomy: bool


class Spot(Record, frozen=True):
    """One place, or several that are as good as one, on the map."""

    mark: str
    href: str
    x: float
    y: float
    radius: int
    contested: bool
    spread: bool  # a region or a country, which stands at the mean of its towns
    label: Label | None
    title: str


class Country(Record, frozen=True):
    """The name of a country for orientation."""

    text: str
    x: float
    y: float
    roomy: bool


class Locator(Record, frozen=True):
    """The frame of the map in the land around it, in units."""

    drawing: Drawing
    names: tuple[Name, ...]
    height: int
    x: float
    y: float
    width: float
    depth: float


class Chart(Record, frozen=True):
    """The map itself."""

    height: int
    drawing: Drawing
    meridians: tuple[Line, ...]
    parallels: tuple[Line, ...]
    countries: tuple[Country, ...]
    spots: tuple[Spot, ...]
    scale: tuple[int, float] | None  # kilometres, and percent of the width
    bent: bool  # so much of the earth that its scale holds along the middle only
    locator: Locator | None
    spread: bool  # some spot is a mean


class Asked(Record, frozen=True):
    """A question that a place's claims answer."""

    link: Link
    sign: str
    words: str
    weight: str


class PlaceLine(Record, frozen=True):
    """A place with the questions about it and its other claims."""

    anchor: str
    mark: str  # of its spot
    name: str
    contested: bool
    spread: bool
    claims: str
    about: tuple[str, ...]
    asked: tuple[Asked, ...]
    rows: tuple[Row, ...]  # claims that answer no question
    more: int


class MapPage(Record, frozen=True):
    chart: Chart | None
    drawn: tuple[PlaceLine, ...]
    beyond: tuple[PlaceLine, ...]  # too far off for a map that shows the others well
    unknown: tuple[PlaceLine, ...]  # in no gazetteer
