"""What the reports say of a person beside the name, wherever they name them: the words before it and the apposition."""

import re
from collections.abc import Iterator, Sequence

from counterclaim.actors.gathering import Sighting
from counterclaim.actors.kinds import is_office
from counterclaim.actors.spelling import name_words, person_words
from counterclaim.lexicon import word_set
from counterclaim.memory import Texts
from counterclaim.text import folded

_WORD = re.compile(r"[\w'.-]+|[^\w\s]")
_BRACKETS = re.compile(r"\([^()]{1,20}\)")
# Words at which the words about a name end.
_STOP = frozenset(
    {"said", "says", "told", "added", "who", "which", "whose", "that", "was", "is", "has", "had", "as", "were", "in",
     "on", "at"}
)  # fmt: skip
_LINKS = frozenset({"of", "the", "for", "and", "'s", "s", "de", "&"})
REACH = 80  # characters beside a name that are read; an apposition is seldom longer
OFTEN = 6  # namings of one person that are read in each report


class Described:
    """The reports' texts in plain marks, with which of them hold which capitalised word."""

    def __init__(self, texts: Texts) -> None:
        self.texts = texts
        self._with: dict[str, list[int]] = {}
        for i, words in enumerate(texts.each(_capitalised)):
            for word in words:
                self._with.setdefault(word, []).append(i)

    def phrases(self, person: Sequence[Sighting]) -> Iterator[str]:
        """What stands beside the person's full names in all reports."""
        spellings = {folded(t) for s in person for t in s.spellings}
        for name in sorted({t for t in spellings if len(person_words(t)) > 1} or spellings):
            parts = re.findall(r"\w+", name)
            for i in self._with.get(parts[-1], ()) if parts else ():
                yield from self.texts.told(beside, i, name)


def _capitalised(text: str) -> frozenset[str]:
    """The words of a text that begin with a capital."""
    return frozenset(w for w in re.findall(r"\w+", text) if w[0].isupper())


def beside(text: str, name: str) -> tuple[str, ...]:
    """The words before and after each naming that say what the named one is."""
    return tuple(_beside(text, name))


def _beside(text: str, name: str) -> Iterator[str]:
    at, count = text.find(name), 0
    while at >= 0 and count < OFTEN:
        yield from filter(
            None, (before(text[max(0, at - REACH) : at]), after(text[at + len(name) : at + len(name) + REACH]))
        )
        at, count = text.find(name, at + len(name)), count + 1


def before(text: str) -> str | None:
    """The office that leads up to a name: "Foreign Minister", or the phrase that the name explains after a comma."""
    words = _WORD.findall(text)
    if words and words[-1] == ",":
        words.pop()
        return _office(_tail(words, loose=True))
    return _office(_tail(words, loose=False))


def _tail(words: list[str], loose: bool) -> list[str]:
    kept: list[str] = []
    while words and (words[-1][0].isalnum() or words[-1][0] == "'") and words[-1].lower() not in _STOP:
        if not (loose or words[-1][0].isupper() or words[-1].lower() in _LINKS or is_office(words[-1].lower())):
            break
        kept.insert(0, words.pop())
    return kept


def after(text: str) -> str | None:
    """The apposition that follows a name: ", a spokesman for the ministry"."""
    words = _WORD.findall(_BRACKETS.sub(" ", text))
    if words and words[0] == ",":
        words.pop(0)
    kept: list[str] = []
    for word in words:
        if word.lower() in _STOP or word in ',.;:"()[]!?':
            break
        kept.append(word)
    return _office(kept) if kept and (kept[0].lower() in ("a", "an", "the") or kept[0][0].isupper()) else None


def _office(words: list[str]) -> str | None:
    """The phrase, where it holds a word for what somebody is."""
    roles = word_set("people", "roles")
    plain_words = name_words(" ".join(words))
    known = any(w in roles or is_office(w) or w.endswith(("man", "woman", "person")) for w in plain_words)
    return " ".join(words) if known and len(words) <= 12 else None
