import pytest
from msgspec import structs

from counterclaim.model import Block, Draft, Hedge, Place, Reading, Report, Span, When
from counterclaim.places import sites


def reading(number: int, text: str, *names: str) -> Reading:
    """A report with a draft for every place named, at its first occurrence."""
    report = Report(f"r-{number}", "a.txt", None, None, None, None, "en", text, (Block(0, len(text), "paragraph"),))
    spans = [Span(text.index(name), text.index(name) + len(name)) for name in names]
    drafts = tuple(
        Draft(report.id, "killed", (s,), None, None, None, s, When(), None, "+", Hedge("fact", None), {}) for s in spans
    )
    return Reading(report, (), (), drafts, ())


def named(readings: list[Reading]) -> dict[str, Place]:
    return {place.name: place for place in sites(readings).places}


THREE = [
    reading(1, "Fighting in Karvendal. Karvendal fell. Karvendal burns.", "Karvendal"),
    reading(2, "They hold Karvendel province.", "Karvendel"),
    reading(3, "The Kavendal Valley is quiet.", "Kavendal Valley"),
]


def test_spellings_are_one_place_under_the_commonest() -> None:
    (place,) = sites(THREE).places
    assert (place.name, place.aliases) == ("Karvendal", ("Karvendel", "Kavendal"))
    assert (place.geonames, place.latitude, place.country) == (None, None, None)


def test_every_span_of_a_draft_has_its_place_and_others_have_none() -> None:
    found = sites(THREE)
    asked = [found.place(r.report.id, d.place) for r in THREE for d in r.drafts if d.place]
    assert asked == [found.places[0].id] * 3
    assert found.place("r-1", Span(0, 4)) is None


def test_the_order_of_the_reports_does_not_matter() -> None:
    assert sites(THREE).places == sites(THREE[::-1]).places


def test_a_known_town_has_its_country_and_coordinates() -> None:
    places = named([reading(1, "In Norway a wave hit Tromso in Norway.", "Tromso")])
    town, country = places["Tromso"], places["Norway"]
    assert (town.country, town.geonames, town.within) == ("NO", 3133895, (country.id,))
    assert town.latitude == pytest.approx(69.65, abs=0.1)
    assert country.latitude == pytest.approx(62, abs=3)  # the mean of its towns


@pytest.mark.parametrize(("text", "country"), [
    ("Georgian police came to Georgia. Tbilisi is calm.", "GE"),
    ("A fire in Cordoba, Argentina. The Argentine army came; Argentina mourns.", "AR"),
    ("A fire in Cordoba, Spain. The Spanish army came; Spain mourns.", "ES"),
])  # fmt: skip
def test_the_countries_of_the_reports_weigh_in(text: str, country: str) -> None:
    name = "Cordoba" if "Cordoba" in text else "Georgia"
    assert named([reading(1, text, name)])[name].country == country


def test_a_village_is_believed_only_in_a_country_the_reports_are_about() -> None:
    assert named([reading(1, "A fire in Soldeu.", "Soldeu")])["Soldeu"].country is None
    assert named([reading(1, "A fire in Soldeu, Andorra.", "Soldeu")])["Soldeu"].country == "AD"


def test_reports_say_which_place_holds_which() -> None:
    places = named([
        reading(1, "Shelling in the Brask district of Velmar in Norway. Norway waits.", "Brask", "Velmar", "Norway"),
        reading(2, "Two died in Oskval village in Brask.", "Oskval", "Brask"),
    ])  # fmt: skip
    ids = [places[name].id for name in ("Brask", "Velmar", "Norway")]
    assert places["Oskval"].within == tuple(ids)
    assert places["Brask"].within == tuple(ids[1:])
    assert places["Oskval"].country == "NO"


def test_parts_of_the_world_are_no_village_of_the_name() -> None:
    assert named([reading(1, "Tension in the Middle East. The United States waits. US troops.", "Middle East")])[
        "Middle East"
    ].geonames is None  # fmt: skip


def test_a_name_that_the_other_reports_know_as_a_place_is_one_where_its_report_does_not_say_so() -> None:
    calm = "Karvendal calm after shelling, Dorn Karvendal says."
    told = reading(2, calm, "Karvendal calm after shelling")
    (draft,) = (structs.replace(d, place=None) for d in told.drafts)
    unsure = structs.replace(told, drafts=(draft,))
    found = sites([THREE[0], unsure])
    assert found.site(draft) == Span(0, len("Karvendal"))
    assert found.place("r-2", Span(0, len("Karvendal"))) == found.places[0].id
    assert sites([unsure]).site(draft) is None


def test_no_reports_no_places() -> None:
    assert sites([]).places == ()
