"""Paragraphs of a plain text: its lines, joined again where the text was wrapped to a width."""

import re
from collections.abc import Iterator

from counterclaim.model import Span
from counterclaim.text import trimmed

BLANK = " \t\r\n\f\v\u00a0\u200b\u200e\u200f\u2028\u2029\ufeff"

# What a wrapped text looks like: mail and archives wrap at 60 to 100 characters, seldom beyond 120; nearly all
# lines but a paragraph's last come close to that width, and most of them end amid a sentence.
_WIDTHS = range(40, 121)
_FULL = 0.6
_MOST = 0.6

_LINE = re.compile(r"[^\r\n\f\v\u0085\u2028\u2029]+")
_SENTENCE_END = re.compile(r"[.!?:;][\"'”’)\]]*$")


def paragraphs(text: str) -> tuple[Span, ...]:
    """Where each paragraph stands, without the blanks at its edges; together they hold all that is not blank."""
    groups = list(_groups(text))
    width = _wrap_width(text, groups)
    return tuple(span for group in groups for span in (_joined(text, group, width) if width else group))


def _groups(text: str) -> Iterator[list[Span]]:
    """The lines that hold something, in runs without a blank line between them."""
    run: list[Span] = []
    before = 0
    for match in _LINE.finditer(text):
        start, end = trimmed(text, match.start(), match.end(), BLANK)
        if start == end:
            continue
        if run and _breaks(text, before, start) > 1:
            yield run
            run = []
        run.append(Span(start, end))
        before = end
    if run:
        yield run


def _breaks(text: str, start: int, end: int) -> int:
    """How many lines end between two places."""
    between = text[start:end].replace("\r\n", "\n")
    return sum(c in "\r\n\f\v\u0085\u2028\u2029" for c in between)


def _wrap_width(text: str, groups: list[list[Span]]) -> int | None:
    """The width that the text was wrapped to, or None where each line is a paragraph of its own."""
    longest = max((len(span) for group in groups for span in group), default=0)
    inner = [span for group in groups for span in group[:-1]]
    if longest not in _WIDTHS or len(inner) < 3:
        return None
    full = [span for span in inner if len(span) >= _FULL * longest]
    open_ended = [span for span in full if not _SENTENCE_END.search(text, max(span.start, span.end - 4), span.end)]
    wrapped = len(full) >= _MOST * len(inner) and len(open_ended) >= _MOST * len(full)
    return longest if wrapped else None


def _joined(text: str, group: list[Span], width: int) -> Iterator[Span]:
    """The paragraphs of a run of wrapped lines: a line goes on in the next when that one's first word had no room."""
    start = group[0].start
    for line, following in zip(group, [*group[1:], None], strict=True):
        if following is None or not _had_no_room(text, line, following, width):
            yield Span(start, line.end)
            start = following.start if following else line.end


def _had_no_room(text: str, line: Span, following: Span, width: int) -> bool:
    word = following.of(text).split(maxsplit=1)[0]
    return len(line) + 1 + len(word) > 0.85 * width
