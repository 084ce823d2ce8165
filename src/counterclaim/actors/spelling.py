"""How a name is compared with another: folded words, and one name in two transliterations."""

import re
from functools import lru_cache

from counterclaim.lexicon import word_set
from counterclaim.text import folded

_WORD = re.compile(r"\w[\w.&'-]*")
_LATIN = re.compile(r"[A-Za-z\u00c0-\u024f]")
_VOWELS = re.compile(r"[aeiouyw]+")
_SAME = (
    ("kh", "h"),
    ("gh", "g"),
    ("dh", "d"),
    ("th", "t"),
    ("sh", "s"),
    ("ph", "f"),
    ("ck", "k"),
    ("q", "k"),
    ("c", "k"),
    ("z", "s"),
    ("v", "b"),
    ("j", "g"),
)
_PARTICLES = frozenset(
    {"al", "el", "an", "ar", "as", "ash", "ad", "at", "de", "la", "van", "von", "bin", "ibn", "ben", "the"}
)
LONGEST = 300  # characters of a name that are looked at; names are shorter, what is longer is no name
LONG_ENOUGH = 5  # letters; below this one edit makes another name


@lru_cache(maxsize=100_000)
def plain(text: str) -> str:
    """The name in small plain Latin letters, without marks of possession."""
    from anyascii import anyascii

    return re.sub(r"'s?(?=\s|$)", "", anyascii(folded(text)).lower().strip())


@lru_cache(maxsize=100_000)
def name_words(text: str) -> tuple[str, ...]:
    """The words of a name in plain small letters; dots of abbreviations are dropped, and what no name can be."""
    return text_words(text[:LONGEST])


def text_words(text: str) -> tuple[str, ...]:
    """The words of a whole text as `name_words` gives those of a name."""
    return tuple(w.strip("-'&").replace(".", "") for w in _WORD.findall(plain(text)) if w.strip("-'&."))


@lru_cache(maxsize=100_000)
def person_words(text: str) -> tuple[str, ...]:
    """What tells a person from another: the name's words without titles, particles and hyphens."""
    titles = word_set("people", "titles")
    latin = " ".join(part for part in text.split() if _LATIN.search(part))  # beside it the same name in other letters
    split = [part for word in name_words(latin or text) for part in word.split("-")]
    kept = tuple(w for w in split if w and w not in _PARTICLES)
    bare = tuple(w for w in kept if w not in titles)
    return bare or kept or tuple(split)


@lru_cache(maxsize=100_000)
def skeleton(word: str) -> str:
    """The consonants of a word as most transliterations agree on them: Vashti and Vashty, Bilak and Belak."""
    for letters, other in _SAME:
        word = word.replace(letters, other)
    return re.sub(r"(.)\1+", r"\1", _VOWELS.sub("", word.replace("h", "") or word))


@lru_cache(maxsize=200_000)
def same_word(left: str, right: str) -> bool:
    """Two spellings of one word of a name: equal, one edit apart where long, or alike but for vowels."""
    if left == right:
        return True
    if min(len(left), len(right)) < LONG_ENOUGH or (left[0] != right[0] and skeleton(left)[:1] != skeleton(right)[:1]):
        return False
    from rapidfuzz.distance import DamerauLevenshtein

    edits = DamerauLevenshtein.distance(left, right)
    return edits <= 1 or (skeleton(left) == skeleton(right) and edits <= 3)


def same_given(left: str, right: str) -> bool:
    """Two spellings of one given name: as `same_word`, also where short, or an initial."""
    if left == right or (1 in (len(left), len(right)) and left[0] == right[0]):
        return True
    return same_word(left, right) or (len(left) > 2 and len(right) > 2 and skeleton(left) == skeleton(right) != "")


def initials(text: str) -> str:
    """The first letters of the words that count: Eastern Reed Front gives erf."""
    small = {"of", "the", "and", "for", "in", "to", "a", "an", "de", "la"}
    return "".join(part[0] for w in name_words(text) for part in w.split("-") if part and part not in small)


def is_acronym(text: str) -> bool:
    """A word of capitals only, two to eight of them, dots and small letters between allowed."""
    letters = re.sub(r"^the\s+|[.\-\s]", "", text.strip(), flags=re.IGNORECASE)
    capitals = sum(c.isupper() for c in letters)
    return 2 <= len(letters) <= 8 and " " not in text.strip() and capitals >= max(2, len(letters) - 2)
