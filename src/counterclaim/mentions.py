"""From drafts, which name things as their report does, to mentions, which name them by the ids of all reports."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Protocol

import msgspec

from counterclaim.ids import content_id
from counterclaim.memory import FORGETFUL, Memory
from counterclaim.model import Draft, Mention, Name, Reading, Said, Span, Spans, Speech

UNSAID = Said(None, None, "")


class Cast(Protocol):
    """Who is who across reports, as the actors room answers it."""

    def actor(self, report_id: str, name: Name | None) -> str | None: ...
    def party(self, actor_id: str | None) -> str | None: ...


class Sites(Protocol):
    """What place a span of a report names, as the places room answers it."""

    def site(self, draft: Draft) -> Span | None: ...
    def place(self, report_id: str, span: Span) -> str | None: ...


def mentions(readings: Sequence[Reading], cast: Cast, sites: Sites, memory: Memory = FORGETFUL) -> tuple[Mention, ...]:
    """Every draft of every report as a mention without a claim yet (`claim` is empty), in text order by report id."""
    found: dict[str, Mention] = {}
    for reading in readings:
        for id, draft in memory.of(_told, reading):
            found[id] = _mention(id, draft, cast, sites)
    return tuple(sorted(found.values(), key=lambda m: (m.report, m.content, m.kind, m.id)))


def _told(reading: Reading) -> list[tuple[str, Draft]]:
    """The drafts of a report, once for each of those who say it, with the ids of their mentions."""
    together = _together(reading)
    return [(mention_id(voiced), voiced) for draft in reading.drafts for voiced in _voiced(draft, together)]


Words = tuple[Spans, Spans]  # cue and content: what several who speak together share


def _together(reading: Reading) -> dict[Words, list[Speech]]:
    """The speeches of a report by their words: more than one where several say the same together."""
    found: dict[Words, list[Speech]] = {}
    for speech in reading.speeches:
        found.setdefault((speech.attribution.cue, speech.attribution.content), []).append(speech)
    return found


def _voiced(draft: Draft, together: Mapping[Words, Sequence[Speech]]) -> list[Draft]:
    """The draft, once for each of those who say it together; what the first says of himself each says of himself."""
    if draft.speech is None:
        return [draft]
    first = draft.speech.speaker
    said = together.get((draft.speech.attribution.cue, draft.speech.attribution.content), [])
    out = [draft]
    for other in said:
        if draft.speech.attribution.cue and other.speaker != first:
            own = other.speaker if draft.subject is not None and draft.subject == first else draft.subject
            spans = {**draft.spans, "speaker": other.attribution.source}
            out.append(msgspec.structs.replace(draft, speech=other, subject=own, spans=spans))
    return out


def _mention(id: str, draft: Draft, cast: Cast, sites: Sites) -> Mention:
    speech = draft.speech
    actor = _actor_in(draft.report, cast)
    site = sites.site(draft)
    speaker = actor(speech.speaker) if speech else None
    return Mention(
        id=id,
        report=draft.report,
        claim="",
        content=draft.content,
        cue=speech.attribution.cue if speech else (),
        source=speech.attribution.source if speech else (),
        voice=speech.voice if speech else "report",
        speaker=speaker,
        party=cast.party(speaker),
        via=tuple(_known(map(actor, speech.via))) if speech else (),
        channel=speech.channel if speech else None,
        said=speech.said if speech else UNSAID,
        kind=draft.kind,
        subject=actor(draft.subject),
        object=actor(draft.object),
        place=sites.place(draft.report, site) if site else None,
        when=draft.when,
        quantity=draft.quantity,
        polarity=draft.polarity,
        hedge=draft.hedge,
        spans=draft.spans if site == draft.place or site is None else {**draft.spans, "place": (site,)},
    )


def mention_id(draft: Draft) -> str:
    """A mention's id: its report, kind, clause and value spans, so that a later run with more reports keeps it."""
    content = [[s.start, s.end] for s in draft.content]
    values = {slot: [[s.start, s.end] for s in spans] for slot, spans in draft.spans.items()}
    return content_id("m", draft.report, draft.kind, content, values)


def _actor_in(report: str, cast: Cast) -> Callable[[Name | None], str | None]:
    return lambda name: cast.actor(report, name)


def _known(ids: Iterator[str | None]) -> Iterator[str]:
    return (i for i in ids if i is not None)
