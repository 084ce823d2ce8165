"""Bodies whose position speakers voice, under all their names: which body a name's words name."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache

from counterclaim.actors.countries import Countries, places
from counterclaim.actors.groups import Groups
from counterclaim.actors.kinds import Standing, before_place, is_linked, standing, word_set_of
from counterclaim.actors.spelling import name_words, plain, text_words
from counterclaim.lexicon import load
from counterclaim.memory import Texts

_ARMED = r"(?:armed|militant|rebel|terror|terrorist|jihadist|insurgent|extremist|guerrilla|islamist|separatist)"
_GROUP = re.compile(rf"\b{_ARMED} (?:group|organi[sz]ation|faction|movement|militia),? ", re.IGNORECASE)
_ITS_GROUP = re.compile(rf"\b((?:[A-Z][\w'-]{{1,40}} ){{1,4}})(?:\([^()]{{1,20}}\) )?(?:{_ARMED} )?group\b")
# What a body is known by: ("state", country), ("opposition",), ("protest",) or ("body", word, word, …).
Node = tuple[str, ...]

_ARTICLE = re.compile(r"^(?:al|el|an|ash|ad)(?:-|$)")
_HOLDS = frozenset({"held", "controlled", "occupied", "run", "besieged", "ruled"})
_REBELS = frozenset({"rebel", "rebels", "insurgent", "insurgents", "guerrilla", "guerrillas"})
LONGEST = 12  # words of a body's name that are looked for
STATE, OPPOSITION, PROTEST, BODY = "state", "opposition", "protest", "body"


class Bodies:
    """The nodes of all bodies, joined where the reports show two names to be one body's.

    `forms` are the names that each node was met under; `leaders` tells whose forces are meant by a leader's
    name; `takes_sides` are the bodies that are a party to the fight or the dispute.
    """

    def __init__(self, countries: Countries) -> None:
        self.countries = countries
        self.groups: Groups[Node] = Groups()
        self.forms: dict[Node, set[str]] = defaultdict(set)
        self.leaders: Mapping[str, Node] = {}
        self.mouthpieces: Mapping[str, Node] = {}
        self.takes_sides: set[Node] = set()
        self._sides: set[Node] = set()  # the roots of those that take sides, and of what they were reckoned
        self._sides_of = (0, 0)
        self._known: Mapping[tuple[str, ...], Node] = {}
        self._known_of = (0, 0)

    def meet(self, text: str) -> Node | None:
        """The body that a name names, remembered under that name."""
        said = standing(text, self.countries)
        node = self.of(said, text)
        if node is not None:
            self.groups.root(node)
            self.forms[node].add(text)
            if said.sort == "movement" or node[0] != BODY:
                self.takes_sides.add(node)
        return node

    def resettle(self) -> None:
        """Move the names met so far to the bodies that they name now that the leaders are known."""
        for node in sorted(self.forms):
            for text in sorted(self.forms[node]):
                if self.of(standing(text, self.countries), text) != node:
                    self.forms[node].discard(text)
            if not self.forms[node]:
                del self.forms[node]
                self.takes_sides.discard(node)

    def of(self, said: Standing, text: str) -> Node | None:
        """The body that a name of this standing names; neutral ones are bodies that take no side."""
        if said.sort in ("government", "organ"):
            return (STATE, said.country) if said.country else self._led(said) or (STATE, self.countries.home or "")
        if said.sort in ("opposition", "protest"):
            return (said.sort,)
        led = self._led(said)
        if (name_words(text) or ("",))[-1] in word_set_of("things"):
            return led
        words = self.core(text)
        if any(w in word_set_of("labels") for w in words):  # an opponent's word for it, of which side nobody knows
            return led
        return led or ((BODY, *words) if any(w not in word_set_of("idle") for w in words) else None)

    def _led(self, said: Standing) -> Node | None:
        """The body of the leader after whom the words call it."""
        parts = [part for word in said.core for part in (word, word.rpartition("-")[2])]
        words = [w for part in parts for w in (part, part.removesuffix("s"))]
        return next((self.leaders[w] for w in words if w in self.leaders), None)

    def core(self, text: str) -> tuple[str, ...]:
        """The words of a body's name without those its people bear and the country it stands in."""
        words = list(core_words(text))
        kept = list(words)
        while kept and self.countries.word(kept[0]):
            kept.pop(0)
        while kept and self.countries.word(kept[-1]) and kept[-2:-1] != ["of"]:
            kept.pop()
        if all(self.countries.word(w) for w in words):  # "Orsk politician": of no body
            return ()
        return tuple(kept if any(w not in word_set_of("movement") for w in kept) else words)

    def named_in(self, text: str) -> Node | None:
        """The movement met elsewhere whose name stands in these words, the longest."""
        words = [w.removesuffix("s") for w in name_words(text)]
        met = self._met()
        for length in range(len(words), 0, -1):
            for start in range(len(words) - length + 1):
                node = met.get(tuple(words[start : start + length]))
                if node is not None:
                    return node
        return None

    def _met(self) -> Mapping[tuple[str, ...], Node]:
        """The bodies that take sides, by their words in the singular."""
        state = (len(self.forms), len(self.takes_sides))
        if state != self._known_of:
            met = sorted(n for n in self.takes_sides if n[0] == BODY and n in self.forms)
            self._known_of, self._known = state, {tuple(w.removesuffix("s") for w in n[1:]): n for n in met}
        return self._known

    def root(self, node: Node) -> Node:
        return self.groups.root(node)

    def is_party(self, node: Node | None) -> bool:
        """The body takes positions: a state, an opposition, a movement by its words or by what it is seen to do."""
        if node is None:
            return False
        root = self.root(node)
        if root[0] == STATE:
            return True
        if root[0] == BODY and any(w in load("parties")["state_media"]["outlets"] for w in root):
            return False
        state = (len(self.takes_sides), self.groups.joins)
        if state != self._sides_of:
            self._sides_of, self._sides = state, {self.root(b) for b in self.takes_sides}
        return root in self._sides


