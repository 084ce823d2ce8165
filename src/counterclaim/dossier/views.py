"""What pages are made of, as frozen records: quotations, voices, rows, charts; templates only render them.

Words of a report are never stored here except as slices cut by a span (`Piece.text`). Links are written from the
dossier's own folder ("reports/r-1.html#m-2"); a template puts the way up in front of them.
"""

from counterclaim.model import Record

# ── words of a report ───────────────────────────────────────────────────────────────────────────────────


MARKS = "\"“”„«»‟"  # quotation marks of a report


class Piece(Record, frozen=True):
    """A slice of a report; `marked` where it is the value that is being compared."""

    text: str
    marked: bool = False
    gap: bool = False  # words of the report were left out before this piece
    around: bool = False  # not the claim itself but the words around it


class Quote(Record, frozen=True):
    """A mention in the words of its report, and the address of the place where they stand."""

    pieces: tuple[Piece, ...]
    href: str
    cut: bool  # there is more than is shown
    lang: str
    mention: str = ""  # none for words that are no claim
    decided: tuple[str, ...] = ()

    @property
    def nested(self) -> bool:
        """The words hold quotation marks of their own, so that the page's must be others."""
        return any(mark in piece.text for piece in self.pieces for mark in MARKS)


class Link(Record, frozen=True):
    """A name for a place in the dossier."""

    label: str
    href: str
    title: str = ""


class Voice(Record, frozen=True):
    """Whose word it is. `hue` is the class of the party's colour; `kind` tells speakers from a report's own voice."""

    name: str
    hue: str
    kind: str  # party, neutral, report or unknown
    role: str | None = None
    party: str | None = None
    href: str | None = None
    relayed: tuple[str, ...] = ()
    channel: str | None = None


class Row(Record, frozen=True):
    """One claim, as a row: day, quote, speaker, channel, hedge, how many reports."""

    id: str
    anchor: str
    mark: str  # what ties the row to its mark in a chart
    day: str
    iso: str
    kind: str
    quote: Quote
    voice: Voice
    hedge: str | None
    denied: bool
    weight: str
    where: tuple[Link, ...]
    question: Link | None = None
    states: tuple[str, ...] = ()


class Conflict(Record, frozen=True):
    """Two claims and the sentence that says how they stand to each other."""

    kind: str
    because: str
    left: Quote
    left_voice: Voice
    left_day: str
    right: Quote
    right_voice: Voice
    right_day: str


class Bundle(Record, frozen=True):
    """Relations of one sort under one heading; `rest` are those past the first few, `every` the way to all of them."""

    title: str
    first: tuple[Conflict, ...]
    rest: tuple[Conflict, ...]
    every: Link | None


# ── charts: places in percent across, pixels down ───────────────────────────────────────────────────────


class Tick(Record, frozen=True):
    """A mark on an axis."""

    at: float
    label: str
    anchor: str = "middle"


class Band(Record, frozen=True):
    """A stretch of days over which somebody gives an answer."""

    left: float
    width: float
    hue: str
    hatched: bool
    opens: bool  # no end is known
    title: str


class Figure(Record, frozen=True):
    """A number on a line: a dot, a line with an open end, or a band."""

    shape: str  # dot, least, most, range
    left: float
    right: float
    hue: str
    title: str


class Lane(Record, frozen=True):
    """One line of a chart of control: a party's answers over the days."""

    name: str
    hue: str
    top: int
    bands: tuple[Band, ...]


class Course(Record, frozen=True):
    """A chart of answers over days."""

    height: int
    ticks: tuple[Tick, ...]
    lanes: tuple[Lane, ...]
    label: str


class Point(Record, frozen=True):
    """A number at its day: across in percent, heights in pixels."""

    shape: str
    x: float
    top: float
    bottom: float
    hue: str
    mark: str
    href: str
    label: str  # none where it would cover another
    title: str
    dx: int = 0  # where the label stands from the mark, in pixels, and which end of it
    dy: int = 0
    lean: str = "start"
    roomy: bool = False  # the label has room on a wide page only

    @property
    def base(self) -> float:
        """How far down the figure itself lies."""
        return self.bottom if self.shape == "least" else self.top


class Scatter(Record, frozen=True):
    """A chart of numbers over days."""

    height: int
    floor: int
    days: tuple[Tick, ...]
    edges: tuple[float, ...]
    values: tuple[Tick, ...]
    points: tuple[Point, ...]
    label: str
