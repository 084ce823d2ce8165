"""Search: words are found where they stand, on both databases alike, and no query is a command."""

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from counterclaim.model import Block, Ledger, Span
from counterclaim.review.passages import PASSAGE, folded_words, pieces
from counterclaim.review.searching import MOST, Hit, index, search
from counterclaim.review.store import Store

from .making import SHOTS, VEY_HOLDS, dorn, ledger_of

FILLER = "and so the day went on, "
LEDGER = ledger_of(
    dorn()
    .tell("four", "Zoë Grün saw the Ford burn; nothing_else mattered", place="Petra's Ford")
    .tell("four", "قال المتحدث إن القوات دخلت المدينة")
    .tell("five", FILLER * 300 + "the needle fell" + FILLER * 300)
)
TEXTS = {report.id: report.text for report in LEDGER.reports}


@pytest.fixture
def ready(store: Store) -> Store:
    assert index(store, LEDGER)
    return store


def in_text(hits: tuple[Hit, ...]) -> list[str]:
    """The words found in the reports themselves, each as its report has it."""
    return [hit.span.of(TEXTS[hit.report]) for hit in hits if hit.mention is None]


@pytest.mark.parametrize(
    "query, words",
    [
        ("shots", ["shots"]),
        ("LISK", ["Lisk"]),
        ("zoe grun", ["Zoë"]),
        ("Zoë", ["Zoë"]),
        ("need", ["needle"]),
        ("needle fell", ["needle"]),
        ("nothing else", ["nothing"]),
        ("المتحدث", ["المتحدث"]),
        ("shots needle", []),
        ("", []),
        ("  …  ", []),
        ('"', []),
        ("shots OR needle", []),
        ("shots NOT lisk", []),
        ("words:shots", []),
        ("shots*", ["shots"]),
        ('"shots', ["shots"]),
        ("(shots)", ["shots"]),
        ("^shots", ["shots"]),
        ("shots & ! lisk'", ["shots"]),
        ("shots'); DROP TABLE decisions; --", []),
        ("NEAR(shots lisk, 5)", []),
        ("\0shots\ud800", ["shots"]),
    ],
)
def test_what_is_found(ready: Store, query: str, words: list[str]) -> None:
    assert in_text(search(ready, query)) == words


def test_a_hit_is_a_slice_of_its_report(ready: Store) -> None:
    for query in ("dorn", "needle", "the", "المدينة", "zoë"):
        hits = search(ready, query)
        assert hits
        for hit in hits:
            assert TEXTS[hit.report][hit.start : hit.start + len(hit.snippet)] == hit.snippet
            assert hit.start <= hit.span.start < hit.span.end <= hit.start + len(hit.snippet)
            assert len(hit.snippet) < 250


def test_claims_are_found_by_their_words_and_names(ready: Store) -> None:
    assert VEY_HOLDS in {hit.mention for hit in search(ready, "holds all")}
    assert VEY_HOLDS in {hit.mention for hit in search(ready, "colonel vey holds")}
    assert SHOTS not in {hit.mention for hit in search(ready, "colonel")}


def test_so_many_and_no_more(ready: Store) -> None:
    assert len(search(ready, "the", limit=2)) == 2
    assert len(search(ready, "the", limit=0)) == 1
    assert len(search(ready, "the", limit=10**9)) <= MOST


def test_another_ledger_takes_its_place(ready: Store) -> None:
    assert not index(ready, LEDGER)
    assert index(ready, ledger_of(dorn()))
    assert in_text(search(ready, "needle")) == []
    assert in_text(search(ready, "shots")) == ["shots"]


def test_nothing_is_found_before_it_is_ready(store: Store) -> None:
    assert search(store, "shots") == ()


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(max_size=60) | st.text("\"'*():^&|!<>{}-+ ~\\ANDORTshots", max_size=40))
def test_no_query_is_a_command(ready: Store, query: str) -> None:
    for hit in search(ready, query, limit=5):
        assert TEXTS[hit.report][hit.start : hit.start + len(hit.snippet)] == hit.snippet


@given(st.text(max_size=200), st.lists(st.integers(0, 200), max_size=6))
def test_pieces_cover_all_words_of_a_report(text: str, cuts: list[int]) -> None:
    edges = sorted({min(cut, len(text)) for cut in cuts})
    blocks = tuple(Block(a, b, "paragraph") for a, b in zip(edges[::2], edges[1::2], strict=False))
    report = msgspec.structs.replace(LEDGER.reports[0], text=text, blocks=blocks)
    covered = {n for start, end in pieces(report) for n in range(start, end)}
    assert all(n in covered or text[n].isspace() for n in range(len(text)))


def test_a_text_without_blanks_is_cut_all_the_same() -> None:
    text = "x" * (3 * PASSAGE)
    report = msgspec.structs.replace(LEDGER.reports[0], text=text, blocks=())
    assert max(end - start for start, end in pieces(report)) <= PASSAGE
    assert sum(end - start for start, end in pieces(report)) == len(text)


@pytest.mark.parametrize(
    "text, words",
    [
        ("The Füßball-Team", [(0, 3, "the"), (4, 11, "fussball"), (12, 16, "team")]),
        ("don't stop_now", [(0, 3, "don"), (4, 5, "t"), (6, 10, "stop"), (11, 14, "now")]),
        ("İzmir", [(0, 5, "izmir")]),
    ],
)
def test_words_are_folded_in_their_places(text: str, words: list[tuple[int, int, str]]) -> None:
    assert [(span.start, span.end, word) for span, word in folded_words(text)] == words


def test_a_text_with_a_sign_that_postgres_cannot_hold(store: Store) -> None:
    report = msgspec.structs.replace(LEDGER.reports[0], text="a nul \0 and a sign", blocks=())
    odd: Ledger = msgspec.structs.replace(LEDGER, reports=(report,), mentions=())
    index(store, odd)
    (hit,) = search(store, "sign")
    assert hit.span == Span(14, 18)
    assert hit.snippet == "a nul \ufffd and a sign"
