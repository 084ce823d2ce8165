"""What people want in one claim or question, or in two: it holds over what the rules join."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TypeVar

import msgspec

from counterclaim.compare.joining import lead

Item = TypeVar("Item")
Pair = tuple[str, str]


class Wanted(msgspec.Struct, frozen=True):
    """Pairs of mentions that belong together (True) or apart (False), in a claim and in a question."""

    claims: Mapping[Pair, bool] = {}
    questions: Mapping[Pair, bool] = {}


def as_wanted(
    groups: Sequence[Sequence[Item]],
    wanted: Mapping[Pair, bool],
    names: Callable[[Item], Iterable[str]],
    stems: Callable[[Item], frozenset[str]],
) -> list[list[Item]]:
    """The groups: those that hold a pair wanted together made one, then those that hold a pair wanted apart parted.

    `names` are the mentions of an item, `stems` its words. What else a parted group holds goes with those named whose
    words are most like its own. A pair that is a single item, or of which no group holds both, is passed over.
    """
    if not wanted:
        return [list(group) for group in groups]
    items = [item for group in groups for item in group]
    at = {name: number for number, item in enumerate(items) for name in names(item)}
    pairs = sorted((*sorted((at[a], at[b])), want) for (a, b), want in wanted.items() if a in at and b in at)
    apart = {(a, b) for a, b, want in pairs if not want and a != b}
    close = [(a, b) for a, b, want in pairs if want and a != b]
    chained = [(n - 1, n) for group in _numbers(groups) for n in group[1:]]
    said = [stems(item) for item in items] if apart else []
    found = _joined(range(len(items)), [*chained, *close], set())
    return [[items[n] for n in part] for group in found for part in _parted(group, close, apart, said)]


def _numbers(groups: Sequence[Sequence[Item]]) -> Iterable[range]:
    start = 0
    for group in groups:
        yield range(start, start + len(group))
        start += len(group)


def _joined(numbers: Sequence[int], pairs: Iterable[tuple[int, int]], apart: set[tuple[int, int]]) -> list[list[int]]:
    """Numbers in groups, joined by the pairs, but never so that a group holds two that are wanted apart."""
    leader = list(range(max(numbers, default=-1) + 1))
    for left, right in pairs:
        low, high = sorted((lead(leader, left), lead(leader, right)))
        if not any({lead(leader, a), lead(leader, b)} == {low, high} for a, b in apart):
            leader[high] = low
    found: dict[int, list[int]] = {}
    for number in numbers:
        found.setdefault(lead(leader, number), []).append(number)
    return list(found.values())


def _parted(
    group: list[int],
    close: Sequence[tuple[int, int]],
    apart: set[tuple[int, int]],
    said: Sequence[frozenset[str]],
) -> list[list[int]]:
    """The parts of one group; itself where nobody wants any two of it apart."""
    here = set(group)
    within = {(a, b) for a, b in apart if a in here and b in here}
    if not within:
        return [group]
    named = {n for pair in within for n in pair}
    bundles = _joined(group, [pair for pair in close if pair[0] in here], within)
    seeds = _fitted([b for b in bundles if named & set(b)], within)
    parts = [list(seed) for seed in seeds]
    for bundle in (b for b in bundles if not named & set(b)):
        near = [max(_alike(said[s], said[n]) for s in seed for n in bundle) for seed in seeds]
        parts[near.index(max(near))] += bundle
    return [sorted(part) for part in parts]


def _alike(left: frozenset[str], right: frozenset[str]) -> float:
    """The share of the words of both that both have."""
    return len(left & right) / max(1, len(left | right))


def _fitted(bundles: Sequence[list[int]], apart: set[tuple[int, int]]) -> list[list[int]]:
    """Each bundle with the first others that nothing keeps it from."""
    parts: list[list[int]] = []
    for bundle in bundles:
        free = (p for p in parts if not any((a, b) in apart or (b, a) in apart for a in p for b in bundle))
        home = next(free, None)
        if home is None:
            parts.append(home := [])
        home += bundle
    return parts
