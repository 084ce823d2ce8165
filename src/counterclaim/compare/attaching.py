"""Claims without a place, given to the topic that they share most with."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

from counterclaim.compare.days import close
from counterclaim.compare.facts import COUNTS, Fact
from counterclaim.compare.incidents import Topic, day_of, happened, whose
from counterclaim.compare.joining import LOOK
from counterclaim.compare.victims import PEOPLE

# What a claim must share with a topic to join it: its object, its report and more, or its words.
JOINS = 1.0
WORTH = {"object": 1.0, "counted": 0.5, "doer": 0.5, "report": 0.5, "happened": 0.5}


class Shape:
    """What the claims of a topic name, so that a claim without a place finds it; long topics by their first claims."""

    def __init__(self, topic: Topic) -> None:
        self.topic = topic
        self.names: set[tuple[str, str]] = set()
        self.sizes: list[int] = []
        self.having: dict[str, list[int]] = defaultdict(list)
        self.stems: set[str] = set()
        self.days: Counter[str] = Counter()
        for fact in topic:
            self.add(fact)

    def add(self, fact: Fact) -> None:
        self.names.update(named(fact))
        self.days.update(happened([fact]))
        self.day = min(self.days, key=lambda day: (-self.days[day], day), default=None)
        if len(self.sizes) < LOOK:
            for stem in fact.stems:
                self.having[stem].append(len(self.sizes))
            self.stems |= fact.stems
            self.sizes.append(len(fact.stems))

    def likeness(self, fact: Fact) -> float:
        """How much the claim says in the words of the one that it is likest to, from 0 to 1."""
        common: dict[int, int] = {}
        for stem in fact.stems & self.stems:
            for number in self.having[stem]:
                common[number] = common.get(number, 0) + 1
        return max((n / min(len(fact.stems), self.sizes[k]) for k, n in common.items()), default=0.0)


def named(fact: Fact) -> list[tuple[str, str]]:
    """What a claim has in common with a topic that it joins without a place."""
    known: list[tuple[str, str | None]] = [("object", fact.object), ("doer", fact.doer), ("happened", fact.happened)]
    known += [("report", report) for report in sorted(fact.reports)]
    if fact.kind in COUNTS and fact.counted != PEOPLE:
        known.append(("counted", fact.counted))
    return [(what, value) for what, value in known if value]


def attached(found: list[Topic], facts: Sequence[Fact]) -> list[Topic]:
    """Claims without a place join the topic that they share most with, or found one.

    Who holds "the town" is said of the place that is fought over, which is the one told of most.
    """
    shapes = [Shape(topic) for topic in sorted(found, key=lambda t: (-len(t), t[0].order))]
    index: dict[tuple[str, str], list[Shape]] = defaultdict(list)
    for shape in shapes:
        enter(index, shape, shape.names)
    for fact in sorted(facts, key=lambda f: f.order):
        best = joining(fact, shapes, index)
        if best is None:
            best = Shape([])
            shapes.append(best)
        best.topic.append(fact)
        enter(index, best, set(named(fact)) - best.names)
        best.add(fact)
    return [shape.topic for shape in shapes]


def enter(index: dict[tuple[str, str], list[Shape]], shape: Shape, names: set[tuple[str, str]]) -> None:
    for name in names:
        index[name].append(shape)


def joining(fact: Fact, shapes: Sequence[Shape], index: Mapping[tuple[str, str], Sequence[Shape]]) -> Shape | None:
    """The topic that the claim joins: of those that share most the larger, then the later."""
    names = named(fact)
    near = {id(shape): shape for key in names for shape in index.get(key, ())[:LOOK]}
    if fact.kind == "control":
        near |= {id(shape): shape for shape in shapes[:LOOK]}
    day = day_of([fact])
    fits = [(shared(fact, names, s), s) for s in near.values() if may_attach(fact, day, s)]
    best = max(fits, key=lambda fit: (fit[0], len(fit[1].topic), fit[1].topic[0].order), default=None)
    return best[1] if best and (best[0] >= JOINS or fact.kind == "control") else None


def may_attach(fact: Fact, day: str | None, shape: Shape) -> bool:
    """It is of the same people and days; who holds a place is one question over all days."""
    if fact.kind == "control":
        return True
    return whose(shape.topic[0]) in ("", whose(fact)) and close(day, shape.day)


def shared(fact: Fact, names: Iterable[tuple[str, str]], shape: Shape) -> float:
    """What the claim has in common with the topic: object, doer, report, day, who is counted, words."""
    common = {key[0] for key in names if key in shape.names}
    talks = 0.5 * (fact.kind == "talks" and "report" in common)
    return sum(WORTH[what] for what in common) + talks + shape.likeness(fact)
