"""How much two mentions say in the same words."""

from collections.abc import Iterable
from functools import lru_cache
from sys import intern

from counterclaim.lexicon import word_set
from counterclaim.text import folded, lowered, words


@lru_cache(maxsize=512)
def stems(text: str) -> frozenset[str]:
    """The content words of a text, cut to their first letters so that inflections meet; figures stay whole."""
    return frozenset(stems_in_order(text))


@lru_cache(maxsize=65536)
def stems_in_order(text: str) -> tuple[str, ...]:
    """Each of them once, which is how many texts are kept: a set of ten words weighs six times as much as their row."""
    plain = (word.replace("'", "") for _, _, word in words(lowered(folded(text)).replace(",", "")))
    return tuple(sorted({intern(stem(word)) for word in plain if word not in word_set("compare", "empty")}))


def stem(word: str) -> str:
    """A word without its commonest endings: captured, captures and capturing are one."""
    for ending in ("ings", "ing", "ed", "es", "s"):
        if word.endswith(ending) and len(word) - len(ending) >= 4:
            return word[: -len(ending)]
    return word


def likeness(left: Iterable[str], right: Iterable[str]) -> float:
    """The share of the shorter set of words that the longer one has too, from 0 to 1."""
    left, right = frozenset(left), frozenset(right)
    return len(left & right) / min(len(left), len(right)) if left and right else 0.0
