"""Whose word a mention is given on, in words and colour."""

from counterclaim.dossier.index import Index, clipped
from counterclaim.dossier.links import report_path, speaker_path
from counterclaim.dossier.views import Quote, Voice
from counterclaim.dossier.words import short_day
from counterclaim.model import Mention

UNKNOWN = "we could not tell who said this"


def voice(index: Index, mention: Mention) -> Voice:
    """The speaker with role, party, channel and relays; the report itself where it asserts in its own voice."""
    relayed = relays(index, mention)
    if mention.voice == "report":
        own = index.label(mention.report)
        return Voice(own, "own", "report", "in its own voice", href=report_path(mention.report), relayed=relayed)
    if mention.speaker is None:
        return Voice(UNKNOWN, "unknown", "unknown", relayed=relayed, channel=channel(mention))
    return Voice(
        name=index.name(mention.speaker),
        hue=index.hue(mention.party),
        kind="party" if mention.party else "neutral",
        role=role(index, mention),
        party=party(index, mention),
        href=speaker_path(mention.speaker) if mention.speaker in index.actors else None,
        relayed=relayed,
        channel=channel(mention),
    )


def relays(index: Index, mention: Mention) -> tuple[str, ...]:
    """Who passes it on, where the channel does not name them already."""
    named = dict.fromkeys(index.name(actor) for actor in mention.via)
    known = (mention.channel or "").casefold()
    return tuple(name for name in named if name.casefold() not in known)


def role(index: Index, mention: Mention) -> str | None:
    actor = index.actors.get(mention.speaker or "")
    return clipped(actor.role, 80) if actor and actor.role else None


def party(index: Index, mention: Mention) -> str | None:
    """The party's name, where neither the speaker's own name nor the role has said it."""
    if mention.party is None or mention.party == mention.speaker:
        return None
    name, known = index.name(mention.party), role(index, mention) or ""
    return None if name.casefold() in known.casefold() else name


def channel(mention: Mention) -> str | None:
    return clipped(mention.channel, 60) if mention.channel else None


def day(index: Index, mention: Mention) -> str:
    """When it was said; where nothing says so, no later than the day of the report ("by 5 Sep")."""
    claim = index.claims.get(mention.claim)
    known = mention.said.day or (claim.said.since or claim.said.to if claim else None)
    published = index.reports[mention.report].published
    return f"by {short_day(published.day)}" if known is None and published else short_day(known)


def denied(index: Index, mention: Mention, quoted: Quote) -> bool:
    """The speaker says that it is not so, in a word that stands outside the words shown."""
    if mention.hedge.scale != "denied":
        return False
    span = mention.hedge.span
    return span is None or span.of(index.reports[mention.report].text) not in "".join(p.text for p in quoted.pieces)


def hedge(index: Index, mention: Mention) -> str | None:
    """The report's own word for how firmly it is asserted."""
    span = mention.hedge.span
    return clipped(span.of(index.reports[mention.report].text), 60) if span else None
