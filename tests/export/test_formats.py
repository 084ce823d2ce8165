"""Every format of the invented ledger, read back with a library of its own community."""

import csv
import io
import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import geojson
import msgspec
import pyarrow.parquet as pq
import pytest
import rdflib
from markdown_it import MarkdownIt

from counterclaim.errors import BadOption, NotWritable
from counterclaim.export import FORMATS, decided, exported, write_export
from counterclaim.export.rows import COLUMNS
from counterclaim.model import Decision, Mention
from dossier.karvel import EMPTY, EVIL, LEDGER

# rdflib warns of its own parts that its JSON-LD parser uses.
pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning:rdflib.*")

SCHEMA = rdflib.Namespace("https://schema.org/")
OA = rdflib.Namespace("http://www.w3.org/ns/oa#")
PROV = rdflib.Namespace("http://www.w3.org/ns/prov#")
URN = rdflib.Namespace("urn:counterclaim:")
TEXTS = {report.id: report.text for report in LEDGER.reports}


def rows(to: str, **options: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(exported(LEDGER, to, **options).decode(), newline="")))


def graph() -> rdflib.Graph:
    return rdflib.Graph().parse(data=exported(LEDGER, "jsonld"), format="json-ld")


def by_id() -> Iterator[tuple[Mention, dict[str, str]]]:
    yield from zip(LEDGER.mentions, rows("csv"), strict=True)


@pytest.mark.parametrize("to", FORMATS)
@pytest.mark.parametrize("ledger", [LEDGER, EMPTY], ids=["karvel", "empty"])
def test_the_same_ledger_gives_the_same_bytes(to: str, ledger: object) -> None:
    assert exported(ledger, to) == exported(msgspec.structs.replace(ledger), to)  # type: ignore[arg-type, type-var]


def test_csv_has_the_columns_in_order_and_the_exact_words() -> None:
    assert list(rows("csv")[0]) == list(COLUMNS)
    assert ",".join(COLUMNS).startswith("report,url,outlet,published,kind,words,start,end,speaker,role,party,channel")
    for mention, row in by_id():
        words = TEXTS[mention.report][int(row["start"]) : int(row["end"])]
        assert row["words"].lstrip("'") in (words, f"'{words}")


def test_csv_gives_values_as_the_ledger_has_them() -> None:
    row = next(r for m, r in by_id() if m.id == "m-0000000000000010")
    assert (row["speaker"], row["role"], row["party"], row["via"]) == (
        "Ilan Dovrek", "Ostra Front spokesman", "Ostra Front", "Radio Meridian")  # fmt: skip
    assert (row["polarity"], row["question"], row["status"], row["origins"]) == ("-", "q-holds", "contested", "1")
    bounds = {r["words"]: (r["low"], r["high"]) for _, r in by_id() if r["low"] or r["high"]}
    assert bounds["more than 140"] == ("140", "") and bounds["nobody was killed in Karvel"] == ("0", "0")


def test_what_people_decided_stands_in_the_last_column() -> None:
    made = Decision(1, "2031-05-06T10:00:00Z", "Ann", "correct", ("m-0000000000000001",), "place", "Karvel", None, "")
    found = exported(LEDGER, "csv", decided({"m-0000000000000001": (made,)})).decode()
    assert found.splitlines()[1].endswith('"correct place by Ann, 2031-05-06"')


def test_parquet_holds_the_rows_of_csv_with_their_types() -> None:
    table = pq.read_table(io.BytesIO(exported(LEDGER, "parquet")))
    assert table.column_names == list(COLUMNS) and table.num_rows == len(LEDGER.mentions)
    plain = [{k: "" if v is None else str(v) for k, v in row.items()} for row in table.to_pylist()]
    assert plain == rows("csv")
    assert str(table.schema.field("low").type) == "int64" and str(table.schema.field("latitude").type) == "double"


def test_geojson_is_valid_and_has_a_feature_a_question() -> None:
    found = geojson.loads(exported(LEDGER, "geojson"))
    assert found.is_valid and [f["id"] for f in found["features"]] == [q.id for q in LEDGER.questions]
    killed = found["features"][1]["properties"]
    assert [(p["party"], p["low"], p["high"]) for p in killed["positions"]][:2] == [
        ("Velmaran army", 20, 30), ("Ostra Front", 140, None)]  # fmt: skip
    assert {"id", "report", "claim", "href"} == set(killed["mentions"][0])


