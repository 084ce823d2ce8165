"""Attributions by the trained tagger: the interface that the rules have, and one for plain text."""

from bisect import bisect_left
from collections.abc import Iterable, Sequence

from counterclaim.attribution.completing import with_whole_sources
from counterclaim.attribution.headlines import headline_findings
from counterclaim.attribution.linking import read
from counterclaim.attribution.nested import with_nested
from counterclaim.attribution.pieces import lines
from counterclaim.attribution.posts import post_findings
from counterclaim.attribution.tagging import load_weights
from counterclaim.model import Attribution, Report, Sentence, Span


def attributions(report: Report, sentences: Sequence[Sentence]) -> tuple[Attribution, ...]:
    """The attributions in the blocks of a report that have sentences, in the order of their contents.

    Speech within speech is an attribution too; a content may run over many sentences.
    """
    weights = load_weights()
    found = read(report.text, paragraphs(report, sentences), weights)
    whole = with_whole_sources(with_nested(report.text, found, weights), sentences)
    return tuple(sorted([*whole, *_ruled(report, sentences, whole)], key=lambda a: (a.content, a.cue)))


def _ruled(report: Report, sentences: Sequence[Sentence], found: Sequence[Attribution]) -> list[Attribution]:
    """What the rules know of headlines and posts, which the tagger hardly saw in training, where it found nothing."""
    ruled = [f.attribution for f in (*headline_findings(report, sentences), *post_findings(report))]
    heard = _union(span for one in found for span in one.content)
    return [one for one in ruled if not any(_meets(span, heard) for span in one.content)]


def _union(spans: Iterable[Span]) -> list[Span]:
    """The spans in order, those that overlap made one."""
    out: list[Span] = []
    for span in sorted(spans):
        if out and span.start < out[-1].end:
            out[-1] = Span(out[-1].start, max(out[-1].end, span.end))
        else:
            out.append(span)
    return out


def _meets(span: Span, others: Sequence[Span]) -> bool:
    place = bisect_left(others, span)
    return any(span.overlaps(other) for other in others[max(0, place - 1) : place + 1])


def attribute(text: str) -> tuple[Attribution, ...]:
    """The attributions in a plain text, none within another; each line is a paragraph."""
    return read(text, lines(text), load_weights())


def version() -> str:
    """The name of the shipped weights."""
    return f"attribution-tagger {load_weights().version}"


def paragraphs(report: Report, sentences: Sequence[Sentence]) -> list[Span]:
    """The lines of the blocks that were parsed: what is chrome or foreign has no sentences."""
    blocks = [report.blocks[index] for index in sorted({s.block for s in sentences})]
    return [
        Span(block.start + line.start, block.start + line.end)
        for block in blocks for line in lines(report.text[block.start : block.end])
    ]  # fmt: skip
