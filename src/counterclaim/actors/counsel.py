"""Accused persons and those who defend them: each side of a trial that speaks through counsel is a party."""

from collections.abc import Sequence

from counterclaim.actors.allegiance import is_counsel
from counterclaim.actors.clusters import Cluster, surname
from counterclaim.actors.spelling import name_words, same_word

ACCUSED = "accused"


def accused(people: Sequence[Cluster]) -> list[Cluster]:
    """The persons, those with counsel and their counsel given a party of their own."""
    sides: dict[tuple[str, ...], tuple[str, ...]] = {}
    surnames = [surname(p.seen) for p in people]
    for person in people:
        words = _told(person)
        clients = [p for p, own in zip(people, surnames, strict=True) if words and _is_client(p, own, person, words)]
        if clients:
            node = (ACCUSED, *sorted("_".join(c.key[1:]) for c in clients))
            for one in (person, *clients):
                sides[one.key] = max(sides.get(one.key, ()), node, key=lambda n: (len(n), n))
    return [Cluster(p.key, p.kind, p.seen, sides.get(p.key, p.node)) for p in people]


def _told(person: Cluster) -> list[str]:
    """The words by which the reports say whose lawyer a person is."""
    told = [text for s in person.seen if is_counsel(s) for text in (*s.roles, *s.bodies)]
    return [w for text in told for w in name_words(text)]


def _is_client(one: Cluster, surname: str, person: Cluster, words: Sequence[str]) -> bool:
    """The words for whom a person defends name another one."""
    return one.key != person.key and any(same_word(w, surname) for w in words)
