"""Headlines that name their source by punctuation: "Toll rises to five: officials", "Officials: dam is safe"."""

import re
from collections.abc import Iterator, Sequence

from counterclaim.attribution.cues import lexeme
from counterclaim.attribution.findings import Finding
from counterclaim.attribution.words import heads_a_body, is_collective, is_outlet, is_role
from counterclaim.lexicon import word_set
from counterclaim.model import Report, Sentence, Span, Token
from counterclaim.text import folded, trimmed

_LONGEST_SOURCE = 6  # words
_SHORTEST = 3  # words of what is said
_LONGEST = 240  # characters of a headline
_BEHIND = re.compile(r"(?:\s*:\s+|\s+[-|]{1,2}\s+)(?=[^:|]{2,60}\Z)")
_BEFORE = re.compile(r"\A[^:|.]{2,60}?(?=\s*:\s)")

Part = tuple[int, int]


def headline_findings(report: Report, sentences: Sequence[Sentence]) -> Iterator[Finding]:
    """The attributions of headlines by colon or dash; the mark is no cue."""
    done: set[int] = set()
    for sentence in sentences:
        block = report.blocks[sentence.block]
        if block.kind in ("title", "heading") and sentence.block not in done and block.end - block.start <= _LONGEST:
            done.add(sentence.block)
            yield from _parted(report, sentences, block.span)


def _parted(report: Report, sentences: Sequence[Sentence], line: Span) -> Iterator[Finding]:
    text = folded(line.of(report.text)).rstrip(" .")
    ways: list[tuple[Part, Part]] = []  # who, and what is said
    if behind := list(_BEHIND.finditer(text)):
        ways.append(((behind[-1].end(), len(text)), (0, behind[-1].start())))
    if before := _BEFORE.match(text):
        ways.append((before.span(), (before.end() + 1, len(text))))
    spans = ((_span(report, line, who), _span(report, line, said)) for who, said in ways)
    spoken = next((way for way in spans if _is_spoken(report, sentences, *way)), None)
    if spoken is not None:
        yield Finding(-1, "say", (spoken[0],), (), (spoken[1],))


def _is_spoken(report: Report, sentences: Sequence[Sentence], source: Span, content: Span) -> bool:
    """The source is somebody who can speak, and enough is said."""
    tokens = [token for s in sentences if s.span.overlaps(source) for token in s.tokens if source.holds(token.span)]
    long = len(content.of(report.text).split()) >= _SHORTEST
    return long and 0 < len(tokens) <= _LONGEST_SOURCE and _can_speak(tokens[-1])


def _can_speak(token: Token) -> bool:
    known = token.lower in word_set("channels", "texts") or lexeme(token) in word_set("channels", "texts")
    body = is_collective(token) or heads_a_body(token) or is_outlet(token)
    return is_role(token) or body or known or lexeme(token) == "source"


def _span(report: Report, line: Span, part: Part) -> Span:
    return Span(*trimmed(report.text, line.start + part[0], line.start + part[1]))
