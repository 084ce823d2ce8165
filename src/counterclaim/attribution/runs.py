"""Runs of words that together are a proper name, as one sentence shows them."""

from collections.abc import Iterator
from typing import NamedTuple

from counterclaim.attribution.words import heads_a_body, is_portfolio, is_role, is_title
from counterclaim.lexicon import word_set
from counterclaim.model import Sentence, Span, Token

_NAMING = frozenset({"PERSON", "ORG", "GPE", "NORP", "LOC", "FAC"})
_JOINING = frozenset({"of", "for", "on", "to"})


class Run(NamedTuple):
    """Tokens ``[first, last)`` of a sentence that are one name, and the entity label that most of them bear."""

    first: int
    last: int
    label: str

    def span(self, sentence: Sentence) -> Span:
        return Span(sentence.tokens[self.first].start, sentence.tokens[self.last - 1].end)


def runs(sentence: Sentence) -> tuple[Run, ...]:
    """The names in a sentence, in text order, without the titles and roles before them."""
    labels = _labels(sentence)
    found: list[Run] = []
    for first, last in _stretches(sentence, labels):
        found.extend(Run(a, b, _label(labels[a:b])) for a, b in _parts(sentence, first, last, labels))
    return tuple(found)


def _labels(sentence: Sentence) -> list[str]:
    """Per token, the label of the naming entity it stands in."""
    labels = [""] * len(sentence.tokens)
    for entity in sentence.entities:
        if entity.label in _NAMING:
            labels[entity.first : entity.last] = [entity.label] * (entity.last - entity.first)
    return labels


def _label(labels: list[str]) -> str:
    given = [label for label in labels if label]
    return max(given, key=lambda label: (given.count(label), label)) if given else ""


def _naming(token: Token, label: str) -> bool:
    """The token can be part of a name: a proper noun, or a capitalised word inside an entity."""
    if not token.text[:1].isalpha() or (token.lower in word_set("people", "calendar") and label != "PERSON"):
        return False
    if token.pos == "PROPN":
        return token.text[:1].isupper() or bool(label) or token.lower in ("al", "el", "bin", "ibn", "van", "von", "de")
    return bool(label) and token.text[:1].isupper() and token.pos in ("NOUN", "ADJ", "VERB", "X")


def _stretches(sentence: Sentence, labels: list[str]) -> Iterator[tuple[int, int]]:
    """Unbroken stretches of naming tokens; hyphens inside a word and "of" after a body's head do not break them."""
    tokens, start, i = sentence.tokens, None, 0
    while i < len(tokens):
        if _naming(tokens[i], labels[i]):
            start = i if start is None else start
            i += 1
        elif start is not None and (skip := _bridge(sentence, start, i, labels)):
            i += skip
        else:
            if start is not None:
                yield start, i
            start, i = None, i + 1
    if start is not None:
        yield start, len(tokens)


def _bridge(sentence: Sentence, start: int, i: int, labels: list[str]) -> int:
    """How many tokens from i on lie between two parts of one name; 0 where the name ends before i."""
    tokens = sentence.tokens
    if i + 1 >= len(tokens):
        return 0
    if tokens[i].text in ("-", "'", ".") and tokens[i - 1].end == tokens[i].start == tokens[i + 1].start - 1:
        return 1 if _naming(tokens[i + 1], labels[i + 1]) and tokens[i + 1].lower != "s" else 0
    if tokens[i].text == "&" and _naming(tokens[i + 1], labels[i + 1]):
        return 1
    if tokens[i].lower not in _JOINING:
        return 0
    step = 2 if tokens[i + 1].lower == "the" else 1
    if i + step >= len(tokens) or not _naming(tokens[i + step], labels[i + step]):
        return 0
    one_entity = labels[i] == "ORG"
    headed = tokens[i].lower in ("of", "for") and heads_a_body(tokens[i - 1]) and tokens[i - 1].text[:1].isupper()
    return step if one_entity or (headed and not is_role(tokens[i - 1])) else 0


def _parts(sentence: Sentence, first: int, last: int, labels: list[str]) -> Iterator[tuple[int, int]]:
    """A stretch cut at titles and roles, and where a person's name begins behind another kind of name."""
    start: int | None = None
    body = labels[first] == "ORG" and len(set(labels[first:last])) == 1 and last - first > 2
    for i in range(first, last):
        fresh = start is not None and labels[i] == "PERSON" != labels[i - 1] and labels[i - 1] in ("GPE", "NORP", "ORG")
        cut = not body and _is_said(sentence, i, last)
        if start is not None and (cut or fresh):
            yield start, i
        if cut or (start is None and not sentence.tokens[i].text[:1].isalnum()):
            start = None
        elif start is None or fresh:
            start = i
    if start is not None:
        yield start, last


def _is_said(sentence: Sentence, i: int, last: int) -> bool:
    """Token i says what somebody is: a title, a role, or the portfolio before a role ("Foreign Minister")."""
    tokens = sentence.tokens
    while i + 1 < last and is_portfolio(tokens[i]) and not (is_title(tokens[i]) or is_role(tokens[i])):
        i += 1
    return is_title(tokens[i]) or is_role(tokens[i])
