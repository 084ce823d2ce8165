"""Headlines that name their source by punctuation: "Toll rises to five: officials", "Officials: dam is safe".

Some have lost the mark on their way; then the report itself must have the same source for something.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from counterclaim.attribution.cues import is_speech, lexeme
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

_NEAR = 8  # words between a source and its verb: "said the X Observatory for Y, a monitoring group"
_BINDING = ("ADP", "DET", "VERB", "AUX", "ADJ", "CCONJ", "PART", "SCONJ")  # what comes behind belongs to such a word

Part = tuple[int, int]


def headline_findings(report: Report, sentences: Sequence[Sentence]) -> Iterator[Finding]:
    """The attributions of headlines by colon or dash; the mark is no cue."""
    done: set[int] = set()
    for sentence in sentences:
        block = report.blocks[sentence.block]
        if block.kind in ("title", "heading") and sentence.block not in done and block.end - block.start <= _LONGEST:
            done.add(sentence.block)
            yield from _parted(report, sentences, block.span) or _tailed(report, sentences, block.span)


def _parted(report: Report, sentences: Sequence[Sentence], line: Span) -> list[Finding]:
    text = folded(line.of(report.text)).rstrip(" .")
    ways: list[tuple[Part, Part]] = []  # who, and what is said
    if behind := list(_BEHIND.finditer(text)):
        ways.append(((behind[-1].end(), len(text)), (0, behind[-1].start())))
    if before := _BEFORE.match(text):
        ways.append((before.span(), (before.end() + 1, len(text))))
    spans = ((_span(report, line, who), _span(report, line, said)) for who, said in ways)
    spoken = next((way for way in spans if _is_spoken(report, sentences, *way)), None)
    return [] if spoken is None else [_finding(*spoken)]


def _finding(source: Span, content: Span) -> Finding:
    return Finding(-1, "say", (source,), (), (content,))


def _tailed(report: Report, sentences: Sequence[Sentence], line: Span) -> list[Finding]:
    """The attribution of a headline that ends, without a mark, with an observer whom the report cites."""
    match = _observer().search(line.of(report.text))
    if match is None or not _is_heard(match.group(1).split()[-1].lower(), sentences):
        return []
    source, content = _span(report, line, match.span(1)), _span(report, line, (0, match.start()))
    return (
        []
        if _is_bound(sentences, source, content) or len(content.of(report.text).split()) < _SHORTEST
        else [_finding(source, content)]
    )


def _is_bound(sentences: Sequence[Sentence], source: Span, content: Span) -> bool:
    """The words before belong with the last ones, or an article does: "army opens fire on a Velin monitor"."""
    for sentence in sentences:
        for token in sentence.tokens if sentence.span.overlaps(content) else ():
            governed = token.dep == "det" and source.holds(sentence.tokens[token.head].span)
            if governed or (token.end == content.end and token.pos in _BINDING):
                return True
    return False


def _is_heard(word: str, sentences: Sequence[Sentence]) -> bool:
    """The word stands close to a verb of speech somewhere in the report."""
    for sentence in sentences:
        for i, token in enumerate(sentence.tokens):
            near = sentence.tokens[max(0, i - _NEAR) : i + _NEAR] if token.lower == word else ()
            if any(other.pos == "VERB" and is_speech(lexeme(other)) for other in near):
                return True
    return False


@cache
def _observer() -> re.Pattern[str]:
    """An observer at the end of a headline, before the outlet's own name."""
    named = "|".join(sorted(word_set("people", "observers"), key=lambda words: (-len(words), words)))
    return re.compile(rf"(?:\s+\W\S{{0,4}})?\s+({named})(?=\s*\Z|\s+[-|–—]\s)", re.IGNORECASE)


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
