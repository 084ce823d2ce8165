"""Names that the reports show to be one body's, each join with its evidence."""

import itertools
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from counterclaim.actors.bodies import BODY, OPPOSITION, Bodies, Node, rebels
from counterclaim.actors.naming import names_body, tidy
from counterclaim.actors.spelling import initials, plain, same_word
from counterclaim.lexicon import load
from counterclaim.memory import Texts

_BRACKETED = re.compile(r"[(\[]\s*([A-Z][A-Za-z.-]{1,9})\s*[)\]]")
_BETWEEN = re.compile(
    r"\b(?:[Cc]lash(?:es|ed)?|[Ff]ight(?:ing|s)?|[Bb]attles?|[Ww]ar)\s+between\s+([^.,;\n]{2,60}?)\s+and\s+"
)
_AGAINST = re.compile(
    r"\s(?:fought|fights?|battled|battling|attacked|ambushed|clashed\s+with)\s+(?:against\s+|with\s+)?"
)
_CLAUSE = re.compile(r"[.,;\n]")
_BESIDE = 60  # characters on either side of the verb in which the foe's name stands
_NEAR = 4  # words of them
_REACH = 100  # characters before a bracket in which the name that it shortens is looked for


def join_bodies(bodies: Bodies, texts: Texts) -> None:
    """Join all names of bodies that their own words, or brackets in a report, show to be one."""
    named = sorted(n for n in bodies.forms if n[0] == BODY)
    _keep_foes_apart(bodies, texts)
    _join_acronyms(bodies, named)
    _join_introduced(bodies, named, texts)
    _join_spellings(bodies, named)
    _join_short_forms(bodies, named)


def join_opposition(bodies: Bodies, texts: Texts) -> None:
    """Where one body alone has its fighters called rebels, the rebels are that body."""
    called = {bodies.root(n) for n in rebels(bodies, texts)}
    if len(called) == 1 and (OPPOSITION,) in bodies.forms:
        node = called.pop()
        bodies.groups.join(node, (OPPOSITION,), f"the reports call the fighters of {title(bodies, node)} rebels")


def _keep_foes_apart(bodies: Bodies, texts: Texts) -> None:
    """Bodies that a report says fight each other are never one."""
    for fights in texts.each(foes):
        for left, right in fights:
            a, b = bodies.named_in(left), bodies.named_in(right)
            if a is not None and b is not None:
                bodies.groups.keep_apart(a, b)


def foes(text: str) -> tuple[tuple[str, str], ...]:
    """The words on either side of a fight, in which the names of those who fight stand."""
    return tuple(_foes(text))


def _foes(text: str) -> Iterator[tuple[str, str]]:
    for match in _BETWEEN.finditer(text):
        yield match.group(1), _first(text[match.end() : match.end() + _BESIDE])
    for match in _AGAINST.finditer(text):
        before = _CLAUSE.split(text[max(0, match.start() - _BESIDE) : match.start()])[-1]
        yield " ".join(before.split()[-_NEAR:]), _first(text[match.end() : match.end() + _BESIDE])


def _first(text: str) -> str:
    return " ".join(_CLAUSE.split(text)[0].split()[:_NEAR])


def _join_acronyms(bodies: Bodies, named: Sequence[Node]) -> None:
    """A body of one word whose letters are the initials of one other's name."""
    by_forms: dict[str, dict[Node, None]] = defaultdict(dict)
    by_words: dict[str, list[Node]] = defaultdict(list)
    for node in named:
        for form in bodies.forms[node]:
            by_forms[initials(form)][node] = None
        if len(node) > 3:
            by_words[initials(" ".join(node[1:]))].append(node)
    for short in (n for n in named if len(n) == 2):
        long = [n for n in by_forms.get(short[1], ()) if n != short] or by_words.get(short[1], [])
        if len({bodies.root(n) for n in long}) == 1:
            because = f"{title(bodies, short)} are the initials of {title(bodies, long[0])}"
            bodies.groups.join(long[0], short, because)


