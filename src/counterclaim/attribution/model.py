"""Attributions by the trained tagger: the interface that the rules have, and one for plain text."""

from collections.abc import Sequence

from counterclaim.attribution import rules
from counterclaim.attribution.completing import with_whole_sources
from counterclaim.attribution.linking import read
from counterclaim.attribution.merging import merged
from counterclaim.attribution.nested import with_nested
from counterclaim.attribution.pieces import lines
from counterclaim.attribution.reach import within_reach
from counterclaim.attribution.tagging import load_weights, weights_version
from counterclaim.model import Attribution, Report, Sentence, Span


def attributions(report: Report, sentences: Sequence[Sentence]) -> tuple[Attribution, ...]:
    """The attributions in the blocks of a report that have sentences, in the order of their contents.

    Speech within speech is an attribution too; a content may run over many sentences.
    """
    weights = load_weights()
    found = read(report.text, paragraphs(report, sentences), weights)
    held = within_reach(report, sentences, with_nested(report.text, found, weights))
    whole = with_whole_sources(held, sentences)
    told = merged(report.text, whole, rules.attributions(report, sentences))
    return tuple(sorted(told, key=lambda a: (a.content, a.cue)))


def attribute(text: str) -> tuple[Attribution, ...]:
    """The attributions in a plain text, none within another; each line is a paragraph."""
    return read(text, lines(text), load_weights())


def version() -> str:
    """The name of the shipped weights."""
    return f"attribution-tagger {weights_version()}"


def paragraphs(report: Report, sentences: Sequence[Sentence]) -> list[Span]:
    """The lines of the blocks that were parsed: what is chrome or foreign has no sentences."""
    blocks = [report.blocks[index] for index in sorted({s.block for s in sentences})]
    return [
        Span(block.start + line.start, block.start + line.end)
        for block in blocks for line in lines(report.text[block.start : block.end])
    ]  # fmt: skip
