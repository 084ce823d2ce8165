"""The country that a report is about, by how often it names the country and its people."""

import re
from collections import Counter
from collections.abc import Sequence
from functools import cache

from counterclaim.lexicon import load
from counterclaim.model import Span
from counterclaim.text import WORD

NAMED = 2  # a country's name says more of where than a word for its people, which may be anybody's


def home(text: str, places: Sequence[Span]) -> Span | None:
    """The first of the places that names the country most spoken of; None where the report names none."""
    words = _words()
    spoken: Counter[str] = Counter()
    for match in WORD.finditer(text):
        word = match.group()
        country = words.get(word) or words.get(word.removesuffix("'s").removesuffix("s"))
        if country:
            spoken[country] += 1
    first: dict[str, Span] = {}
    for place in places:
        name = _names().get(place.of(text).lower())
        if name:
            spoken[name] += NAMED
            first.setdefault(name, place)
    named = [name for name in first if spoken[name] == max(spoken.values())]
    return first[named[0]] if named else None


_LAND = re.compile(
    r"\b(?:across|throughout|around|all over|elsewhere in|parts? of) (?:the|this|that) (?:\w+ )?(?:country|nation)\b"
    r"|\b(?:his|her|their|its|our) (?:country|nation)\b|\b(?:nation|country)-?wide\b"
    r"|\b(?:dozen|several|many) (?:other )?(?:\w+ )?(?:cities|towns|provinces)\b",
    re.IGNORECASE,
)
_LONG = re.compile(
    r"\b(?:last|past|recent|previous|of) (?:\w+ ){0,2}(?:months|years|weeks|decade)\b|\b(?:this|last) year\b"
    r"|\b(?:civil|\w+-year) (?:war|conflict)\b|\bsince (?:\w+[ -]){0,3}(?:\d{4}|war|conflict)\b",
    re.IGNORECASE,
)


def is_nationwide(words: str) -> bool:
    """They speak of all of a country, or of many of its towns."""
    return bool(_LAND.search(words))


def is_long(words: str) -> bool:
    """They speak of weeks, months or years: more than one event, and seldom in one place."""
    return bool(_LONG.search(words))


@cache
def _words() -> dict[str, str]:
    """Single words for peoples, and the country of each."""
    rows = load("countries")["country"].items()
    return {word: name for name, (_, demonyms, _) in rows for word in demonyms if word[0].isupper()}


@cache
def _names() -> dict[str, str]:
    """All names of countries in small letters, and the country of each."""
    rows = load("countries")["country"].items()
    return {form.lower(): name for name, (others, _, _) in rows for form in (name, *others)}
