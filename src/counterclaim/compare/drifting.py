"""Drift: one original retold with another value."""

from collections.abc import Sequence

from counterclaim.compare.case import Case
from counterclaim.compare.facts import Fact
from counterclaim.model import Relation


def drifts(case: Case, known: Sequence[Fact]) -> list[Relation]:
    """The retellings that changed a value on the way."""
    return []
