"""Whether a place name says where something is, and which place a bare word ("the town") means."""

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from counterclaim.claims.classes import classes, table
from counterclaim.claims.phrases import phrase
from counterclaim.language import child, subtree
from counterclaim.lexicon import load, word_set
from counterclaim.model import Sentence, Span, Speech, Token
from counterclaim.places.finding.gazetteer import gazetteer
from counterclaim.values.dates import MONTHS

# Words before a place that say that something is there, and kinds whose goal or start is their place.
NEAR = word_set("predicates", "near")
AT = NEAR | word_set("predicates", "at")
MOVING = AT | word_set("predicates", "toward")
POINTING = frozenset({"the", "this", "that", "both"})
VERBAL = frozenset({"VERB", "AUX"})
EVENTS = frozenset({"attack", "disaster"})
DOERS = frozenset({"people", "power", "name"})
YEAR = re.compile(r"(?:18|19|20)\d\d")
GAP = 60  # characters between a place and what says where it is
_WAYS_IN = frozenset(load("places")["nouns"]["ways_in"])
_AFAR = frozenset(load("places")["nouns"]["afar"])  # "a spokesman in Alder blamed the rebels"
STEPS = 6  # "in the northern part of the Alder district of the province of"


def is_site(sentence: Sentence, place: Span, words: frozenset[str]) -> bool:
    """The place stands after a word of place, or before the noun of what is there ("the Alder bombing").

    Not where it only tells people apart ("residents of Alder").
    """
    i = _last_token(sentence, place)
    if i is None:
        return False
    for _ in range(STEPS):
        token = sentence.tokens[i]
        if token.dep in ("pobj", "pcomp"):
            before = sentence.tokens[token.head]
            if before.lower != "of" and not _is_way_in(sentence, before):
                stands = before.lower in words and sentence.tokens[before.head].lemma not in _AFAR
                return stands and not _is_home(sentence, before.head)
            i = before.head
            if _is_people(sentence, i):
                return False
            continue
        if token.dep in ("dobj", "nsubjpass"):
            return True
        if token.dep == "nsubj" or token.head == i:
            return token.dep != "nsubj"
        i = token.head
    return True


def _is_way_in(sentence: Sentence, word: Token) -> bool:
    """The word leads from a part of a place to the place ("the entrance to the Alder shrine")."""
    return word.lower == "to" and sentence.tokens[word.head].lemma in _WAYS_IN


def _is_home(sentence: Sentence, i: int) -> bool:
    """The noun is a part of a place of which people are told to be ("residents of villages in Alder")."""
    for _ in range(STEPS):
        token = sentence.tokens[i]
        if token.dep != "pobj" or sentence.tokens[token.head].lower != "of":
            return False
        i = sentence.tokens[token.head].head
        if _is_people(sentence, i):
            return True
    return False


def _is_people(sentence: Sentence, i: int) -> bool:
    token = sentence.tokens[i]
    return token.pos in ("NOUN", "PROPN") and "people" in table().get(token.lemma, ())


def _last_token(sentence: Sentence, place: Span) -> int | None:
    return next((i for i in reversed(range(len(sentence.tokens))) if place.holds(sentence.tokens[i].span)), None)


class Heard:
    """Where the words of speeches were spoken: places that go with a cue, not with what was said nor who said it.

    A doctor at a clinic in Alder tells of Alder; a minister who told a press conference there need not.
    """

    def __init__(self, speeches: Sequence[Speech]) -> None:
        self._apart: defaultdict[int, list[Span]] = defaultdict(list)
        for speech in speeches:
            for cue in speech.attribution.cue:
                self._apart[cue.start] += speech.attribution.content + speech.attribution.source
        self._cues = sorted({cue for speech in speeches for cue in speech.attribution.cue})
        self._starts = [cue.start for cue in self._cues]

    def at(self, sentence: Sentence, place: Span) -> bool:
        """The nearest verb above the place is a cue, and the place is no part of what is said nor of who says it.

        "Clashes were reported in Alder" tells of clashes in Alder.
        """
        i = _verb_above(sentence, place)
        cue = None if i is None else self._cue(sentence.tokens[i].span)
        if i is None or cue is None:
            return False
        told = child(sentence, i, "nsubjpass")
        apart = (place,) if told is None else (place, sentence.tokens[told].span)
        return not any(part.holds(span) for part in self._apart[cue.start] for span in apart)

    def _cue(self, word: Span) -> Span | None:
        before = bisect_right(self._starts, word.start)
        cue = self._cues[before - 1] if before else None
        return cue if cue is not None and cue.holds(word) else None


