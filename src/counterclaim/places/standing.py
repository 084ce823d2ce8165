"""Where names of places stand in a text, and what its words say of them there.

A name is looked for where its first word is, so that the cost grows with the words of the text and not with the names.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Set

from counterclaim.lexicon import load
from counterclaim.model import Record

_RUN = re.compile(r"\w+")
_AFTER = re.compile(r"(?:'s)? (\w+)")
_BEFORE = re.compile(r"\b(\w+) of $")
_WORDS = {
    "province": "province governorate region state valley department county oblast island",
    "district": "district area valley county subdistrict regency municipality",
    "town": "city town village neighborhood neighbourhood suburb",
}
KINDS: Mapping[str, tuple[str, ...]] = {
    word: tuple(kind for kind, words in _WORDS.items() if word in words.split())
    for word in " ".join(_WORDS.values()).split()
}

_KIND = "|".join(sorted(load("places")["kinds"]["outside"], key=lambda w: (-len(w), w)))
_LINK = re.compile(rf"(?P<kind> (?:{_KIND}))?(?P<link> in | of | on |, in |, )")
_SIDES = ("the ", "north", "south", "east", "west", "central", "ern ", "west ", "east ", "rural ", "'s ",
          "province of ", "district of ", "island of ")  # fmt: skip
MOST_SIDES = 4  # "the rural north western" before a name


class Link(Record, frozen=True):
    """Words that may say that one place lies in another: "Alder district of Veldt".

    `says` is None where that hangs on whether the other is large: a comma between two names.
    """

    start: int
    end: int
    inner: str
    outers: tuple[str, ...]
    says: bool | None


class Seen(Record, frozen=True):
    """The names that a text has as words of its own: where each stands, longer ones first; how often, where one within
    a longer name counts as that; which kinds of place its words call them; and which they put in which.
    """

    at: tuple[tuple[int, str], ...]
    times: tuple[tuple[str, int], ...]
    kinds: frozenset[tuple[str, str]]
    links: tuple[Link, ...]

    @property
    def names(self) -> frozenset[str]:
        return frozenset(name for _, name in self.at)


class Names:
    """Names by their first words."""

    def __init__(self, names: Iterable[str]) -> None:
        found: dict[str, list[str]] = defaultdict(list)
        for name in sorted(names, key=lambda n: (-len(n), n)):
            if first := _RUN.match(name):
                found[first.group()].append(name)
        self.by_first = found

    def near(self, words: Set[str]) -> tuple[str, ...]:
        """The names that begin with one of these words."""
        return tuple(name for word in sorted(words & self.by_first.keys()) for name in self.by_first[word])


def seen(text: str, names: tuple[str, ...]) -> Seen:
    """What the text has of these names."""
    by_first = Names(names).by_first
    runs = ((m.start(), by_first.get(m.group(), ())) for m in _RUN.finditer(text))
    at = [(start, name) for start, fits in runs for name in fits if _is_at(text, start, name)]
    standing: dict[int, list[str]] = defaultdict(list)
    for start, name in at:
        standing[start].append(name)
    return Seen(
        at=tuple(at),
        times=tuple(sorted(Counter(_apart(at)).items())),
        kinds=frozenset((name, kind) for start, name in at for kind in _kinds(text, start, start + len(name))),
        links=tuple(link for start, name in at for link in _links(text, start, name, standing)),
    )


def _is_at(text: str, start: int, name: str) -> bool:
    """The name stands there, as whole words."""
    end = start + len(name)
    return text.startswith(name, start) and (end == len(text) or _is_word(text[end - 1]) != _is_word(text[end]))


def _is_word(letter: str) -> bool:
    return letter.isalnum() or letter == "_"


def _apart(at: Iterable[tuple[int, str]]) -> Iterator[str]:
    """The names that do not overlap, the earlier and longer ones."""
    reach = 0
    for start, name in at:
        if start >= reach:
            reach = start + len(name)
            yield name


def _kinds(text: str, start: int, end: int) -> Iterator[str]:
    """The kinds of place that the words around a name call it: "Alder district", "the city of Alder"."""
    after, before = _AFTER.match(text, end), _BEFORE.search(text[max(0, start - 20) : start])
    for match in (after, before):
        if match:
            yield from KINDS.get(match.group(1).lower(), ())


def _links(text: str, start: int, inner: str, standing: Mapping[int, list[str]]) -> Iterator[Link]:
    """The link that follows a name, with the names that it leads to, the likeliest first."""
    match = _LINK.match(text, start + len(inner))
    if match is None:
        return
    outers = dict.fromkeys(name for at in _sides(text, match.end(), MOST_SIDES) for name in standing.get(at, ()))
    if outers:
        says = {" of ": bool(match["kind"]), ", ": None}.get(match["link"], True)
        yield Link(start, match.end(), inner, tuple(outers), says)


def _sides(text: str, at: int, most: int) -> Iterator[int]:
    """Where a name may begin: behind words for a side or a kind of the place, or right there."""
    if most:
        for side in _SIDES:
            if text.startswith(side, at):
                yield from _sides(text, at + len(side), most - 1)
    yield at
