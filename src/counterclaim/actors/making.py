"""From clusters to the ledger's actors and parties, with ids made from their names."""

from collections import Counter, defaultdict
from collections.abc import Sequence

from counterclaim.actors.bodies import BODY, OPPOSITION, PROTEST, STATE, Bodies, Node
from counterclaim.actors.clusters import ORGAN, SOME, Cluster
from counterclaim.actors.counsel import ACCUSED
from counterclaim.actors.kinds import names_state, standing, word_set_of
from counterclaim.actors.naming import Told, bare, body_name, commonest, forms, names_body, others, person_name, tidy
from counterclaim.actors.spelling import name_words, plain
from counterclaim.ids import content_id
from counterclaim.memory import Texts
from counterclaim.model import Actor, Party

_ORGANS = "with its ministries, agencies, police and army"
_HOME = " Those named without a country are taken to be its own, since the reports speak of that country most."
MANY = 5  # reports of one event of which some tell of its neighbours
Made = tuple[tuple[Actor, ...], tuple[Party, ...], dict[tuple[str, str], str]]


def made(clusters: Sequence[Cluster], bodies: Bodies, texts: Texts) -> Made:
    """Actors, parties, and the actor of each report's name."""
    sides: dict[Node, list[Cluster]] = defaultdict(list)
    for cluster in clusters:
        if cluster.node is not None:
            sides[bodies.root(cluster.node)].append(cluster)
    found = [(node, members) for node, members in sorted(sides.items()) if _is_side(members, len(texts))]
    told = Told(texts)
    parties = {node: _party(node, members, bodies, told) for node, members in found}
    actors: dict[str, Actor] = {}
    index: dict[tuple[str, str], str] = {}
    for cluster in clusters:
        party = parties.get(bodies.root(cluster.node)) if cluster.node is not None else None
        actor = _actor(cluster, party, bodies, actors)
        actors[actor.id] = actor
        index.update({s.key: actor.id for s in cluster.seen})
    for party in parties.values():
        actors.setdefault(party.id, Actor(party.id, party.name, party.aliases, "group", None, party.id))
    listed = tuple(sorted(actors.values(), key=lambda a: a.id))
    return listed, tuple(sorted(parties.values(), key=lambda p: p.id)), index


def _is_side(members: Sequence[Cluster], reports: int) -> bool:
    """Somebody speaks for the body, or the reports tell what it did or lost; of many reports more than one does."""
    seen = [s for cluster in members for s in cluster.seen if s.acts]
    return any(s.speaks for s in seen) or len({s.report for s in seen}) > (reports >= MANY)


def _is_itself(cluster: Cluster, bodies: Bodies) -> bool:
    """The actor is the party's own body."""
    return cluster.node is not None and cluster.kind == "group" and cluster.key == bodies.root(cluster.node)


def _actor(cluster: Cluster, party: Party | None, bodies: Bodies, taken: dict[str, Actor]) -> Actor:
    used = forms(cluster.seen)
    if _is_itself(cluster, bodies) and party is not None:
        told = {t: n for t, n in used.items() if names_body(t) and _is_of(cluster.key, t, bodies)}
        return Actor(party.id, party.name, others(party.name, told), "group", None, party.id)
    if cluster.key[0] == ORGAN:
        used = Counter({t: n for t, n in used.items() if names_state(t, bodies.countries)}) or used
    name = person_name(used) if cluster.kind == "person" else body_name(used)
    own = content_id("a", plain(name), *(cluster.key[1:2] if cluster.key[0] == SOME else ()))
    if own in taken:
        own = content_id("a", plain(name), list(cluster.key))
    roles = [r for s in cluster.seen for r in s.roles]
    aliases = () if cluster.kind == "anonymous" else others(name, used)
    return Actor(own, name, aliases, cluster.kind, commonest(roles), party.id if party else None)


def _party(node: Node, members: Sequence[Cluster], bodies: Bodies, told: Told) -> Party:
    if node[0] == ACCUSED:
        return _defended(members)
    used = told.counted(_names(node, members, bodies))
    name = _state_name(node, used, bodies) if node[0] == STATE else body_name(used)
    return Party(content_id("a", plain(name)), name, others(name, used), _basis(node, name, bodies))


def _names(node: Node, members: Sequence[Cluster], bodies: Bodies) -> Counter[str]:
    """Every name of the body in the reports, with the number of reports that use it."""
    used: Counter[str] = Counter()
    for cluster in members:
        if cluster.kind == "group":
            for text, count in forms(cluster.seen).items():
                if names_body(text) and _is_of(node, text, bodies):
                    used[_bare(text) if node[0] == BODY else text] += count
    if node[0] == BODY:
        said = [_bare(tidy(f)) for n, fs in bodies.forms.items() if bodies.root(n) == node for f in fs]
        used.update(t for t in sorted(set(said)) if t not in used and names_body(t) and _is_of(node, t, bodies))
    if not used:
        used[_unnamed(node)] = 1
    return used


def _bare(text: str) -> str:
    """The proper name alone, unless that is a mere word for a people or faith: "Sunni rebels" keeps its noun."""
    return bare(text) if names_body(bare(text)) else text


def _unnamed(node: Node) -> str:
    """What to call a body that no report names by more than some of its people."""
    if node[0] == OPPOSITION:
        return "opposition"
    if node[0] == PROTEST:
        return "protesters"
    return " ".join(w.capitalize() for w in node[1:]) or "authorities"


def _is_of(node: Node, text: str, bodies: Bodies) -> bool:
    """The form names the body itself: of rebels and protesters many, of a state its country and organs."""
    if node[0] == STATE:
        return names_state(text, bodies.countries)
    if standing(text, bodies.countries).sort not in ("opposition", "protest"):
        return True
    heads = word_set_of("opposition") | word_set_of("protest") | word_set_of("tails") | word_set_of("movement")
    return name_words(text)[-1] in heads - {"rebel", "insurgent", "guerrilla", "protester", "protestor", "statement"}


def _state_name(node: Node, used: Counter[str], bodies: Bodies) -> str:
    """The government by its own name where a report gives it, else the country's."""
    country = node[1]
    if country:
        used[country] += 0
    full = {
        t: n for t, n in used.items() if t.lower().endswith(" government") and standing(t, bodies.countries).country
    }
    return body_name(Counter(full)) if full else country or body_name(used)


def _basis(node: Node, name: str, bodies: Bodies) -> str:
    """What makes it a party, in a sentence."""
    joined = bodies.groups.because(node)
    tail = f" One body, because {'; '.join(joined)}." if joined else ""
    if node[0] == STATE:
        home = _HOME if node[1] == bodies.countries.home else ""
        return f"The government of {node[1] or 'the country at hand'}, {_ORGANS}.{home}{tail}"
    if node[0] == OPPOSITION:
        return f"Those whom the reports name only as the opposition or the rebels.{tail}"
    if node[0] == PROTEST:
        return f"Those whom the reports name as protesters.{tail}"
    return f"The reports name {name} as a movement or give it fighters, forces or spokesmen.{tail}"


def _defended(members: Sequence[Cluster]) -> Party:
    clients = [c for c in members if _is_client(c)] or list(members)
    name = " and ".join(sorted(person_name(forms(c.seen)) for c in clients))
    aliases = tuple(sorted({t for c in clients for t in forms(c.seen)} - {name}))
    return Party(content_id("a", plain(name)), name, aliases, f"The reports name counsel who speaks for {name}.")


def _is_client(cluster: Cluster) -> bool:
    """The cluster is one of those defended, not the defender."""
    return cluster.node is not None and "_".join(cluster.key[1:]) in cluster.node[1:]
