"""Incidents with deaths in the 49 columns of the UCDP Georeferenced Event Dataset (codebook 23.1).

What only UCDP can give (its ids, conflicts and dyads, the type of violence) stays empty, and so does `best` unless
a policy is named: the ledger holds what origins say, not what is so. Only claims of killed people fill deaths.
"""

from collections.abc import Iterable, Iterator

from counterclaim.compare.days import apart
from counterclaim.dossier.index import Index
from counterclaim.dossier.words import calendar
from counterclaim.export import incidents as told
from counterclaim.export.incidents import CIVILIANS, POLICIES, Figures, Incident, figures, origin
from counterclaim.export.siting import where
from counterclaim.ids import content_id
from counterclaim.model import Report

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
        counts = figures(index, told.sourced(index, incident.claims))
        if any(high is None or high > 0 for _, high in counts.values()):
            yield {**_sources(index, incident), **where(index, incident.place), **_when(incident),
                   **_sides(index, incident), **_deaths(index, incident, counts, policy)}  # fmt: skip


def _deaths(index: Index, incident: Incident, counts: Figures, policy: str | None) -> Row:
    """From the least that an origin counts to the most that any counts; open above where the highest is "at least"."""
    low, high = min(low for low, _ in counts.values()), max(counts.values(), key=_height)[1]
    row: Row = {"low": low, "high": high}
    return row | (_estimate(index, incident, POLICIES[policy](counts)) if policy else {})


def _height(count: tuple[int, int | None]) -> tuple[int, bool]:
    low, high = count
    return (low, True) if high is None else (high, False)


def _estimate(index: Index, incident: Incident, best: int) -> Row:
    """The best estimate, in the column of those who are counted."""
    sides = _named_sides(index, incident)
    column = {CIVILIANS: "deaths_civilians", sides[1] or "-": "deaths_b"}.get(incident.who, "deaths_unknown")
    parts = dict.fromkeys(("deaths_a", "deaths_b", "deaths_civilians", "deaths_unknown"), 0)
    return {"best": best, **parts, column: best}


def _sides(index: Index, incident: Incident) -> Row:
    first, second = (index.name(side) if side else None for side in _named_sides(index, incident))
    second = second or ("Civilians" if first and incident.who == CIVILIANS else None)
    return {"side_a": first, "side_b": second, "dyad_name": f"{first} - {second}" if first and second else None}


def _named_sides(index: Index, incident: Incident) -> tuple[str | None, str | None]:
    """Who did it and whose people died, where all who name one name the same."""
    found = told.mentions(index, incident)
    doers = {p for m in found if (p := _party(index, m.subject))}
    losers = {incident.who} if incident.who in index.parties else {p for m in found if (p := _party(index, m.object))}
    return _only(doers), None if incident.who == CIVILIANS else _only(losers - doers)


def _party(index: Index, actor: str | None) -> str | None:
    known = index.actors.get(actor or "")
    return actor if actor in index.parties else known.party if known else None


def _only(found: set[str]) -> str | None:
    return next(iter(found)) if len(found) == 1 else None


def _sources(index: Index, incident: Incident) -> Row:
    found = told.mentions(index, incident)
    reports = [index.reports[r] for r in dict.fromkeys(m.report for m in found)]
    return {
        "relid": content_id("i", incident.who, *sorted(c.id for c in incident.claims)),
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
    between, first = apart(incident.since, incident.to), calendar(incident.since)
    if between is None or first is None:
        return {"event_clarity": 2}
    exact = next((code for most, code in DAYS if between < most), 5)
    return {
        "year": first.year,
        "date_start": incident.since,
        "date_end": incident.to,
        "date_prec": exact,
        "event_clarity": 1 if exact == 1 and incident.place else 2,
    }
