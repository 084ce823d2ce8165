"""Sources drawn out to the noun that they describe: the tagger may stop short in names and phrases new to it."""

from bisect import bisect_right
from collections.abc import Sequence

from counterclaim.model import Attribution, Sentence, Span

# What stands before a noun and belongs to it: "the resistance | forces", "a | tweet".
_BEFORE = frozenset(("det", "predet", "amod", "compound", "nmod", "poss", "nummod"))
_NOUNS = frozenset(("NOUN", "PROPN"))
_IN_PHRASE = _NOUNS | {"ADJ", "CCONJ", "DET"}
_LONGEST_JOINT = 8  # words between a source and its cue that may name who speaks with it


def with_whole_sources(found: Sequence[Attribution], sentences: Sequence[Sentence]) -> list[Attribution]:
    """The attributions, their sources whole, unless cue or content stands there.

    A source that ends before its noun is drawn out to it, and one to those who are joined to it right before the cue.
    """
    starts = [sentence.start for sentence in sentences]
    return [_whole(one, sentences, starts) for one in found]


def _whole(one: Attribution, sentences: Sequence[Sentence], starts: Sequence[int]) -> Attribution:
    source = []
    for span in one.source:
        place = bisect_right(starts, span.start) - 1
        further = _joint(_to_noun(span, sentences[place]), one.cue, sentences[place]) if place >= 0 else span
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


def _joint(span: Span, cue: Sequence[Span], sentence: Sentence) -> Span:
    """The span with those who are joined to it before the cue: "the army | and the rebels" said."""
    stop = min((part.start for part in cue if part.start >= span.end), default=span.end)
    between = [token for token in sentence.tokens if span.end <= token.start < stop][: _LONGEST_JOINT + 1]
    while between and between[-1].pos not in _NOUNS:
        between.pop()
    joined = 0 < len(between) <= _LONGEST_JOINT and between[0].lower == "and"
    whole = joined and all(token.pos in _IN_PHRASE for token in between)
    return Span(span.start, between[-1].end) if whole else span
