"""Every record that passes between stages; read this first.

All records are frozen. Offsets are code points into `Report.text`, half-open; words are never stored beside
an offset, they are always the slice. The records of the ledger (from `Report` to `Ledger`) are written to
`ledger.json` as they stand here; its JSON Schema is made from them. The others live between stages.
"""

from typing import Any, Literal

import msgspec

from counterclaim.ids import content_id


class Record(msgspec.Struct, frozen=True, gc=False):
    """A frozen record; build it by field names."""


class Span(msgspec.Struct, frozen=True, order=True, array_like=True, gc=False):
    """A half-open range of code points, ``[start, end)``, into the text of one report."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """The words: always the slice."""
        return text[self.start : self.end]

    def __len__(self) -> int:
        return self.end - self.start

    def overlaps(self, other: "Span") -> bool:
        """The two share at least one character."""
        return self.start < other.end and other.start < self.end

    def holds(self, other: "Span") -> bool:
        """The other lies wholly inside this one."""
        return self.start <= other.start and other.end <= self.end


Spans = tuple[Span, ...]

BlockKind = Literal["title", "byline", "dateline", "heading", "paragraph", "quotation", "post", "caption", "chrome"]
Precision = Literal["day", "month", "year"]
Voice = Literal["direct", "indirect", "mixed", "report"]
Kind = Literal[
    "control", "killed", "wounded", "captured", "trapped", "missing", "displaced", "crowd", "destroyed", "seized",
    "responsibility", "support", "blockade", "movement", "talks", "denial", "statement",
]  # fmt: skip
Polarity = Literal["+", "-"]
Scale = Literal["fact", "claimed", "accused", "suspected", "possible", "denied"]
NameKind = Literal["person", "group", "outlet", "anonymous"]
RelationKind = Literal["repeats", "corroborates", "contradicts", "denies", "updates", "drifts", "concedes"]
Slot = Literal["kind", "quantity", "place", "subject", "object", "hedge", "when", "polarity"]
Level = Literal["country", "region", "town"]
Status = Literal["contested", "differs", "conceded", "changed", "agreed", "single"]
Action = Literal["accept", "reject", "correct", "merge", "split", "party", "add", "note", "undo"]


# ── one report ──────────────────────────────────────────────────────────────────────────────────────────


class Rejected(Record, frozen=True):
    """A source that was not read, and why."""

    source: str
    reason: str


class Block(Record, frozen=True):
    """A stretch of a report of one kind; `chrome` is whatever is not the article."""

    start: int
    end: int
    kind: BlockKind

    @property
    def span(self) -> Span:
        return Span(self.start, self.end)


class Published(Record, frozen=True):
    """The day of publication (ISO; a month is ``2021-09``, a year ``2021``) and what says so."""

    day: str
    precision: Precision
    basis: str


class Report(Record, frozen=True):
    """One document as it was read."""

    id: str
    source: str
    url: str | None
    outlet: str | None
    title: str | None
    published: Published | None
    language: str
    text: str
    blocks: tuple[Block, ...]


class Note(Record, frozen=True):
    """Something a reader should know about a passage, such as a language that is not what the report says."""

    report: str
    span: Span
    kind: str
    text: str


# ── language ────────────────────────────────────────────────────────────────────────────────────────────


class Token(msgspec.Struct, frozen=True, gc=False):
    """One token of the parse. `head` is an index into the sentence's tokens; the root is its own head."""

    start: int
    end: int
    text: str
    lower: str
    lemma: str
    pos: str  # universal part of speech: NOUN, PROPN, VERB, ...
    tag: str  # Penn Treebank tag: VBD, NNP, ...
    dep: str  # dependency label of spaCy's English pipelines (ClearNLP): nsubj, dobj, pobj, prep, ccomp, ...
    head: int

    @property
    def span(self) -> Span:
        return Span(self.start, self.end)


class Entity(msgspec.Struct, frozen=True, gc=False):
    """A named entity: tokens ``[first, last)`` of its sentence and spaCy's label (PERSON, GPE, ORG, NORP, ...)."""

    first: int
    last: int
    label: str


