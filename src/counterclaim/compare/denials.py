"""Which claim a denial denies: one that somebody else makes, of what the denial names or of who denies."""

from collections import defaultdict
from collections.abc import Sequence

from counterclaim.compare.case import Case
from counterclaim.compare.days import close
from counterclaim.compare.facts import Fact
from counterclaim.compare.likeness import likeness
from counterclaim.model import Mention

# What is commonly denied, most commonly first: a blame, a conquest, then anything else.
DENIABLE = {"responsibility": 3, "control": 3, "support": 2, "killed": 1, "blockade": 1, "captured": 1, "talks": 1,
            "movement": 1, "destroyed": 1, "seized": 1, "trapped": 1, "wounded": 1}  # fmt: skip

# A denial stands near what it denies: within some three sentences of it.
NEAR = 600

# What the denial must have in common with the claim besides: who is blamed, or the place in the text, or words.
ALIKE = 0.3
LEAST = 4.0


def denied_by(case: Case, facts: Sequence[Fact]) -> dict[str, Fact]:
    """For each denial, by its claim's id, the claim that it denies; a denial that fits none is left out."""
    found: dict[str, Fact] = {}
    index = indexed(facts)
    for denial in (f for f in facts if f.kind == "denial"):
        fits = {f.id: f for key in keys(denial) for f in index.get(key, ()) if may_deny(case, denial, f)}
        scored = [(score(case, denial, f), f) for f in fits.values()]
        best = max(scored, key=lambda pair: (pair[0], pair[1].claim.reports, pair[1].order), default=None)
        if best and best[0] >= LEAST:
            found[denial.id] = best[1]
    return found


def indexed(facts: Sequence[Fact]) -> dict[str | None, list[Fact]]:
    """What can be denied, by the reports that tell it, its place, and the side that it blames or calls beaten."""
    found: dict[str | None, list[Fact]] = defaultdict(list)
    for fact in facts:
        if fact.kind in DENIABLE and not fact.denied and not (fact.kind == "control" and fact.doer is None):
            side = fact.victim if fact.kind == "control" else fact.doer
            for key in {side, fact.place, *fact.reports} - {None}:
                found[key].append(fact)
    return found


def keys(denial: Fact) -> list[str]:
    """By what the claim of a denial is looked up."""
    known = {denial.side, denial.doer, denial.victim, denial.place, *denial.reports}
    return sorted(key for key in known if key is not None)


def may_deny(case: Case, denial: Fact, other: Fact) -> bool:
    """Somebody else makes the claim, and something binds the two: words, or for blame and conquest also nearness."""
    if denial.owner == other.owner or (denial.side is not None and denial.side == other.side):
        return False
    if denial.reports & other.reports:
        if any(overlap(d, o) for d in denial.mentions for o in other.mentions):
            return False
    elif not case.near(denial.place, other.place):
        return False
    if likeness(denial.deed, other.deed) >= ALIKE:
        return True
    return DENIABLE[other.kind] > 1 and (aimed(denial, other) or nearness(denial, other) > 0)


def overlap(left: Mention, right: Mention) -> bool:
    """The two stand in one clause: what a denial says in its own words is not what it denies."""
    return left.report == right.report and any(a.overlaps(b) for a in left.content for b in right.content)


def score(case: Case, denial: Fact, other: Fact) -> float:
    """How well a claim fits what is denied: blame of the denier, nearness in the text, place, day and words."""
    return (
        DENIABLE[other.kind]
        + 3 * aimed(denial, other)
        + 2 * nearness(denial, other)
        + 1 * (denial.place is not None and case.near(denial.place, other.place))
        + 1 * close(denial.day, other.day)
        + 3 * likeness(denial.deed, other.deed)
        - 1 * other.own_voice
    )


def aimed(denial: Fact, other: Fact) -> bool:
    """The claim blames who denies, or says that his side has lost the place, or that another holds the place named."""
    blamed = other.doer is not None and other.doer in (denial.side, denial.doer, denial.claim.speaker)
    beaten = other.kind == "control" and other.victim is not None and other.victim in (denial.side, denial.victim)
    held = other.kind == "control" and denial.side is not None and other.doer not in (None, denial.side)
    return beaten or (held and other.place == denial.place is not None) or (blamed and other.kind != "control")


def nearness(denial: Fact, other: Fact) -> float:
    """How near the two stand in one report, from 1 for side by side to 0 for further off or other reports."""
    gaps = [
        abs(d.content[0].start - o.content[0].start)
        for d in denial.mentions
        for o in other.mentions
        if d.report == o.report
    ]
    return max(0.0, 1 - min(gaps) / NEAR) if gaps else 0.0
