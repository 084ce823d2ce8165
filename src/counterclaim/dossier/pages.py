"""What each page shows, as frozen records; templates only render these, and compute nothing."""

from counterclaim.dossier.views import Band, Bundle, Conflict, Course, Figure, Link, Quote, Row, Scatter, Tick, Voice
from counterclaim.model import BlockKind, Record, Status


class Answer(Record, frozen=True):
    """One position as the overview shows it: since when, in which words, on whose word."""

    day: str
    iso: str
    since: str | None  # where the side gave this answer before these words
    quote: Quote
    denied: bool
    voice: Voice
    weight: str
    hedge: str | None
    changed: bool
    conceded: bool
    band: Band | None
    figure: Figure | None
    more: int  # further positions of this side that the card does not show


class Side(Record, frozen=True):
    """A party, or the neutral speakers, and its answers in order of days."""

    name: str
    hue: str
    kind: str
    href: str | None
    answers: tuple[Answer, ...]


class Card(Record, frozen=True):
    """A question on the overview."""

    text: str
    href: str
    status: Status
    sign: str
    status_words: str
    weight: str
    sides: tuple[Side, ...]
    ticks: tuple[Tick, ...]
    chart: str  # course, figures or nothing


class Brief(Record, frozen=True):
    """A question in one line."""

    text: str
    href: str
    status: Status
    sign: str
    status_words: str
    weight: str
    quote: Quote
    voice: Voice
    day: str


class Step(Record, frozen=True):
    """One telling on the path from an original to its retellings."""

    state: str  # original, kept, changed
    report: Link
    day: str
    channel: str | None
    quote: Quote
    change: str | None
    because: str | None


class Drift(Record, frozen=True):
    """How one original was retold."""

    anchor: str
    summary: str
    voice: Voice
    steps: tuple[Step, ...]
    kept: int  # tellings that kept the words and are not among the steps
    question: Link | None


class Standing(Record, frozen=True):
    """One position on a question's page, with its claims."""

    answer: str
    days: str
    weight: str
    marks: tuple[str, ...]
    rows: tuple[Row, ...]


class Column(Record, frozen=True):
    """A side on a question's page."""

    name: str
    hue: str
    kind: str
    href: str | None
    standings: tuple[Standing, ...]
    claims: int


class QuestionPage(Record, frozen=True):
    text: str
    status: Status
    sign: str
    status_words: str
    marks: tuple[tuple[str, str], ...]
    weight: str
    days: str
    kind: str
    place: Link | None
    columns: tuple[Column, ...]
    course: Course | None
    scatter: Scatter | None
    bundles: tuple[Bundle, ...]
    drifts: tuple[Drift, ...]
    before: Link | None
    after: Link | None


class RelationsPage(Record, frozen=True):
    """Relations of one sort that are too many for the question's own page."""

    question: Link
    title: str
    pairs: tuple[Conflict, ...]
    before: Link | None
    after: Link | None


class Mark(Record, frozen=True):
    """A claim under a run of text: its number, its colour and the line it is drawn on."""

    id: str
    number: int
    hue: str
    kind: str
    lane: int
    first: bool
    last: bool


class Run(Record, frozen=True):
    """A stretch of a report's text under the same marks."""

    text: str
    marks: tuple[Mark, ...]
    copied: bool
    foreign: str | None  # the language, where it is not the report's
    anchors: tuple[str, ...]
    noted: bool


class Twin(Record, frozen=True):
    """A copied passage that begins in a paragraph, and where else it stands."""

    words: int
    others: tuple[Link, ...]
    basis: str
    origin: bool


class MarginNote(Record, frozen=True):
    """What the program says beside a paragraph of one claim in it."""

    number: int
    mention: str
    hue: str
    kind: str
    value: str | None
    voice: Voice
    day: str
    hedge: str | None
    question: Link | None
    decided: tuple[str, ...]