@pytest.mark.parametrize(
    ("latitude", "longitude", "wanted"),
    [(-7.25, 112.75, {"type": "Point", "coordinates": [112.75, -7.25]}), (None, None, None)],
)
def test_a_known_place_is_a_point_with_longitude_first(
    latitude: float | None, longitude: float | None, wanted: object
) -> None:
    place = msgspec.structs.replace(LEDGER.places[0], latitude=latitude, longitude=longitude)
    found = json.loads(exported(msgspec.structs.replace(LEDGER, places=(place,)), "geojson"))
    assert found["features"][0]["geometry"] == wanted


def test_jsonld_is_read_as_claims_with_their_appearances() -> None:
    found, trapped = graph(), URN["c-trapped"]
    assert (trapped, rdflib.RDF.type, SCHEMA.Claim) in found
    assert set(found.objects(trapped, SCHEMA.appearance)) == {URN[LEDGER.reports[0].id], URN[LEDGER.reports[1].id]}
    assert found.value(trapped, SCHEMA.firstAppearance) == URN[LEDGER.reports[0].id]
    assert found.value(URN["c-never-left"], SCHEMA.author) == URN[next(a.id for a in LEDGER.actors if "Pell" in a.name)]
    assert not list(found.subjects(rdflib.RDF.type, SCHEMA.ClaimReview))


def test_every_quotation_is_the_slice_of_its_text() -> None:
    found = graph()
    for mention in LEDGER.mentions:
        target = found.value(URN[mention.id], OA.hasTarget)
        report = str(found.value(target, OA.hasSource)).removeprefix("urn:counterclaim:")
        quoted, placed = sorted(found.objects(target, OA.hasSelector), key=lambda s: found.value(s, OA.exact) is None)
        start, end = int(str(found.value(placed, OA.start))), int(str(found.value(placed, OA.end)))
        assert str(found.value(quoted, OA.exact)) == TEXTS[report][start:end]
        assert TEXTS[report][:start].endswith(str(found.value(quoted, OA.prefix)))
        assert TEXTS[report][end:].startswith(str(found.value(quoted, OA.suffix)))


def test_provenance_names_originals_copies_and_speakers() -> None:
    found = graph()
    assert (URN["m-0000000000000009"], PROV.wasDerivedFrom, URN["m-0000000000000002"]) in found
    assert (URN[LEDGER.reports[1].id], PROV.wasDerivedFrom, URN[LEDGER.reports[0].id]) in found
    assert (URN["m-0000000000000001"], PROV.wasQuotedFrom, URN[LEDGER.reports[0].id]) in found
    assert found.value(URN["c-trapped"], PROV.hadPrimarySource) == URN[LEDGER.reports[0].id]
    assert found.value(URN["c-bodies"], PROV.wasAttributedTo) is not None


def test_an_address_that_is_none_of_the_web_is_no_address_in_linked_data() -> None:
    assert {str(o) for o in graph().objects(None, SCHEMA.url)} == {"https://wire.example/1"}


def test_every_line_of_the_brief_is_attributed_and_footnoted() -> None:
    lines = exported(LEDGER, "markdown").decode().splitlines()
    said = [line for line in lines if line.startswith("- ")]
    assert said and all(line.endswith("]") and "[^" in line for line in said)
    used = {mark for line in said for mark in line.split("[^")[1:]}
    given = {line.split("]")[0][2:] for line in lines if line.startswith("[^")}
    assert {mark.rstrip("]") for mark in used} == given
    assert any("Soran Pell (Velmaran army chief General, Velmaran army) said on 3 May 2031" in line for line in said)


def test_the_brief_holds_no_markup_from_a_report() -> None:
    html = MarkdownIt("js-default", {"html": True, "linkify": False}).render(exported(LEDGER, "markdown").decode())
    assert "alert" in html and "<script" not in html and "<img" not in html and "<a " not in html
    assert "\u202e" not in html and "\x07" not in html


@pytest.mark.parametrize(
    ("to", "policy", "why"),
    [("xls", None, "it can be csv"), ("csv", "lowest", "for --to ged only"), ("ged", "median", "it can be lowest")],
)
def test_an_unknown_format_or_policy_is_told_with_the_remedy(to: str, policy: str | None, why: str) -> None:
    with pytest.raises(BadOption, match=why):
        exported(LEDGER, to, policy=policy)


def test_a_folder_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    with pytest.raises(NotWritable, match="choose another --out"):
        write_export(b"", tmp_path / "file" / "claims.csv")


def test_days_of_linked_data_are_days() -> None:
    assert all(date.fromisoformat(str(day)) for day in graph().objects(None, SCHEMA.datePublished))
    assert EVIL not in exported(LEDGER, "markdown").decode()
