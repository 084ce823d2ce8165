"""Topics that are one: of places inside one another, or that tell one event as of two places."""

from collections import defaultdict
from collections.abc import Hashable, Iterable
from functools import cached_property

from counterclaim.compare.amounts import Range
from counterclaim.compare.case import Case
from counterclaim.compare.days import close
from counterclaim.compare.facts import COUNTS, commonest
from counterclaim.compare.incidents import Topic, day_of, figures, happened, one_deed, place, whose
from counterclaim.compare.joining import LOOK
from counterclaim.compare.likeness import likeness
from counterclaim.compare.rules import COUNTING_DAYS

# Two claims that name other places are of one event where so much of their words, names apart, is the same.
RETOLD = 0.6

# What a claim counts, and the words for what was done.
Told = tuple[Range | None, frozenset[str]]


class Glance:
    """What two topics are compared by, gathered once."""

    def __init__(self, case: Case, topic: Topic) -> None:
        self.case = case
        self.topic = topic
        self.rank = len(topic), topic[0].order
        self.kind = topic[0].kind
        self.whose = whose(topic[0])
        self.place = place(topic)
        self.day = day_of(topic)
        self.told = commonest(f.day for f in topic if f.day)
        self.figures = figures(topic)
        self.doers = {f.doer for f in topic if f.doer}
        self.owners = {f.owner for f in topic}

    @cached_property
    def keys(self) -> list[Hashable]:
        return topic_keys(self.case, self.topic)

    @cached_property
    def told_as(self) -> list[Told]:
        """What its first claims count, and what they say was done."""
        return [(f.range if self.kind in COUNTS else None, f.deed) for f in self.topic[:LOOK]]


def nested(case: Case, found: list[Topic]) -> list[Topic]:
    """A topic of one answer joins that of a place around or within it; two that name one figure are one."""
    glances = {id(t): Glance(case, t) for t in found}
    index: dict[Hashable, list[int]] = defaultdict(list)
    for topic in sorted(found, key=lambda t: (-len(t), t[0].order)):
        for key in glances[id(topic)].keys:
            index[key].append(id(topic))
    for topic in sorted(found, key=lambda t: (len(t), t[0].order)):
        small = glances[id(topic)]
        near = dict.fromkeys(other for key in small.keys for other in index[key][:LOOK])
        best = largest(case, small, [glances[other] for other in near if other in glances and other != id(topic)])
        if best is not None:
            best.topic.extend(topic)
            glances[id(best.topic)] = Glance(case, best.topic)
            del glances[id(topic)]
    return [t for t in found if id(t) in glances]


def largest(case: Case, small: Glance, others: Iterable[Glance]) -> Glance | None:
    """Of the topics that it may join the largest, of these the last."""
    best: Glance | None = None
    for large in others:
        if (best is None or large.rank > best.rank) and may_join(case, small, large):
            best = large
    return best


def topic_keys(case: Case, topic: Topic) -> list[Hashable]:
    """By what topics that may be one find each other: places around, days, figures, doers, words of the first."""
    where = place(topic) or ""
    days = sorted(set(happened(topic))) or ["", *sorted({f.day or "" for f in topic})]
    found: list[Hashable] = [("place", p, day) for p in (where, *sorted(case.held_by.get(where, ()))) for day in days]
    found += [("place", p) for p in (where, *sorted(case.held_by.get(where, ())))]
    found += [("figure", f) for f in sorted(figures(topic))]
    found += [("doer", d) for d in sorted({f.doer for f in topic if f.doer})]
    return found + [("word", w) for w in sorted(topic[0].deed)]


def may_join(case: Case, small: Glance, large: Glance) -> bool:
    """The two are of nested places, of the same day as far as known, and count the same people."""
    size, other = len(small.topic), len(large.topic)
    if small.kind == "control":
        return size <= other and len(small.owners) == 1 and large.place in regions(case, small.place)
    if size > other or not close(small.day, large.day):
        return False
    if small.kind == "responsibility" and 2 * size <= other and one_blame(small, large):
        return not case.elsewhere(small.place, large.place)
    if small.whose != large.whose:
        return False
    if case.near(small.place, large.place):
        return bool(small.figures & large.figures) or small.kind not in COUNTS or size == 1
    return size == 1 and any(retold(small.told_as[0], told) for told in large.told_as)


def one_blame(small: Glance, large: Glance) -> bool:
    """The two topics tell one deed, or blame one side in the same days."""
    pairs = ((f, other) for f in small.topic[:LOOK] for other in large.topic[:LOOK])
    spoken = close(small.day or small.told, large.day or large.told, COUNTING_DAYS)
    return (spoken and bool(small.doers & large.doers)) or any(one_deed(*pair) for pair in pairs)


def regions(case: Case, place: str | None) -> set[str]:
    """The places around one, countries apart: who holds a country is another question than who holds a town."""
    return {p for p in case.held_by.get(place or "", ()) if case.held_by.get(p) or case.place[p].geonames is None}


def retold(left: Told, right: Told) -> bool:
    """One event in so nearly the same words that a place between them is a slip, such as a speaker's town."""
    (count, deed), (other, again) = left, right
    return count == other and len(deed & again) >= 2 and likeness(deed, again) >= RETOLD
