"""Which place holds which, in the reports' own words: "Alder in Veldt province", "the Alder district of Veldt"."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence

from counterclaim.lexicon import load

_KIND = "|".join(sorted(load("places")["kinds"]["outside"], key=lambda w: (-len(w), w)))
_SIDE = r"(?:the |north|south|east|west|central|ern |west |east |rural |'s |province of |district of |island of ){0,4}"


def told_holders(spellings: Sequence[Sequence[str]], large: frozenset[int], texts: Sequence[str]) -> dict[int, int]:
    """For each place (by its index) the place that the reports most often say holds it, if they say so.

    A comma ("Alder, Veldt") says so only where the second is one of the `large` (countries and their parts);
    of two places each said to hold the other neither does.
    """
    index = {name: at for at, names in enumerate(spellings) for name in names}
    if not index:
        return {}
    votes = _votes(index, large, texts)
    holders: dict[int, int] = {}
    for (inner, outer), count in sorted(votes.items(), key=lambda v: (-v[1], v[0])):
        if inner not in holders and count > votes[(outer, inner)] and not _is_below(outer, inner, holders):
            holders[inner] = outer
    return holders


def _votes(index: Mapping[str, int], large: frozenset[int], texts: Sequence[str]) -> Counter[tuple[int, int]]:
    names = "|".join(re.escape(n) for n in sorted(index, key=lambda n: (-len(n), n)))
    pattern = re.compile(
        rf"\b(?P<inner>{names})(?P<kind> (?:{_KIND}))?"
        rf"(?P<link> in | of | on |, in |, )(?=(?:{_SIDE})(?P<outer>{names})\b)"
    )
    votes: Counter[tuple[int, int]] = Counter()
    for text in texts:
        for match in pattern.finditer(text):
            pair = index[match["inner"]], index[match["outer"]]
            link = match["link"]
            says = {" of ": bool(match["kind"]), ", ": pair[1] in large}.get(link, True)
            if says and pair[0] != pair[1]:
                votes[pair] += 1
    return votes


def _is_below(place: int, other: int, holders: Mapping[int, int]) -> bool:
    """The place lies in the other, by what is known so far."""
    while place in holders:
        place = holders[place]
        if place == other:
            return True
    return False
