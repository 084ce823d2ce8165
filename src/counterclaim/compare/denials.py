"""Which claim a denial denies: what somebody else said before it, or on its day.

First what its own words name ("denied that government forces had taken the town"), then what its report has told
just before ("the army dismissed the claim"), and only then a rival's claim in other reports.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from counterclaim.compare.case import Case
from counterclaim.compare.days import close
from counterclaim.compare.facts import COUNTS, Fact
from counterclaim.compare.likeness import likeness

# What is commonly denied, most commonly first: a blame, a conquest, then anything else.
DENIABLE = {"responsibility": 3, "control": 3, "support": 2, "killed": 1, "blockade": 1, "captured": 1, "talks": 1,
            "movement": 1, "destroyed": 1, "seized": 1, "trapped": 1, "wounded": 1, "missing": 1, "displaced": 1,
            "crowd": 1}  # fmt: skip

# A denial stands near what it denies: within some three sentences of it.
NEAR = 600

# "The claim" is the one just before; so far back nearness says nothing more.
JUST_BEFORE = 200

# What the denial must have in common with the claim besides: who is blamed, or the place in the text, or words.
ALIKE = 0.3
LEAST = 4.0

# Of the claims in other reports that a denial may mean, the last so many before it are weighed.
WEIGHED = 60


def denied_by(case: Case, facts: Sequence[Fact]) -> dict[str, Fact]:
    """For each denial, by its claim's id, the claim that it denies; a denial that fits none is left out."""
    found: dict[str, Fact] = {}
    index = indexed(facts)
    denials = [f for f in facts if f.kind == "denial"]
    for denial in sorted(denials, key=lambda f: (f.order[:2], f.original.content, f.id)):
        denied = named_in(case, denial, index) or told_before(case, denial, index, found)
        denied = denied or by_rival(case, denial, index)
        if denied is not None:
            found[denial.id] = denied
    return found


Index = dict[object, list[Fact]]


def indexed(facts: Sequence[Fact]) -> Index:
    """The claims by the reports that tell them; what can be denied also by place, side and what it is about."""
    found: Index = defaultdict(list)
    for fact in facts:
        for report in fact.reports:
            found[report].append(fact)
        if can_be_denied(fact):
            side = fact.victim if fact.kind == "control" else fact.doer
            for key in {(fact.kind, fact.doer), (fact.kind, fact.place), (fact.kind, "any"), side, fact.place} - {None}:
                found["of", key].append(fact)
    return found


def can_be_denied(fact: Fact) -> bool:
    """It asserts something; of a place, who holds it."""
    return fact.kind in DENIABLE and not fact.denied and not (fact.kind == "control" and fact.doer is None)


def not_after(denial: Fact, other: Fact) -> bool:
    """It was said before the denial or on its day, as far as is known."""
    return other.day is None or denial.day is None or other.day <= denial.day


def of_its_kind(denial: Fact, other: Fact) -> bool:
    """A part in something is denied of a deed, and not of a place held, of talks or of a march."""
    return other.kind not in ("control", "talks", "movement", "crowd") or not denial.says("charges")


def rival(denial: Fact, other: Fact) -> bool:
    """Somebody else says it."""
    return denial.owner != other.owner and (denial.side is None or denial.side != other.side)


# ── what its own words name ─────────────────────────────────────────────────────────────────────────────────


def named_in(case: Case, denial: Fact, index: Index) -> Fact | None:
    """The rival's claim of what the denial says is not so."""
    inner = [f for m in denial.mentions for f in index.get(m.report, ()) if is_inner(denial, f)]
    for said in sorted(inner, key=lambda f: (f.kind not in DENIABLE, f.order)):
        fits = [f for f in claims_of(said, denial, index) if asserts(case, denial, said, f)]
        if fits:
            return max(fits, key=lambda f: closest(denial, f))
    return None


def is_inner(denial: Fact, other: Fact) -> bool:
    """It is what the denial says is not so, in the same words."""
    return other.denied and other.kind != "denial" and other.owner == denial.owner and overlap(denial, other)


def claims_of(said: Fact, denial: Fact, index: Index) -> Iterable[Fact]:
    """The claims that may assert it: in the same report, and the last before the denial of its doer or place."""
    here = [f for report in sorted(denial.reports) for f in index.get(report, ()) if f.kind == said.kind]
    keys = [(said.kind, said.doer), (said.kind, said.place)] if said.doer or said.place else [(said.kind, "any")]
    there = [f for key in keys if key[1] for f in before(denial, index.get(("of", key), ()))]
    return {f.id: f for f in (*here, *there) if can_be_denied(f) and rival(denial, f) and not_after(denial, f)}.values()


def before(denial: Fact, facts: Sequence[Fact]) -> Sequence[Fact]:
    """The last few of these that are not after the denial; they come in the order of their days."""
    return [f for f in facts if not_after(denial, f)][-WEIGHED:] if len(facts) <= 4 * WEIGHED else facts[-WEIGHED:]


