"""What speaks for and against a name's being that of a place: a rule a function, each with its weight."""

import re
from collections.abc import Callable
from functools import cache
from typing import NamedTuple

from counterclaim.lexicon import load
from counterclaim.places.finding.gazetteer import folded_name, gazetteer
from counterclaim.places.finding.runs import Run

NEAR = 64  # characters on either side of a name that are looked at

_LEXICON = load("places")


def any_of(words: list[str]) -> str:
    """A pattern for any of the words, the longer first."""
    return "(?:" + "|".join(re.escape(w) for w in sorted(words, key=lambda w: (-len(w), w))) + ")"


OUTSIDE = frozenset(_LEXICON["kinds"]["outside"])
INSIDE = frozenset(_LEXICON["kinds"]["inside"])
_PEOPLES: list[str] = _LEXICON["against"]["peoples"]
FIRST = frozenset(_LEXICON["kinds"]["first"])
_OPENING = frozenset(_LEXICON["kinds"]["opening"])
_SHIPS = frozenset(_LEXICON["against"]["ships"])
BODIES = frozenset(_LEXICON["against"]["bodies"])
_LABELS: dict[str, float] = {"GPE": 2.0, "LOC": 2.0, "FAC": 1.5, "NORP": -0.5, "PERSON": -2.0, "ORG": -1.0}
_ENDINGS = tuple(_LEXICON["against"]["endings"])
_BETWEEN = rf"(?:{any_of(_LEXICON['before']['between'])} ){{0,4}}"
_STRONG = re.compile(rf"(?<![\w-]){any_of(_LEXICON['before']['strong'])} {_BETWEEN}\Z")
_TAKING = re.compile(rf"(?<![\w-]){any_of(_LEXICON['before']['taking'])} {_BETWEEN}\Z")
_LOCAL = re.compile(rf" {any_of(_LEXICON['before']['local'])}\b")
_FALLS = re.compile(rf" {any_of(_LEXICON['before']['falls'])}(?!\w)")
_WEAK = re.compile(rf"(?<![\w-]){any_of(_LEXICON['before']['weak'])} {_BETWEEN}\Z")
_KIND = any_of(sorted(OUTSIDE - frozenset(_LEXICON["kinds"]["vague"])))
_ROLES = [role for role in load("people")["roles"] if role != "local"]
_ROLE = any_of([*_LEXICON["against"]["titles"], *load("people")["titles"], *_ROLES])
_APPOSED = r", (?:the|a|an) (?:[a-z-]{1,20} ){0,3}"
_KIND_AFTER = re.compile(rf"-area\b|(?:'s)? (?:[a-z]{{1,20}} )?{_KIND}\b|{_APPOSED}{_KIND}\b")
_KIND_NEXT = re.compile(rf" {_KIND}\b")
_KIND_BEFORE = re.compile(rf"\b{_KIND}(?: of|,)? \Z")
_TITLE = re.compile(rf"(?:(?:^|[^\w-]){_ROLE}\.?,?|-year-old) \Z")
_SAID = any_of(_LEXICON["against"]["speech"])
_SPEECH = re.compile(rf" {_SAID}\b")
_AGE = re.compile(rf",? ?\(?\d{{1,2}}(?:[,).]| {_SAID}\b)| ?\(?@|, (?:an?|the|who) (?:[a-z-]{{1,20}} ){{0,3}}{_ROLE}\b")
_SOMEBODY = re.compile(rf"(?:'s(?: [a-z]{{1,20}})?)? {any_of(_LEXICON['against']['somebody'])}\b|-(?!area|wide)[a-z]")
_MEMBERS = any_of(_LEXICON["against"]["members"])
_MEMBERS_AFTER = re.compile(rf"(?:'s)?(?: \([^()]{{1,60}}\))? (?!police )(?:[a-z]{{1,20}} )?{_MEMBERS}\b")
_MEMBERS_BEFORE = re.compile(rf"\b{_MEMBERS} of (?:the )?\Z")
_TRIBE = re.compile(r" (?:tribe|clan|tribal|tribes(?:man|men|people))\b")
_OPPONENT = re.compile(rf"\b{any_of(_LEXICON['against']['opponents'])} (?:the )?\Z")
_COMPASS = re.compile(r"(?:north|south|east|west|central|upper|lower|greater|old|rural)[a-z]*[ -]")


class Occurrence(NamedTuple):
    """A name in its sentence: the words beside it in small letters, spaCy's label, whether a place stands before it."""

    run: Run
    before: str
    after: str
    label: str | None
    tag: str
    follows_place: bool


Rule = Callable[[Occurrence], float]


def _label(occurrence: Occurrence) -> float:
    """spaCy's own opinion; its small model errs often, so it is one voice among several."""
    if occurrence.label == "NORP" and not _KIND_NEXT.match(occurrence.after):
        return -2.5 if occurrence.run.words.lower().endswith(_ENDINGS) else -0.5
    if occurrence.label in ("PERSON", "ORG") and _STRONG.search(occurrence.before):
        return 0.0  # nothing happens in or near a person, little in a body: the label is what errs
    if occurrence.label == "ORG" and (_TAKING.search(occurrence.before) or _local(occurrence)):
        return 0.0  # what is captured or held is a person or a place; police are a town's
    return _LABELS.get(occurrence.label or "", 0.0)


