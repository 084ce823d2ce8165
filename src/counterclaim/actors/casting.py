"""Who is who in all reports together: actors, their parties, and what says so."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence, Set

from msgspec import structs

from counterclaim.actors.allegiance import SAID, beside_votes, chosen, leaders, serves_another, votes
from counterclaim.actors.bodies import Bodies, Node, belligerents
from counterclaim.actors.castfile import CastFile
from counterclaim.actors.clusters import PERSON, Cluster, group_clusters, surname
from counterclaim.actors.counsel import accused
from counterclaim.actors.countries import countries
from counterclaim.actors.describing import Described
from counterclaim.actors.gathering import Sighting, once, sightings
from counterclaim.actors.joining import join_bodies, join_opposition, join_speakers
from counterclaim.actors.kinds import standing
from counterclaim.actors.leading import led
from counterclaim.actors.making import made
from counterclaim.actors.mouthpieces import mouthpieces
from counterclaim.actors.persons import full_name, persons
from counterclaim.actors.spelling import name_words, person_words, plain
from counterclaim.actors.wanted import overruled
from counterclaim.memory import FORGETFUL, Memory, Texts
from counterclaim.model import Actor, Name, Party, Reading, Record
from counterclaim.text import folded


class Cast(Record, frozen=True):
    """The actors and parties of all reports. `index` is for the two questions asked of it."""

    actors: tuple[Actor, ...]
    parties: tuple[Party, ...]
    index: Mapping[tuple[str, str], str]
    sides: Mapping[str, str]

    def actor(self, report_id: str, name: Name | None) -> str | None:
        """The id of whom a report names so; None where it names nobody."""
        return None if name is None else self.index.get((report_id, plain(name.text)))

    def party(self, actor_id: str | None) -> str | None:
        """The id of the party whose position an actor voices, if any."""
        return None if actor_id is None else self.sides.get(actor_id)


def cast(readings: Sequence[Reading], wanted: CastFile | None = None, memory: Memory = FORGETFUL) -> Cast:
    """The actors and parties that these readings speak of; neither their order nor repetition matters."""
    readings = once(readings)
    texts = Texts((r.report.text for r in readings), memory)
    bodies = Bodies(memory.same("countries", countries(texts)))
    bodies.mouthpieces = mouthpieces(texts.turned(folded), bodies.countries)
    seen = _by_full_names([_rightly(s, bodies) for s in sightings(readings, memory)], bodies)
    people = persons(seen)
    groups = [s for s in seen if s.kind != PERSON]
    found = _allegiances(people, groups, bodies, texts)
    clusters = _persons(people, found, bodies)
    clusters = accused(clusters)
    clusters += group_clusters(groups, bodies)
    actors, parties, index = made(clusters, bodies, texts)
    if wanted is not None:
        actors, parties = overruled(actors, parties, wanted)
    return Cast(actors, parties, index, {a.id: a.party for a in actors if a.party})


def _rightly(sighting: Sighting, bodies: Bodies) -> Sighting:
    """A country or an outlet is no person, whatever the parse took it for."""
    whole = plain(sighting.text).replace(".", "").removeprefix("the ")
    if sighting.kind == "person" and (whole in bodies.countries.words or whole in bodies.mouthpieces):
        return Sighting(sighting.report, sighting.text, "group", (), (), (), sighting.starts, sighting.acts)
    return sighting


def _by_full_names(seen: Sequence[Sighting], bodies: Bodies) -> list[Sighting]:
    """The sightings, a lone surname of somebody whom the same report names in full taken for that person."""
    people = [s for s in seen if s.kind == PERSON]
    named = {(s.report, person_words(t)[-1]) for s in people for t in s.spellings if len(person_words(t)) > 1}
    return [_person(s) if _is_surname(s, named, bodies) else s for s in seen]


def _is_surname(sighting: Sighting, named: Set[tuple[str, str]], bodies: Bodies) -> bool:
    words = name_words(sighting.text)
    alone = len(words) == 1 and sighting.kind == "group" and sighting.text[:1].isupper()
    return alone and (sighting.report, words[0]) in named and bodies.countries.word(words[0]) is None


def _person(sighting: Sighting) -> Sighting:
    return structs.replace(sighting, kind=PERSON)


def _allegiances(
    people: Sequence[Sequence[Sighting]], groups: Iterable[Sighting], bodies: Bodies, texts: Texts
) -> list[Counter[Node]]:
    """Each person's ties to bodies, after all names of bodies have been met and joined."""
    for sighting in groups:
        bodies.meet(sighting.text)
    found = [votes(p, bodies) for p in people]
    sure = [(surname(p), max(f, key=lambda n: (f[n], n), default=None)) for p, f in zip(people, found, strict=True)]
    bodies.leaders = leaders([(word, node) for word, node in sure if node and bodies.is_party(node)])
    bodies.resettle()
    for sighting in groups:
        bodies.meet(sighting.text)
        for text in sighting.bodies:
            bodies.meet(text)
    for i, node in led(people, bodies, texts):
        found[i][node] += SAID
        bodies.takes_sides.add(node)
    bodies.takes_sides |= belligerents(bodies, texts)
    told = Described(texts.turned(folded))
    for person, ties in zip(people, found, strict=True):
        ties.update(beside_votes(told.phrases(person), bodies, serves_another(person, bodies)))
    join_bodies(bodies, texts)
    join_speakers(bodies, [(_title(p), sorted(f)) for p, f in zip(people, found, strict=True)])
    join_opposition(bodies, texts)
    return found


def _title(person: Sequence[Sighting]) -> str:
    return max((s.text for s in person), key=lambda t: (len(t), t))


def _persons(people: Sequence[Sequence[Sighting]], found: Sequence[Counter[Node]], bodies: Bodies) -> list[Cluster]:
    return [
        Cluster((PERSON, *full_name(p[0])), "person", tuple(p), _side(p, f, bodies))
        for p, f in zip(people, found, strict=True)
    ]


def _side(person: Sequence[Sighting], found: Counter[Node], bodies: Bodies) -> Node | None:
    """The body whose position a person voices; one whom the reports call a bystander voices none."""
    roles = [standing(r, bodies.countries).sort for s in person for r in s.roles]
    node = chosen(found, bodies)
    return None if node is None and "neutral" in roles else node
