"""What says that claims, or topics of claims, tell of one incident: days, deeds, figures, and who is counted."""

from counterclaim.compare.days import apart
from counterclaim.compare.facts import COUNTS, Fact, commonest
from counterclaim.compare.likeness import likeness

# Events told as of these days are one: an evening is another day in another report.
SAME_DAY = 1

# Two claims of one deed share at least so much of their words, names apart.
ONE_DEED = 0.34

Topic = list[Fact]


def whose(fact: Fact) -> str:
    """Who is counted; the dead of two sides are two questions."""
    return fact.counted if fact.kind in COUNTS else ""


def only_said(fact: Fact) -> bool:
    """Its one day is that on which it was spoken, or printed: "was behind it, she said on Saturday".

    A toll "said on Tuesday" is dated so only where it is that very day.
    """
    between = apart(fact.happened, fact.day)
    if fact.own_voice or between is None:
        return False
    return between <= SAME_DAY if fact.kind == "responsibility" else between == 0 and fact.kind in COUNTS


def within_a_day(left: Fact, right: Fact) -> bool:
    """Both know the day of their event, and it is one, or one evening and the next morning."""
    between = apart(left.happened, right.happened)
    return between is not None and between <= SAME_DAY


def one_deed(left: Fact, right: Fact) -> bool:
    """They name the same victim, or the same things in much the same words."""
    if left.victim is not None and right.victim is not None:
        return left.victim == right.victim
    return len(left.deed & right.deed) >= 2 and likeness(left.deed, right.deed) >= ONE_DEED


def day_of(topic: Topic) -> str | None:
    """The day on which most of its claims say that it happened."""
    return commonest(happened(topic))


def happened(topic: Topic) -> list[str]:
    """The days on which its claims say that it happened."""
    return [f.happened for f in topic if f.happened and not only_said(f)]


def figures(topic: Topic) -> set[tuple[float, float]]:
    """The counts that are named, small ones apart, which may agree by chance."""
    return {f.range for f in topic if f.range is not None and f.range[0] >= 10}


def place(topic: Topic) -> str | None:
    """The place that most of its claims name."""
    return commonest([f.place for f in topic if f.place])
