"""Which country a word stands for, known ones and those that only the reports know, and the country they are about."""

import itertools
import re
from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from functools import cache, cached_property, lru_cache
from typing import Any

from counterclaim.actors.spelling import plain
from counterclaim.lexicon import load
from counterclaim.memory import Texts
from counterclaim.model import Record

_CAPITALISED = re.compile(r"[A-Z][\w'.-]*\w|[A-Z]\w*\.?")
# Only a state of its own has these; police, governors and courts are found below it too.
_PORTFOLIO = r"(?:(?:[Ff]oreign|[Dd]efen[cs]e|[Ii]nterior|[Hh]ealth|[Ff]inance) )?[Mm]inist(?:er|ry)"
_ORGAN = (
    r"(?:[Gg]overnment|[Rr]egime|[Aa]rmy|[Mm]ilitary|[Aa]ir [Ff]orce|[Nn]avy|[Pp]arliament|[Ee]mbassy|[Pp]resident"
    rf"|[Pp]rime [Mm]inister|[Aa]uthorities|[Tt]roops|{_PORTFOLIO})"
)
_WORD = r"[A-Z][\w-]{3,40}"
_NATIONAL = re.compile(rf"\b({_WORD})(?:['’]s?)?\s+{_ORGAN}\b")
# What has these is a movement, though it may have a government too.
_MOVEMENT = re.compile(rf"\b({_WORD}) (?:fighters|militants|rebels|insurgents|movement|hands)\b")
_OWNER = re.compile(rf"\b({_WORD})['’]s\s+{_ORGAN}\b")
_NATION_OF = re.compile(rf"\b{_ORGAN} of ({_WORD})")
# A word for a tongue: "translates from Gorlish.", "said in Gorlish that".
_TONGUE_BEFORE = re.compile(r"\b(?:from|in|into|to|speak|speaks|speaking|spoke|fluent|broken)\s$")
_TONGUE_AFTER = re.compile(
    r"(?:-language|-speaking)|(?:\s+(?:and|or|that|by|on|as|but|for|with)\b|\s*[.,;:)\"”\]]|\s*$)"
)
# A place, and not what is held or owned by somebody: "in X." and "across X on Monday", not "in X hands".
_PLACED = re.compile(
    r"\b(?:in|across|inside|throughout|near|outside)\s+([A-Z][\w-]{3,40})"
    r"(?=[.,;:\n)]|\s+(?:on|in|at|and|after|before|since|as|for|to|from|by|with|that|which|where|who|is|was|has|had|the|an?)\b|\s*$)"
)
_SHORTEST = 4  # letters up to which no s is taken off a name: "UAs"
_SHORT = 5  # letters up to which an s may make another word: "cars"
_NAME_LENGTH = 4  # words in the longest name of a country that is looked for
WIDELY = 2  # the country that reports are about is named in one of so many of them at least; others in passing
ORGAN_WEIGHT = 3  # namings that one organ of a country counts as: what is named for its army is where the fight is
_DEMONYMS = ("an", "ese", "ish", "i", "ic")
_ENDINGS = ("an", "ian", "ean", "ese", "i", "ic", "ish", "er", "n", "nian", "vian", "ite", "s", "ans", "ians", "is")

Changes = tuple[tuple[str, str | None], ...]  # words and the countries they stand for here; None for no country


class Countries(Record, frozen=True, dict=True, gc=True):
    """`words` gives the country of a name, demonym or seat in plain letters; `home` is what the reports are about."""

    words: Mapping[str, str]
    home: str | None

    @cached_property
    def told(self) -> dict[str, Any]:
        """What names were found to say with these countries: a name is asked about a dozen times."""
        return {}

    def named(self, words: Sequence[str], proper: Collection[str] | None = None) -> tuple[str | None, list[str]]:
        """The first country that these plain words name, and the words that are left without it.

        Of words in `proper` alone, where that is given: "us" and "cars" are no countries.
        """
        for start in range(len(words)):
            for length in range(min(_NAME_LENGTH, len(words) - start), 0, -1):
                run = words[start : start + length]
                named = proper is None or set(run) - {"of"} <= set(proper)
                found = self.word(" ".join(run), proper is not None) if named else None
                if found is not None:
                    return found, [*words[:start], *words[start + length :]]
        return None, list(words)

    def word(self, name: str, proper: bool = False) -> str | None:
        """The country of a name in plain letters, also with the s of a possessive that lost its apostrophe.

        Short words with an s count only where they are `proper`: "cars" are no country, "Perus" is one.
        """
        owned = self.words.get(name.removesuffix("s")) if len(name) > (_SHORTEST if proper else _SHORT) else None
        return self.words.get(name) or owned


@cache
def known() -> Mapping[str, str]:
    """Every word of the gazetteer that stands for a country or its government."""
    table: dict[str, str] = {}
    for name, (others, demonyms, seats) in load("countries")["country"].items():
        for word in (name, *others, *demonyms, *seats):
            table.setdefault(_key(word), name)
    for seat, name in load("countries")["seat"].items():
        table.setdefault(_key(seat), name)
    return table


@cache
def demonyms() -> frozenset[str]:
    """Plain forms of the words for a country's people."""
    return frozenset(_key(d) for _, names, _ in load("countries")["country"].values() for d in names)


