"""Datelines: the place, day and agency that open a report, alone on a line or before its first sentence."""

import re
from typing import NamedTuple

from counterclaim.lexicon import number_words, word_set
from counterclaim.reading.headdates import CLOCK, ZONE, HeadDate, date_at, head_dates, labels, residue
from counterclaim.text import folded, lowered, trimmed

# A date line says little besides: a place, an agency or an author's name.
_FEW = 4
_LONGEST_LINE = 160

_CAP = r"[A-Z][\w.'’-]*"
_PLACE = rf"{_CAP}(?:(?: ?[,/] ?| )\(?{_CAP}\)?){{0,6}}?"
_CAPITALS = r"[A-Z][A-Z.'’-]*[A-Z.](?:(?: ?[,/] ?| )[A-Z][A-Z.'’-]+){0,4}"
_AGENCY = r"\((?P<agency>[A-Z][^()\n]{1,40})\)"
_DASH = r"(?: ?(?:--|[–—]) ?| - )"
_OPENING = r"(?=[\"“‘'\[(]?[A-Z0-9])"

# Each ends where the report's first sentence begins.
_CAPITALS_AGENCY = re.compile(rf"{_CAPITALS}(?:, {_CAP}(?: {_CAP})?)?,? ?{_AGENCY}{_DASH}?[:.]? ?{_OPENING}")
_PLACE_AGENCY = re.compile(rf"{_PLACE},? ?{_AGENCY}(?:{_DASH}|: ?| ?-){_OPENING}")
_AGENCY_ALONE = re.compile(rf"{_AGENCY}{_DASH}{_OPENING}")
_CAPITALS_DASH = re.compile(rf"{_CAPITALS}(?:{_DASH}|: ){_OPENING}")
_PLACE_DASH = re.compile(rf"{_CAP}(?: {_CAP}){{0,2}}(?: (?:--|[–—-]) |[–—]){_OPENING}")
_PLACE_COLON = re.compile(rf"{_CAP}(?: {_CAP})?(?: ?/ ?{_CAP}(?: {_CAP})?)?: {_OPENING}(?![\"“‘'])")
_AFTER_DATE = re.compile(rf"[ ,]*(?:{_AGENCY})?(?:{_DASH}|- | ?[:|] ?)?[ ]?")
_BRACKETS = re.compile(r"(?:\[[A-Z][A-Z ,.'-]{2,80}\] ?)+")
_LABEL = re.compile(r"(?:[A-Za-z]+[ :]+){1,5}")
_UPDATE = re.compile(r" ?\((?:last )?updated? [\d.:/ -]{4,30}\) ?", re.IGNORECASE)


class Dateline(NamedTuple):
    """Where a dateline ends, with its date and agency if it names them."""

    end: int
    date: HeadDate | None
    agency: str | None


def is_date_line(text: str, start: int, end: int) -> bool:
    """The line gives a date, and hardly anything else."""
    if end - start > _LONGEST_LINE or not head_dates(text, start, end):
        return False
    rest = list(residue(text, start, end))
    names = [word for word in rest if word[0].isupper() or word[0].isdigit()]
    return len(rest) <= _FEW and len(names) == len(rest)


def dateline(text: str, start: int, end: int, after_title: bool = False) -> Dateline | None:
    """The dateline that a paragraph opens with, if it does.

    After a title said again, a full date belongs to the head even where the next word is written small.
    """
    dated = _labelled_date(text, start, end, after_title) or _placed_date(text, start, end, after_title)
    found = dated or _undated(text, start, end)
    if found is None:
        return None
    brackets = _BRACKETS.match(text, found.end, end)
    return found._replace(end=brackets.end()) if brackets else found


def _undated(text: str, start: int, end: int) -> Dateline | None:
    """``PLACE (AGENCY) -``, ``(AGENCY) -``, ``PLACE -``, ``Place: ``."""
    limit = min(end, start + 120)
    for form in (_CAPITALS_AGENCY, _PLACE_AGENCY, _AGENCY_ALONE, _CAPITALS_DASH, _PLACE_DASH, _PLACE_COLON):
        match = form.match(text, start, limit)
        if match and not _is_phrase(match.group()):
            return Dateline(match.end(), None, match.groupdict().get("agency"))
    return None


