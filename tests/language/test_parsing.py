"""Sentences, tokens and the plain case of headlines."""

import pytest

from counterclaim.errors import MissingPipeline
from counterclaim.language import ancestors, child, load_pipeline, span_of, subtree
from counterclaim.language.parsing import LONGEST, MOST, _cuts
from counterclaim.model import Block, Report, Sentence


def report(*blocks: tuple[str, str]) -> Report:
    """A report of the given (kind, text) blocks, a line each."""
    text, made = "", []
    for kind, words in blocks:
        made.append(Block(len(text), len(text) + len(words), kind))  # type: ignore[arg-type]
        text += words + "\n"
    return Report("r", "s", None, None, None, None, "en", text, tuple(made))


def parse(*blocks: tuple[str, str]) -> tuple[tuple[Sentence, ...], str]:
    made = report(*blocks)
    return load_pipeline().parse(made), made.text


def test_tokens_are_slices_of_the_text() -> None:
    sentences, text = parse(("title", "ARMY TAKES  KARVEL"), ("paragraph", "“We hold it,”\u00a0he said.  It’s ours."))
    assert [t.span.of(text) for s in sentences[1:] for t in s.tokens][:4] == ["“", "We", "hold", "it"]
    for sentence in sentences:
        assert sentence.tokens[0].start == sentence.start
        assert all(a.end <= b.start for a, b in zip(sentence.tokens, sentence.tokens[1:], strict=False))


def test_sentences_stay_in_their_block_and_chrome_is_not_parsed() -> None:
    sentences, text = parse(("title", "Toll rises to 5"), ("chrome", "Leave a Reply"), ("paragraph", "Two died."))
    assert [(s.block, s.span.of(text)) for s in sentences] == [(0, "Toll rises to 5"), (2, "Two died.")]


def test_foreign_passages_are_not_parsed() -> None:
    assert parse(("post", "Місто наше. Наші бійці тримають кожну вулицю."))[0] == ()


def test_walks_over_the_parse() -> None:
    (sentence,), text = parse(("paragraph", "The army captured the old town."))
    verb = next(i for i, t in enumerate(sentence.tokens) if t.lower == "captured")
    town = child(sentence, verb, "dobj")
    assert town is not None
    assert span_of(sentence, subtree(sentence, town)).of(text) == "the old town"
    assert list(ancestors(sentence, town)) == [verb]


def test_text_without_a_full_stop_is_cut() -> None:
    text = "word " * 40_000
    cuts = list(_cuts(text))
    assert all(end - start <= LONGEST for start, end in cuts)
    assert "".join(text[a:b] for a, b in cuts).strip() == text.strip()


def test_a_sentence_without_end_is_read_in_parts() -> None:
    sentences, text = parse(("paragraph", "the army killed 12 soldiers and " * 150))
    assert max(len(s.tokens) for s in sentences) <= MOST
    assert sum(len(s.tokens) for s in sentences) == len(text.split())
    for sentence in sentences:
        for i, token in enumerate(sentence.tokens):
            assert token.span.of(text) == token.text
            assert i in sentence.children[token.head] or (token.head == i and token.dep == "ROOT")


def test_a_drawn_line_is_not_parsed() -> None:
    sentences, text = parse(("paragraph", "Two died. " + "*" * 60 + " Two fled."))
    assert [w for s in sentences for w in s.span.of(text).split()] == ["Two", "died.", "Two", "fled."]


def test_a_pipeline_that_is_not_installed_is_named() -> None:
    with pytest.raises(MissingPipeline, match="no_such_pipeline"):
        load_pipeline("no_such_pipeline")
