import itertools

import pytest
from msgspec import structs

from counterclaim.actors import Cast, CastFile, cast
from counterclaim.actors.castfile import WantedParty
from counterclaim.model import Actor, Party, Reading

from .builders import draft, name, reading

FIRST = (
    "Reed Alliance spokesman Anton Vashti said that 40 Gorlan fighters were trapped in Ostrel. "
    "Velmaran army officers denied it. The Gorlan spokesman Iven Dask said Ostrel had fallen. Witnesses fled."
)
SECOND = (
    "The Northern Salvation Front (NSF) holds Ostrel, NSF spokesman Anton Vashty said. Police in Velmara were silent. "
    "Witnesses saw smoke over Velmara."
)
THIRD = (
    "The Velmaran government has no news, its foreign minister Lena Orsk said. Dask said the fight is over. "
    "Rain fell in Velmara."
)


def event() -> list[Reading]:
    """Three reports of an invented fight."""
    return [
        reading(
            FIRST,
            name("Anton Vashti", FIRST, role="Reed Alliance spokesman", body="Reed Alliance"),
            name("Velmaran army officers", FIRST, "anonymous"),
            name("Iven Dask", FIRST, role="Gorlan spokesman", body="Gorlan"),
            name("Gorlan fighters", FIRST, "group"),
            name("Witnesses", FIRST, "anonymous"),
        ),
        reading(
            SECOND,
            name("Northern Salvation Front", SECOND, "group"),
            name("Anton Vashty", SECOND, role="NSF spokesman", body="NSF"),
            name("Police", SECOND, "anonymous"),
            name("Witnesses", SECOND, "anonymous"),
        ),
        reading(
            THIRD,
            name("Velmaran government", THIRD, "group"),
            name("Lena Orsk", THIRD, role="foreign minister"),
            name("Dask", THIRD),
        ),
    ]


def actor(people: Cast, reading: Reading, text: str) -> Actor:
    """Whom a report names so."""
    wanted = next(s.speaker for s in reading.speeches if s.speaker and s.speaker.text == text)
    found = people.actor(reading.report.id, wanted)
    return next(a for a in people.actors if a.id == found)


def party(people: Cast, reading: Reading, text: str) -> Party | None:
    """Whose position the one whom a report names so voices."""
    side = people.party(actor(people, reading, text).id)
    return next((p for p in people.parties if p.id == side), None)


def test_one_person_has_one_actor_for_all_spellings_and_reports() -> None:
    first, second, third = event()
    people = cast([first, second, third])
    assert actor(people, first, "Anton Vashti") == actor(people, second, "Anton Vashty")
    assert actor(people, first, "Iven Dask") == actor(people, third, "Dask")
    assert actor(people, third, "Dask").name == "Iven Dask"


def test_a_spokesman_of_two_bodies_shows_them_to_be_one_and_the_basis_says_so() -> None:
    first, second, _ = event()
    people = cast(event())
    one = party(people, first, "Anton Vashti")
    assert one is not None and one == party(people, second, "Northern Salvation Front")
    assert {"Reed Alliance", "NSF", "Northern Salvation Front"} <= {one.name, *one.aliases}
    assert "speaks for" in one.basis


def test_who_has_fighters_is_a_party_and_its_fighters_are_it() -> None:
    first, *_ = event()
    people = cast(event())
    gorlan = party(people, first, "Iven Dask")
    assert gorlan is not None and gorlan.name.startswith("Gorlan")
    assert gorlan == party(people, first, "Gorlan fighters")


def test_police_army_and_ministers_speak_for_the_government_of_the_country_at_hand() -> None:
    first, second, third = event()
    people = cast(event())
    government = party(people, third, "Velmaran government")
    assert government is not None and government.name == "Velmaran government"
    assert government == party(people, second, "Police")
    assert government == party(people, first, "Velmaran army officers")
    assert government == party(people, third, "Lena Orsk")


def test_unnamed_people_stay_apart_and_voice_no_party() -> None:
    first, second, _ = event()
    people = cast(event())
    assert actor(people, first, "Witnesses").id != actor(people, second, "Witnesses").id
    assert party(people, first, "Witnesses") is None


def test_nobody_is_nobody() -> None:
    people = cast(event())
    assert people.actor("r-none", None) is None and people.party(None) is None
    assert cast([]).actors == cast([]).parties == ()


@pytest.mark.parametrize("order", list(itertools.permutations(range(3))))
def test_neither_order_nor_repetition_matters(order: tuple[int, ...]) -> None:
    readings = event()
    shuffled = [readings[i] for i in order]
    assert cast(shuffled) == cast(readings) == cast(shuffled + readings)


LABELS = "The Gorlan fighters and the Gorlan terrorists fled, the army of Velmara said in Velmara. They were beaten."


def test_what_an_opponent_calls_a_body_is_no_alias() -> None:
    names = name("Gorlan fighters", LABELS, "group"), name("Gorlan terrorists", LABELS, "group")
    people = cast([reading(LABELS, *names)])
    (gorlan,) = people.parties
    assert all("terrorist" not in n for n in (gorlan.name, *gorlan.aliases))
    assert len({people.actor(reading(LABELS, *names).report.id, n) for n in names}) == 1


FOES = "Clashes between the Reed Front and the Marsh Front went on, Ilja Kern said."
FOES_TOO = "Ilja Kern spoke for the Marsh Front."