def _join_introduced(bodies: Bodies, named: Sequence[Node], texts: Texts) -> None:
    known = {n[1]: n for n in named if len(n) == 2}
    for shortened in texts.each(introduced):
        for short, words in shortened:
            a, b = known.get(plain(short).replace(".", "")), (BODY, *bodies.core(words))
            if a is not None and b in bodies.forms:
                bodies.groups.join(b, a, f"a report gives {short} in brackets after {words}")


def introduced(text: str) -> tuple[tuple[str, str], ...]:
    """(acronym, words) where a text gives an acronym in brackets after the name that it shortens."""
    return tuple(_introduced(text))


def _introduced(text: str) -> Iterator[tuple[str, str]]:
    for match in _BRACKETED.finditer(text):
        before = text[max(0, match.start() - _REACH) : match.start()].split()
        letters = match.group(1).replace(".", "").lower()
        for length in range(min(len(before), len(letters) + 4), 0, -1):
            words = " ".join(before[-length:])
            if before[-length][:1].isupper() and spells(letters, initials(words)):
                yield match.group(1), words
                break


def spells(letters: str, firsts: str) -> bool:
    """The initials give the acronym; one letter more at either end is forgiven where it is long."""
    return letters == firsts or (
        len(letters) > 2 and abs(len(letters) - len(firsts)) == 1 and (letters in firsts or firsts in letters)
    )


def _join_spellings(bodies: Bodies, named: Sequence[Node]) -> None:
    """Names of as many words, each spelt alike."""
    filed: dict[tuple[int, str], list[Node]] = defaultdict(list)
    for node in named:
        filed[len(node), min(w[:2] for w in node[1:])].append(node)
    for alike in filed.values():
        for i, a in enumerate(alike):
            for b in alike[i + 1 :]:
                if _plural(a, b) or all(same_word(x, y) for x, y in zip(a[1:], b[1:], strict=True)):
                    bodies.groups.join(a, b)


def _plural(a: Node, b: Node) -> bool:
    """The same words in another order or number: socialist opposition, opposition socialists."""
    return {w.removesuffix("s") for w in a[1:]} == {w.removesuffix("s") for w in b[1:]}


def _join_short_forms(bodies: Bodies, named: Sequence[Node]) -> None:
    """A name whose words all stand in the names of exactly one other body is short for it."""
    by_word: dict[str, list[Node]] = defaultdict(list)
    for node in named:
        for word in set(node[1:]):
            by_word[word].append(node)
    for short in named:
        longer = [n for n in by_word[short[1]] if len(n) > len(short) and _within(short, n)]
        if longer and len({bodies.root(n) for n in longer}) == 1:
            long = max(longer, key=lambda n: (len(n), n))
            bodies.groups.join(long, short, f"{title(bodies, short)} is short for {title(bodies, long)}")


def _within(short: Node, long: Node) -> bool:
    """All words of the short name stand in the long one, which is not two names, nor an outlet's."""
    outlets = set(load("parties")["state_media"]["outlets"])
    own = {"and", "or", "against", *outlets} & set(long[1:])
    return set(short[1:]) <= set(long[1:]) and own <= set(short[1:])


def join_speakers(bodies: Bodies, spoken_for: Iterable[tuple[str, Sequence[Node]]]) -> None:
    """One person who speaks for two bodies in different reports makes them one, unless they fight each other."""
    for name, nodes in spoken_for:
        own = [n for n in nodes if n[0] == BODY]
        for a, b in itertools.pairwise(own):
            because = f"{name} speaks for {title(bodies, a)} in one report and for {title(bodies, b)} in another"
            bodies.groups.join(a, b, because)


def title(bodies: Bodies, node: Node) -> str:
    """A body's name for a reader: its longest form, the first in order among equals."""
    forms = [tidy(f) for f in bodies.forms.get(node, ()) if names_body(f)]
    return max(sorted(forms), key=len) if forms else " ".join(w.capitalize() for w in node[1:])