_OUTSIDE = [kind for kind in load("places")["kinds"]["outside"] if kind not in load("places")["kinds"]["vague"]]
SPOTS = frozenset(load("places")["kinds"]["inside"]) | {"gate", "neighborhood", "neighbourhood"}
SETTLED = frozenset({"town", "city", "village"})  # what a name of which no kind is told most likely is
KINDS = frozenset(_OUTSIDE) | {"country", "nation", "square", "bridge", "airport", "base", "quarter", "campus"}
_SIDES = r"(?:[a-z-]{1,20} ){0,3}"
_BEFORE = re.compile(r"\b(\w{3,15}) of (?:the )?$|\b(\w{3,15}) $")
_AFTER = re.compile(rf" (\w{{3,15}})\b|, (?:the|a|an) {_SIDES}(\w{{3,15}})\b")


def told_kinds(text: str, places: Iterable[Span]) -> Mapping[str, frozenset[str]]:
    """What kinds of place the text says that its names are ("the town of Alder", "Alder province", "Alder, a town")."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for place in places:
        words = _BEFORE.search(text[max(0, place.start - 24) : place.start])
        after = _AFTER.match(text[place.end : place.end + 64])
        for match in (words, after):
            said = {_single(w.lower()) for w in match.groups() if w} if match else set()
            found[place.of(text)] |= said & KINDS
        found[place.of(text)] |= {w for w in (place.of(text).rsplit(" ", 1)[-1].lower(),) if w in KINDS}
        if is_country(place.of(text)):
            found[place.of(text)] |= {"country", "nation"}
    return {name: frozenset(kinds) for name, kinds in found.items()}


def is_spot(name: str) -> bool:
    """A point within a town, by its last word ("Alder bridge"): what is told of it says little of the next event."""
    return name.rsplit(" ", 1)[-1].lower() in SPOTS


def _single(word: str) -> str:
    return {"cities": "city", "counties": "county", "countries": "country"}.get(word) or (
        word[:-1] if word.endswith("s") and word[:-1] in KINDS else word
    )


def kind_named(sentence: Sentence, clause: Span, places: Sequence[Span]) -> str | None:
    """The kind of place that a clause names without its name ("control the entire town")."""
    for i, token in enumerate(sentence.tokens):
        if token.pos == "NOUN" and token.lemma in KINDS and clause.holds(token.span):
            pointed = any(sentence.tokens[j].lower in POINTING for j in sentence.children[i])
            if pointed and not any(phrase(sentence, i).holds(place) for place in places):
                return token.lemma
    return None


_BEARING = re.compile(
    rf"(?:'s|’s)?(?: (?:{'|'.join(sorted(KINDS))}))?,?(?: (?:an?|the) {_SIDES})?"
    r"(?: ?(?:in|on|at|near|outside|off|inside|around|(?:north|south|east|west)[a-z]* of|close to|part of|of|from)"
    rf"(?: {_SIDES.replace('{0,3}', '{0,2}')}(?:of )?)?|,) *"
)

_BESIDE = re.compile(r"\b(?:near|outside|off|around|close|(?:north|south|east|west)[a-z]* of|outskirts|from)\b")
_OUTSKIRTS = re.compile(r"(?:'s?|s)? outskirts")
_OF_KIND = re.compile(r" (?:district|neighbou?rhood|suburb|quarter|area|borough) of $")


def _is_larger(one: str, other: str) -> bool:
    """The one is a well-known town or province, the other is none ("the Alder district of Velm", a part of Alder)."""
    return gazetteer().is_prominent(one) and not gazetteer().is_prominent(other)


def where(sentence: Sentence, i: int) -> int | None:
    """The place word that token i's clause is about ("Alder, where nine were killed")."""
    for _ in range(STEPS):
        token = sentence.tokens[i]
        if token.dep == "relcl" and any(sentence.tokens[j].lower == "where" for j in sentence.children[i]):
            return token.head
        if token.head == i:
            return None
        i = token.head
    return None


class Bearing(NamedTuple):
    """Of which place it is said where it is, and whether that is beside ("near Alder"), not in it."""

    of: Span
    beside: bool


