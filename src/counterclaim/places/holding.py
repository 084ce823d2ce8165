"""Which place holds which, in the reports' own words: "Alder in Veldt province", "the Alder district of Veldt"."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from counterclaim.places.standing import Link


def told_holders(
    spellings: Sequence[Sequence[str]], large: frozenset[int], links: Iterable[Sequence[Link]]
) -> dict[int, int]:
    """For each place (by its index) the place that the reports most often say holds it, if they say so.

    A comma ("Alder, Veldt") says so only where the second is one of the `large` (countries and their parts);
    of two places each said to hold the other neither does. `links` are those of each text.
    """
    index = {name: at for at, names in enumerate(spellings) for name in names}
    votes = Counter(vote for told in links for vote in _votes(index, large, told))
    holders: dict[int, int] = {}
    for (inner, outer), count in sorted(votes.items(), key=lambda v: (-v[1], v[0])):
        if inner not in holders and count > votes[(outer, inner)] and not _is_below(outer, inner, holders):
            holders[inner] = outer
    return holders


def _votes(index: Mapping[str, int], large: frozenset[int], links: Sequence[Link]) -> Iterable[tuple[int, int]]:
    """What one text says, as pairs of a place and one that holds it; a link that lies within another says nothing."""
    reach = 0
    for link in links:
        outer = next((name for name in link.outers if name in index), None)
        if link.start < reach or link.inner not in index or outer is None:
            continue
        reach = link.end
        pair = index[link.inner], index[outer]
        if pair[0] != pair[1] and (pair[1] in large if link.says is None else link.says):
            yield pair


def _is_below(place: int, other: int, holders: Mapping[int, int]) -> bool:
    """The place lies in the other, by what is known so far."""
    while place in holders:
        place = holders[place]
        if place == other:
            return True
    return False
