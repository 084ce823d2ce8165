"""Incidents with deaths in the 49 columns of the UCDP Georeferenced Event Dataset (codebook 23.1).

What only UCDP can give (its ids, conflicts and dyads, the type of violence) stays empty, and so does `best` unless
a policy is named: the ledger holds what origins say, not what is so. Only claims of killed people fill deaths.
"""

from collections.abc import Iterable, Iterator

from counterclaim.compare.victims import PEOPLE
from counterclaim.dossier.index import Index
from counterclaim.dossier.words import calendar
from counterclaim.export import incidents as told
from counterclaim.export.incidents import CIVILIANS, POLICIES, Figures, Incident, Policy, counted, figures, origin
from counterclaim.export.siting import where
from counterclaim.ids import content_id
from counterclaim.model import Claim, Report

COLUMNS = (
    "id", "relid", "year", "active_year", "code_status", "type_of_violence", "conflict_dset_id", "conflict_new_id",
    "conflict_name", "dyad_dset_id", "dyad_new_id", "dyad_name", "side_a_dset_id", "side_a_new_id", "side_a",
    "side_b_dset_id", "side_b_new_id", "side_b", "number_of_sources", "source_article", "source_office", "source_date",
    "source_headline", "source_original", "where_prec", "where_coordinates", "where_description", "adm_1", "adm_2",
    "latitude", "longitude", "geom_wkt", "priogrid_gid", "country", "country_id", "region", "event_clarity",
    "date_prec", "date_start", "date_end", "deaths_a", "deaths_b", "deaths_civilians", "deaths_unknown", "best", "high",
    "low", "gwnoa", "gwnob",
)  # fmt: skip

# The codebook's precision of a day, by the most days that it may have taken.
DAYS = ((1, 1), (6, 2), (7, 3), (31, 4))

Row = dict[str, object]


def ged(index: Index, policy: str | None = None) -> Iterator[Row]:
    """A row an incident with deaths, earlier ones first; `policy` is one of POLICIES, or None for no best estimate."""
    for incident in told.incidents(index):
        total = tolls(index, incident)
        if total and _most(total):
            yield {**_sources(index, incident, total), **where(index, incident.place), **_when(incident),
                   **_sides(index, incident), **_deaths(index, incident, total, policy)}  # fmt: skip


def tolls(index: Index, incident: Incident) -> Figures:
    """What each origin counts in all; where nobody counts everybody, what each counts of the largest part.

    A part is never added to another part or set against the whole, which is no less than it.
    """
    found = by_class(index, incident)
    return found.get(PEOPLE) or max(found.values(), key=_most, default={})


def _most(given: Figures) -> int:
    return max(high for _, high in given.values())


def by_class(index: Index, incident: Incident) -> dict[str, Figures]:
    """What each origin counts, by who is counted."""
    by: dict[str, list[Claim]] = {}
    for claim in told.sourced(index, incident.claims):
        by.setdefault(counted(index, claim), []).append(claim)
    return {who: found for who, claims in by.items() if (found := figures(index, claims))}


def _deaths(index: Index, incident: Incident, total: Figures, policy: str | None) -> Row:
    """From the least that an origin counts in all to the most that any counts: the whole is no less than a part."""
    most = max(map(_most, by_class(index, incident).values()))
    row: Row = {"low": min(low for low, _ in total.values()), "high": most}
    return row | (_estimate(index, incident, total, POLICIES[policy]) if policy else {})


def _estimate(index: Index, incident: Incident, total: Figures, policy: Policy) -> dict[str, int]:
    """The best estimate by the named policy, shared out as far as the parts are told; the rest is unknown."""
    best = policy(total)
    sides = _named_sides(index, incident)
    part = {who: min(policy(found), best) for who, found in by_class(index, incident).items()}
    row = {
        "deaths_civilians": part.get(CIVILIANS, 0),
        "deaths_a": part.get(sides[0] or "-", 0),
        "deaths_b": part.get(sides[1] or "-", 0),
    }
    shared = sum(row.values())
    if shared > best:
        return {"best": best, "deaths_civilians": 0, "deaths_a": 0, "deaths_b": 0, "deaths_unknown": best}
    return {"best": best, **row, "deaths_unknown": best - shared}


def _sides(index: Index, incident: Incident) -> Row:
    first, second = (index.name(side) if side else None for side in _named_sides(index, incident))
    civilians = {CIVILIANS, PEOPLE} & by_class(index, incident).keys()
    second = second or ("Civilians" if first and civilians else None)
    return {"side_a": first, "side_b": second, "dyad_name": f"{first} - {second}" if first and second else None}


def _named_sides(index: Index, incident: Incident) -> tuple[str | None, str | None]:
    """Who did it and whose people died, where all who name one name the same."""
    found = told.mentions(index, incident)
    doers = {p for m in found if (p := _party(index, m.subject))}
    losers = {p for m in found if (p := _party(index, m.object))}
    return _only(doers), _only(losers - doers)


def _party(index: Index, actor: str | None) -> str | None:
    known = index.actors.get(actor or "")
    return actor if actor in index.parties else known.party if known else None


def _only(found: set[str]) -> str | None:
    return next(iter(found)) if len(found) == 1 else None


def _sources(index: Index, incident: Incident, total: Figures) -> Row:
    found = told.mentions(index, incident)
    reports = [index.reports[r] for r in dict.fromkeys(m.report for m in found)]
    return {
        "relid": content_id("i", *sorted(c.id for c in incident.claims)),
        "number_of_sources": len({origin(index, c) for c in told.sourced(index, incident.claims)}),
        "source_article": _listed(_article(r) for r in reports),
        "source_office": _listed(r.outlet for r in reports),
        "source_date": _listed(r.published.day if r.published else None for r in reports),
        "source_headline": _listed(r.title for r in reports),
        "source_original": _listed(index.name(m.speaker or m.party) if m.speaker or m.party else None for m in found),
    }


def _article(report: Report) -> str:
    day = report.published.day if report.published else ""
    return ",".join((report.outlet or report.source, day, report.title or ""))


def _listed(values: Iterable[str | None]) -> str | None:
    """The values, each once, as the dataset lists them."""
    return ";".join(" ".join(v.split()) for v in dict.fromkeys(values) if v) or None


def _when(incident: Incident) -> Row:
    days = told.span_of_days(incident)
    first = calendar(incident.since)
    if days is None or first is None:
        return {"event_clarity": 2}
    exact = next((code for most, code in DAYS if days <= most), 5)
    return {
        "year": first.year,
        "date_start": incident.since,
        "date_end": incident.to,
        "date_prec": exact,
        "event_clarity": 1 if exact == 1 and incident.place else 2,
    }