def _is_phrase(words: str) -> bool:
    """A place is not a pronoun or an article: "He - who" is a sentence."""
    first = re.match(r"\w+", words)
    return first is not None and lowered(first.group()) in labels("pronouns")


def _labelled_date(text: str, start: int, end: int, after_title: bool) -> Dateline | None:
    """``Published April 8 2017``, ``date 2021-09-05``, ``Sun 16 Apr 2017 at 09:14``: a full date before a sentence."""
    label = _LABEL.match(text, start, min(end, start + 60))
    at = start
    if label:
        words = re.findall(r"[A-Za-z]+", label.group())
        at = _after_labels(text, start, words)
    date = date_at(text, at, end)
    if date is None or (date.days[0].startswith("--") and at == start):
        return None
    return closed(text, date, end, after_title)


def _after_labels(text: str, start: int, words: list[str]) -> int:
    """Where the words that mean "published" or "updated" end."""
    known = word_set("datelines", "published", "updated", "filler")
    at, seen = start, False
    for word in words:
        if word.lower() not in known:
            break
        seen = seen or word.lower() in word_set("datelines", "published", "updated")
        at = text.index(word, at) + len(word)
        while at < len(text) and text[at] in " :":
            at += 1
    return at if seen else start


def _placed_date(text: str, start: int, end: int, after_title: bool) -> Dateline | None:
    """``Place, Sep 6 (AGENCY)``, ``PLACE, 3 JAN 90 --``, ``AGENCY Thursday 30 Jun 2016``: names, then a date."""
    date = next(iter(head_dates(text, start, min(end, start + 120))), None)
    if date is None or date.start == start or date.start - start > 60:
        return None
    before = text[start : date.start].strip(" ,.|/-–—")
    if not re.fullmatch(_PLACE, before) or _is_phrase(before):
        return None
    comma = "," in text[start : date.start]
    full = not date.days[0].startswith("--")
    found = closed(text, date, end, after_title)
    if found is None or not (full or found.agency or _has_dash(text[date.end : found.end])):
        return None
    return found if found.agency or comma or " " in before else found._replace(agency=before)


def _has_dash(words: str) -> bool:
    return any(c in "-–—:" for c in folded(words))


def closed(text: str, date: HeadDate, end: int, after_title: bool) -> Dateline | None:
    """The dateline with what follows its date: clock, zone, agency, dash; None where a sentence merely opens so."""
    at = date.end
    view = lowered(folded(text[: min(end, at + 120)]))
    moved = True
    while moved:
        moved = False
        for pattern in (_UPDATE, CLOCK, ZONE):
            gap = re.compile(r"[ ,|]*(?:at |on )?").match(view, at)
            match = pattern.match(view, gap.end() if gap else at)
            if match:
                at, moved = match.end(), True
    tail = _AFTER_DATE.match(text, at, end)
    agency = tail["agency"] if tail else None
    at = tail.end() if tail else at
    return Dateline(at, date, agency) if after_title or _opens_sentence(text, at, end) else None


def _opens_sentence(text: str, at: int, end: int) -> bool:
    at = trimmed(text, at, end)[0]
    if re.compile("[Bb]y [A-Z]|(?:title|headline) ?:").match(text, at, end):
        return True
    following = text[at : at + 2].lstrip("\"“‘'[(")
    return at >= end or not following or following[0].isupper() or following[0].isdigit() or not following[0].isascii()


def capitals_before_sentence(text: str, start: int, end: int) -> int | None:
    """The end of a place in capitals that a sentence follows without a mark, as after a date: ``ALDER A strike``."""
    match = re.compile(r"[A-Z]{4,}(?: [A-Z]{4,})? (?=([A-Z][a-z]*) )").match(text, start, end)
    return match.end() if match and match[1].lower() in labels("openers") | number_words() else None