class Paragraph(Record, frozen=True):
    """A block of a report as read."""

    kind: BlockKind
    start: int  # where it begins in the text
    number: int | None
    runs: tuple[Run, ...]
    notes: tuple[MarginNote, ...]
    twins: tuple[Twin, ...]
    remarks: tuple[str, ...]
    made: str | None  # whose words it is, where the report shares text with others
    copied: bool
    whole: bool  # nothing in it is not copied
    lang: str


class Legend(Record, frozen=True):
    """A side and how many claims of this report it voices."""

    name: str
    hue: str
    kind: str
    claims: int


class ReportPage(Record, frozen=True):
    id: str
    number: int
    label: str
    title: str | None
    outlet: str | None
    day: str
    basis: str | None
    source: str
    url: str | None
    language: str
    words: str
    claims: int
    digest: str
    paragraphs: tuple[Paragraph, ...]
    legend: tuple[Legend, ...]
    before: Link | None
    after: Link | None


class ReportLine(Record, frozen=True):
    """A report in the list of sources."""

    number: int
    link: Link
    title: str | None
    outlet: str | None
    day: str
    words: int
    copied: int
    share: int
    made: str  # its paragraphs by whose words they are
    claims: int
    from_: tuple[Link, ...]
    to: tuple[Link, ...]


class Node(Record, frozen=True):
    """A report in the picture of who copied whom."""

    y: int
    number: int
    link: Link
    day: str


class Arc(Record, frozen=True):
    """Words that two reports share; `known` where it can be said which one came first."""

    y1: int
    y2: int
    reach: int
    known: bool
    weight: int
    title: str


class Graph(Record, frozen=True):
    height: int
    nodes: tuple[Node, ...]
    arcs: tuple[Arc, ...]


class OutletLine(Record, frozen=True):
    name: str
    reports: int
    words: int
    copied: int
    share: int


class PassageLine(Record, frozen=True):
    """A copied passage and where it stands."""

    words: int
    opening: Quote
    origin: Link | None
    basis: str
    places: tuple[Link, ...]


class SourcesPage(Record, frozen=True):
    reports: tuple[ReportLine, ...]
    graph: Graph | None
    outlets: tuple[OutletLine, ...]
    passages: tuple[PassageLine, ...]
    drifts: tuple[Drift, ...]
    totals: tuple[int, int, int]  # reports, passages and retellings, of which the page may show a part
    before: Link | None
    after: Link | None


class Count(Record, frozen=True):
    label: str
    value: str
    remark: str = ""


class InputLine(Record, frozen=True):
    number: int
    link: Link
    source: str
    digest: str
    day: str
    basis: str
    language: str


class NoteLine(Record, frozen=True):
    report: Link
    kind: str
    text: str
    quote: Quote


class MethodPage(Record, frozen=True):
    made: str
    models: tuple[tuple[str, str], ...]
    counts: tuple[Count, ...]
    kinds: tuple[Count, ...]
    relations: tuple[Count, ...]
    inputs: tuple[InputLine, ...]
    rejected: tuple[tuple[str, str], ...]
    notes: tuple[NoteLine, ...]
    totals: tuple[int, int, int]  # inputs, refused and notes, of which the page may show a part
    before: Link | None
    after: Link | None


class LeftOut(Record, frozen=True):
    what: str
    why: str
    href: str | None


class Change(Record, frozen=True):
    """A side's answer that is not what it said on a day before."""

    day: str
    iso: str
    voice: Voice
    quote: Quote
    conceded: bool
    before: Quote
    before_day: str
    question: Link


class OverviewPage(Record, frozen=True):
    title: str
    facts: tuple[str, ...]
    parties: tuple[Legend, ...]
    cards: tuple[Card, ...]
    briefs: tuple[Brief, ...]
    changes: tuple[Change, ...]
    more_changes: int
    drifts: tuple[Drift, ...]
    more_drifts: int
    passages: tuple[PassageLine, ...]
    more_passages: int
    left_out: tuple[LeftOut, ...]
    more_left_out: int
    empty: str | None
