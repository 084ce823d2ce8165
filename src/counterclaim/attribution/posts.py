"""Embedded posts: the words are the content, and who signed them is the source."""

from collections.abc import Iterator

from counterclaim.attribution.findings import Finding
from counterclaim.model import Report, Span
from counterclaim.reading.posts import posts
from counterclaim.text import trimmed

_AROUND = " \t\r\n—–-("


def post_findings(report: Report) -> Iterator[Finding]:
    """An attribution for each post that is signed "— Name (@handle) date"."""
    for block in report.blocks:
        for post in posts(report.text, block.start, block.end) if block.kind == "post" else ():
            at = report.text.rfind("(@", post.span.start, post.span.end)
            dash = max(report.text.rfind(mark, post.span.start, at) for mark in ("—", "–", "--", " - "))
            name = Span(*trimmed(report.text, max(dash, post.span.start), at, _AROUND))
            said = Span(*trimmed(report.text, post.span.start, max(dash, post.span.start), _AROUND))
            if len(said):
                yield Finding(-1, "say", (name,) if len(name) else (), (), (said,))
