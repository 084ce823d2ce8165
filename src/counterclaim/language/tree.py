"""Walks over the parse of a sentence. Tokens are named by their index in the sentence."""

from collections.abc import Iterator

from counterclaim.model import Sentence, Span


def children(sentence: Sentence, i: int, *deps: str) -> Iterator[int]:
    """The tokens that token i governs, in text order; only those with one of the labels where labels are given."""
    for j in sentence.children[i]:
        if not deps or sentence.tokens[j].dep in deps:
            yield j


def child(sentence: Sentence, i: int, *deps: str) -> int | None:
    """The first token that i governs by one of the labels, if any."""
    return next(children(sentence, i, *deps), None)


def subtree(sentence: Sentence, i: int, without: frozenset[int] = frozenset()) -> list[int]:
    """Token i and all below it in text order, leaving out the branches that start at `without`."""
    found, waiting = [], [i]
    while waiting:
        j = waiting.pop()
        if j not in without:
            found.append(j)
            waiting.extend(sentence.children[j])
    return sorted(found)


def descend(sentence: Sentence, i: int, *deps: str) -> Iterator[int]:
    """Token i and whatever hangs below it by chains of the given labels, such as conjuncts of conjuncts."""
    waiting = [i]
    while waiting:
        j = waiting.pop(0)
        yield j
        waiting.extend(children(sentence, j, *deps))


def ancestors(sentence: Sentence, i: int) -> Iterator[int]:
    """The governors of token i, nearest first, up to the root."""
    while sentence.tokens[i].head != i:
        i = sentence.tokens[i].head
        yield i


def span_of(sentence: Sentence, indices: list[int]) -> Span:
    """The span from the first to the last of the tokens, which must not be empty."""
    return Span(sentence.tokens[min(indices)].start, sentence.tokens[max(indices)].end)
