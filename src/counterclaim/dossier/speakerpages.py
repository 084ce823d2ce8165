"""What the pages of speakers and parties show, as frozen records."""

from counterclaim.dossier.views import Link, Quote, Row
from counterclaim.model import Record


class SpeakerLine(Record, frozen=True):
    name: str
    href: str
    hue: str
    role: str | None
    claims: int
    days: str
    tallies: tuple[str, ...]
    latest: Quote


class PartyBlock(Record, frozen=True):
    """A party with those who speak for it."""

    id: str
    name: str
    hue: str
    kind: str
    basis: str
    aliases: tuple[str, ...]
    claims: int
    speakers: tuple[SpeakerLine, ...]


class SpeakersPage(Record, frozen=True):
    parties: tuple[PartyBlock, ...]


class Turn(Record, frozen=True):
    """One answer of a party in the course of a question."""

    days: str
    answer: str
    quote: Quote | None
    marks: tuple[str, ...]


class Timeline(Record, frozen=True):
    """A question to which a party gave several answers, in their order."""

    question: Link
    left: int  # earlier answers that are not shown
    turns: tuple[Turn, ...]


class SpeakerPage(Record, frozen=True):
    name: str
    hue: str
    kind: str
    role: str | None
    party: Link | None
    aliases: tuple[str, ...]
    tallies: tuple[str, ...]
    timelines: tuple[Timeline, ...]  # of a party
    rows: tuple[Row, ...]
    claims: int  # of which the rows may be a part
    statements: tuple[Row, ...]
    said: int
    before: Link | None
    after: Link | None
