"""Whose position a person voices, by what the reports say of them."""

from collections import Counter
from collections.abc import Iterable, Sequence

from counterclaim.actors.bodies import BODY, STATE, Bodies, Node
from counterclaim.actors.gathering import Sighting
from counterclaim.actors.kinds import Standing, is_office, standing, word_set_of
from counterclaim.actors.spelling import name_words

SAID, ASSUMED = 3, 1  # a report names the body, or only an office that the country at hand is taken to hold


def votes(person: Iterable[Sighting], bodies: Bodies) -> Counter[Node]:
    """How strongly the reports tie a person to each body, in naming them."""
    found: Counter[Node] = Counter()
    person = tuple(person)
    elsewhere = serves_another(person, bodies)
    for sighting in person:
        for text in _told(sighting):
            said = standing(text, bodies.countries)
            if elsewhere and not said.sure:
                continue
            if said.sort == "neutral" or (said.sort == "unknown" and text not in sighting.bodies):
                continue
            if _is_bare_country(text, said) and not _speaks_for(sighting):
                continue
            node = bodies.meet(text) if text in sighting.bodies or said.sort != "movement" else bodies.named_in(text)
            if node is not None:
                found[node] += weight(said, node)
                if node[0] == BODY and _is_partisan(sighting):
                    bodies.takes_sides.add(node)
    return found


def serves_another(person: Iterable[Sighting], bodies: Bodies) -> bool:
    """A role names a body that is no state's, so that a mere rank says nothing of the country at hand."""
    roles = (standing(role, bodies.countries) for sighting in person for role in sighting.roles)
    return any(said.sort == "unknown" and said.core for said in roles)


def beside_votes(beside: Iterable[str], bodies: Bodies, elsewhere: bool = False) -> Counter[Node]:
    """How strongly the words beside a name tie its bearer to each body that is met elsewhere.

    A mere rank ties nobody who is known to serve `elsewhere`.
    """
    found: Counter[Node] = Counter()
    for text in beside:
        said = standing(text, bodies.countries)
        if said.sort == "neutral" or (elsewhere and not said.sure):
            continue
        node = bodies.named_in(text) or (None if said.sort in ("movement", "unknown") else bodies.of(said, text))
        if node is not None:
            found[node] += weight(said, node)
    return found


def _is_bare_country(text: str, said: Standing) -> bool:
    """A country alone: where somebody is from, not necessarily whom they speak for."""
    return said.sort == "government" and not any(is_office(w) for w in name_words(text))


def _speaks_for(sighting: Sighting) -> bool:
    """A role by which one speaks for the country named beside it."""
    return any(w in word_set_of("speaking") or is_office(w) for role in sighting.roles for w in name_words(role))


def _told(sighting: Sighting) -> list[str]:
    """What a report says a person is and belongs to."""
    return [*sighting.roles, *(b for b in sighting.bodies if name_words(b))]


def weight(said: Standing, node: Node) -> int:
    """How much a saying counts: less where the country is only taken for granted."""
    return SAID if said.country or node[0] != STATE else ASSUMED


def _is_partisan(sighting: Sighting) -> bool:
    return any(w in word_set_of("partisan") for role in sighting.roles for w in name_words(role))


def is_counsel(sighting: Sighting) -> bool:
    """The report calls the person somebody's lawyer."""
    return any(w in word_set_of("counsel") for role in sighting.roles for w in name_words(role))


def chosen(found: Counter[Node], bodies: Bodies) -> Node | None:
    """The body with most behind it, among those that take positions; of equals one that is no state, then by name."""
    totals: Counter[Node] = Counter()
    for node, count in found.items():
        if bodies.is_party(node):
            totals[bodies.root(node)] += count
    return max(totals, key=lambda n: (totals[n], n[0] != STATE, n), default=None)


def leaders(people: Sequence[tuple[str, Node | None]]) -> dict[str, Node]:
    """Surname to body, of those whose body is known: whom "X's forces" belong to."""
    known: dict[str, set[Node]] = {}
    for surname, node in people:
        if node is not None:
            known.setdefault(surname, set()).add(node)
    return {surname: nodes.pop() for surname, nodes in known.items() if len(nodes) == 1}
