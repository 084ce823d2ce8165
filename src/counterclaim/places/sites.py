"""The places of all reports: spellings joined, looked up in the gazetteer, each with the places that hold it."""

import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

from counterclaim.ids import content_id
from counterclaim.model import Draft, Level, Place, Reading, Record, Report, Span, Spans
from counterclaim.places.elsewhere import known_elsewhere
from counterclaim.places.finding.gazetteer import Known, gazetteer
from counterclaim.places.finding.gazetteer import Level as Table
from counterclaim.places.holding import told_holders
from counterclaim.places.joining import joined, merged
from counterclaim.places.naming import commonest, key_of, plain_name
from counterclaim.places.resolving import country_shares, resolved

Middles = Mapping[tuple[Table, int], tuple[float, float]]
LEVELS: Mapping[Table, Level] = {"country": "country", "subdivision": "region", "city": "town"}


class Sites(Record, frozen=True):
    """All places that claims name, and which of them a span of a report names."""

    places: tuple[Place, ...]
    named: Mapping[str, str]  # the plain words of a span, and the place they name
    words: Mapping[tuple[str, Span], str]
    elsewhere: Mapping[tuple[str, Spans], Span]

    def site(self, draft: Draft) -> Span | None:
        """The span that names where the draft's claim is: its own, or one in its words that other reports know."""
        return self.elsewhere.get((draft.report, draft.content), draft.place)

    def place(self, report_id: str, span: Span) -> str | None:
        """The id of the place that the span of the report names; None where no draft has that span for its site."""
        words = self.words.get((report_id, span))
        return None if words is None else self.named.get(words)


class _Site(Record, frozen=True):
    """One place: its spellings with how often they are found, and its entry in the gazetteer."""

    spellings: tuple[tuple[str, int], ...]
    known: Known | None

    @property
    def name(self) -> str:
        return commonest(self.spellings)


def sites(readings: Sequence[Reading]) -> Sites:
    """The places that the drafts name, with the countries that hold them; the order of the readings does not matter."""
    reports = sorted((r.report for r in readings), key=lambda r: r.id)
    elsewhere = known_elsewhere(readings)
    words = _named_spans(readings, elsewhere)
    found = _sites(sorted(set(words.values())), _other_spellings(readings), reports)
    large = frozenset(at for at, site in enumerate(found) if site.known and site.known.level != "city")
    told = told_holders([[w for w, _ in site.spellings] for site in found], large, [r.text for r in reports])
    named = {spelling: _id(site) for site in found for spelling, _ in site.spellings}
    return Sites(places=_places(found, told), named=named, words=words, elsewhere=elsewhere)


def _named_spans(
    readings: Sequence[Reading], elsewhere: Mapping[tuple[str, Spans], Span]
) -> dict[tuple[str, Span], str]:
    """The plain words of every span that a draft gives as its place, or that the other reports know in its words."""
    texts = {r.report.id: r.report.text for r in readings}
    spans = [(d.report, d.place) for r in readings for d in r.drafts if d.place is not None]
    spans += [(report, span) for (report, _), span in elsewhere.items()]
    return {(report, span): plain_name(span.of(texts[report])) for report, span in spans}


def _other_spellings(readings: Sequence[Reading]) -> frozenset[str]:
    """The names of all places in the reports: some are spellings of places that claims name otherwise."""
    return frozenset(plain_name(name) for name in {span.of(r.report.text) for r in readings for span in r.places})


def _sites(claimed: Sequence[str], others: frozenset[str], reports: Sequence[Report]) -> list[_Site]:
    """The names in groups, one a place that some claim names, with its entry in the gazetteer."""
    texts = [report.text for report in reports]
    names = sorted({*claimed, *others})
    found = _times(names, texts)
    spelt: defaultdict[str, list[tuple[str, int]]] = defaultdict(list)
    for name in names:
        spelt[key_of(name)].append((name, found[name]))
    counts = {key: sum(n for _, n in forms) for key, forms in spelt.items()}
    shares = country_shares(texts)
    known: dict[str, Known | None] = {}
    wanted = {key_of(name) for name in claimed}
    groups = [group for group in joined(counts) if not wanted.isdisjoint(group)]
    for group in groups:
        known[group[0]] = resolved(group, [n for key in group for n, _ in spelt[key]], texts, shares)
    groups = merged(groups, lambda group: (entry := known[group[0]]) and (entry.level, entry.row))
    return [_Site(tuple(form for key in group for form in spelt[key]), known[group[0]]) for group in groups]


