"""From tagged spans to attributions: each content finds its cue, each cue its source, by the network's pointers."""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from counterclaim.attribution.decoding import CONTENT, CUE, SOURCE, Tag, tags
from counterclaim.attribution.missed import with_missed
from counterclaim.attribution.pointing import deciding, scores, seen, shares
from counterclaim.attribution.tagging import TO_CUE, TO_SOURCE, Tagged, Weights, tagged
from counterclaim.model import Attribution, Span, Spans
from counterclaim.text import trimmed


class Linked(NamedTuple):
    """A cue with what belongs to it."""

    cue: Tag
    source: Tag | None
    contents: tuple[Tag, ...]


def read(text: str, paragraphs: Iterable[Span], weights: Weights) -> tuple[Attribution, ...]:
    """The attributions in these paragraphs of a text, in the order of their cues."""
    made = tagged(text, paragraphs, weights)
    return attributions_of(made, with_missed(made, tags(made)))


def attributions_of(made: Tagged, spans: Sequence[Tag]) -> tuple[Attribution, ...]:
    """The attributions of a text in the order of their cues."""
    return tuple(_attribution(made, one) for one in links(made, spans))


def links(made: Tagged, spans: Sequence[Tag]) -> Iterator[Linked]:
    """Each cue that some content points to."""
    cues, sources = [t for t in spans if t.role == CUE], [t for t in spans if t.role == SOURCE]
    contents: dict[Tag, list[Tag]] = {}
    for content in (t for t in spans if t.role == CONTENT):
        cue = cue_of(made, content, cues)
        if cue is not None:
            contents.setdefault(cue, []).append(content)
    for cue in cues:
        if cue in contents:
            yield Linked(cue, source_of(made, cue, sources), tuple(contents[cue]))


def cue_of(made: Tagged, content: Tag, cues: Sequence[Tag]) -> Tag | None:
    """The cue that the pieces of a content point to, taken together; None where no window shows one."""
    totals: dict[Tag, float] = {}
    for window, pieces in deciding(made.windows, content):
        near = seen(cues, window)
        if near:
            share = shares(window, pieces, [cue.first for cue in near], TO_CUE)
            for cue, votes in zip(near, share.tolist(), strict=True):
                totals[cue] = totals.get(cue, 0.0) + votes
    return max(totals, key=totals.__getitem__, default=None)


def source_of(made: Tagged, cue: Tag, sources: Sequence[Tag]) -> Tag | None:
    """The source that a cue points to, or None where it points to none."""
    window, pieces = next(deciding(made.windows, cue))
    near = seen(sources, window)
    places = [window.start - 1, *(source.first for source in near)]
    best = int(scores(window, pieces, places, TO_SOURCE).mean(0).argmax())
    return near[best - 1] if best else None


def _attribution(made: Tagged, one: Linked) -> Attribution:
    source = () if one.source is None else (_span(made, one.source),)
    return Attribution(source, (_span(made, one.cue),), _joined(made, one.contents))


def _span(made: Tagged, tag: Tag) -> Span:
    return Span(made.pieces.starts[tag.first], made.pieces.ends[tag.end - 1])


def _joined(made: Tagged, contents: Sequence[Tag]) -> Spans:
    """The spans of a content's parts; parts with no word between them are one."""
    out: list[Span] = []
    for span in (_span(made, tag) for tag in contents):
        if out and not any(map(str.isalnum, made.text[out[-1].end : span.start])):
            out[-1] = Span(out[-1].start, span.end)
        else:
            out.append(span)
    return tuple(_bare(made.text, span) for span in out)


def _bare(text: str, span: Span) -> Span:
    """The span without the commas and blanks at its edges, unless it is nothing else."""
    start, end = trimmed(text, span.start, span.end, " ,;\t\r\n")
    return Span(start, end) if start < end else span
