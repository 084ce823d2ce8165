"""The kept ruler sets what spaCy's own ruler sets, token for token."""

from functools import cache
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counterclaim.language import ENGLISH, load_pipeline
from counterclaim.language.ruling import NAME, KeptRuler, keep_rules


@cache
def stock() -> Any:
    import spacy

    return spacy.load(ENGLISH)


def attributes(doc: Any) -> list[tuple[object, ...]]:
    return [(t.text, t.pos, str(t.morph), t.lemma, t.tag, t.dep, t.head.i, t.is_sent_start, t.ent_type) for t in doc]


TEXTS = [
    "The mayor said on Friday that they had not done it.",
    "The mayor said on Friday that they had not done it.",  # by what is kept
    "There is a bridge; there's no road, and this is what he does.",
    "I ain't gonna go, we've got ta: let's wait, c'mon y'all.",
    "Nothin' doin', 'em said.  Two  spaces\n\nand lines.\t",
    "He'd seen those who'd been there once; but that, she wo n't.",
    "   ",
    "",
    "İSTANBUL ǅ ß — “quoted” ‘words’ 12,000 €5 @handle #tag http://a.example/x",
]


@pytest.mark.parametrize("text", TEXTS)
def test_what_is_kept_is_what_the_ruler_says(text: str) -> None:
    assert attributes(load_pipeline().nlp(text)) == attributes(stock()(text))


RUN = "he it that there is 's let gon na got ta do n't not who been had Ves\u0301ka . , \n \u00a0 i you"
WORDS = st.sampled_from(RUN.split(" "))


@given(st.lists(WORDS, max_size=12).map(" ".join))
def test_any_run_of_words(text: str) -> None:
    assert attributes(load_pipeline().nlp(text)) == attributes(stock()(text))


def test_a_ruler_that_asks_for_more_stays() -> None:
    import spacy

    nlp = spacy.blank("en")
    keep_rules(nlp)
    assert nlp.pipe_names == []
    ruler: Any = nlp.add_pipe("attribute_ruler")
    ruler.add([[{"SHAPE": "Xxx"}]], {"POS": "PROPN"})
    keep_rules(nlp)
    assert nlp.pipe_names == ["attribute_ruler"]


def test_what_is_kept_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("counterclaim.language.ruling._MOST", 3)
    kept = load_pipeline().nlp.get_pipe(NAME)
    assert isinstance(kept, KeptRuler)
    for text in ("one two three four five", "six"):
        load_pipeline().nlp(text)
    assert len(kept.known) <= 3