class Sentence(msgspec.Struct, frozen=True, gc=False):
    """One parsed sentence; it never crosses a block. `children` holds, per token, the indices it governs."""

    index: int  # position among the report's sentences
    block: int  # index into the report's blocks
    start: int
    end: int
    tokens: tuple[Token, ...]
    children: tuple[tuple[int, ...], ...]
    entities: tuple[Entity, ...]

    @property
    def span(self) -> Span:
        return Span(self.start, self.end)


# ── attribution ─────────────────────────────────────────────────────────────────────────────────────────


class Attribution(Record, frozen=True):
    """Who (source) conveys (cue) what (content): the attribution literature's three parts, as spans.

    `content` is never empty; `source` and `cue` may be. Nested speech is two attributions, the inner one's
    content inside the outer one's.
    """

    source: Spans
    cue: Spans
    content: Spans


class Name(Record, frozen=True):
    """How one report names somebody: its fullest form there, and what the report says they are.

    `text` are words of the report (anonymous groups too: "two officials"). `body` is the party or organisation
    that the report says they belong to or speak for ("Northern Alliance spokesperson X" gives that body).
    `span` is where the fullest form stands.
    """

    text: str
    kind: NameKind
    span: Span
    role: str | None = None
    body: str | None = None
    aliases: tuple[str, ...] = ()


class Said(Record, frozen=True):
    """When something was said; unknown stays None."""

    day: str | None
    time: str | None
    basis: str


class Speech(Record, frozen=True):
    """An attribution whose speaker has been sought in its report; `speaker` None means it was not found.

    `via` are those who relay, outermost first; `channel` is the medium in the report's words.
    """

    attribution: Attribution
    voice: Voice
    speaker: Name | None
    via: tuple[Name, ...]
    channel: str | None
    said: Said


# ── values and mentions ─────────────────────────────────────────────────────────────────────────────────


class When(Record, frozen=True):
    """Days between which something happened (ISO, inclusive); None is unknown."""

    since: str | None = msgspec.field(name="from", default=None)
    to: str | None = None


class Quantity(Record, frozen=True):
    """A count with its bounds; both None for words without a figure. `policy` names a value set for such words."""

    low: int | None
    high: int | None
    of: str | None
    text: str
    policy: str | None = None


class Hedge(Record, frozen=True):
    """How firmly it is asserted, and the words that say so (None where nothing does)."""

    scale: Scale
    span: Span | None


class Draft(Record, frozen=True):
    """A mention as its own report gives it, before the group stages know its actors and places across reports.

    `speech` is the attribution that voices it, or None when the report asserts it itself. `place` is a span of
    the report. `spans` says where each value stands (keys: subject, object, place, quantity, when).
    """

    report: str
    kind: Kind
    content: Spans
    speech: Speech | None
    subject: Name | None
    object: Name | None
    place: Span | None
    when: When
    quantity: Quantity | None
    polarity: Polarity
    hedge: Hedge
    spans: dict[str, Spans]


class Reading(Record, frozen=True):
    """All that is known of one report by itself: what the per-report stages yield and the group stages need.

    `places` are the names of places in it, in text order. Its sentences are not kept: they weigh ten times the rest.
    """

    report: Report
    places: Spans
    speeches: tuple[Speech, ...]
    drafts: tuple[Draft, ...]
    notes: tuple[Note, ...]


# ── the ledger ──────────────────────────────────────────────────────────────────────────────────────────


class Actor(Record, frozen=True):
    """Somebody who speaks or acts, in all reports: one actor for all spellings and roles."""

    id: str
    name: str
    aliases: tuple[str, ...]
    kind: NameKind
    role: str | None
    party: str | None


class Party(Record, frozen=True):
    """A body whose position speakers voice. Its id is that of its actor."""

    id: str
    name: str
    aliases: tuple[str, ...]
    basis: str


