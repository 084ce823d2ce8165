"""Speakers and parties: who speaks for whom, what each one claims over time, denies, concedes and changes."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from counterclaim.dossier.index import Index, safe
from counterclaim.dossier.links import parts, speaker_path
from counterclaim.dossier.quoting import SHORT, quote
from counterclaim.dossier.rows import days_back, newest, row
from counterclaim.dossier.sides import divided
from counterclaim.dossier.speakerpages import PartyBlock, SpeakerLine, SpeakerPage, SpeakersPage
from counterclaim.dossier.timelines import timelines
from counterclaim.dossier.views import Link
from counterclaim.dossier.words import count, said_between
from counterclaim.model import Actor, Claim, Party, Record, RelationKind

NEUTRAL = "Speakers of no party"
EACH = 250  # claims on one page, and as many statements
Spoken = dict[str, tuple[Claim, ...]]


def spoken(index: Index) -> Spoken:
    """Each speaker's claims, whoever of several words it; those of a party itself are under its own id."""
    grouped: dict[str, list[Claim]] = defaultdict(list)
    for claim in index.ledger.claims:
        told = index.told[claim.id]
        for speaker in dict.fromkeys([claim.speaker, *(m.speaker for m in told)] if told else []):
            if speaker:
                grouped[speaker].append(claim)
    return {speaker: tuple(found) for speaker, found in grouped.items()}


def speakers_page(index: Index, claims: Spoken) -> SpeakersPage:
    """The parties by how much they are heard, each with its speakers; then those who speak for none."""
    heard: dict[str | None, set[str]] = defaultdict(set)
    for speaker, found in claims.items():
        for claim in found:
            heard[claim.party if claim.party in index.parties else None].add(speaker)
    blocks = [_party(index, party, heard[party.id], claims) for party in index.ledger.parties]
    blocks.sort(key=lambda b: (-b.claims, b.name))
    neutral = _block(index, claims, heard[None], None)
    return SpeakersPage((*blocks, *([neutral] if neutral.speakers else [])))


def _party(index: Index, party: Party, speakers: Iterable[str], claims: Spoken) -> PartyBlock:
    return _block(index, claims, speakers, party)


def _block(index: Index, claims: Spoken, speakers: Iterable[str], party: Party | None) -> PartyBlock:
    own = party.id if party else None
    lines = [
        speaker_line(index, speaker, found)
        for speaker in speakers
        if (found := [c for c in claims[speaker] if (c.party if c.party in index.parties else None) == own])
    ]
    lines.sort(key=lambda line: (-line.claims, line.name, line.href))
    total = sum(line.claims for line in lines)
    if party is None:
        return PartyBlock("", NEUTRAL, "neutral", "neutral", "", (), total, tuple(lines))
    aliases = tuple(alias for alias in party.aliases if alias != party.name)
    hue = index.hue(party.id)
    return PartyBlock(safe(party.id), party.name, hue, "party", party.basis, aliases, total, tuple(lines))


def speaker_line(index: Index, speaker: str, claims: Sequence[Claim]) -> SpeakerLine:
    actor = index.actors.get(speaker)
    latest = max(claims, key=lambda c: (c.kind != "statement", c.said.to or c.said.since or "", c.reports, c.id))
    return SpeakerLine(
        name=index.name(speaker),
        href=speaker_path(speaker),
        hue=index.hue(claims[0].party),
        role=actor.role if actor else None,
        claims=len(claims),
        days=span_of(claims),
        tallies=tallies(index, claims),
        latest=quote(index, index.told[latest.id][0], marked=("quantity",), limit=SHORT),
    )


def span_of(claims: Iterable[Claim]) -> str:
    """The days on which they spoke."""
    days = {day for c in claims for day in (c.said.since, c.said.to) if day}
    return said_between(min(days), max(days)) if days else "day unknown"


def tallies(index: Index, claims: Iterable[Claim]) -> tuple[str, ...]:
    """What they denied, conceded, changed, and where their side says otherwise, as counts; nought is not said."""
    claims = tuple(claims)
    sorts: dict[RelationKind, str] = {"denies": "denial", "concedes": "concession", "updates": "update"}
    counted = Counter(relation.kind for claim in claims for relation in index.leading.get(claim.id, ()))
    against = divided(index, (c.id for c in claims))
    own = [f"{count(against, 'contradiction')} of its own side"] if against else []
    return (*(count(counted[kind], noun) for kind, noun in sorts.items() if counted[kind]), *own)


class Heard(Record, frozen=True):
    """What all pages of one speaker are made from, newest first."""

    claims: Sequence[Claim]
    statements: Sequence[Claim]
    tallies: tuple[str, ...]

    @property
    def parts(self) -> int:
        """How many pages they need; each then weighs no more than the other pages."""
        return parts(EACH, len(self.claims), len(self.statements))


def heard(index: Index, claims: Sequence[Claim]) -> Heard:
    """A speaker's claims as their pages show them."""
    ordered = newest(index, claims)
    return Heard(
        [c for c in ordered if c.kind != "statement"],
        [c for c in ordered if c.kind == "statement"],
        (count(len(claims), "claim"), span_of(claims), *tallies(index, claims)),
    )


def speaker_page(index: Index, speaker: str, told: Heard, number: int = 0) -> SpeakerPage:
    """One speaker's claims, newest first; statements that answer no question stand apart. `number` counts from 0."""
    actor: Actor | None = index.actors.get(speaker)
    party = actor.party if actor else speaker if speaker in index.parties else None
    here = slice(number * EACH, (number + 1) * EACH)
    name = index.name(speaker)
    return SpeakerPage(
        name=name,
        hue=index.hue(party),
        kind="party" if party else "neutral",
        role=actor.role if actor else None,
        party=Link(index.name(party), speaker_path(party)) if party and party != speaker else None,
        aliases=tuple(a for a in (actor.aliases if actor else ()) if a != name),
        tallies=told.tallies,
        timelines=timelines(index, speaker) if speaker in index.parties and number == 0 else (),
        rows=days_back([row(index, c, asked=True) for c in told.claims[here]]),
        claims=len(told.claims),
        statements=days_back([row(index, c) for c in told.statements[here]]),
        said=len(told.statements),
        before=Link("later", speaker_path(speaker, number - 1)) if number else None,
        after=Link("earlier", speaker_path(speaker, number + 1)) if number + 1 < told.parts else None,
    )


def speaking(index: Index, claims: Spoken) -> dict[str, tuple[Claim, ...]]:
    """Everybody who has a page: speakers with their own claims, parties with those of all who speak for them."""
    pages = {actor.id: claims.get(actor.id, ()) for actor in index.ledger.actors if actor.id in claims}
    for party in index.ledger.parties:
        pages[party.id] = tuple(c for c in index.ledger.claims if c.party == party.id and index.told[c.id])
    return pages
