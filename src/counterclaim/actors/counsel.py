"""Accused persons and those who defend them: each side of a trial that speaks through counsel is a party."""

from collections.abc import Sequence

from counterclaim.actors.allegiance import is_counsel
from counterclaim.actors.clusters import Cluster, surname
from counterclaim.actors.spelling import name_words, same_word

ACCUSED = "accused"


def accused(people: Sequence[Cluster]) -> list[Cluster]:
    """The persons, those with counsel and their counsel given a party of their own."""
    sides: dict[tuple[str, ...], tuple[str, ...]] = {}
    for person in people:
        clients = _clients(person, people)
        if clients:
            node = (ACCUSED, *sorted("_".join(c.key[1:]) for c in clients))
            for one in (person, *clients):
                sides[one.key] = max(sides.get(one.key, ()), node, key=lambda n: (len(n), n))
    return [Cluster(p.key, p.kind, p.seen, sides.get(p.key, p.node)) for p in people]


def _clients(person: Cluster, people: Sequence[Cluster]) -> list[Cluster]:
    """Whom the reports name in saying whose lawyer this is."""
    told = [text for s in person.seen if is_counsel(s) for text in (*s.roles, *s.bodies)]
    words = [w for text in told for w in name_words(text)]
    return [p for p in people if p.key != person.key and any(same_word(w, surname(p.seen)) for w in words)]
