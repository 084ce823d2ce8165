"""Who leads which body, as reports say it beside the names: "the X led by A and B", "A, leader of the X"."""

import re
from collections.abc import Iterator, Mapping, Sequence

from counterclaim.actors.bodies import BODY, Bodies, Node
from counterclaim.actors.gathering import Sighting
from counterclaim.actors.spelling import name_words, person_words
from counterclaim.memory import Texts

Words = tuple[str, ...]

_LED = re.compile(r"\b(?:led|headed|commanded)\s+by\s+([^.;:\n]{3,90})")
_RELATIVE = re.compile(r",?\s*(?:(?:which|who|that)\s+(?:is|are|was)\s+)?$")
_BEFORE = 60  # characters before "led by" in which the body's name ends
_REACH = 4  # words of a body's name looked for right before "led by"


def led(people: Sequence[Sequence[Sighting]], bodies: Bodies, texts: Texts) -> Iterator[tuple[int, Node]]:
    """(which of the people, the body) for each leader whom a report names beside what they lead."""
    full = {words: i for i, person in enumerate(people) for s in person for words in _full(s)}
    for before, names in (told for found in texts.each(_told) for told in found):
        node = _body(before, bodies)
        if node is not None:
            yield from ((i, node) for i in _named(names, full))


def _told(text: str) -> tuple[tuple[Words, Words], ...]:
    """The words before "led by" and after it, in which the names of what is led and of who leads stand."""
    found = ((m, text[max(0, m.start() - _BEFORE) : m.start()]) for m in _LED.finditer(text))
    return tuple((name_words(_RELATIVE.sub("", before)), name_words(m.group(1))) for m, before in found)


def _full(sighting: Sighting) -> Iterator[tuple[str, ...]]:
    return (w for w in map(person_words, sighting.spellings) if len(w) > 1)


def _body(words: tuple[str, ...], bodies: Bodies) -> Node | None:
    """The known body whose name these words end with."""
    for length in range(min(_REACH, len(words)), 0, -1):
        node = (BODY, *bodies.core(" ".join(words[-length:])))
        if node in bodies.forms:
            return node
    return None


def _named(words: tuple[str, ...], full: Mapping[tuple[str, ...], int]) -> list[int]:
    """The people whose full names stand in the words, until the next thing is said of one of them."""
    runs = {words[i : i + n] for n in (2, 3) for i in range(len(words))}
    return sorted({i for name, i in full.items() if name in runs})
