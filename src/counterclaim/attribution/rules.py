"""Attributions by rule: who (source) conveys (cue) what (content), from cue words and the parse.

The rules go from the sentence outwards: verbs and their frames, nouns, "according to", adverbs of report; then
the quotations of the paragraph, which may run on where the cue's own sentence ends; then headlines and posts.
"""

from collections.abc import Iterator, Sequence

from counterclaim.attribution.findings import Finding
from counterclaim.attribution.headlines import headline_findings
from counterclaim.attribution.layout import layout
from counterclaim.attribution.phrasal import phrasal_findings
from counterclaim.attribution.posts import post_findings
from counterclaim.attribution.quotes import quotations
from counterclaim.attribution.quoting import with_quotations
from counterclaim.attribution.verbs import verb_findings
from counterclaim.model import Attribution, Rejected, Report, Sentence


def attributions(report: Report, sentences: Sequence[Sentence]) -> tuple[Attribution, ...]:
    """All attributions of a report, in the order of their contents."""
    found = [finding for sentence in sentences for finding in _in_sentence(sentence)]
    found = with_quotations(report, quotations(report), found)
    found += [*headline_findings(report, sentences), *post_findings(report)]
    return tuple(sorted((f.attribution for f in found), key=lambda a: (a.content, a.cue)))


def attribute(text: str) -> tuple[Attribution, ...]:
    """The attributions of any plain text."""
    from counterclaim.language import load_pipeline
    from counterclaim.reading import read_text

    report = read_text(text, "text")
    return () if isinstance(report, Rejected) else attributions(report, load_pipeline().parse(report))


def version() -> str:
    """What the ledger says found its attributions."""
    return "rules"


def _in_sentence(sentence: Sentence) -> Iterator[Finding]:
    shape = layout(sentence)
    yield from verb_findings(shape)
    yield from phrasal_findings(shape)