def _times(names: Sequence[str], texts: Sequence[str]) -> Counter[str]:
    """How often the texts have each name as a word or words of its own; within a longer name it counts as that."""
    pattern = re.compile(rf"\b(?:{'|'.join(map(re.escape, sorted(names, key=lambda n: (-len(n), n))))})\b")
    return Counter(m.group() for text in texts for m in pattern.finditer(text)) if names else Counter()


def _id(site: _Site) -> str:
    """From the gazetteer's entry where there is one, so that it stays when reports with other spellings come."""
    if site.known is None:
        return content_id("p", key_of(site.name), None)
    return content_id("p", key_of(site.known.name), site.known.country, site.known.level, site.known.geonames)


def _places(found: Sequence[_Site], told: Mapping[int, int]) -> tuple[Place, ...]:
    """The places of the sites, and the countries that hold them."""
    entries = [site.known for site in found if site.known]
    named = {k.row for k in entries if k.level == "country"}
    countries = [c for c in map(gazetteer().country, sorted({k.country for k in entries})) if c.row not in named]
    everything = [*found, *(_Site(((c.name, 0),), c) for c in countries)]
    middles = gazetteer().middles(k for k in (*entries, *countries) if k.level != "city")
    holders = _holders(everything, told)
    made = [_place(site, holders[at], everything, middles) for at, site in enumerate(everything)]
    return tuple(sorted(made, key=lambda p: (p.name, p.id)))


def _holders(everything: Sequence[_Site], told: Mapping[int, int]) -> list[list[int]]:
    """For each site those that hold it, nearest first: by the gazetteer, or as told where it has no entry."""
    at = {(s.known.level, s.known.row): n for n, s in enumerate(everything) if s.known}
    holders: list[list[int]] = []
    for number in range(len(everything)):
        chain, inner = [], number
        while everything[inner].known is None and inner in told:
            inner = told[inner]
            chain.append(inner)
        holders.append(chain + _known_holders(everything[inner].known, at))
    return holders


def _known_holders(known: Known | None, at: Mapping[tuple[Table, int], int]) -> list[int]:
    """Its subdivisions among the sites, the smaller first, and its country."""
    if known is None or known.level == "country":
        return []
    country = gazetteer().country(known.country)
    chain: list[tuple[Table, int]] = [*(("subdivision", row) for row in _upward(known)), ("country", country.row)]
    return [at[key] for key in chain if key in at]


def _upward(known: Known) -> list[int]:
    """The rows of the subdivisions that hold it, the smaller first."""
    found = list(known.holders)
    for row in found:  # grows while it is read: a subdivision's own holders follow it
        found += (up for up in gazetteer().get("subdivision", row).holders if up not in found)
    return sorted(found, key=_depth, reverse=True)


def _depth(row: int) -> int:
    """How many subdivisions hold the subdivision, one above the other."""
    depth, holders = 0, gazetteer().get("subdivision", row).holders
    while holders:
        depth, holders = depth + 1, gazetteer().get("subdivision", holders[0]).holders
    return depth


def _place(site: _Site, holders: Sequence[int], everything: Sequence[_Site], middles: Middles) -> Place:
    known, name = site.known, site.name
    place = known or next((everything[h].known for h in holders if everything[h].known), None)
    latitude, longitude = _coordinates(known, middles)
    return Place(
        id=_id(site),
        name=name,
        aliases=tuple(sorted({spelling for spelling, _ in site.spellings} - {name})),
        geonames=known.geonames if known else None,
        latitude=latitude,
        longitude=longitude,
        country=place.country if place else None,
        within=tuple(_id(everything[h]) for h in holders),
        level=LEVELS[known.level] if known else None,
    )


def _coordinates(known: Known | None, middles: Middles) -> tuple[float | None, float | None]:
    """A town's own; for a country or subdivision the mean of its towns; unknown for a place that only reports know."""
    if known is None:
        return None, None
    return middles.get((known.level, known.row), (known.latitude, known.longitude))