class Place(Record, frozen=True):
    """A place, with coordinates where a gazetteer knows it; `within` are the places that hold it.

    A country or region (a province, a district) stands at the mean of its towns; `level` None is not in the gazetteer.
    """

    id: str
    name: str
    aliases: tuple[str, ...]
    geonames: int | None
    latitude: float | None
    longitude: float | None
    country: str | None
    within: tuple[str, ...]
    level: Level | None = None


class Mention(Record, frozen=True):
    """One place in one report where something is asserted, with the values that its own words give."""

    id: str
    report: str
    claim: str
    content: Spans
    cue: Spans
    source: Spans
    voice: Voice
    speaker: str | None
    party: str | None
    via: tuple[str, ...]
    channel: str | None
    said: Said
    kind: Kind
    subject: str | None
    object: str | None
    place: str | None
    when: When
    quantity: Quantity | None
    polarity: Polarity
    hedge: Hedge
    spans: dict[str, Spans]


class Claim(Record, frozen=True):
    """All the mentions, in any number of reports, of one assertion by one speaker."""

    id: str
    kind: Kind
    summary: str
    original: str
    speaker: str | None
    party: str | None
    place: str | None
    quantity: Quantity | None
    polarity: Polarity
    said: When
    mentions: tuple[str, ...]
    reports: int
    texts: int


class Relation(Record, frozen=True):
    """How two claims stand to each other, with a reason that a reader can check."""

    kind: RelationKind
    source: str = msgspec.field(name="from")
    target: str = msgspec.field(name="to")
    slot: Slot | None
    because: str
    evidence: tuple[tuple[str, ...], tuple[str, ...]]


class Position(Record, frozen=True):
    """One party's, or one neutral speaker's, answer to a question over some days."""

    party: str | None
    speaker: str | None
    answer: str
    quantity: Quantity | None
    since: str | None = msgspec.field(name="from")
    to: str | None
    claims: tuple[str, ...]
    reports: int
    texts: int
    origins: int
    concession: bool


class Question(Record, frozen=True):
    """What two or more claims answer. `status` is the first that holds of `marks`."""

    id: str
    kind: Kind
    text: str
    place: str | None
    object: str | None
    when: When
    status: Status
    marks: tuple[Status, ...]
    reports: int
    texts: int
    origins: int
    positions: tuple[Position, ...]


class Passage(Record, frozen=True):
    """A copied stretch in one report."""

    report: str
    start: int
    end: int

    @property
    def span(self) -> Span:
        return Span(self.start, self.end)


class CopyGroup(Record, frozen=True):
    """One passage in all the reports that carry it; `origin` None where the direction is unknown."""

    id: str
    origin: str | None
    basis: str
    passages: tuple[Passage, ...]


class Made(Record, frozen=True):
    """What made the ledger: program and model versions."""

    by: str
    models: dict[str, str]


class Ledger(Record, frozen=True, kw_only=True):
    """What the program found in all reports together: the content of `ledger.json`, version 1."""

    format: Literal["counterclaim-ledger"] = "counterclaim-ledger"
    version: Literal[1] = 1
    made: Made
    reports: tuple[Report, ...]
    actors: tuple[Actor, ...]
    parties: tuple[Party, ...]
    places: tuple[Place, ...]
    mentions: tuple[Mention, ...]
    claims: tuple[Claim, ...]
    relations: tuple[Relation, ...]
    questions: tuple[Question, ...]
    copies: tuple[CopyGroup, ...]
    notes: tuple[Note, ...]
    rejected: tuple[Rejected, ...]


# ── what people decide ──────────────────────────────────────────────────────────────────────────────────


class Decision(Record, frozen=True):
    """One row of the workspace's append-only table: who decided what about which mentions, and when (UTC, ISO).

    `previous` is the hash of the row before, so that no row can be changed or taken out unseen.
    """

    id: int
    at: str
    user: str
    action: Action
    mentions: tuple[str, ...]
    slot: str | None
    value: Any  # any JSON value; which one is right depends on action and slot
    note: str | None
    previous: str


def report_id(text: str, url: str | None, source: str) -> str:
    """A report's id, from its text and address (its source where it has none)."""
    return content_id("r", text, url or source)
