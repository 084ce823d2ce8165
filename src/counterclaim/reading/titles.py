"""Titles: which line is one, and where a report says it again."""

import re
from collections.abc import Sequence

from rapidfuzz.fuzz import ratio

from counterclaim.model import Span
from counterclaim.text import WORD, folded, lowered

# Headlines are short: of ten thousand, hardly one is longer.
_MOST_WORDS = 40
_MOST_CHARACTERS = 240
# Two lines that differ by a typing error or a name's short form are one headline.
_ALIKE = 88

_SENTENCE_END = re.compile(r"[.;:,][\"'”’)\]]*$")
_SENTENCES = re.compile(r"[a-z\d\"”)][.!?][\"”’)]* [\"“‘]?[A-Z]")
_ABBREVIATION = re.compile(r"\b(?:[A-Z]\.)+$")
_SUFFIX = re.compile(r"\s+(?:\||[-–—»›:]+)\s+")


def words(text: str) -> list[str]:
    """The words in small letters, without apostrophes: "Troops'" and "Troops" are one."""
    return [lowered(folded(m.group())).replace("'", "") for m in WORD.finditer(text)]


def looks_like_title(line: str, following: Sequence[str]) -> bool:
    """The first line of an article is its title: short, no full sentence, with longer text after it.

    A full sentence is one all the same when the lines after it say it again.
    """
    if not following or len(line) > _MOST_CHARACTERS:
        return False
    count = len(words(line))
    if not 2 <= count <= _MOST_WORDS or not _opens(line):
        return False
    if alike(line, following[0]) or any(_said_in(line, other) for other in following):
        return True
    ended = _SENTENCE_END.search(line) and not _ABBREVIATION.search(line)
    return not ended and not _SENTENCES.search(line)


def _said_in(title: str, paragraph: str) -> bool:
    """The title stands, word for word, near the start of a paragraph."""
    opening = " ".join(words(paragraph[: 2 * len(title) + 80]))
    wanted = words(title)
    return len(wanted) >= 3 and f" {' '.join(wanted)} " in f" {opening} "


def _opens(line: str) -> bool:
    """It does not begin amid a sentence."""
    first = line.lstrip("\"“‘'([#* ")[:1]
    return not first.islower() or line.split()[0].isalpha() is False


def alike(left: str, right: str) -> bool:
    """The two lines are one headline, but for a detail."""
    if abs(len(left) - len(right)) > 0.25 * max(len(left), len(right)):
        return False
    return ratio(" ".join(words(left)), " ".join(words(right))) >= _ALIKE


def main_part(title: str) -> str:
    """The title without what a page's name adds: " | Outlet", " - Section - Outlet"."""
    parts = _SUFFIX.split(title)
    return parts[0] if len(words(parts[0])) >= 3 else title


def suffix(title: str) -> Span | None:
    """Where a title's " | Outlet" stands."""
    match = re.search(r"\s+\|\s+(\S.{1,40})$", title)
    return Span(match.start(1), match.end(1)) if match and len(words(title[: match.start()])) >= 3 else None


def repeats(text: str, start: int, title: str, end: int | None = None) -> int | None:
    """Where a title ends that stands, word for word, at the start of a passage."""
    for form in dict.fromkeys((title, main_part(title))):
        stop = _matched(text, start, words(form), len(text) if end is None else end)
        if stop is not None:
            return stop
    return None


def _matched(text: str, start: int, wanted: list[str], end: int) -> int | None:
    if len(wanted) < 3:
        return None
    at = start
    for word in wanted:
        match = WORD.search(text, at, end)
        if match is None or match.start() - at > 6 or words(match.group()) != [word]:
            return None
        at = match.end()
    return at
