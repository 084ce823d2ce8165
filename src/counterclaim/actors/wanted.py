"""The user's cast over what was found: it wins wherever the two differ."""

from collections.abc import Sequence

from counterclaim.actors.castfile import CastFile, WantedParty
from counterclaim.actors.spelling import name_words, person_words, plain
from counterclaim.ids import content_id
from counterclaim.model import Actor, Party

BASIS = "Named in the cast file."


def overruled(
    actors: Sequence[Actor], parties: Sequence[Party], wanted: CastFile
) -> tuple[tuple[Actor, ...], tuple[Party, ...]]:
    """Actors and parties as the cast file has them; what it does not name stays as found."""
    moved: dict[str, str] = {}
    made: list[Party] = []
    for want in wanted.parties:
        own = content_id("a", plain(want.name))
        taken = [p for p in parties if _wanted_as(p, wanted) == want]
        moved.update({p.id: own for p in taken})
        made.append(Party(own, want.name, _aliases(want, taken, wanted), BASIS))
    people = [_moved(a, moved, wanted) for a in actors]
    kept = [p for p in parties if p.id not in moved]
    used = {a.party for a in people}
    listed = {p.id: p for p in [*(p for p in kept if p.id in used), *made]}
    by_id = {a.id: a for a in people}
    for party in made:
        by_id.setdefault(party.id, Actor(party.id, party.name, party.aliases, "group", None, party.id))
    return tuple(sorted(by_id.values(), key=lambda a: a.id)), tuple(sorted(listed.values(), key=lambda p: p.id))


def _wanted_as(party: Party, wanted: CastFile) -> WantedParty | None:
    """The wanted party that a found one is: by its own name, else by any of its names that one alone claims."""
    own = [w for w in wanted.parties if _same(party.name, (w.name, *w.aliases))]
    other = [w for w in wanted.parties if any(_same(n, (w.name, *w.aliases)) for n in party.aliases)]
    return own[0] if own else other[0] if len(other) == 1 else None


def _same(name: str, names: Sequence[str]) -> bool:
    return any(name_words(name) == name_words(n) or person_words(name) == person_words(n) for n in names)


def _aliases(want: WantedParty, taken: Sequence[Party], wanted: CastFile) -> tuple[str, ...]:
    """The wanted names and the found ones, without what the file gives to another party."""
    others = [n for w in wanted.parties if w != want for n in (w.name, *w.aliases, *w.members)]
    found = {n for p in taken for n in (p.name, *p.aliases) if not _same(n, others)}
    return tuple(sorted({*want.aliases, *found} - {want.name}))


def _moved(actor: Actor, moved: dict[str, str], wanted: CastFile) -> Actor:
    party = next((content_id("a", plain(w.name)) for w in wanted.parties if _belongs(actor, w)), None)
    party = party or (moved.get(actor.party, actor.party) if actor.party else None)
    return Actor(actor.id, actor.name, actor.aliases, actor.kind, actor.role, party)


def _belongs(actor: Actor, want: WantedParty) -> bool:
    return any(_same(n, (want.name, *want.aliases, *want.members)) for n in (actor.name, *actor.aliases))
