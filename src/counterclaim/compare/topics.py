"""Claims that answer one question: of one kind, about one place, day and object.

What is known comes first: claims with a place and a day found the topics; claims that lack one, or that name a
wider or narrower place, join the topic that they fit best, and a denial joins the claim that it denies. Two
incidents in one place on different days stay two topics, a toll told at different hours one.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from counterclaim.compare.asked import Asked
from counterclaim.compare.attaching import attached
from counterclaim.compare.case import Case
from counterclaim.compare.casualties import CASUALTIES
from counterclaim.compare.days import apart
from counterclaim.compare.facts import COUNTS, Fact
from counterclaim.compare.incidents import Topic, one_deed, only_said, whose, within_a_day
from counterclaim.compare.joining import joined
from counterclaim.compare.manner import manner_topic
from counterclaim.compare.nesting import nested
from counterclaim.compare.rules import COUNTING_DAYS
from counterclaim.compare.wanting import as_wanted
from counterclaim.model import Kind, Record


def topics(asked: Asked, facts: Sequence[Fact], denied: Mapping[str, Fact]) -> list[Topic]:
    """The claims grouped by the question they answer, denials with what they deny; statements answer none."""
    case = asked.case
    by_kind: dict[Kind, list[Fact]] = defaultdict(list)
    for fact in facts:
        if fact.kind not in ("statement", "denial"):
            by_kind["killed" if fact.counted == CASUALTIES else fact.kind].append(fact)
    manner = manner_topic(case, facts)
    meant = {f.id for f in manner}
    by_kind["responsibility"] = [f for f in by_kind["responsibility"] if f.id not in meant]
    found = [topic for kind in sorted(by_kind) for topic in topics_of_kind(asked, by_kind[kind])]
    found += [sorted(manner, key=lambda f: (f.kind != "responsibility", f.order))] if manner else []
    topic_of = {fact.id: topic for topic in found for fact in topic}
    for denial in (f for f in facts if f.id in denied and f.id not in meant):
        topic_of[denied[denial.id].id].append(denial)
    return wanted(case, found)


def wanted(case: Case, found: list[Topic]) -> list[Topic]:
    """The topics as people want them; a denial stands after what it may deny, and alone it asks nothing."""
    if not case.wanted.questions:
        return found
    parts = as_wanted(found, case.wanted.questions, lambda f: f.claim.mentions, lambda f: f.stems)
    ordered = (sorted(part, key=lambda f: f.kind == "denial") for part in parts)
    return [topic for topic in ordered if topic[0].kind != "denial"]


class Grouped(Record, frozen=True):
    """Topics as they are kept: a record, so that what is worked out from it is known by it."""

    topics: tuple[tuple[Fact, ...], ...]


def topics_of_kind(asked: Asked, facts: Sequence[Fact]) -> list[Topic]:
    """The topics of one kind."""
    known = asked.about(of_places, *[f for f in facts if f.place is not None])
    found = asked.memory.of(with_others, known, *[f for f in facts if f.place is None])
    return [list(topic) for topic in found.topics]


def of_places(case: Case, *facts: Fact) -> Grouped:
    """The topics of claims with a place."""
    found = [t for _, here in placed(facts) for day in by_day(here) for t in by_deed(day)]
    return Grouped(tuple(map(tuple, nested(case, found))))


def with_others(known: Grouped, *facts: Fact) -> Grouped:
    """The topics with the claims that have none."""
    return Grouped(tuple(map(tuple, attached([list(topic) for topic in known.topics], facts))))


def placed(facts: Sequence[Fact]) -> list[tuple[tuple[str, str], list[Fact]]]:
    """The claims with a place, by place and by whom the counted ones are of."""
    found: dict[tuple[str, str], list[Fact]] = defaultdict(list)
    for fact in facts:
        if fact.place is not None:
            found[fact.place, whose(fact)].append(fact)
    return sorted(found.items())


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
    others: Topic = []
    for fact in (f for f in facts if f.id not in known):
        here = next((t for t in found if within_a_day(t[0], fact)), None if fact.happened else told_of(found, fact))
        here = here or last_before(found, fact)
        (others if here is None else here).append(fact)
    return [*found, others] if others else found


def told_of(found: Sequence[Topic], fact: Fact) -> Topic | None:
    """The event that a claim without its day is of: the most told of the days before it was spoken, or of all."""
    recent = [t for t in found if days_after(t, fact.day) is not None]
    return max(recent or found, key=lambda t: (len(t), t[0].order), default=None)


def days_after(topic: Topic, day: str | None) -> int | None:
    """How many days after the event it was spoken of; None where that is too long, or not after."""
    between = apart(topic[0].happened, day)
    after = (topic[0].happened or "") <= (day or "")
    return between if after and between is not None and between <= COUNTING_DAYS else None


def last_before(found: Sequence[Topic], fact: Fact) -> Topic | None:
    """The event just before the day on which a toll was spoken, while the dead were still being counted."""
    if fact.kind not in COUNTS or fact.happened is None:
        return None
    since = [t for t in found if days_after(t, fact.happened) is not None]
    return max(since, key=lambda t: t[0].happened or "", default=None)


def by_deed(facts: Sequence[Fact]) -> list[Topic]:
    """Who is behind it is asked of one deed at a time: deeds are one where their victim or their words are.

    A claim that shares neither ("blamed the other side") goes with the deed told most often.
    """
    if facts[0].kind != "responsibility":
        return [list(facts)]
    found = joined(sorted(facts, key=lambda f: f.order), deed_keys, one_deed)
    found.sort(key=lambda t: (-len(t), t[0].order))
    alone = [t[0] for t in found[1:] if len(t) == 1 and t[0].victim is None]
    ids = {f.id for f in alone}
    found = [t for t in found if t[0].id not in ids]
    found[0] += alone
    return found


def deed_keys(fact: Fact) -> list[str]:
    """Deeds that are one share a victim or a word."""
    return [*sorted(fact.deed), *([f"victim {fact.victim}"] if fact.victim else [])]
