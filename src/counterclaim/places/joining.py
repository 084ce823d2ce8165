"""Spellings joined: which of the names that reports use are names of one place."""

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from functools import cache, lru_cache

from counterclaim.places.finding.gazetteer import gazetteer
from counterclaim.places.naming import are_spellings, blocks, is_short_for


def joined(counts: Mapping[str, int]) -> list[tuple[str, ...]]:
    """Keys in groups, one group a place; `counts` says how often each key is found.

    A rarer key joins the commonest that it is a spelling of, or short for; so spellings never join by way of a
    third. Names that the gazetteer knows as two well-known places stay apart.
    """
    groups: list[list[str]] = []
    near: defaultdict[str, list[int]] = defaultdict(list)
    for key in sorted(counts, key=lambda k: (-counts[k], k)):
        beside = sorted({at for block in blocks(key) for at in near[block]})
        found = next((at for at in beside if _same(key, groups[at][0])), None)
        if found is None:
            groups.append([key])
            for block in blocks(key):
                near[block].append(len(groups) - 1)
        else:
            groups[found].append(key)
    return [tuple(group) for group in groups]


@lru_cache(maxsize=200_000)
def _same(key: str, leader: str) -> bool:
    if is_short_for(key, leader) or is_short_for(leader, key):
        return True
    return are_spellings(key, leader) and not _told_apart(key, leader)


def _told_apart(left: str, right: str) -> bool:
    """Both are names of well-known places, and of none in common."""
    known = [_famous(key) for key in (left, right)]
    return bool(known[0] and known[1] and not known[0] & known[1])


@cache
def _famous(key: str) -> frozenset[tuple[str, int]]:
    table = gazetteer()
    if not ("country" in table.levels(key) or table.is_prominent(key)):
        return frozenset()
    return frozenset((k.level, k.row) for k in table.find(key))


def merged(groups: Sequence[tuple[str, ...]], same: Callable[[tuple[str, ...]], object]) -> list[tuple[str, ...]]:
    """Groups that `same` gives one answer other than None put together, in the order of the first of them."""
    together: dict[object, list[str]] = {}
    for group in groups:
        answer = same(group)
        together.setdefault(group if answer is None else answer, []).extend(group)
    return [tuple(keys) for keys in together.values()]