def test_bodies_that_fight_each_other_are_never_one() -> None:
    people = cast(
        [
            reading(
                FOES,
                name("Reed Front", FOES, "group"),
                name("Marsh Front", FOES, "group"),
                name("Ilja Kern", FOES, role="spokesman", body="Reed Front"),
            ),
            reading(FOES_TOO, name("Ilja Kern", FOES_TOO, role="spokesman", body="Marsh Front")),
        ]
    )
    assert {"Reed Front", "Marsh Front"} <= {p.name for p in people.parties}


FATHER = "Osk Marel and his father Osk Ivan Marel spoke."


def test_two_full_names_in_one_report_are_two_people() -> None:
    people = cast([reading(FATHER, name("Osk Marel", FATHER), name("Osk Ivan Marel", FATHER))])
    assert len(people.actors) == 2


COURT = "Lawyer Jon Tamm, who speaks for the accused Rolf Essen, said he fired in the air. Rolf Essen denied it."


def test_the_accused_and_counsel_are_a_party() -> None:
    accused = name("Rolf Essen", COURT)
    counsel = name("Jon Tamm", COURT, role="lawyer for Rolf Essen", body="Rolf Essen")
    people = cast([reading(COURT, accused, counsel)])
    (side,) = people.parties
    assert side.name == "Rolf Essen" and {a.party for a in people.actors} == {side.id}


OUTLET = "Velmara's state news agency VARA said two died. Reporters of the Ostrel Courier saw four in Velmara."


def test_an_outlet_speaks_for_a_state_only_where_the_report_says_so() -> None:
    vara, courier = name("VARA", OUTLET, "outlet"), name("Ostrel Courier", OUTLET, "outlet")
    told = reading(OUTLET, vara, courier)
    people = cast([told])
    assert party(people, told, "Ostrel Courier") is None
    assert party(people, told, "VARA") is not None


OWNED = [
    ('The opposition "Reed" TV network spoke.', "Reed", "rebels"),
    ("The pro-government website Reed News spoke in Montevideo.", "Reed News", "Uruguay"),
]


@pytest.mark.parametrize("text, outlet, side", OWNED)
def test_an_outlet_of_a_side_voices_that_side(text: str, outlet: str, side: str) -> None:
    text += " The rebels and the Uruguayan army and the Uruguayan government fought."
    rebels = name("rebels", text, "group")
    told = reading(text, name(outlet, text, "outlet"), rebels)
    found = party(cast([told]), told, outlet)
    assert found is not None
    assert side in (found.name, *found.aliases)


def test_a_bare_rank_says_nothing_of_the_country_where_another_body_is_named() -> None:
    text = "The Uruguayan army fought. Operation Lasting Reed spokesman Colonel Ola Rand spoke."
    told = reading(text, name("Ola Rand", text, role="Operation Lasting Reed spokesman Colonel"))
    assert party(cast([told]), told, "Ola Rand") is None


def test_where_a_body_sits_and_what_an_opponent_calls_it_are_no_names_of_parties() -> None:
    text = "The Velin-based group spoke. Takfiri terrorists attacked. The Sunni rebels spoke."
    names = [name(n, text, "group") for n in ("Velin-based group", "Takfiri terrorists", "Sunni rebels")]
    assert [p.name for p in cast([reading(text, *names)]).parties] == ["Sunni rebels"]


def test_a_lone_surname_is_the_person_whom_the_report_names_in_full() -> None:
    text = "Uruguayan President Ada Lind spoke. Then Lind spoke, and Linds forces fought."
    told = reading(text, name("Ada Lind", text, role="Uruguayan President"), name("Lind", text, "group"))
    people = cast([told])
    assert actor(people, told, "Lind").name == "Ada Lind"
    assert all("Lind" not in p.aliases for p in people.parties)


def test_a_body_that_one_of_many_reports_tells_of_is_no_party_unless_it_speaks() -> None:
    texts = [f"The Uruguayan army spoke on day {i}." for i in range(5)]
    readings = [reading(t, name("Uruguayan army", t, "group")) for t in texts]
    other = "The Reed Front fought elsewhere."
    silent = structs.replace(reading(other), drafts=(draft(name("Reed Front", other, "group"), other),))
    assert "Reed Front" not in [p.name for p in cast([*readings, silent]).parties]
    assert "Reed Front" in [p.name for p in cast([silent]).parties]


def test_the_cast_file_wins() -> None:
    wanted = CastFile((WantedParty("River Union", ("NSF",), ("Anton Vashti", "Witnesses")),))
    first, second, _ = event()
    people = cast(event(), wanted)
    union = party(people, first, "Anton Vashti")
    assert union is not None and union.name == "River Union" and union.basis == "Named in the cast file."
    assert union == party(people, second, "Witnesses")


def test_the_cast_file_names_a_found_party_by_any_of_its_names() -> None:
    wanted = CastFile((WantedParty("River Union", ("Reed Alliance",)),))
    found = {p.name for p in cast(event()).parties}
    assert "Reed Alliance" not in found  # it is an alias of the front's
    assert [p.name for p in cast(event(), wanted).parties if "NSF" in p.aliases] == ["River Union"]


def test_the_cast_file_parts_what_was_taken_for_one() -> None:
    wanted = CastFile((WantedParty("Northern Salvation Front", ("NSF",)), WantedParty("Reed Alliance")))
    front = next(p for p in cast(event(), wanted).parties if p.name == "Northern Salvation Front")
    assert "Reed Alliance" not in front.aliases


def test_every_party_is_an_actor_and_every_side_a_party() -> None:
    people = cast(event())
    sides = {p.id for p in people.parties}
    assert sides <= {a.id for a in people.actors}
    assert {a.party for a in people.actors if a.party} == sides