def countries(texts: Texts) -> Countries:
    """The countries that these texts speak of, with those that no gazetteer has, and the one they speak of most."""
    meant = {name for told in texts.each(_namesakes) for name in told}
    unmeant = (_key(name) for name in load("countries")["namesakes"] if name not in meant)
    changes: Changes = tuple(sorted(({**_invented(texts), **dict.fromkeys(unmeant)}).items()))
    return Countries(_table(changes), _home(texts, changes))


@lru_cache(maxsize=4)
def _table(changes: Changes) -> Mapping[str, str]:
    """The words of the gazetteer with those that these reports add, and without those that they mean otherwise."""
    words = {**known(), **dict(changes)}
    return {word: country for word, country in words.items() if country is not None}


def _namesakes(text: str) -> frozenset[str]:
    """The countries with a namesake that the text surely means: it has a word for their people, or a seat of theirs."""
    told = load("countries")["country"]
    return frozenset(
        name for name in load("countries")["namesakes"] if any(w in text for words in told[name][1:] for w in words)
    )


def _home(texts: Texts, changes: Changes) -> str | None:
    """The country whose name and organs the texts speak of most; None where that is one they never name as such."""
    counts: Counter[str] = Counter()
    spread: Counter[str] = Counter()
    unnamed: set[str] = set()
    words = _table(changes)
    for here, nationals in zip(texts.each(_namings, changes), texts.each(_nationals), strict=True):
        counts.update(here)
        spread.update(here.keys())
        for word in nationals:
            country = words.get(_key(word))
            counts[country or word] += ORGAN_WEIGHT
            unnamed |= {word} if country is None else set()
    unnamed -= {word for found in texts.each(_movements) for word in found}
    named = set(words.values())
    fits = [name for name in counts if name in named or (name in unnamed and name.endswith(_DEMONYMS))]
    fits = [name for name in fits if name in unnamed or WIDELY * spread[name] >= len(texts)]
    best = max(fits, key=lambda name: (counts[name], name), default=None)
    return None if best in unnamed else best


def _nationals(text: str) -> list[str]:
    """The words to which a text gives an army, a government or another organ that only states have."""
    return [*_NATIONAL.findall(text), *_NATION_OF.findall(text)]


def _owners(text: str) -> list[str]:
    """The words that a text makes the owners of such an organ."""
    return [*_NATION_OF.findall(text), *_OWNER.findall(text)]


def _movements(text: str) -> list[str]:
    """The words to which a text gives what only movements have."""
    return _MOVEMENT.findall(text)


def _namings(text: str, changes: Changes) -> Counter[str]:
    """How often the text names each country."""
    return Counter(_countries_in(text, _table(changes)))


def _key(word: str) -> str:
    return plain(word).replace(".", "")


def _countries_in(text: str, words: Mapping[str, str]) -> Iterable[str]:
    """Each naming of a country; a run of capitalised words is read longest first."""
    found = [(m.start(), m.end(), _key(m.group())) for m in _CAPITALISED.finditer(text)]
    at = 0
    while at < len(found):
        for length in range(min(_NAME_LENGTH, len(found) - at), 0, -1):
            run = found[at : at + length]
            near = all(b[0] - a[1] <= 1 for a, b in itertools.pairwise(run))
            name = words.get(" ".join(w for *_, w in run)) if near else None
            if name is not None:
                if not _is_tongue(text, run[0][0], run[-1][1], " ".join(w for *_, w in run)):
                    yield name
                at += length - 1
                break
        at += 1


def _is_tongue(text: str, start: int, end: int, word: str) -> bool:
    """The word for a people stands for what they speak."""
    return (
        word in demonyms()
        and _TONGUE_BEFORE.search(text, max(0, start - 12), start) is not None
        and _TONGUE_AFTER.match(text, end) is not None
    ) or text.startswith(("-language", "-speaking"), end)


def _invented(texts: Texts) -> dict[str, str]:
    """Countries known from the reports alone: a word that has an army or a government, and a place of the same stem.

    What has another organ as owner ("Gorland's ministry", "the ministry of Gorland") is such a place too.
    """
    national = {word for found in texts.each(_nationals) for word in found}
    owners = {word for found in texts.each(_owners) for word in found}
    placed = places(texts)
    table: dict[str, str] = {}
    for word in sorted(w for w in national if _key(w) not in known()):
        fits = sorted((-placed[p], p) for p in placed if p == word or is_demonym(word, p))
        fits += sorted((0, p) for p in owners if word.endswith(_DEMONYMS) and is_demonym(word, p))
        if fits and _key(fits[0][1]) not in known():
            table[_key(word)] = table[_key(fits[0][1])] = fits[0][1]
    return table


def places(texts: Texts) -> Counter[str]:
    """The single words that the texts use as places, with how many texts do."""
    return Counter(word for found in texts.each(_placed) for word in found)


def _placed(text: str) -> frozenset[str]:
    return frozenset(_PLACED.findall(text))


def is_demonym(word: str, place: str) -> bool:
    """The word can be made from the place's name by an ending: Velmaran of Velmara."""
    word, place = plain(word), plain(place)
    stems = {
        place,
        place.rstrip("aeiouy"),
        place.removesuffix("ia"),
        place.removesuffix("land"),
        place.removesuffix("stan"),
    }
    return word != place and any(len(s) >= 3 and word == s + ending for s in stems for ending in _ENDINGS)
