"""Sightings brought together by whom they name: the actors before they have ids."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from counterclaim.actors.bodies import BODY, STATE, Bodies, Node
from counterclaim.actors.gathering import Sighting, is_counted
from counterclaim.actors.kinds import standing
from counterclaim.actors.mouthpieces import mouthpiece
from counterclaim.actors.naming import is_folk, is_of_people
from counterclaim.actors.spelling import name_words, person_words, plain
from counterclaim.lexicon import load
from counterclaim.model import NameKind, Record

# Those who work for an outlet; they are not the outlet itself.
_PEOPLE = frozenset({"correspondent", "journalist", "photographer", "reporter", "reporters", "correspondents"})
PERSON, ORGAN, OUTLET, SOME = "person", "organ", "outlet", "some"


class Cluster(Record, frozen=True):
    """One actor's sightings; `node` is the body whose position it voices, if any."""

    key: tuple[str, ...]
    kind: NameKind
    seen: tuple[Sighting, ...]
    node: Node | None


def group_clusters(seen: Iterable[Sighting], bodies: Bodies) -> list[Cluster]:
    """The actors that are no persons: bodies and organs across reports, unnamed people each in their report."""
    found: dict[tuple[str, ...], list[Sighting]] = defaultdict(list)
    nodes: dict[tuple[str, ...], Node | None] = {}
    for sighting in seen:
        key, node = _place(sighting, bodies)
        found[key].append(sighting)
        nodes[key] = node
    return [Cluster(key, _kind(key), tuple(found[key]), nodes[key]) for key in sorted(found)]


def _kind(key: tuple[str, ...]) -> NameKind:
    return "anonymous" if key[0] == SOME else "outlet" if key[0] == OUTLET else "group"


def _place(sighting: Sighting, bodies: Bodies) -> tuple[tuple[str, ...], Node | None]:
    """(what the sighting's actor is known by, the body whose position it voices)."""
    said = standing(sighting.text, bodies.countries)
    own = mouthpiece(sighting.text, bodies.mouthpieces)
    node = bodies.mouthpieces[own] if own is not None else _node(sighting, bodies)
    party = node if bodies.is_party(node) else None
    if own is not None and not any(w in _PEOPLE for w in name_words(sighting.text)):
        return (OUTLET, own), party
    if _is_some(sighting, said.sort, said.sure):
        return (SOME, sighting.report, plain(sighting.text)), party
    if said.sort == "organ" and node is not None:
        return (ORGAN, *node[1:], *((said.organ,) if said.organ else organ_words(sighting.text, bodies))), node
    if (sighting.kind == "outlet" and party is None) or node is None:
        return (OUTLET if sighting.kind == "outlet" else BODY, *name_words(sighting.text)), None
    if any(w in load("parties")["state_media"]["outlets"] for w in name_words(sighting.text)):
        return (OUTLET, *name_words(sighting.text)), party
    if party is not None and is_of_people(sighting.text):
        return (SOME, sighting.report, plain(sighting.text)), party
    return bodies.root(node), party


def _node(sighting: Sighting, bodies: Bodies) -> Node | None:
    """The body that the name names; of unnamed people, also the one that the report says they belong to."""
    own = standing(sighting.text, bodies.countries)
    if own.sort != "neutral" and (own.sort != "unknown" or not sighting.bodies):
        node = bodies.of(own, sighting.text)
        if node is not None and (own.sure or not sighting.bodies):
            return bodies.root(node)
    for text in sighting.bodies:
        node = bodies.meet(text)
        if node is not None and bodies.is_party(node):
            return bodies.root(node)
    return bodies.root((BODY, *bodies.core(sighting.text))) if own.sort == "neutral" else None


def _is_some(sighting: Sighting, sort: str, sure: bool) -> bool:
    """The words pick out people, whom another report's same words need not mean."""
    if is_counted(sighting.text) or (sort == "organ" and (not sure or is_folk(sighting.text))):
        return True
    return (sighting.kind == "anonymous" and sort in ("neutral", "unknown")) or _has_no_name(sighting.text, sort)


def _has_no_name(text: str, sort: str) -> bool:
    return sort in ("neutral", "unknown") and not any(c.isupper() for c in text[1:]) and text[:1].islower()


def organ_words(text: str, bodies: Bodies) -> tuple[str, ...]:
    """What tells one organ of a country from another: its words without the country."""
    _, rest = bodies.countries.named(name_words(text))
    return tuple(w.removesuffix("s") for w in rest if w not in ("the", "of", "and", "s"))


def surname(seen: Sequence[Sighting]) -> str:
    """The last word of the person's fullest name."""
    return max((person_words(t) for s in seen for t in s.spellings), key=lambda w: (len(w), w))[-1]


def state(country: str | None) -> Node:
    return (STATE, country or "")
