"""Topics that are one: of places inside one another, or that tell one event as of two places."""

from collections import defaultdict
from collections.abc import Hashable

from counterclaim.compare.case import Case
from counterclaim.compare.facts import COUNTS, Fact
from counterclaim.compare.incidents import Topic, figures, happened, one_deed, place, same_days, whose
from counterclaim.compare.joining import LOOK
from counterclaim.compare.likeness import likeness

# Two claims that name other places are of one event where so much of their words, names apart, is the same.
RETOLD = 0.6


def nested(case: Case, found: list[Topic]) -> list[Topic]:
    """A topic of one answer joins that of a place around or within it; two that name one figure are one."""
    index: dict[Hashable, list[Topic]] = defaultdict(list)
    for topic in sorted(found, key=lambda t: (-len(t), t[0].order)):
        for key in topic_keys(case, topic):
            index[key].append(topic)
    gone: set[int] = set()
    for small in sorted(found, key=lambda t: (len(t), t[0].order)):
        near = {id(t): t for key in topic_keys(case, small) for t in index[key][:LOOK]}
        fits = [t for t in near.values() if t is not small and id(t) not in gone and may_join(case, small, t)]
        if fits:
            best = max(fits, key=lambda t: (len(t), t[0].order))
            best.extend(small)
            gone.add(id(small))
    return [t for t in found if id(t) not in gone]


def topic_keys(case: Case, topic: Topic) -> list[Hashable]:
    """By what topics that may be one find each other: places around, days, figures, doers, words of the first."""
    where = place(topic) or ""
    days = sorted(set(happened(topic))) or ["", *sorted({f.day or "" for f in topic})]
    found: list[Hashable] = [("place", p, day) for p in (where, *sorted(case.held_by.get(where, ()))) for day in days]
    found += [("place", p) for p in (where, *sorted(case.held_by.get(where, ())))]
    found += [("figure", f) for f in sorted(figures(topic))]
    found += [("doer", d) for d in sorted({f.doer for f in topic if f.doer})]
    return found + [("word", w) for w in sorted(topic[0].deed)]


def may_join(case: Case, small: Topic, large: Topic) -> bool:
    """The two are of nested places, of the same day as far as known, and of the same side's losses."""
    kind = small[0].kind
    if len(small) > len(large) or not same_days(small, large):
        return False
    if kind == "control":
        return len(small) == 1 and place(large) in regions(case, place(small))
    if kind == "responsibility" and 2 * len(small) <= len(large) and one_blame(small, large):
        return not case.elsewhere(place(small), place(large))
    shared = bool(figures(small) & figures(large))
    if whose(small[0]) != whose(large[0]):
        return False
    if case.near(place(small), place(large)):
        return shared or kind not in COUNTS or len(small) == 1
    return len(small) == 1 and any(retold(small[0], f) for f in large)


def one_blame(small: Topic, large: Topic) -> bool:
    """The two topics blame one side, or tell one deed."""
    doers = {f.doer for f in small if f.doer} & {f.doer for f in large if f.doer}
    return bool(doers) or any(one_deed(f, other) for f in small for other in large)


def regions(case: Case, place: str | None) -> set[str]:
    """The places around one, countries apart: who holds a country is another question than who holds a town."""
    return {p for p in case.held_by.get(place or "", ()) if case.held_by.get(p)}


def retold(left: Fact, right: Fact) -> bool:
    """One event in so nearly the same words that a place between them is a slip, such as a speaker's town."""
    same = left.range == right.range if left.kind in COUNTS else True
    return same and len(left.deed & right.deed) >= 2 and likeness(left.deed, right.deed) >= RETOLD
