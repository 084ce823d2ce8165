"""Spellings joined: which of the names that reports use are names of one place."""

from collections.abc import Callable, Mapping, Sequence

from counterclaim.places.finding.gazetteer import gazetteer
from counterclaim.places.naming import are_spellings, is_short_for


def joined(counts: Mapping[str, int]) -> list[tuple[str, ...]]:
    """Keys in groups, one group a place; `counts` says how often each key is found.

    A rarer key joins the commonest that it is a spelling of, or short for; so spellings never join by way of a
    third. Names that the gazetteer knows as two well-known places stay apart.
    """
    leaders: dict[str, list[str]] = {}
    for key in sorted(counts, key=lambda k: (-counts[k], k)):
        leader = next((name for name in leaders if _same(key, name)), None)
        if leader is None:
            leaders[key] = [key]
        else:
            leaders[leader].append(key)
    return [tuple(group) for group in leaders.values()]


def _same(key: str, leader: str) -> bool:
    if is_short_for(key, leader) or is_short_for(leader, key):
        return True
    return are_spellings(key, leader) and not _told_apart(key, leader)


def _told_apart(left: str, right: str) -> bool:
    """Both are names of well-known places, and of none in common."""
    known = [_famous(key) for key in (left, right)]
    return bool(known[0] and known[1] and not known[0] & known[1])


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
