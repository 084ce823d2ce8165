"""The tagger's attributions with what the rules add to them: sources it missed or cut short, and whole attributions.

The tagger knows more ways to convey something; the rules see the parse, so they know where a name with its role ends,
and they are sure of the verbs in their lexicon ("denied", "dismissed"), which the tagger passes over at times.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate

from counterclaim.attribution.cues import FIRM, cue_class, noun_class
from counterclaim.lexicon import load
from counterclaim.model import Attribution, Span, Spans

_QUOTING = re.compile(r"\b(?:quot|cit)(?:e|es|ed|ing)$")


def merged(text: str, found: Sequence[Attribution], ruled: Sequence[Attribution]) -> list[Attribution]:
    """The attributions found, put right by the rules' of the same cue, and those that the rules alone know.

    Of the rules' within what somebody else says, only words of speech are taken.
    """
    by_cue = _Placed((span, one) for one in ruled for span in one.cue)
    by_source = _Placed((span, one) for one in ruled for span in one.source)
    found = [_with_word(text, one, by_source) for one in found if not _quotes(text, one, by_source)]
    completed = [_completed(text, one, next(by_cue.meeting(one.cue), None)) for one in found]
    cues = _Placed((span, one) for one in found for span in one.cue)
    contents = _Placed((span, one) for one in found for span in one.content)
    alone = [one for one in ruled if not cues.met(one.cue)]
    return completed + [one for one in alone if _is_firm(text, one) or not contents.met(one.content)]


class _Placed:
    """Spans in order, with the attributions that they belong to."""

    def __init__(self, pairs: Iterable[tuple[Span, Attribution]]) -> None:
        self.pairs = sorted(pairs, key=lambda pair: pair[0])
        self.ends = list(accumulate((span.end for span, _ in self.pairs), max))

    def meeting(self, spans: Spans) -> Iterator[Attribution]:
        """The attributions of which a span overlaps one of these."""
        for span in spans:
            for i in range(bisect_right(self.ends, span.start), len(self.pairs)):
                other, one = self.pairs[i]
                if other.start >= span.end:
                    break
                if span.overlaps(other):
                    yield one

    def met(self, spans: Spans) -> bool:
        return next(self.meeting(spans), None) is not None


def _quotes(text: str, one: Attribution, by_source: _Placed) -> bool:
    """Its content is what somebody is quoted as saying, with "as saying": the rules know whose word that is."""
    if not _QUOTING.search(_words(text, one.cue)):
        return False
    return any(_holds(one.content, ruled.source + ruled.cue) for ruled in by_source.meeting(one.content) if ruled.cue)


def _with_word(text: str, one: Attribution, by_source: _Placed) -> Attribution:
    """The attribution with the rules' cue for what the same source says, where its own is no word of speech."""
    if cue_class(_words(text, one.cue)) is not None:
        return one
    same = (ruled for ruled in by_source.meeting(one.source) if ruled.cue and _overlap(one.content, ruled.content))
    ruled = next((r for r in same if not _overlap(r.cue, one.content)), None)
    return one if ruled is None else Attribution(one.source, ruled.cue, one.content)


def _completed(text: str, one: Attribution, ruled: Attribution | None) -> Attribution:
    """The attribution with what the rules know better of the same cue.

    That is its source where the tagger has none, or the same told at less length; that "reportedly" has none; what
    a noun ("claim") governs; and which of the phrases about the cue speaks ("was quoted as saying by").
    """
    if ruled is None:
        return one
    if _overlap(one.content, ruled.source) and not _overlap(one.source, ruled.source) and not _adjoins(text, one):
        return ruled
    words = _words(text, ruled.cue)
    theirs = () if _overlap(ruled.source, one.content + one.cue) else ruled.source
    source = () if _words(text, one.cue) in load("cues")["adverbs"] else _fuller(one.source, theirs)
    bound = noun_class(words) is not None and _overlap(one.content, ruled.content)
    bound = bound or (_overlap(source, ruled.source) and _holds(ruled.content, one.content))
    return Attribution(source, one.cue, ruled.content if bound else one.content)


def _adjoins(text: str, one: Attribution) -> bool:
    """The source stands right before the cue: it speaks, whatever the parse of a sentence without commas says."""
    return any(s.end <= c.start and not text[s.end : c.start].strip() for s in one.source for c in one.cue)


def _fuller(ours: Spans, theirs: Spans) -> Spans:
    """The longer of two sources that are the same; ours where they are not."""
    if ours and not _overlap(ours, theirs):
        return ours
    return max(ours, theirs, key=lambda spans: sum(map(len, spans)))


def _overlap(ours: Spans, theirs: Spans) -> bool:
    return any(a.overlaps(b) for a in ours for b in theirs)


def _holds(ours: Spans, theirs: Spans) -> bool:
    return all(any(a.holds(b) for a in ours) for b in theirs)


def _is_firm(text: str, one: Attribution) -> bool:
    return cue_class(_words(text, one.cue)) in FIRM


def _words(text: str, spans: Spans) -> str:
    return " ".join(span.of(text) for span in spans).lower()
