"""From drafts, which name things as their report does, to mentions, which name them by the ids of all reports."""

from collections.abc import Callable, Iterator, Sequence
from typing import Protocol

from counterclaim.ids import content_id
from counterclaim.model import Draft, Mention, Name, Reading, Said, Span

UNSAID = Said(None, None, "")


class Cast(Protocol):
    """Who is who across reports, as the actors room answers it."""

    def actor(self, report_id: str, name: Name | None) -> str | None: ...
    def party(self, actor_id: str | None) -> str | None: ...


class Sites(Protocol):
    """What place a span of a report names, as the places room answers it."""

    def place(self, report_id: str, span: Span) -> str | None: ...


def mentions(readings: Sequence[Reading], cast: Cast, sites: Sites) -> tuple[Mention, ...]:
    """Every draft of every report as a mention without a claim yet (`claim` is empty), in text order by report id."""
    named = (_mention(draft, cast, sites) for reading in readings for draft in reading.drafts)
    return tuple(sorted({m.id: m for m in named}.values(), key=lambda m: (m.report, m.content, m.kind, m.id)))


def _mention(draft: Draft, cast: Cast, sites: Sites) -> Mention:
    speech = draft.speech
    actor = _actor_in(draft.report, cast)
    speaker = actor(speech.speaker) if speech else None
    return Mention(
        id=mention_id(draft),
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
        place=sites.place(draft.report, draft.place) if draft.place else None,
        when=draft.when,
        quantity=draft.quantity,
        polarity=draft.polarity,
        hedge=draft.hedge,
        spans=draft.spans,
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
