"""Attributions by rule: who (source) conveys (cue) what (content), from cue words and the parse.

The rules go from the sentence outwards: verbs and their frames, nouns, "according to", adverbs of report; then
the quotations of the paragraph, which may run on where the cue's own sentence ends; then headlines and posts.
"""

from collections.abc import Iterator, Sequence

from counterclaim.attribution.findings import Finding
from counterclaim.attribution.layout import layout
from counterclaim.attribution.phrasal import phrasal_findings
from counterclaim.attribution.quotes import quotations
from counterclaim.attribution.quoting import with_quotations
from counterclaim.attribution.verbs import verb_findings
from counterclaim.model import Attribution, Report, Sentence


def attributions(report: Report, sentences: Sequence[Sentence]) -> tuple[Attribution, ...]:
    """All attributions of a report, in the order of their contents."""
    found = [finding for sentence in sentences for finding in _in_sentence(sentence)]
    found = with_quotations(report, quotations(report), found)
    return tuple(sorted((f.attribution for f in found), key=lambda a: (a.content, a.cue)))


def _in_sentence(sentence: Sentence) -> Iterator[Finding]:
    shape = layout(sentence)
    yield from verb_findings(shape)
    yield from phrasal_findings(shape)
