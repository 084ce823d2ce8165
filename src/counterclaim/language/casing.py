"""Headlines and reports in capitals, put in the plain case that a parser trained on prose expects."""

from collections.abc import Callable

from counterclaim.lexicon import load
from counterclaim.text import WORD, lowered

_SHARE = 0.8  # of the longer words that must begin with a capital before a line counts as Title Case or CAPITALS
_HEADLINE = 30  # words: a longer line in Title Case is prose with many names
_ENDINGS = (
    ("", ""),
    ("s", ""),
    ("es", ""),
    ("ies", "y"),
    ("ed", ""),
    ("d", ""),
    ("ing", ""),
    ("ing", "e"),
    ("ly", ""),
)
_VOWELS = frozenset("aeiouy")

IsCommon = Callable[[str], bool]


def small_words(text: str) -> frozenset[str]:
    """The words that a text writes small somewhere."""
    return frozenset(word for word in WORD.findall(text) if word[:1].islower())


def dictionary(words: frozenset[str]) -> IsCommon:
    """Whether a small word, or what is left of it without an ending, is among the words and names no country."""
    names = _country_words()

    def is_common(word: str) -> bool:
        if word in names:
            return False
        return any(word.endswith(old) and (word.removesuffix(old) + new) in words for old, new in _ENDINGS)

    return is_common


def plain_case(text: str, small: frozenset[str], is_common: IsCommon) -> str:
    """The line with its common words in small letters, where it is in Title Case or CAPITALS; else as it is.

    A word is common when the report writes it small somewhere; in capitals also when a dictionary has it. What
    is left keeps its first capital, and letters that no one could speak as a word ("NRF") stay. Same length.
    """
    found = list(WORD.finditer(text))
    long = [m.group() for m in found if len(m.group()) > 3]
    if len(found) < 3 or not long or sum(w[0].isupper() for w in long) < _SHARE * len(long):
        return text
    capitals = sum(w.isupper() for w in long) > _SHARE * len(long)
    if not capitals and len(found) > _HEADLINE:
        return text
    out = list(text)
    for match in found:
        word = match.group()
        out[match.start() : match.end()] = _recased(word, capitals, _begins(text, match.start()), small, is_common)
    return "".join(out)


def _begins(text: str, start: int) -> bool:
    """Nothing but the end of a sentence stands before."""
    at = start - 1
    while at >= 0 and text[at] in " \"'([":
        at -= 1
    return at < 0 or text[at] in ".!?\n"


def _recased(word: str, capitals: bool, first: bool, small: frozenset[str], is_common: IsCommon) -> str:
    low = lowered(word)
    if not capitals:
        return low if low in small and not first and not (word.isupper() and len(word) > 1) else word
    if low in small or is_common(low):
        return word[0] + low[1:] if first else low
    return word if not _VOWELS & set(low) else word[0] + low[1:]


def _country_words() -> frozenset[str]:
    """The words of the names of countries, their peoples and capitals, small."""
    rows = load("countries")["country"]
    names = (name for country, columns in rows.items() for name in (country, *(n for c in columns for n in c)))
    return frozenset(lowered(word) for name in names for word in name.split() if len(word) > 3)
