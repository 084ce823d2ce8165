"""Claims without a place, given to the topic that they share most with."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence, Set

from counterclaim.compare.days import close
from counterclaim.compare.facts import COUNTS, Fact
from counterclaim.compare.incidents import Topic, day_of, happened, whose
from counterclaim.compare.joining import LOOK
from counterclaim.compare.victims import PEOPLE

# What a claim must share with a topic to join it: its object, its report and more, or its words.
JOINS = 1.0
# Halves and wholes: their sums are exact, and so is what is left out because it cannot reach the best so far.
WORTH = {"object": 1.0, "counted": 0.5, "doer": 0.5, "report": 0.5, "happened": 0.5}

Key = tuple[str, str]


class Shape:
    """What the claims of a topic name, so that a claim without a place finds it; long topics by their first claims."""

    def __init__(self, topic: Topic) -> None:
        self.topic = topic
        self.names: set[Key] = set()
        self.words: list[frozenset[str]] = []
        self.stems: set[str] = set()
        self.shortest = 0
        self.days: Counter[str] = Counter()
        self.day: str | None = None
        for fact in topic:
            self.add(fact, named(fact))

    def add(self, fact: Fact, names: Iterable[Key]) -> None:
        if not self.words:
            self.whose, self.first = whose(fact), fact.order
        self.names.update(names)
        if days := happened([fact]):
            self.days.update(days)
            self.day = min(self.days, key=lambda day: (-self.days[day], day))
        if len(self.words) < LOOK:
            found = fact.stems
            self.shortest = min(self.shortest, len(found)) if self.words else len(found)
            self.stems |= found
            self.words.append(found)

    @property
    def rank(self) -> tuple[int, object]:
        """The larger topics last, then the later."""
        return len(self.topic), self.first

    def likeness(self, stems: frozenset[str]) -> float:
        """How much a claim says in the words of the one that it is likest to, from 0 to 1."""
        size = len(stems)
        return max((len(w & stems) / min(size, len(w)) for w in self.words if w), default=0.0) if size else 0.0

    def likest(self, stems: frozenset[str]) -> float:
        """What the likeness to a claim of these words cannot exceed."""
        shorter = min(len(stems), self.shortest)
        return min(1.0, len(stems & self.stems) / shorter) if shorter else 1.0


def named(fact: Fact) -> list[Key]:
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
    index: dict[Key, list[Shape]] = defaultdict(list)
    for shape in shapes:
        enter(index, shape, shape.names)
    for fact in sorted(facts, key=lambda f: f.order):
        names = named(fact)
        best = joining(fact, names, shapes, index)
        if best is None:
            best = Shape([])
            shapes.append(best)
        enter(index, best, set(names) - best.names)
        best.add(fact, names)
        best.topic.append(fact)
    return [shape.topic for shape in shapes]


def enter(index: dict[Key, list[Shape]], shape: Shape, names: set[Key]) -> None:
    for name in names:
        index[name].append(shape)


def joining(
    fact: Fact, names: Sequence[Key], shapes: Sequence[Shape], index: Mapping[Key, Sequence[Shape]]
) -> Shape | None:
    """The topic that the claim joins: of those that share most the larger, then the later."""
    near = {id(shape): shape for key in names for shape in index.get(key, ())[:LOOK]}
    if fact.kind == "control":
        near |= {id(shape): shape for shape in shapes[:LOOK]}
    own = frozenset(names)
    known = [(shared(fact, own, s), s) for s in fitting(fact, near.values())]
    best, most, stems = None, 0.0 if fact.kind == "control" else JOINS, fact.stems
    for worth, shape in sorted(known, key=lambda item: -item[0]):
        if worth + shape.likest(stems) < most:
            continue
        score = worth + shape.likeness(stems)
        if score > most or (score == most and (best is None or shape.rank > best.rank)):
            best, most = shape, score
    return best


def fitting(fact: Fact, shapes: Iterable[Shape]) -> Iterable[Shape]:
    """Those of the same people and days; who holds a place is one question over all days."""
    if fact.kind == "control":
        return shapes
    day, people = day_of([fact]), ("", whose(fact))
    return [s for s in shapes if s.whose in people and close(day, s.day)]


def shared(fact: Fact, names: Set[Key], shape: Shape) -> float:
    """What the claim has in common with the topic, words apart: object, doer, report, day, who is counted."""
    common = {what for what, _ in names & shape.names}
    talks = 0.5 * (fact.kind == "talks" and "report" in common)
    return sum(map(WORTH.__getitem__, common)) + talks
