"""By mistake or on purpose: a question of its own wherever a harm is told both ways."""

from collections.abc import Sequence

from counterclaim.compare.case import Case
from counterclaim.compare.days import close
from counterclaim.compare.facts import Fact

# The kinds of claims that can say how a harm came about.
HARMS = frozenset({"responsibility", "killed", "wounded", "denial"})

# A harm told so often is told both ways among the first of its claims.
COMPARED = 200


def chance(fact: Fact) -> bool:
    """The claim calls it an accident or a mistake, or says that it was not meant."""
    if fact.denied:
        return fact.says("purpose") and not fact.says("accident")
    return fact.says("accident")


def intent(fact: Fact) -> bool:
    """The claim says that it was meant, and nothing of an accident."""
    return fact.says("purpose") and not fact.says("accident") and not fact.denied


def manner_topic(case: Case, facts: Sequence[Fact]) -> list[Fact]:
    """The claims that say by accident or on purpose of one harm, where both are said; else none."""
    chances = [f for f in facts if f.kind in HARMS and chance(f)]
    intents = [f for f in facts if f.kind in HARMS and intent(f)]
    both = [f for f in chances if any(one_harm(case, f, other) for other in intents[:COMPARED])]
    both += [f for f in intents if any(one_harm(case, f, other) for other in chances[:COMPARED])]
    return sorted(both, key=lambda f: f.order) if len(both) > 1 else []


def one_harm(case: Case, left: Fact, right: Fact) -> bool:
    """Nothing known keeps the two apart: they are of one victim, or of one place and day as far as these are told."""
    if left.victim is not None and left.victim == right.victim:
        return True
    return case.near(left.place, right.place) and close(left.happened, right.happened)
