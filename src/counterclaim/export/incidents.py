"""Incidents with deaths: the claims of killed people, by place and day, with what each origin counts."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from datetime import date

from counterclaim.compare.victims import COMBATANTS, PEOPLE, class_of
from counterclaim.dossier.index import Index
from counterclaim.dossier.words import calendar
from counterclaim.model import Claim, Mention, Quantity, Record

CIVILIANS = "civilians"

Figures = dict[str, tuple[int, int]]  # by origin: the least and the most that it counts, as it said last
Policy = Callable[[Figures], int]


class Incident(Record, frozen=True):
    """Deaths at one place on one day (None where unknown), with the claims that count them, earlier ones first."""

    place: str | None
    since: str | None
    to: str | None
    claims: tuple[Claim, ...]


def incidents(index: Index) -> list[Incident]:
    """The incidents of a ledger, earlier ones first; a toll whose day no claim gives is an incident by itself.

    Claims that answer one question are of one incident; so are those of one place and day that count other people.
    """
    groups: dict[object, list[Claim]] = defaultdict(list)
    for claim in index.ledger.claims:
        if claim.kind == "killed":
            groups[_topic(index, claim)].append(claim)
    found: dict[object, list[Claim]] = defaultdict(list)
    for topic, claims in groups.items():
        place, days = _where(index, topic, claims), _days(index, claims)
        found[(place, days) if place and days else topic].extend(claims)
    made = [_incident(index, claims) for claims in found.values()]
    return sorted(made, key=lambda i: (i.since or "9999", i.to or "", i.claims[0].id))


def _topic(index: Index, claim: Claim) -> str:
    question = index.asked.get(claim.id)
    return question.id if question else claim.id


def _where(index: Index, topic: object, claims: Sequence[Claim]) -> str | None:
    question = index.questions.get(str(topic))
    return question.place if question and question.place else next((c.place for c in claims if c.place), None)


def _days(index: Index, claims: Iterable[Claim]) -> tuple[str, str] | None:
    """The first and last day between which most mentions say that it happened; None where none says so."""
    told = [(m.when.since or m.when.to, m.when.to or m.when.since) for m in _mentions(index, claims)]
    known = [(first, last) for first, last in told if first and last and calendar(first) and calendar(last)]
    return min(set(known), key=lambda days: (-known.count(days), days), default=None)


def _incident(index: Index, claims: Sequence[Claim]) -> Incident:
    ordered = tuple(sorted(claims, key=lambda c: (c.said.since or "9999", c.id)))
    places = [c.place for c in ordered if c.place]
    place = max(dict.fromkeys(places), key=places.count) if places else None
    since, to = _days(index, ordered) or (None, None)
    return Incident(place, since, to, ordered)


def mentions(index: Index, incident: Incident) -> list[Mention]:
    """All that is said of the incident, in the order of its claims."""
    return list(_mentions(index, incident.claims))


def _mentions(index: Index, claims: Iterable[Claim]) -> Iterable[Mention]:
    for claim in claims:
        yield from index.told[claim.id]


def counted(index: Index, claim: Claim) -> str:
    """Who is counted: civilians, the combatants of a side (its id), combatants of nobody named (""), or people."""
    original = index.mentions[claim.original]
    known = class_of(claim.quantity.of if claim.quantity else None)
    side = _side(index, original.object)
    if known in COMBATANTS:
        return side or ""
    if known is None:
        return side or PEOPLE
    return CIVILIANS if known != PEOPLE else PEOPLE


def _side(index: Index, actor: str | None) -> str | None:
    """The party of an actor, where it is or has one."""
    if actor in index.parties:
        return actor
    known = index.actors.get(actor or "")
    return known.party if known else None


def figures(index: Index, claims: Iterable[Claim]) -> Figures:
    """What each origin counts, as it said last; a claim without a figure says nothing, and nobody is nought."""
    found: Figures = {}
    for claim in claims:
        amount = bounds(claim.quantity, claim.polarity)
        if amount:
            found[origin(index, claim)] = amount
    return found


def sourced(index: Index, claims: Iterable[Claim]) -> list[Claim]:
    """The claims on somebody's word; a report's own voice counts only where nobody else is named."""
    given = list(claims)
    return [c for c in given if index.mentions[c.original].voice != "report"] or given


def bounds(quantity: Quantity | None, polarity: str) -> tuple[int, int] | None:
    """The least and the most that a claim itself names: of "at least 20" both are 20, since it names no more."""
    if quantity is None or (quantity.low is None and quantity.high is None):
        return (0, 0) if polarity == "-" else None
    if polarity == "-":
        return None if quantity.high else (0, 0)
    low = quantity.low if quantity.low is not None else quantity.high
    high = quantity.high if quantity.high is not None else quantity.low
    return (low or 0, high or 0)


def origin(index: Index, claim: Claim) -> str:
    """On whose word a claim stands: a party, a speaker, or a report that cites nobody."""
    return claim.party or claim.speaker or index.mentions[claim.original].report


def span_of_days(incident: Incident) -> int | None:
    """How many days it may have taken; None where no day is known."""
    first, last = calendar(incident.since), calendar(incident.to)
    return _apart(first, last) if first and last else None


def _apart(first: date, last: date) -> int:
    return (last - first).days + 1


def lowest(given: Figures) -> int:
    """The least that any origin counts."""
    return min(low for low, _ in given.values())


def highest(given: Figures) -> int:
    """The most that any origin counts."""
    return max(high for _, high in given.values())


def most_origins(given: Figures) -> int:
    """The figure that most origins name; of those named as often, the lowest."""
    named = [low for low, _ in given.values()]
    return min(named, key=lambda n: (-named.count(n), n))


def latest(given: Figures) -> int:
    """The figure of the origin that spoke last."""
    return next(reversed(given.values()))[0]


POLICIES: dict[str, Policy] = {
    "lowest": lowest, "highest": highest, "most-origins": most_origins, "latest": latest,
}  # fmt: skip
