"""Sources drawn out to the noun that they describe: the tagger may stop short in names and phrases new to it."""

from bisect import bisect_right
from collections.abc import Sequence

from counterclaim.model import Attribution, Sentence, Span

# What stands before a noun and belongs to it: "the resistance | forces", "a | tweet".
_BEFORE = frozenset(("det", "predet", "amod", "compound", "nmod", "poss", "nummod"))
_NOUNS = frozenset(("NOUN", "PROPN"))


def with_whole_sources(found: Sequence[Attribution], sentences: Sequence[Sentence]) -> list[Attribution]:
    """The attributions, a source that ends before its noun drawn out to it unless cue or content stands there."""
    starts = [sentence.start for sentence in sentences]
    return [_whole(one, sentences, starts) for one in found]


def _whole(one: Attribution, sentences: Sequence[Sentence], starts: Sequence[int]) -> Attribution:
    source = []
    for span in one.source:
        place = bisect_right(starts, span.start) - 1
        further = _to_noun(span, sentences[place]) if place >= 0 else span
        free = not any(further.overlaps(other) for other in one.cue + one.content)
        source.append(further if free else span)
    return Attribution(tuple(source), one.cue, one.content)


def _to_noun(span: Span, sentence: Sentence) -> Span:
    """The span as far as the noun that its last word belongs to."""
    last = next((i for i, t in enumerate(sentence.tokens) if t.start < span.end <= t.end), None)
    while last is not None and sentence.tokens[last].dep in _BEFORE:
        head = sentence.tokens[last].head
        if head <= last or sentence.tokens[head].pos not in _NOUNS:
            break
        last = head
    return span if last is None else Span(span.start, max(span.end, sentence.tokens[last].end))
