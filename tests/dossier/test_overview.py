"""The first page: the most contested first, each side's last answer and what it said before."""

import pytest

from counterclaim.dossier.changes import changes, earlier
from counterclaim.dossier.index import index_of, source_name
from counterclaim.dossier.overview import latest, overview
from counterclaim.dossier.quoting import said
from counterclaim.dossier.sides import answerer, camps, spokesman, worded
from counterclaim.dossier.views import Piece, Quote
from counterclaim.dossier.voices import denied
from counterclaim.model import Position
from dossier.conftest import Pages
from dossier.karvel import ARMY, FRONT, LEDGER, QUESTIONS

INDEX = index_of(LEDGER)
PAGE = overview(INDEX)
HOLDS = QUESTIONS[0]


def answer(words: str, since: str | None, to: str | None = None, concession: bool = False) -> Position:
    return Position(FRONT, None, words, None, since, to or since, (), 1, 1, 1, concession)


@pytest.mark.parametrize(
    ("claim", "marked", "label"),
    [
        ("c-denies", "the claim", True),  # "rejected" stands outside the words that are shown
        ("c-denies", "The Velmaran army rejected the claim", False),
        ("c-front-holds", "We hold the whole of Karvel", False),
    ],
)
def test_a_denial_is_said_once(claim: str, marked: str, label: bool) -> None:
    mention = next(m for m in LEDGER.mentions if m.claim == claim)
    assert denied(INDEX, mention, Quote((Piece(marked),), "", False, "en")) is label


def test_the_event_is_named_by_its_commonest_place() -> None:
    assert (PAGE.title, PAGE.facts) == ("Karvel", ("4 reports", "3–5 May 2031", "15 claims", "2 parties"))


def test_contested_questions_are_cards_and_others_are_lines() -> None:
    assert [card.text for card in PAGE.cards] == ["How many soldiers were killed?", "Who holds Karvel?"]
    assert [brief.text for brief in PAGE.briefs] == ["How many soldiers were trapped?"]


def test_no_card_is_without_a_quotation(pages: Pages) -> None:
    cards = pages["index.html"].css(".card")
    assert len(cards) == 2 and all(card.css("a.quote q") for card in cards)


def test_a_card_says_who_speaks_and_on_how_many_origins(pages: Pages) -> None:
    words = " ".join(pages["index.html"].css(".card")[1].text().split())
    assert "“" not in words, "quotation marks are set by the style, so that copied words are the report's"
    assert "Not one street of Karvel is theirs Ilan Dovrek, Ostra Front spokesman · telephone · via Radio" in words
    assert "concedes the eastern gate had been given up Soran Pell" in words


def test_neutral_speakers_come_last_and_are_no_party() -> None:
    found = camps(INDEX, QUESTIONS[1])
    assert [camp.kind for camp in found] == ["party", "party", "neutral"]
    assert [answerer(INDEX, p) for p in found[-1].positions][:2] == ["two medics", "a hospital director"]


@pytest.mark.parametrize("held, room, shown", [
    ([("a", "05-03"), ("b", "05-04")], 2, "ab"),
    ([("a", "05-03"), ("b", "05-04"), ("c", "05-04")], 2, "ac"),
    ([("a", "05-03"), ("b", "05-03"), ("c", "05-03")], 2, "bc"),
    ([("a", "05-03"), ("b", "05-04"), ("c", "05-05")], 2, "bc"),
    ([("a", None)], 2, "a"),
])  # fmt: skip
def test_a_card_shows_the_last_answer_and_one_of_an_earlier_day(
    held: list[tuple[str, str | None]], room: int, shown: str
) -> None:
    positions = [answer(words, day and f"2031-{day}") for words, day in held]
    assert "".join(p.answer for p in latest(positions, room)) == shown


def test_an_arrow_stands_only_where_an_earlier_day_had_another_answer() -> None:
    army = next(camp for camp in camps(INDEX, HOLDS) if camp.party == ARMY)
    before = [(p.answer, earlier(army, p)) for p in army.positions]
    assert [(answer, known and known.answer) for answer, known in before] == [
        ("Velmaran army holds it", None),
        ("Velmaran army holds the centre", "Velmaran army holds it"),
        ("Ostra Front holds the eastern gate", "Velmaran army holds it"),
    ]


def test_the_last_changes_stand_with_what_was_said_before() -> None:
    found, total = changes(INDEX, QUESTIONS, 9)
    assert total == 2 and changes(INDEX, QUESTIONS, 1) == (found[:1], 2)
    assert [(c.day, c.conceded, c.before_day, c.question.label) for c in found] == [
        ("4 May", False, "3 May", "Who holds Karvel?"),
        ("4 May", True, "3 May", "Who holds Karvel?"),
    ]
    assert "Our units never left the town" in said(found[0].before)


def test_a_position_is_told_by_its_last_and_most_direct_words() -> None:
    best = spokesman(INDEX, HOLDS.positions[0])
    assert best is not None and best.id == "m-0000000000000010"


def test_an_answer_in_words_of_a_report_is_told_from_one_of_the_program() -> None:
    assert not worded(INDEX, HOLDS.positions[0])
    quoted = Position(FRONT, None, "Not one street of Karvel …", None, None, None, ("c-not-one",), 1, 1, 1, False)
    assert worded(INDEX, quoted)


@pytest.mark.parametrize("source, name", [
    ("folder/wire.jsonl#w2", "w2"), ("folder/01-agency.txt", "01-agency"), ("C:\\news\\a.html", "a"), ("a#", "a#"),
])  # fmt: skip
def test_a_source_is_called_by_its_short_name(source: str, name: str) -> None:
    assert source_name(source) == name
