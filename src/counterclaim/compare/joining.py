"""Things joined wherever two of them belong together, at a cost that grows with their number and not its square.

Only those that share a key are compared, each with the last few that have it: what is told in a thousand reports is
told by its nearest neighbours too.
"""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Sequence
from typing import TypeVar

Item = TypeVar("Item")

# With so many earlier ones of a key each is compared. Real events seldom have as many tellings of one thing by one
# speaker; where they do, the last sixty hold copies of the first.
LOOK = 60


def joined(
    items: Sequence[Item], keys: Callable[[Item], Iterable[Hashable]], same: Callable[[Item, Item], bool]
) -> list[list[Item]]:
    """The items in groups, each group connected by pairs that are the same, in the order of their first items."""
    leader = list(range(len(items)))
    known: dict[Hashable, list[int]] = defaultdict(list)
    for right, item in enumerate(items):
        for key in keys(item):
            for left in known[key][-LOOK:]:
                if lead(leader, left) != lead(leader, right) and same(items[left], item):
                    low, high = sorted((lead(leader, left), lead(leader, right)))
                    leader[high] = low
            known[key].append(right)
    found: dict[int, list[Item]] = defaultdict(list)
    for number, item in enumerate(items):
        found[lead(leader, number)].append(item)
    return list(found.values())


def lead(leader: list[int], number: int) -> int:
    """The first of those that are joined with this one."""
    while leader[number] != number:
        leader[number] = leader[leader[number]]
        number = leader[number]
    return number


def window(items: Sequence[Item]) -> Iterable[tuple[Item, Item]]:
    """Every item with each of the few that follow it."""
    for number, left in enumerate(items):
        for right in items[number + 1 : number + 1 + LOOK]:
            yield left, right
