"""Who is counted: civilians, soldiers, fighters or people in general, and of which side.

A part is never set against another part or against the whole: forty militants say nothing against seventeen
civilians. So each class is asked about by itself.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from functools import lru_cache

from counterclaim.compare.amounts import TELLING
from counterclaim.lexicon import load, word_set
from counterclaim.model import Kind
from counterclaim.text import folded, lowered
from counterclaim.text import words as split

PEOPLE = "people"

# Those who fight for a side; a toll of that side without a noun is taken to be of these.
COMBATANTS = frozenset({"soldiers", "police", "fighters"})

# What is counted here are things, each kind of thing by itself.
THINGS: frozenset[Kind] = frozenset({"destroyed", "seized"})

# What is known of one count: kind, reports, noun, side or person, and figure.
Count = tuple[Kind, frozenset[str], str | None, str | None, int | None]


@lru_cache(maxsize=16384)
def noun(text: str | None) -> str | None:
    """What is counted without determiners, pronouns and "hundreds of": "these terrorists" are terrorists."""
    if text is None:
        return None
    plain = lowered(folded(text))
    kept = [(start, end) for start, end, word in split(plain) if word not in word_set("compare", "bare")]
    if not kept:
        return None
    return " ".join(text[kept[0][0] : kept[-1][1]].split())


@lru_cache(maxsize=16384)
def class_of(text: str | None) -> str | None:
    """The class that a noun names; None where it names none of the classes that are told apart."""
    plain = lowered(folded(text or ""))
    for part in (plain.split(" of ")[0], plain):
        for _, _, word in reversed(list(split(part))):
            for name, listed in load("compare")["classes"].items():
                if word in listed:
                    return str(name)
    return None


def labels(counts: Sequence[Count]) -> list[str]:
    """For each count, who is counted: claims with one label count the same people."""
    sides = sides_of_classes(counts)
    first = [label(count, sides) for count in counts]
    named = by_figure((*count[:2], who, count[4]) for count, who in zip(counts, first, strict=True))
    return [told_of(count, who, named) for count, who in zip(counts, first, strict=True)]


def sides_of_classes(counts: Iterable[Count]) -> dict[tuple[Kind, str], Counter[str]]:
    """For each class of combatants, the sides whose they are; and for each side its classes."""
    found: dict[tuple[Kind, str], Counter[str]] = defaultdict(Counter)
    for kind, _, of, side, _ in counts:
        known = class_of(of)
        if known in COMBATANTS and side is not None:
            found[kind, known][side] += 1
            found[kind, side][known] += 1
    return found


def label(count: Count, sides: dict[tuple[Kind, str], Counter[str]]) -> str:
    """The class and side of a count by its own words."""
    kind, _, of, side, _ = count
    if kind in THINGS:
        return f"{(noun(of) or 'things').lower().split(' ')[-1]} {side or ''}"
    known = class_of(of)
    if known in COMBATANTS:
        only = sides[kind, known] if (kind, known) in sides else Counter()
        return f"{known} {side or (next(iter(only)) if len(only) == 1 else '')}"
    if known is None and side is not None:
        usual = sides[kind, side] if (kind, side) in sides else Counter()
        return f"{min(usual, key=lambda c: (-usual[c], c)) if usual else ''} {side}"
    return known or (PEOPLE if noun(of) else "")


def by_figure(counts: Iterable[tuple[Kind, frozenset[str], str, int | None]]) -> dict[object, set[str]]:
    """The labels of each telling figure, in all reports and in each."""
    found: dict[object, set[str]] = defaultdict(set)
    for kind, reports, who, figure in counts:
        if who and figure is not None:
            for report in reports:
                found[kind, figure, report].add(who)
            if figure >= TELLING:
                found[kind, figure].add(who)
    return found


def told_of(count: Count, who: str, named: dict[object, set[str]]) -> str:
    """A bare toll is of those of whom its report tells the figure; civilians told elsewhere as people are people."""
    kind, reports, _, _, figure = count
    if not who:
        found = {label for report in reports for label in named.get((kind, figure, report), ())}
        who = found.pop() if len(found) == 1 else PEOPLE
    return PEOPLE if who == "civilians" and PEOPLE in named.get((kind, figure), ()) else who
