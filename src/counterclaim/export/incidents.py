"""Incidents with deaths: the claims of killed people, by place and day, with what each origin counts."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence

from counterclaim.compare.victims import COMBATANTS, PEOPLE, class_of
from counterclaim.dossier.index import Index
from counterclaim.dossier.words import calendar
from counterclaim.model import Claim, Mention, Quantity, Record

CIVILIANS = "civilians"

Figures = dict[str, tuple[int, int | None]]  # by origin: the least and the most (None: open) that it said last
Policy = Callable[[Figures], int]


class Incident(Record, frozen=True):
    """Deaths of one kind of people at one place on one day (None where unknown), with the claims that count them.

    `who` is civilians, people in general, the side whose combatants are counted (its id), or "" where nobody says.
    """

    who: str
    place: str | None
    since: str | None
    to: str | None
    claims: tuple[Claim, ...]


def incidents(index: Index) -> list[Incident]:
    """The incidents of a ledger, earlier ones first; a toll whose day no claim gives is an incident by itself.

    Claims that answer one question are of one incident, and so are those of one place and day; but other people who
    died there are a row of their own, so that a figure is never set against one that counts somebody else.
    """
    groups: dict[object, list[Claim]] = defaultdict(list)
    for claim in index.ledger.claims:
        if claim.kind == "killed":
            groups[_topic(index, claim)].append(claim)
    found: dict[tuple[str, object], list[Claim]] = defaultdict(list)
    for topic, claims in groups.items():
        place, days = _where(index, topic, claims), _days(index, claims)
        for claim in claims:
            found[counted(index, claim), (place, days) if place and days else topic].append(claim)
    made = [_incident(index, who, claims) for (who, _), claims in found.items()]
    return sorted(made, key=lambda i: (i.since or "9999", i.to or "", i.claims[0].id, i.who))


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


def _incident(index: Index, who: str, claims: Sequence[Claim]) -> Incident:
    ordered = tuple(sorted(claims, key=lambda c: (c.said.since or "9999", c.id)))
    places = [c.place for c in ordered if c.place]
    place = max(dict.fromkeys(places), key=places.count) if places else None
    since, to = _days(index, ordered) or (None, None)
    return Incident(who, place, since, to, ordered)


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


def bounds(quantity: Quantity | None, polarity: str) -> tuple[int, int | None] | None:
    """The least and the most that a claim counts; "at least 20" is open above, "up to 20" begins with none."""
    if quantity is None or (quantity.low is None and quantity.high is None):
        return (0, 0) if polarity == "-" else None
    if polarity == "-":
        return None if quantity.high else (0, 0)
    return quantity.low or 0, quantity.high


def origin(index: Index, claim: Claim) -> str:
    """On whose word a claim stands: a party, a speaker, or a report that cites nobody."""
    return claim.party or claim.speaker or index.mentions[claim.original].report


def named(count: tuple[int, int | None]) -> int:
    """The figure that a count names, whatever bounds it."""
    low, high = count
    return high if high is not None and (low == 0 or low == high) else low


def lowest(given: Figures) -> int:
    """The lowest figure that any origin names."""
    return min(map(named, given.values()))


def highest(given: Figures) -> int:
    """The highest figure that any origin names."""
    return max(high if high is not None else low for low, high in given.values())


def most_origins(given: Figures) -> int:
    """The figure that most origins name; of those named as often, the lowest."""
    figures = list(map(named, given.values()))
    return min(figures, key=lambda n: (-figures.count(n), n))


def latest(given: Figures) -> int:
    """The figure of the origin that spoke last."""
    return named(next(reversed(given.values())))


POLICIES: dict[str, Policy] = {
    "lowest": lowest, "highest": highest, "most-origins": most_origins, "latest": latest,
}  # fmt: skip
