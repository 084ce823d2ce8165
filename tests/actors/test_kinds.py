import pytest

from counterclaim.actors.kinds import standing

STANDINGS = [
    ("police", "organ", None),
    ("Bolivian riot police", "organ", "Bolivia"),
    ("the Uruguayan foreign ministry", "organ", "Uruguay"),
    ("Montevideo", "government", "Uruguay"),
    ("the government of Uruguay", "government", "Uruguay"),
    ("Bolivias government", "government", "Bolivia"),
    ("a source at the harbour police command", "organ", None),
    ("the national disaster agency", "organ", None),
    ("state television", "government", None),
    ("pro-government media outlets", "government", None),
    ("rebels", "opposition", None),
    ("the armed opposition", "opposition", None),
    ("anti-government fighters", "opposition", None),
    ("Free Marsh Army", "movement", None),
    ("Northern Reed Front", "movement", None),
    ("demonstrators", "protest", None),
    ("witnesses", "neutral", None),
    ("doctors at the army hospital", "neutral", None),
    ("residents of La Paz", "neutral", None),
    ("Uruguayan Observatory for Human Rights", "neutral", None),
    ("the Red Cross", "neutral", None),
    ("police records", "neutral", None),
    ("some of us", "unknown", None),
    ("the Chilean navy", "organ", "Chile"),
    ("cars", "unknown", None),
    ("the police station", "unknown", None),
    ("Kestrel Telecom", "unknown", None),
    ("Montevideo Post", "neutral", None),
    ("Uruguayan State Radio", "government", "Uruguay"),
    ("Uruguay News Agency", "government", "Uruguay"),
    ("the Bolivian Press Agency", "government", "Bolivia"),
    ("the Bolivian Harvest News Agency", "neutral", None),
    ("Chilean FM", "organ", "Chile"),
    ("the indictment", "organ", None),
    ("Secretary of State", "government", "United States"),
    ("opponents of Karim Osk", "opposition", None),
    ("the Osk regime's opponents", "opposition", None),
    ("the boarding party", "unknown", None),
    ("the separatists", "movement", None),
]


@pytest.mark.parametrize("text, sort, country", STANDINGS)
def test_the_words_of_a_name_say_whose_position_it_voices(text: str, sort: str, country: str | None) -> None:
    said = standing(text)
    assert (said.sort, said.country) == (sort, country)
