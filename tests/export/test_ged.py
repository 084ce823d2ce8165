"""Deaths in UCDP's columns: what fills them, what never does, and what a policy chooses."""

import csv
import io

import msgspec
import pytest

from counterclaim.export import exported
from counterclaim.export.ged import COLUMNS
from counterclaim.export.incidents import POLICIES, Figures
from counterclaim.export.siting import priogrid
from counterclaim.model import Ledger, Place, When
from dossier.karvel import LEDGER

# From the codebook, in its order.
NAMES = (
    "id, relid, year, active_year, code_status, type_of_violence, conflict_dset_id, conflict_new_id, "
    "conflict_name, dyad_dset_id, dyad_new_id, dyad_name, side_a_dset_id, side_a_new_id, side_a, "
    "side_b_dset_id, side_b_new_id, side_b, number_of_sources, source_article, source_office, source_date, "
    "source_headline, source_original, where_prec, where_coordinates, where_description, adm_1, adm_2, "
    "latitude, longitude, geom_wkt, priogrid_gid, country, country_id, region, event_clarity, date_prec, "
    "date_start, date_end, deaths_a, deaths_b, deaths_civilians, deaths_unknown, best, high, low, gwnoa, gwnob"
)


DEATHS = ("deaths_a", "deaths_b", "deaths_civilians", "deaths_unknown")


def rows(ledger: Ledger = LEDGER, policy: str | None = None) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(exported(ledger, "ged", policy=policy).decode(), newline="")))


def of_killed(**values: object) -> Ledger:
    """The invented ledger with values set on its mentions of killed people."""
    told = (msgspec.structs.replace(m, **values) if m.kind == "killed" else m for m in LEDGER.mentions)
    return msgspec.structs.replace(LEDGER, mentions=tuple(told))


def test_the_49_columns_in_order() -> None:
    assert ", ".join(COLUMNS) == NAMES and len(COLUMNS) == 49
    assert list(rows()[0]) == list(COLUMNS)


def test_other_people_who_died_are_a_row_of_their_own() -> None:
    soldiers, people = rows()
    # Soldiers: 20 to 30 (army), more than 140 (Front). In all: twelve (medics), 41 bodies (a doctor).
    assert (soldiers["low"], soldiers["high"], soldiers["side_b"]) == ("20", "", "Velmaran army")
    assert (people["low"], people["high"], people["side_b"]) == ("12", "41", "")
    assert not any(row[c] for row in (soldiers, people) for c in ("best", "side_a", *DEATHS))


def test_only_killed_fills_deaths() -> None:
    kept = tuple(c for c in LEDGER.claims if c.kind != "killed")
    asked = tuple(q for q in LEDGER.questions if q.kind != "killed")
    # Three hundred are left, trapped, and "lost" in a retelling.
    assert rows(msgspec.structs.replace(LEDGER, claims=kept, questions=asked)) == []


def test_ids_that_only_ucdp_can_give_stay_empty() -> None:
    row = rows(policy="lowest")[0]
    ids = ("id", "code_status", "type_of_violence", "conflict_new_id", "dyad_new_id", "side_a_new_id", "gwnoa")
    assert not any(row[c] for c in ids)


@pytest.mark.parametrize(
    ("policy", "soldiers", "people"),
    [("lowest", 20, 12), ("highest", 140, 41), ("most-origins", 20, 12), ("latest", 140, 41)],
)
def test_best_is_chosen_by_the_named_policy_and_stands_with_those_who_are_counted(
    policy: str, soldiers: int, people: int
) -> None:
    found = [[row["best"], *(row[c] for c in DEATHS)] for row in rows(policy=policy)]
    assert found == [[str(soldiers), "0", str(soldiers), "0", "0"], [str(people), "0", "0", "0", str(people)]]


def test_civilians_are_no_fighters() -> None:
    kept = tuple(c for c in LEDGER.claims if c.id == "c-twelve")
    (claim,) = (msgspec.structs.replace(c, quantity=msgspec.structs.replace(c.quantity, of="civilians")) for c in kept)
    (row,) = rows(msgspec.structs.replace(LEDGER, claims=(claim,)), "latest")
    assert (row["deaths_civilians"], row["deaths_b"], row["side_b"], row["best"]) == ("12", "0", "", "12")


FIGURES: Figures = {"ministry": (17, 17), "monitor": (20, 25), "medics": (17, None)}


@pytest.mark.parametrize(("policy", "best"), [("lowest", 17), ("highest", 25), ("most-origins", 17), ("latest", 17)])
def test_policies(policy: str, best: int) -> None:
    assert POLICIES[policy](FIGURES) == best


@pytest.mark.parametrize(
    ("when", "wanted"),
    [
        (When("2031-05-03", "2031-05-03"), ("2031-05-03", "2031-05-03", "1", "1")),
        (When("2031-05-01", "2031-05-04"), ("2031-05-01", "2031-05-04", "2", "2")),
        (When("2031-05-01", "2031-05-31"), ("2031-05-01", "2031-05-31", "4", "2")),
        (When("2031-01-01", "2031-12-31"), ("2031-01-01", "2031-12-31", "5", "2")),
        (When(), ("", "", "", "2")),
    ],
)
def test_days_and_their_precision(when: When, wanted: tuple[str, ...]) -> None:
    row = rows(of_killed(when=when))[0]
    assert tuple(row[c] for c in ("date_start", "date_end", "date_prec", "event_clarity")) == wanted


# name, GeoNames id, country -> precision, province, district
PLACES = [
    ("Indonesia", 1643084, "ID", ("6", "", "", "Indonesia")),
    ("Karvel", None, None, ("", "", "", "")),
]


@pytest.mark.parametrize(("name", "geonames", "country", "wanted"), PLACES)
def test_places_and_their_precision(
    name: str, geonames: int | None, country: str | None, wanted: tuple[str, ...]
) -> None:
    place = Place("p-karvel", name, (), geonames, None, None, country, ())
    row = rows(msgspec.structs.replace(LEDGER, places=(place,)))[0]
    assert tuple(row[c] for c in ("where_prec", "adm_1", "adm_2", "country")) == wanted


@pytest.mark.parametrize(
    ("latitude", "longitude", "cell"),
    [(-90.0, -180.0, 1), (-90.0, 179.9, 720), (-89.4, -180.0, 721), (0.1, 0.1, 129961), (90.0, 180.0, 259200)],
)
def test_grid_cells_are_counted_from_the_south_west(latitude: float, longitude: float, cell: int) -> None:
    assert priogrid(latitude, longitude) == cell