def bearings(text: str, places: Sequence[Span]) -> Mapping[Span, Bearing]:
    """Places that only say where another is: Velm in "Alder, west of Velm" and in "Velm's Alder"."""
    found: dict[Span, Bearing] = {}
    for one, other in pairwise(places):
        between = text[one.end : other.start]
        if len(between) < GAP and _BEARING.fullmatch(between):
            first = found[one].of if one in found else one
            beside = _BESIDE.search(between) or _OUTSKIRTS.match(text, other.end)
            if _OF_KIND.search(between) and _is_larger(one.of(text), other.of(text)):
                found[one] = Bearing(other, False)
            else:
                found[other] = Bearing(first, bool(beside))
        elif between in ("'s ", "’s ", "' ", " "):
            if one in found or (between == " " and is_wide(other.of(text))):
                found[other] = Bearing(found[one].of if one in found else one, False)
            else:
                found[one] = Bearing(other, False)
    return found


def told_events(sentence: Sentence, places: Sequence[Span]) -> Iterator[Span]:
    """The places of a sentence where an event named as such is told to be ("The blast hit a bus in Alder")."""
    verbs = [
        token.head
        for token in sentence.tokens
        if token.dep in ("nsubj", "nsubjpass") and table().get(token.lemma, frozenset()) & EVENTS
    ]
    below = {i for verb in verbs for i in subtree(sentence, verb)} if places else set()
    for place in places:
        told = _is_put(sentence, place) or _verb_above(sentence, place) in verbs
        if told and _last_token(sentence, place) in below and is_site(sentence, place, AT):
            yield place


SCENES = frozenset({"site", "scene", "spot", "area", "access"})


def speaks_of_scene(sentence: Sentence, clause: Span) -> bool:
    """The clause is about the scene of an event ("access to the site")."""
    return any(t.pos == "NOUN" and t.lemma in SCENES and clause.holds(t.span) for t in sentence.tokens)


def is_past(sentence: Sentence, day: str | None) -> bool:
    """The sentence tells of another year than the report's, or of a month longer ago than the last."""
    years = {t.text for t in sentence.tokens if YEAR.fullmatch(t.text)}
    if day is None or years:
        return day is not None and day[:4] not in years
    months = {MONTHS[t.lower] for t in sentence.tokens if t.lower in MONTHS and t.tag == "NNP"}
    return len(day) > len("2021") and bool(months) and all((int(day[5:7]) - m) % 12 > 1 for m in months)


def _is_put(sentence: Sentence, place: Span) -> bool:
    """Something is put there by a word of place; the place is not itself what is hit, left or entered."""
    i = _last_token(sentence, place)
    while i is not None and sentence.tokens[i].dep in ("compound", "nmod", "appos") and sentence.tokens[i].head != i:
        i = sentence.tokens[i].head
    return i is not None and sentence.tokens[i].dep == "pobj"


def _verb_above(sentence: Sentence, place: Span) -> int | None:
    """The nearest verb that governs the place."""
    i = _last_token(sentence, place)
    while i is not None and sentence.tokens[i].head != i and sentence.tokens[i].pos not in VERBAL:
        i = sentence.tokens[i].head
    return i


def is_doers(sentence: Sentence, place: Span) -> bool:
    """The place only says where those are who do something ("Rebels in Alder shelled Velm")."""
    i = _last_token(sentence, place)
    while i is not None and sentence.tokens[i].head != i:
        token = sentence.tokens[i]
        if token.dep == "nsubj" and sentence.tokens[token.head].pos in VERBAL:
            return bool(classes(sentence, i) & DOERS)
        i = token.head
    return False


def is_put(sentence: Sentence, place: Span, words: frozenset[str]) -> bool:
    """The place itself follows a word of place ("in southern Alder"), and is no mere owner or name before a noun."""
    i = _last_token(sentence, place)
    if i is not None and sentence.tokens[i].dep == "poss" and "place" in classes(sentence, sentence.tokens[i].head):
        i = sentence.tokens[i].head  # "off Ruritania's coast"
    return i is not None and sentence.tokens[i].dep == "pobj" and is_site(sentence, place, words)


def is_actor(sentence: Sentence, place: Span) -> bool:
    """The place stands as subject or owner."""
    i = _last_token(sentence, place)
    return i is not None and sentence.tokens[i].dep in ("nsubj", "nsubjpass", "poss")


@cache
def _countries() -> frozenset[str]:
    """Names of countries, in small letters."""
    rows = load("countries")["country"]
    return frozenset(name.lower() for country, (others, _, _) in rows.items() for name in (country, *others))


@cache
def _wide() -> frozenset[str]:
    return _countries() | frozenset(load("places")["world"]["words"])


def is_country(name: str) -> bool:
    """The words are the name of a country."""
    return name.lower() in _countries()


def is_wide(name: str) -> bool:
    """The name of a country, a part of the world or a seat of power, as which news names governments."""
    return name.lower() in _wide()