@lru_cache(maxsize=100_000)
def core_words(text: str) -> tuple[str, ...]:
    """The words of a body's name without those that a body's people bear: X forces and two X fighters are X."""
    words = [w for word in before_place(name_words(text)) if (w := _ARTICLE.sub("", word)) and not is_linked(w)]
    tails, counting = word_set_of("tails"), word_set_of("counting")
    while len(words) > 1 and (words[0] in counting or words[0] in ("the", "of", "for", "by") or words[0].isdigit()):
        words.pop(0)
    while (
        len(words) > 2
        and words[0] in word_set_of("phrase") | word_set_of("belligerence")
        and words[1] in ("of", "for", "from")
    ):
        del words[:2]
        while len(words) > 1 and words[0] == "the":
            del words[0]
    while len(words) > 1 and words[-1] in tails:
        words.pop()
    return tuple(words)


def belligerents(bodies: Bodies, texts: Texts) -> set[Node]:
    """The bodies that the reports give fighters, forces or a commander: parties to the fight; places are not."""
    where = {plain(word) for word in places(texts)}
    proper = _proper(bodies)
    found = _followed(proper, texts, word_set_of("belligerence")) | armed_groups(proper, texts)
    return {n for n in found if not (len(n) == 2 and n[1] in where)}


def rebels(bodies: Bodies, texts: Texts) -> set[Node]:
    """The bodies whose fighters the reports call rebels."""
    return _followed(_proper(bodies), texts, _REBELS)


def _proper(bodies: Bodies) -> list[Node]:
    """The bodies that some report names with a capital."""
    return [n for n, forms in bodies.forms.items() if n[0] == BODY and any(_is_proper(f) for f in forms)]


def _is_proper(form: str) -> bool:
    """The form ends with its name, words for its people apart: no "latest deadly Orsel shelling"."""
    words = form.split()
    while len(words) > 1 and words[-1] in word_set_of("tails"):
        words.pop()
    capital = any(c.isupper() for c in form)
    named = any(c.isupper() for c in words[-1]) or (capital and words[-1] in word_set_of("movement"))
    return named and standing(form).sort != "neutral"


def _followed(nodes: Iterable[Node], texts: Texts, heads: frozenset[str]) -> set[Node]:
    """The bodies whose name stands right before one of these words somewhere."""
    wanted: dict[str, list[Node]] = defaultdict(list)
    for node in nodes:
        if node[0] == BODY:
            wanted[node[-1]].append(node)
    found: set[Node] = set()
    for headed in texts.each(_headed):
        for *words, head in headed:
            if head in heads and words[-1] in wanted:
                found |= {n for n in wanted[words[-1]] if tuple(words[1 - len(n) :]) == n[1:]}
    return found


def _headed(text: str) -> tuple[tuple[str, ...], ...]:
    """The words for fighters and forces in a text, each with the words before it."""
    words = [p for word in text_words(text) for part in _parted(word) if (p := _ARTICLE.sub("", part))]
    heads = word_set_of("belligerence") | _REBELS
    return tuple(tuple(words[max(0, i - LONGEST) : i + 1]) for i, word in enumerate(words) if i and word in heads)


def armed_groups(nodes: Iterable[Node], texts: Texts) -> set[Node]:
    """The bodies that a report calls an armed group, before or after the name."""
    wanted: dict[str, list[Node]] = defaultdict(list)
    for node in nodes:
        wanted[node[1]].append(node)
    return {
        n
        for named in texts.each(_groups)
        for words in named
        for n in wanted.get(words[0] if words else "", ())
        if words[: len(n) - 1] == n[1:]
    }


def _groups(text: str) -> tuple[tuple[str, ...], ...]:
    return tuple(_after_group(text))


def _after_group(text: str) -> Iterator[tuple[str, ...]]:
    """The words that begin right after "armed group", "rebel movement" and the like."""
    for match in _GROUP.finditer(text):
        words = name_words(text[match.end() : match.end() + 60])
        if words:
            yield tuple(p for w in words if w != "the" and (p := _ARTICLE.sub("", w)))
    for match in _ITS_GROUP.finditer(text):
        name = tuple(p for w in name_words(match.group(1)) if (p := _ARTICLE.sub("", w)))
        yield from (name[i:] for i in range(len(name)))


def _parted(word: str) -> list[str]:
    """A body and what is said of its hold, apart: "X-held"."""
    first, _, last = word.rpartition("-")
    return [first, f"-{last}"] if first and last in _HOLDS else [word]
