"""Claims that answer one question: of one kind, about one place, day and object.

What is known comes first: claims with a place and a day found the topics; claims that lack one, or that name a
wider or narrower place, join the topic that they fit best, and a denial joins the claim that it denies. Two
incidents in one place on different days stay two topics, a toll told at different hours one.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from counterclaim.compare.case import Case
from counterclaim.compare.days import apart
from counterclaim.compare.facts import COUNTS, Fact, commonest
from counterclaim.compare.likeness import likeness
from counterclaim.compare.manner import manner_topic
from counterclaim.model import Kind

# Events told as of these days are one: an evening is another day in another report.
SAME_DAY = 1

# Two claims of one deed share at least so much of their words, names apart.
ONE_DEED = 0.34

# Two claims that name other places are of one event where so much of their words, names apart, is the same.
RETOLD = 0.6

# What a claim must share with a topic to join it without a place: its object, its report, or its words.
JOINS = 1.0

Topic = list[Fact]


def topics(case: Case, facts: Sequence[Fact], denied: Mapping[str, Fact]) -> list[Topic]:
    """The claims grouped by the question they answer, denials with what they deny; statements answer none."""
    by_kind: dict[Kind, list[Fact]] = defaultdict(list)
    for fact in facts:
        if fact.kind not in ("statement", "denial"):
            by_kind[fact.kind].append(fact)
    manner = manner_topic(case, facts)
    meant = {f.id for f in manner}
    by_kind["responsibility"] = [f for f in by_kind["responsibility"] if f.id not in meant]
    found = [topic for kind in sorted(by_kind) for topic in topics_of_kind(case, by_kind[kind])]
    found += [sorted(manner, key=lambda f: (f.kind != "responsibility", f.order))] if manner else []
    topic_of = {fact.id: topic for topic in found for fact in topic}
    for denial in (f for f in facts if f.id in denied and f.id not in meant):
        topic_of[denied[denial.id].id].append(denial)
    return found


def topics_of_kind(case: Case, facts: Sequence[Fact]) -> list[Topic]:
    """The topics of one kind."""
    found = [t for _, here in placed(facts) for day in by_day(here) for t in by_deed(day)]
    found = nested(case, found)
    for fact in sorted((f for f in facts if f.place is None), key=lambda f: f.order):
        attach(case, found, fact)
    return found


def placed(facts: Sequence[Fact]) -> list[tuple[tuple[str, str], list[Fact]]]:
    """The claims with a place, by place and by whom the counted ones are of."""
    found: dict[tuple[str, str], list[Fact]] = defaultdict(list)
    for fact in facts:
        if fact.place is not None:
            found[fact.place, whose(fact)].append(fact)
    return sorted(found.items())


def whose(fact: Fact) -> str:
    """Of which side the counted ones are; the dead of two sides are two questions."""
    return fact.victim or "" if fact.kind in COUNTS else ""


def by_day(facts: Sequence[Fact]) -> list[Topic]:
    """The claims of one place by the day of the event; those without one go with the day told most often."""
    if facts[0].kind == "control":
        return [list(facts)]
    dated = [f for f in facts if f.happened and not only_said(f)] or [f for f in facts if f.happened]
    found: list[Topic] = []
    for fact in sorted(dated, key=lambda f: (f.happened or "", f.order)):
        if found and within_a_day(found[-1][0], fact):
            found[-1].append(fact)
        else:
            found.append([fact])
    known = {f.id for f in dated}
    largest = max(found, key=lambda t: (len(t), t[0].order), default=None)
    others: Topic = []
    for fact in (f for f in facts if f.id not in known):
        here = next((t for t in found if within_a_day(t[0], fact)), None if fact.happened else largest)
        (others if here is None else here).append(fact)
    return [*found, others] if others else found


def only_said(fact: Fact) -> bool:
    """Blame whose one day is that on which it was spoken, or printed: "was behind it, she said on Saturday"."""
    between = apart(fact.happened, fact.day)
    return fact.kind == "responsibility" and not fact.own_voice and between is not None and between <= SAME_DAY


def within_a_day(left: Fact, right: Fact) -> bool:
    """Both know the day of their event, and it is one, or one evening and the next morning."""
    between = apart(left.happened, right.happened)
    return between is not None and between <= SAME_DAY


def by_deed(facts: Sequence[Fact]) -> list[Topic]:
    """Who is behind it is asked of one deed at a time: deeds are one where their victim or their words are.

    A claim that shares neither ("blamed the other side") goes with the deed told most often.
    """
    if facts[0].kind != "responsibility":
        return [list(facts)]
    found: list[Topic] = []
    for fact in sorted(facts, key=lambda f: f.order):
        same = [t for t in found if any(one_deed(fact, f) for f in t)]
        found = [t for t in found if t not in same]
        found.append([fact, *(f for t in same for f in t)])
    found.sort(key=lambda t: (-len(t), t[0].order))
    alone = [t[0] for t in found[1:] if len(t) == 1 and t[0].victim is None]
    found = [t for t in found if t[0] not in alone]
    found[0] += alone
    return found


def one_deed(left: Fact, right: Fact) -> bool:
    """They name the same victim, or the same things in much the same words."""
    if left.victim is not None and right.victim is not None:
        return left.victim == right.victim
    return len(left.deed & right.deed) >= 2 and likeness(left.deed, right.deed) >= ONE_DEED


def nested(case: Case, found: list[Topic]) -> list[Topic]:
    """A topic of one answer joins that of a place around or within it; two that name one figure are one."""
    for small in sorted(found, key=lambda t: (len(t), t[0].order)):
        fits = [t for t in found if t is not small and may_join(case, small, t)]
        if fits:
            best = max(fits, key=lambda t: (len(t), t[0].order))
            best.extend(small)
            found = [t for t in found if t is not small]
    return found


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
    if not shared and whose(small[0]) != whose(large[0]):
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


def same_days(left: Topic, right: Topic) -> bool:
    """Their events are of one day, or one has none."""
    first, second = (commonest(happened(topic)) for topic in (left, right))
    between = apart(first, second)
    return first is None or second is None or (between is not None and between <= SAME_DAY)


def happened(topic: Topic) -> list[str]:
    """The days on which its claims say that it happened."""
    return [f.happened for f in topic if f.happened and not only_said(f)]


def figures(topic: Topic) -> set[tuple[float, float]]:
    """The counts that are named, small ones apart, which may agree by chance."""
    return {f.range for f in topic if f.range is not None and f.range[0] >= 10}


def place(topic: Topic) -> str | None:
    """The place that most of its claims name."""
    return commonest([f.place for f in topic if f.place])


def attach(case: Case, found: list[Topic], fact: Fact) -> None:
    """A claim without a place joins the topic that it shares most with, or founds one.

    Who holds "the town" is said of the place that is fought over, which is the one told of most.
    """
    fits = [(shared(fact, t), t) for t in found if whose(t[0]) in ("", whose(fact)) and same_days([fact], t)]
    best = max(fits, key=lambda fit: (fit[0], len(fit[1]), fit[1][0].order), default=None)
    if best and (best[0] >= JOINS or fact.kind == "control"):
        best[1].append(fact)
    else:
        found.append([fact])


def shared(fact: Fact, topic: Topic) -> float:
    """What the claim has in common with the topic: object, doer, report, day, words."""
    return (
        1.0 * any(f.object and f.object == fact.object for f in topic)
        + 0.5 * any(f.doer and f.doer == fact.doer for f in topic)
        + 0.5 * any(f.reports & fact.reports for f in topic)
        + 0.5 * any(f.happened and f.happened == fact.happened for f in topic)
        + max(likeness(f.stems, fact.stems) for f in topic)
    )
