"""The places of all reports: spellings joined, looked up in the gazetteer, each with the places that hold it."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence, Set

from counterclaim.ids import content_id
from counterclaim.memory import FORGETFUL, Memory
from counterclaim.model import Draft, Level, Place, Reading, Record, Span, Spans
from counterclaim.places.elsewhere import known_elsewhere, own_names, widely_known
from counterclaim.places.finding.gazetteer import Known, gazetteer
from counterclaim.places.finding.gazetteer import Level as Table
from counterclaim.places.holding import told_holders
from counterclaim.places.joining import joined, merged
from counterclaim.places.naming import commonest, key_of, plain_name
from counterclaim.places.resolving import countries_told, country_shares, resolved
from counterclaim.places.standing import Names, Seen, seen
from counterclaim.text import runs

Middles = Mapping[tuple[Table, int], tuple[float, float]]
LEVELS: Mapping[Table, Level] = {"country": "country", "subdivision": "region", "city": "town"}


class Sites(Record, frozen=True):
    """All places that claims name, and which of them a span of a report names."""

    places: tuple[Place, ...]
    named: Mapping[str, str]  # the plain words of a span, and the place they name
    words: Mapping[str, Mapping[Span, str]]  # by report
    elsewhere: Mapping[str, Mapping[Spans, Span]]  # by report

    def site(self, draft: Draft) -> Span | None:
        """The span that names where the draft's claim is: its own, or one in its words that other reports know."""
        return self.elsewhere.get(draft.report, {}).get(draft.content, draft.place)

    def place(self, report_id: str, span: Span) -> str | None:
        """The id of the place that the span of the report names; None where no draft has that span for its site."""
        return self.named.get(self.words.get(report_id, {}).get(span, ""))


class _Site(Record, frozen=True):
    """One place: its spellings with how often they are found, and its entry in the gazetteer."""

    spellings: tuple[tuple[str, int], ...]
    known: Known | None

    @property
    def name(self) -> str:
        return commonest(self.spellings)


def sites(readings: Sequence[Reading], memory: Memory = FORGETFUL) -> Sites:
    """The places that the drafts name, with the countries that hold them; the order of the readings does not matter."""
    readings = sorted(readings, key=lambda r: r.report.id)
    drafted = [memory.of(_draft_names, r) for r in readings]
    others = {name for r in readings for name in memory.of(_other_names, r)}
    names = Names({*others, *(name for named in drafted for name in named.values())})
    found = [memory.of(seen, r.report.text, names.near(memory.of(runs, r.report.text))) for r in readings]
    known = widely_known([memory.of(own_names, r) for r in readings], found)
    named = [known & here.names for here in found]
    elsewhere = [memory.of(known_elsewhere, *of_one) for of_one in zip(readings, found, named, strict=True)]
    words = [_with(*of_one) for of_one in zip(readings, drafted, elsewhere, strict=True)]
    shares = country_shares(memory.of(countries_told, r.report.text) for r in readings)
    made = _sites({name for named in words for name in named.values()}, others, found, shares)
    large = frozenset(at for at, site in enumerate(made) if site.known and site.known.level != "city")
    told = told_holders([[w for w, _ in site.spellings] for site in made], large, [here.links for here in found])
    ids = [r.report.id for r in readings]
    return Sites(
        places=_places(made, told),
        named={spelling: _id(site) for site in made for spelling, _ in site.spellings},
        words=dict(zip(ids, words, strict=True)),
        elsewhere={id: spans for id, spans in zip(ids, elsewhere, strict=True) if spans},
    )


def _draft_names(reading: Reading) -> dict[Span, str]:
    """The plain words of every span that a draft gives as its place."""
    text = reading.report.text
    return {d.place: plain_name(d.place.of(text)) for d in reading.drafts if d.place is not None}


def _other_names(reading: Reading) -> frozenset[str]:
    """The names of all places in the report: some are spellings of places that claims name otherwise."""
    return frozenset(map(plain_name, {span.of(reading.report.text) for span in reading.places}))


def _with(reading: Reading, drafted: Mapping[Span, str], elsewhere: Mapping[Spans, Span]) -> Mapping[Span, str]:
    """The plain words of every span that is the site of a draft."""
    more = {span: plain_name(span.of(reading.report.text)) for span in elsewhere.values()}
    return {**drafted, **more} if more else drafted


def _sites(claimed: Set[str], others: Set[str], found: Sequence[Seen], shares: Mapping[str, float]) -> list[_Site]:
    """The names in groups, one a place that some claim names, with its entry in the gazetteer."""
    times = _times(found)
    spelt: defaultdict[str, list[tuple[str, int]]] = defaultdict(list)
    for name in sorted({*claimed, *others}):
        spelt[key_of(name)].append((name, times[name]))
    counts = {key: sum(n for _, n in forms) for key, forms in spelt.items()}
    wanted = {key_of(name) for name in claimed}
    groups = [group for group in joined(counts) if not wanted.isdisjoint(group)]
    kinds = _kinds(found)
    known: dict[str, Known | None] = {}
    for group in groups:
        told = {kind for key in group for name, _ in spelt[key] for kind in kinds.get(name, ())}
        known[group[0]] = resolved(group, told, shares)
    groups = merged(groups, lambda group: (entry := known[group[0]]) and (entry.level, entry.row))
    return [_Site(tuple(form for key in group for form in spelt[key]), known[group[0]]) for group in groups]


def _times(found: Iterable[Seen]) -> Counter[str]:
    """How often the texts have each name as a word or words of its own; within a longer name it counts as that."""
    times: Counter[str] = Counter()
    for here in found:
        for name, count in here.times:
            times[name] += count
    return times


def _kinds(found: Iterable[Seen]) -> dict[str, set[str]]:
    """The kinds of place that the texts call each name."""
    kinds: dict[str, set[str]] = defaultdict(set)
    for here in found:
        for name, kind in here.kinds:
            kinds[name].add(kind)
    return kinds


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