def asserts(case: Case, denial: Fact, said: Fact, other: Fact) -> bool:
    """The other says that it is so: the same doer, or that a place is lost to the side that denies it."""
    if other.kind in COUNTS:
        return other.range == said.range or likeness(said.deed, other.deed) >= ALIKE
    if said.kind == "control" and not case.near(said.place, other.place):
        return False
    if said.doer is not None and said.doer != denial.side:
        return other.doer == said.doer
    if said.kind == "control":
        return other.doer != denial.side
    return aimed(denial, other) or likeness(said.deed, other.deed) >= ALIKE


def closest(denial: Fact, other: Fact) -> tuple[bool, bool, str, int, tuple[object, ...]]:
    """In the same report first, then on somebody's word, then the latest and most told."""
    return bool(denial.reports & other.reports), not other.own_voice, other.day or "", other.claim.reports, other.order


# ── what its report has told before ─────────────────────────────────────────────────────────────────────────


def told_before(case: Case, denial: Fact, index: Index, known: dict[str, Fact]) -> Fact | None:
    """The claim of another that its report tells just before, or what the same side has denied there just before."""
    fits: list[tuple[float, Fact]] = []
    for report in sorted(denial.reports):
        for other in index.get(report, ()):
            off = gap(denial, other, report)
            meant = known.get(other.id) if other.kind == "denial" and other.owner == denial.owner else other
            if off is None or meant is None or off > NEAR or not may_mean(case, denial, meant):
                continue
            fits.append((fitness(denial, meant, off), meant))
    return max(fits, key=lambda fit: (fit[0], fit[1].order), default=(0.0, None))[1]


def gap(later: Fact, earlier: Fact, report: str) -> int | None:
    """How many characters lie between an earlier claim and a later one in a report; None where none is earlier."""
    starts = [m.content[0].start for m in later.mentions if m.report == report]
    ends = [m.content[-1].end for m in earlier.mentions if m.report == report]
    return min((start - end for start in starts for end in ends if end <= start), default=None)


def may_mean(case: Case, denial: Fact, other: Fact) -> bool:
    """It can be denied, and a rival says it, or it is told of who denies."""
    if not can_be_denied(other) or not rival(denial, other) or not not_after(denial, other) or overlap(denial, other):
        return False
    if not of_its_kind(denial, other):
        return False
    if other.kind == "control" and not case.near(denial.place, other.place):
        return False
    if other.kind in ("talks", "movement") or other.own_voice:
        return aimed(denial, other) or likeness(denial.deed, other.deed) >= ALIKE
    return True


def fitness(denial: Fact, other: Fact, off: int) -> float:
    """How well it fits: nearness first, then blame where blame is denied, then words in common."""
    blame = other.kind == "responsibility"
    return (
        2 * max(0.0, 1 - off / JUST_BEFORE)
        + 1.5 * (blame and denial.says("charges"))
        + (1.5 if blame else 0.5) * aimed(denial, other)
        + 0.5 * (other.side is not None or other.claim.speaker is not None)
        + 0.5 * DENIABLE[other.kind] * denial.says("claims")
        + 2 * likeness(denial.deed, other.deed)
    )


# ── what a rival says elsewhere ─────────────────────────────────────────────────────────────────────────────


def by_rival(case: Case, denial: Fact, index: Index) -> Fact | None:
    """The rival's claim in any report that fits best; None where nothing binds the two."""
    known = {denial.side, denial.doer, denial.victim, denial.place} - {None}
    told = [f for report in sorted(denial.reports) for f in index.get(report, ()) if can_be_denied(f)]
    told += [f for key in sorted(map(str, known)) for f in before(denial, index.get(("of", key), ()))]
    fits = {f.id: f for f in told if may_deny(case, denial, f)}
    scored = [(score(case, denial, f), f) for f in fits.values()]
    best = max(scored, key=lambda pair: (pair[0], pair[1].claim.reports, pair[1].order), default=None)
    return best[1] if best and best[0] >= LEAST else None


def may_deny(case: Case, denial: Fact, other: Fact) -> bool:
    """Somebody else makes the claim, and something binds the two: words, or for blame and conquest also nearness."""
    if not rival(denial, other) or not not_after(denial, other) or overlap(denial, other):
        return False
    if not of_its_kind(denial, other):
        return False
    if not denial.reports & other.reports and not case.near(denial.place, other.place):
        return False
    if likeness(denial.deed, other.deed) >= ALIKE:
        return True
    return DENIABLE[other.kind] > 1 and (aimed(denial, other) or nearness(denial, other) > 0)


def overlap(denial: Fact, other: Fact) -> bool:
    """The two stand in one clause: what a denial says in its own words is not what it denies."""
    return any(
        d.report == o.report and any(a.overlaps(b) for a in d.content for b in o.content)
        for d in denial.mentions
        for o in other.mentions
    )


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
