"""Actors, places, claims and questions joined and parted by people."""

from collections.abc import Sequence
from typing import Any

from counterclaim.ids import content_id
from counterclaim.model import Actor, Mention, Party, Place
from counterclaim.review.bench import Bench, replace
from counterclaim.review.correcting import SETTERS

# What is joined or parted in a slot of mentions; claims and questions hold whole mentions.
HELD = {"actor": "speaker", "subject": "subject", "object": "object", "place": "place"}


def merge(bench: Bench, mentions: Sequence[str], slot: str) -> None:
    """What the mentions have in the slot becomes one: what the first has, under all names; who has none gets it."""
    if slot not in HELD:
        together(bench, mentions, slot, joined=True)
        return
    found: list[str | None] = [getattr(bench.mentions[m], HELD[slot]) for m in mentions]
    known = list(dict.fromkeys(one for one in found if one is not None))
    for other in known[1:]:
        (join_places if slot == "place" else join_actors)(bench, known[0], other)
    for mention in mentions:
        if known and getattr(bench.mentions[mention], HELD[slot]) is None:
            SETTERS[HELD[slot]](bench, mention, known[0])


def split(bench: Bench, mentions: Sequence[str], slot: str, name: str | None) -> None:
    """The first mention keeps what it has in the slot; those others that have the same get another of their own."""
    if slot not in HELD:
        together(bench, mentions, slot, joined=False)
        return
    first, *others = mentions
    kept = getattr(bench.mentions[first], HELD[slot])
    moved = [m for m in others if kept is not None and getattr(bench.mentions[m], HELD[slot]) == kept]
    if moved:
        own = _another(bench, kept, name, moved, slot)
        for mention in moved:
            bench.set(mention, **{HELD[slot]: own})
            if slot == "actor":
                bench.set(mention, party=bench.side(own))


def together(bench: Bench, mentions: Sequence[str], slot: str, joined: bool) -> None:
    """The first mention belongs to one claim or question with each of the others, or to another."""
    for other in mentions[1:]:
        low, high = sorted((mentions[0], other))
        bench.together[slot][low, high] = joined


def join_actors(bench: Bench, kept: str, other: str) -> None:
    """The second actor is the first under another name; where it is a party, so is its party."""
    one, two = bench.actors.get(kept), bench.actors.pop(other, None)
    if one is not None and two is not None:
        role, party = one.role or two.role, one.party or two.party
        bench.actors[kept] = replace(one, aliases=_names(one, two), role=role, party=party)
    if other in bench.parties:
        _join_parties(bench, kept, bench.parties.pop(other))
    bench.gone = {old: kept if new == other else new for old, new in bench.gone.items()} | {other: kept}
    for id, mention in bench.mentions.items():
        bench.mentions[id] = _moved(mention, other, kept)
        if mention.speaker in (kept, other):
            bench.set(id, party=bench.side(kept))


def _join_parties(bench: Bench, kept: str, other: Party) -> None:
    one = bench.parties.get(kept)
    own = bench.actors[kept]
    bench.parties[kept] = replace(one, aliases=_names(one, other)) if one else replace(
        other, id=kept, name=own.name, aliases=own.aliases
    )  # fmt: skip
    for id, actor in bench.actors.items():
        if actor.party == other.id or id == kept:
            bench.actors[id] = replace(actor, party=kept)


def _moved(mention: Mention, old: str, new: str) -> Mention:
    """The mention with one actor in place of another, in every slot."""
    if old not in (mention.speaker, mention.party, mention.subject, mention.object, *mention.via):
        return mention
    slots = {slot: new for slot in ("speaker", "party", "subject", "object") if getattr(mention, slot) == old}
    return replace(mention, **slots, via=tuple(dict.fromkeys(new if who == old else who for who in mention.via)))


def join_places(bench: Bench, kept: str, other: str) -> None:
    """The second place is the first under another name."""
    one, two = bench.places[kept], bench.places.pop(other)
    bench.places[kept] = replace(one, aliases=_names(one, two))
    bench.gone = {old: kept if new == other else new for old, new in bench.gone.items()} | {other: kept}
    for id, place in bench.places.items():
        if other in place.within:
            bench.places[id] = replace(place, within=tuple(w for w in _swapped(place.within, other, kept) if w != id))
    for id, mention in bench.mentions.items():
        if mention.place == other:
            bench.set(id, place=kept)


def _swapped(ids: Sequence[str], old: str, new: str) -> list[str]:
    return list(dict.fromkeys(new if id == old else id for id in ids))


def _names(one: Actor | Party | Place, two: Actor | Party | Place) -> tuple[str, ...]:
    """All names of the two but the first's own."""
    return tuple(sorted({*one.aliases, two.name, *two.aliases} - {one.name}))


def _another(bench: Bench, kept: str, name: str | None, moved: Sequence[str], slot: str) -> str:
    """Who or what the mentions taken out have: what is called so, or a second one of the same name."""
    known: dict[str, Any] = bench.places if slot == "place" else bench.actors
    found = bench.known_place(name) if slot == "place" else bench.known_actor(name)
    if found is not None and found != kept:
        return found
    one = known[kept]
    own = content_id(kept[:1], name or one.name, *moved)
    if name is not None:
        known[kept] = replace(one, aliases=tuple(a for a in one.aliases if a != name))
    known[own] = replace(one, id=own, name=name or one.name, aliases=())
    return own
