"""Names of places as reports write them: their plain form, and when two spellings are of one name."""

import re
from collections.abc import Sequence

from counterclaim.lexicon import load
from counterclaim.places.finding.evidence import is_people_of
from counterclaim.places.finding.gazetteer import folded_name
from counterclaim.places.finding.parting import bare

_KINDS = load("places")["kinds"]
_NATURE = frozenset(_KINDS["nature"])
_ARTICLES = frozenset(["al", "el", "as", "az", "ez", "ar", "ash", "ad", "an", "at", "ul", "the", "a"])
_COMPASS = {"northern": "north", "southern": "south", "eastern": "east", "western": "west"}
_APART = frozenset(["north", "south", "east", "west", "central", "upper", "lower", "new", "old", "greater", "great"])

CLOSE = 84  # of 100: one letter in six wrong, or two swapped
KIN = 70  # of 100, where all consonants agree: transliterations differ in vowels
SHORT = 6  # letters below which likeness alone says nothing


def plain_name(words: str) -> str:
    """The name without article, kind and owner's "s": "Alder" of "the Alder Valley" and of "Alder's"."""
    kept = re.sub(r"['’`]s?$", "", " ".join(words.split())).split(" ")
    if len(kept) > 1 and kept[0].lower() == "the":
        kept = kept[1:]
    return bare(" ".join(kept))


def key_of(name: str) -> str:
    """What all ways to write the same letters share; "Eastern" is "East", "Mt." is "Mount"."""
    words = [_COMPASS.get(w, w) for w in folded_name(name).split(" ")]
    return " ".join("mount" if w == "mt" else w for w in words)


def are_spellings(left: str, right: str) -> bool:
    """Two keys are spellings of one name: nearly the same letters, or the same consonants and similar vowels."""
    from rapidfuzz.fuzz import ratio

    if _direction(left) != _direction(right) or is_people_of(left, right) or is_people_of(right, left):
        return False
    one, other = _letters(left), _letters(right)
    if one == other:
        return True
    likeness = ratio(one, other)
    if min(len(one), len(other)) >= SHORT and likeness >= CLOSE:
        return True
    return one[:1] == other[:1] and _consonants(one) == _consonants(other) and likeness >= KIN


def blocks(key: str) -> frozenset[str]:
    """Marks of which spellings of one name share at least one: so not every name is held against every other."""
    letters = _letters(key)
    return frozenset([letters[:1], "-" + letters[-3:], *(f"{word} " for word in key.split(" "))])


def is_short_for(short: str, long: str) -> bool:
    """"Alder" for "Alder River", "Polytechnic" for "Alder Polytechnic"."""
    left, right = short.split(" "), long.split(" ")
    if len(right) == len(left) + 1 and right[:-1] == left and right[-1] in _NATURE:
        return True
    return len(left) == 1 and len(right) > 1 and left[0] in _KINDS["inside"] and left[0] in right


def commonest(spellings: Sequence[tuple[str, int]]) -> str:
    """The spelling found most often, rather none in capitals throughout nor a bare kind; then the longest."""
    return min(spellings, key=lambda s: (_is_poor(s[0]), -s[1], -len(s[0]), s[0]))[0]


def _is_poor(name: str) -> bool:
    return (name.isupper() and len(name) > len("U.S.A.")) or name.lower() in _KINDS["inside"]


def _direction(key: str) -> list[str]:
    return sorted(w for w in key.split(" ") if w in _APART or w.isdigit())


def _letters(key: str) -> str:
    """The key without articles and spaces."""
    words = key.split(" ")
    return "".join(w for w in words if w not in _ARTICLES) or "".join(words)


def _consonants(letters: str) -> str:
    """The first letter and the consonants after it, doubles as one, a silent last "h" left out."""
    bare = letters[0] + re.sub(r"[aeiouyw]", "", letters[1:])
    return re.sub(r"(.)\1+", r"\1", bare).rstrip("h") or bare
