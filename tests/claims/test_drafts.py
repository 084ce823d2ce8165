"""What a draft holds beside its kind: words, speech, hedge, spans, day; and that nothing said is lost."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from making import found, report, told, words

from counterclaim.claims import drafts
from counterclaim.language import load_pipeline
from counterclaim.model import Span


@pytest.mark.parametrize(
    "text, clauses",
    [
        ("On Sunday, rebels shelled the port of Velin, police said.", ["rebels shelled the port of Velin"]),
        ("Militants raided a convoy, killing six soldiers.", ["Militants raided a convoy", "killing six soldiers"]),
        ("A miner was killed and seven others were wounded.", ["A miner was killed", "seven others were wounded"]),
    ],
)
def test_the_clause_is_without_what_stands_before_its_subject_and_without_its_neighbours(
    text: str, clauses: list[str]
) -> None:
    assert [words(text, draft) for draft in found(text)] == clauses


def test_a_claim_is_voiced_by_the_innermost_speech_that_holds_it() -> None:
    text = "Osk said that witnesses saw that rebels had shelled the port."
    outer = told(text, "Osk", "said", "that witnesses saw that rebels had shelled the port")
    inner = told(text, "witnesses", "saw", "that rebels had shelled the port")
    shelling = next(d for d in found(text, outer, inner) if d.kind == "responsibility")
    assert shelling.speech == inner


def test_a_denial_is_voiced_by_who_denies() -> None:
    text = "The army denied shelling the camp."
    speech = told(text, "The army", "denied", "shelling the camp")
    assert {d.kind: d.speech for d in found(text, speech)}["denial"] == speech


def test_a_speech_without_a_claim_of_another_kind_is_a_statement() -> None:
    text = "The mayor said that the weather was fine."
    draft = found(text, told(text, "The mayor", "said", "the weather was fine"))
    assert [(d.kind, words(text, d)) for d in draft] == [("statement", "the weather was fine")]


@pytest.mark.parametrize(
    "text, scale",
    [
        ("Rebels shelled the port.", "fact"),
        ("Rebels reportedly shelled the port.", "claimed"),
        ("Rebels allegedly shelled the port.", "accused"),
        ("Rebels apparently shelled the port.", "suspected"),
        ("Rebels may have shelled the port.", "possible"),
    ],
)
def test_hedges(text: str, scale: str) -> None:
    (draft,) = found(text)
    assert draft.hedge.scale == scale
    assert (draft.hedge.span is None) == (scale == "fact")


def test_who_denies_a_saying_does_not_hedge_it() -> None:
    text = "The army says rebels shelled the port; the rebels deny it."
    drafts = found(text, told(text, "The army", "says", "rebels shelled the port"))
    assert [d.hedge.scale for d in drafts if d.kind == "responsibility"] == ["claimed"]


def test_values_have_spans_and_days() -> None:
    text = "A storm killed at least 12 soldiers in Velin on 3 May 2031."
    (draft,) = found(text)
    assert {key: spans[0].of(text) for key, spans in draft.spans.items() if key in ("quantity", "when")} == {
        "quantity": "at least 12", "when": "3 May 2031",
    }  # fmt: skip
    assert (draft.when.since, draft.when.to) == ("2031-05-03", "2031-05-03")
    assert draft.quantity is not None and draft.quantity.of == "soldiers"


@settings(max_examples=25, deadline=None)
@given(st.text(max_size=200))
def test_any_text_gives_spans_within_it(text: str) -> None:
    one = report(text)
    for draft in drafts(one, load_pipeline().parse(one), ()):
        for span in (*draft.content, *(s for spans in draft.spans.values() for s in spans)):
            assert Span(0, len(text)).holds(span) and len(span) > 0


def test_a_text_without_a_full_stop_takes_time_in_proportion() -> None:
    text = "rebels killed 12 soldiers and the army said that they attacked the town which " * 240
    one = report(text)
    sentences = load_pipeline().parse(one)
    started = time.process_time()
    assert drafts(one, sentences, ())
    assert time.process_time() - started < 20  # seconds; quadratic work took minutes
