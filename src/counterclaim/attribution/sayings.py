"""When something was said: the day words that stand with the cue, not those inside what is said."""

import re
from datetime import date, timedelta

from counterclaim.model import Attribution, Report, Said, Sentence, Span, Spans
from counterclaim.values.times import Dated, days

_NEAR = 80  # characters between a cue and the day it was said on
_MARGIN = 40  # characters more, so that the words of a day at the edge are whole
_SIGNATURE = 80  # characters behind a name in which a post bears its date
_OPENING = 450  # characters: a headline's repetition and the first paragraph or two
_PERFECT = re.compile(r"\b(had|has|have|'d|'ve|having)\b")
_DAY_AFTER = re.compile(r"\b(?:a|one) day after(?: the| a| an)? ?\Z")
UNKNOWN = Said(None, None, "")


def said(report: Report, sentence: Sentence, given: Attribution) -> Said:
    """The day that the clause of the cue names; unknown where it names none."""
    if not given.cue:
        return UNKNOWN
    found = [d for d in _around(report, sentence, given) if d.when.since is not None and d.when.since == d.when.to]
    near = [d for d in found if _distance(d.span, given) <= _NEAR]
    before = _day_before(report, sentence, given)
    if before is not None or not near:
        return before or UNKNOWN
    best = min(near, key=lambda d: _distance(d.span, given))
    return Said(best.when.since, best.time, f"“{best.span.of(report.text)}”, {best.basis}")


def _day_before(report: Report, sentence: Sentence, given: Attribution) -> Said | None:
    """The day before the one told of, where the speech follows "a day after"."""
    start = min(span.start for span in (*given.source, *given.cue))
    words = report.text[sentence.start : max(start, sentence.start)]
    after = _DAY_AFTER.search(words)
    if after is None:
        return None
    told = [d.when.since for d in days(words, anchor(report)) if d.when.since == d.when.to]
    day = told[-1] if told else own_day(report).day
    if day is None or day == date.min.isoformat():
        return None
    before = date.fromisoformat(day) - timedelta(days=1)
    return Said(before.isoformat(), None, f"“{after.group().strip()}”, counted from {day}")


def anchor(report: Report) -> str | None:
    """The day from which the report counts."""
    published = report.published
    return published.day if published is not None else None


def _around(report: Report, sentence: Sentence, given: Attribution) -> list[Dated]:
    """Day words in the cue's sentence outside the content, or right behind the cue at the content's edge."""
    whole = _window(report, sentence, given.cue)
    found = [
        Dated(Span(d.span.start + whole.start, d.span.end + whole.start), d.when, d.basis, d.time)
        for d in days(whole.of(report.text), anchor(report))
    ]
    return [d for d in found if _outside(d.span, given) or _leads(report, d.span, given)]


def _window(report: Report, sentence: Sentence, cue: Spans) -> Span:
    """The part of the sentence in which a day can be the cue's, not cut inside a word."""
    start = max(sentence.start, cue[0].start - _NEAR - _MARGIN)
    end = min(sentence.end, cue[-1].end + _NEAR + _MARGIN)
    while start > sentence.start and report.text[start - 1].isalnum():
        start -= 1
    while end < sentence.end and report.text[end].isalnum():
        end += 1
    return Span(start, end)


def _outside(span: Span, given: Attribution) -> bool:
    return not any(span.overlaps(part) for part in given.content)


def _leads(report: Report, span: Span, given: Attribution) -> bool:
    """The day stands directly behind the cue, where parses often count it to the content: no "Friday's raid"."""
    between = report.text[given.cue[-1].end : span.start]
    near = span.start >= given.cue[-1].end and between.strip() in ("", "on", "late", "early", "on late", "on early")
    return near and not span.of(report.text).endswith("s")


def _distance(span: Span, given: Attribution) -> int:
    return min(max(span.start - cue.end, cue.start - span.end, 0) for cue in given.cue)


def own_day(report: Report) -> Said:
    """The report's own day, where its opening tells of that day ("on Tuesday", "today"): news of the same day.

    Of an opening that names no day at all the dateline's day is the only one it can be told on.
    """
    day = anchor(report)
    start = next((block.start for block in report.blocks if block.kind == "paragraph"), 0)
    opening = report.text[start : start + _OPENING]
    named = days(opening, day) if day is not None and len(day) == len("2031-05-04") else ()
    for dated in named:
        if dated.when.since == day == dated.when.to and dated.basis != "date":
            return Said(day, None, f"told on its own day: “{dated.span.of(opening)}” in the report's opening")
    if not named and report.published is not None and report.published.basis.startswith("dateline"):
        return Said(day, None, f"{report.published.basis}; the report's opening names no other day")
    return UNKNOWN


def is_of_the_day(words: str) -> bool:
    """A cue in the past or present tense; "had said" and "has said" look further back."""
    return not _PERFECT.search(words.lower())


def elsewhere(day: str) -> Said:
    """The day on which the same speaker speaks elsewhere in the report."""
    return Said(day, None, "the day that the report names beside other words of this speaker")


def signed(report: Report, given: Attribution) -> Said:
    """The day in the signature behind a post."""
    end = max(span.end for span in (*given.content, *given.source))
    line = report.text[end : end + _SIGNATURE].split("\n")[0]
    found = [d for d in days(line, anchor(report)) if d.when.since is not None and d.when.since == d.when.to]
    return Said(found[0].when.since, found[0].time, f"signed “{found[0].span.of(line)}”") if found else UNKNOWN