def _preposition(occurrence: Occurrence) -> float:
    """"in", "near", "the outskirts of"; "from", "at" and "to" say less."""
    if _STRONG.search(occurrence.before):
        return 2.0
    if _TAKING.search(occurrence.before) or _FALLS.match(occurrence.after):
        return 1.5
    return 0.5 if _WEAK.search(occurrence.before) else 0.0


def _kind(occurrence: Occurrence) -> float:
    """A kind of place in or beside the name."""
    last = occurrence.run.words.rsplit(" ", 1)[-1].lower()
    first = occurrence.run.words.split(" ", 1)[0].lower()
    several = " " in occurrence.run.words
    if several and first in _SHIPS:
        return -4.0
    if several and (last in OUTSIDE or last in INSIDE or first in FIRST or first in _OPENING):
        return 3.0
    if _KIND_NEXT.match(occurrence.after):
        return 4.0
    return 2.5 if _KIND_AFTER.match(occurrence.after) or _KIND_BEFORE.search(occurrence.before) else 0.0


def _local(occurrence: Occurrence) -> float:
    """Right before what stands or lives in a town ("an Alder bank", "Alder police")."""
    single = " " not in occurrence.run.words and occurrence.label not in ("PERSON", "NORP")
    return 1.0 if single and _LOCAL.match(occurrence.after) else 0.0


def _coordinated(occurrence: Occurrence) -> float:
    """Beside a place, joined by "and" or a comma."""
    return 1.0 if occurrence.follows_place else 0.0


def _body(occurrence: Occurrence) -> float:
    """The name ends as names of bodies and outlets do."""
    last = occurrence.run.words.rsplit(" ", 1)[-1].lower()
    return -4.0 if last in BODIES else 0.0


def _members(occurrence: Occurrence) -> float:
    """Beside its fighters, or as somebody to be against: a body the gazetteer does not know."""
    if _TRIBE.match(occurrence.after):
        return -6.0
    if _MEMBERS_AFTER.match(occurrence.after) or _MEMBERS_BEFORE.search(occurrence.before):
        return -2.0
    return -1.5 if _OPPONENT.search(occurrence.before) else 0.0


def _nation(occurrence: Occurrence) -> float:
    """With a nation's word in it, or "-led", it is somebody's doing or body ("Alderian Airstrikes")."""
    words = occurrence.run.words.lower().split(" ")
    if len(words) == 1 or words[-1] in INSIDE or words[-1] in OUTSIDE or gazetteer().levels(occurrence.run.words):
        return 0.0
    return -4.0 if any(w in _nations() or w.endswith(("-led", "-backed")) for w in words) else 0.0


def _person(occurrence: Occurrence) -> float:
    """A title before it, an age or an account after it."""
    return -4.0 if _TITLE.search(occurrence.before) or _AGE.match(occurrence.after) else 0.0


def _speaker(occurrence: Occurrence) -> float:
    return -1.0 if _SPEECH.match(occurrence.after) else 0.0


def _acronym(occurrence: Occurrence) -> float:
    """A name in capitals that is no country's."""
    words = occurrence.run.words
    short = words.isupper() and len(words) <= 6 and len(words) > 1
    return -4.0 if short and not is_country(words) else 0.0


def _adjective(occurrence: Occurrence) -> float:
    """The parse takes it for an adjective or a plural: a people, not their land."""
    single = " " not in occurrence.run.words and not _KIND_NEXT.match(occurrence.after) and not _local(occurrence)
    return -2.0 if occurrence.tag in ("JJ", "NNPS", "NNS") and single else 0.0


_RULES: tuple[Rule, ...] = (
    _label, _preposition, _kind, _local, _coordinated, _body, _nation, _members, _person, _speaker, _acronym,
    _adjective,
)  # fmt: skip


def weight(occurrence: Occurrence) -> float:
    """How much one occurrence speaks for a place (above nought) or against it."""
    return sum(rule(occurrence) for rule in _RULES)


def is_located(occurrence: Occurrence) -> bool:
    """The words before it put something there."""
    return bool(_STRONG.search(occurrence.before))


def is_somebody(occurrence: Occurrence) -> bool:
    """Here the name stands for people: "Alder officials", "Alder-backed", "Alder said"."""
    return bool(_SOMEBODY.match(occurrence.after) or _SPEECH.match(occurrence.after))


def is_people_of(word: str, name: str) -> bool:
    """"Alderian" of "Alder": no misspelling, but the word for its people."""
    return word != name and any(word == stem + ending for stem in (name, name[:-1]) for ending in ("n", *_ENDINGS))


@cache
def known_weight(name: str) -> float:
    """What the gazetteer says of a name: most where it is a country's, least where it is some village's."""
    base = _COMPASS.sub("", name)
    for words in (name, base):
        if is_country(words):
            return 4.0
        if gazetteer().is_prominent(words):
            return 3.0
    return 1.0 if gazetteer().levels(name) or gazetteer().levels(base) else 0.0


@cache
def is_country(name: str) -> bool:
    return "country" in gazetteer().levels(name)


@cache
def _nations() -> frozenset[str]:
    """Words for the peoples of countries, folded."""
    rows = load("countries")["country"].values()
    return frozenset(folded_name(word) for _, demonyms, _ in rows for word in demonyms)


@cache
def demonyms() -> frozenset[str]:
    """Words for peoples, faiths, languages and directions, folded; by themselves never places."""
    rows = load("countries")["country"].items()
    names = {folded_name(n) for name, (others, _, _) in rows for n in (name, *others)}
    return (_nations() | {folded_name(w) for w in _PEOPLES}) - names
