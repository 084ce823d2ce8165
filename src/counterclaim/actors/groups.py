"""Things joined pair by pair, with the reason for each join."""

from collections.abc import Hashable, Iterable
from typing import Generic, TypeVar

T = TypeVar("T", bound=Hashable)


class Groups(Generic[T]):
    """Disjoint groups that grow by joins; a pair that is kept apart is never in one group."""

    def __init__(self, members: Iterable[T] = ()) -> None:
        self._parent: dict[T, T] = {m: m for m in members}
        self._apart: dict[T, set[T]] = {}
        self._joins = 0
        self._reasons: list[tuple[T, str]] = []

    @property
    def joins(self) -> int:
        """How many joins were made so far."""
        return self._joins

    def root(self, member: T) -> T:
        """The member that stands for the group."""
        self._parent.setdefault(member, member)
        while self._parent[member] != member:
            self._parent[member] = self._parent[self._parent[member]]
            member = self._parent[member]
        return member

    def keep_apart(self, left: T, right: T) -> None:
        """The two are never joined, whatever speaks for it; too late for those already joined."""
        a, b = self.root(left), self.root(right)
        if a != b:
            self._apart.setdefault(a, set()).add(b)
            self._apart.setdefault(b, set()).add(a)

    def join(self, left: T, right: T, because: str = "") -> bool:
        """Whether the two are in one group now; False where they or those joined to them are kept apart."""
        a, b = self.root(left), self.root(right)
        if a == b:
            return True
        if b in self._apart.get(a, ()):
            return False
        self._parent[b] = a
        self._joins += 1
        for other in self._apart.pop(b, set()):
            self._apart[other].discard(b)
            self.keep_apart(a, other)
        if because:
            self._reasons.append((left, because))
        return True

    def because(self, member: T) -> list[str]:
        """Why the members of this one's group were joined, each reason once."""
        root = self.root(member)
        return sorted({why for m, why in self._reasons if self.root(m) == root})

    def groups(self) -> dict[T, list[T]]:
        """Each group by the member that stands for it."""
        out: dict[T, list[T]] = {}
        for member in self._parent:
            out.setdefault(self.root(member), []).append(member)
        return out
