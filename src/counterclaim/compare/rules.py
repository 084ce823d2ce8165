"""Why two claims about one thing cannot both hold, or go together: a rule a function, its docstring the reason shown.

A rule answers None where it does not apply, or else the values that fill its docstring.
"""

from collections.abc import Callable

from counterclaim.compare.amounts import amount, figure, meet
from counterclaim.compare.case import Case
from counterclaim.compare.days import apart, close
from counterclaim.compare.facts import COUNTS, Fact
from counterclaim.compare.incidents import one_deed
from counterclaim.compare.manner import HARMS, chance, intent, one_harm
from counterclaim.model import Slot

Values = dict[str, str]
Rule = Callable[[Case, Fact, Fact], Values | None]

# A toll rises while the dead are still being found; later than this many days after, two tolls are rivals.
COUNTING_DAYS = 3


def holders_differ(case: Case, left: Fact, right: Fact) -> Values | None:
    """Both say who holds {place} at the same time; {left} says {holder}, {right} says {other}."""
    if left.kind != "control" or right.kind != "control" or not same_hold(left, right):
        return None
    if None in (left.doer, right.doer) or left.denied or right.denied or left.doer == right.doer:
        return None
    place = case.name(left.place or right.place) or "the place"
    return {"place": place, "holder": case.name(left.doer) or "one", "other": case.name(right.doer) or "another"}


def one_says_it_is_not_so(case: Case, left: Fact, right: Fact) -> Values | None:
    """{left} says that it is so, {right} that it is not: “{words}” against “{others}”."""
    if left.kind != right.kind or left.denied == right.denied or left.kind in COUNTS:
        return None
    if left.doer is None or left.doer != right.doer:
        return None
    same = same_hold(left, right) if left.kind == "control" else same_deed(case, left, right)
    return {"words": left.words, "others": right.words} if same and right.denied else None


def culprits_differ(case: Case, left: Fact, right: Fact) -> Values | None:
    """Both say who did it; {left} says {holder}, {right} says {other}."""
    if left.kind != "responsibility" or right.kind != "responsibility" or left.denied or right.denied:
        return None
    if left.doer is None or right.doer is None or left.doer == right.doer:
        return None
    if left.doer not in case.party or right.doer not in case.party or not same_deed(case, left, right):
        return None
    return {"holder": case.name(left.doer) or "one", "other": case.name(right.doer) or "another"}


def chance_or_intent(case: Case, left: Fact, right: Fact) -> Values | None:
    """{left} calls it an accident (“{words}”), {right} says that it was meant (“{others}”)."""
    if left.kind not in HARMS or right.kind not in HARMS or not one_harm(case, left, right):
        return None
    return {"words": left.words, "others": right.words} if chance(left) and intent(right) else None


def counts_do_not_meet(case: Case, left: Fact, right: Fact) -> Values | None:
    """Both count the {kind}; {left} says {count}, {right} says {other}, and no number fits both."""
    if left.kind != right.kind or left.range is None or right.range is None or meet(left.range, right.range):
        return None
    if not same_losses(left, right) or same_count_later(left, right) or not case.near(left.place, right.place):
        return None
    if fewer_in_a_part(case, left, right) or fewer_in_a_part(case, right, left):
        return None
    return {"kind": left.kind, "count": amount(left.quantity), "other": amount(right.quantity)}


def one_turns_it_down(case: Case, left: Fact, right: Fact) -> Values | None:
    """{left} speaks of talks or a deal (“{words}”), {right} turns it down: “{others}”."""
    if left.kind != "talks" or right.kind != "talks" or refuses(left) or not refuses(right):
        return None
    if None in (left.side, right.side) or not close(left.day, right.day) or not case.near(left.place, right.place):
        return None
    if left.day is not None and right.day is not None and right.day < left.day:
        return None
    return {"words": left.words, "others": right.words}


CONTRADICTIONS: tuple[tuple[Rule, Slot | None], ...] = (
    (holders_differ, "subject"),
    (one_says_it_is_not_so, "polarity"),
    (culprits_differ, "subject"),
    (chance_or_intent, None),
    (counts_do_not_meet, "quantity"),
    (one_turns_it_down, "polarity"),
)


def own_side_differs(case: Case, left: Fact, right: Fact) -> Values | None:
    """On one day {left} says “{words}” and {right}, of the same side, “{others}”; both cannot hold."""
    if left.side is None or left.side != right.side or left.day is None or left.day != right.day:
        return None
    plain = (holders_differ, one_says_it_is_not_so, counts_do_not_meet)
    differ = any(rule(case, *pair) for rule in plain for pair in ((left, right), (right, left)))
    return {"words": left.words, "others": right.words} if differ else None


# A side against itself.
DIVIDED: tuple[tuple[Rule, Slot | None], ...] = ((own_side_differs, None),)


def refuses(fact: Fact) -> bool:
    """It turns talks or a deal down, or says that there are none."""
    return fact.denied or fact.says("refuses")


def same_hold(left: Fact, right: Fact) -> bool:
    """The two, which answer one question, speak within a day of each other and name no two places."""
    return close(left.day, right.day) and (left.place is None or right.place is None or left.place == right.place)


def same_deed(case: Case, left: Fact, right: Fact) -> bool:
    """The two speak of one deed: in places, on days and to a victim that can be one, and in words in common."""
    if not case.near(left.place, right.place) or not close(left.happened, right.happened):
        return False
    return one_deed(left, right)


def fewer_in_a_part(case: Case, part: Fact, whole: Fact) -> bool:
    """The one counts in a place inside the other's, and fewer: both can hold."""
    inside = part.place is not None and whole.place in case.held_by.get(part.place, ())
    return inside and part.range is not None and whole.range is not None and part.range[1] < whole.range[0]


def same_losses(left: Fact, right: Fact) -> bool:
    """They count the same people: not a part against another part or the whole."""
    return left.counted == right.counted


def same_count_later(left: Fact, right: Fact) -> bool:
    """One count is the other some hours on: it is told no earlier, is higher, and the dead were still being found."""
    early, late = sorted((left, right), key=lambda f: (figure(f.quantity) or 0, f.day or ""))
    if early.day == late.day and (closed(early) or rivals(early, late)):
        return False
    if early.day is None or late.day is None:
        return True
    since = early.happened or early.day
    counting = apart(since, late.day)
    return early.day <= late.day and counting is not None and counting <= COUNTING_DAYS


def rivals(left: Fact, right: Fact) -> bool:
    """They are of two sides: on one day these do not count on from each other, they gainsay each other."""
    return left.side is not None and right.side is not None and left.side != right.side


def closed(fact: Fact) -> bool:
    """It says that there are no more: nobody, or at most so many."""
    return fact.range is not None and (fact.range[1] == 0 or (fact.quantity is not None and fact.quantity.low is None))


def by_outlet(case: Case, fact: Fact) -> bool:
    """It is given on the word of an outlet."""
    speaker = case.actor.get(fact.claim.speaker or "")
    return speaker is not None and speaker.kind == "outlet" and fact.side is None


def knows(case: Case, fact: Fact) -> bool:
    """It stands on the word of somebody who could know: a report's own voice and a cited outlet only retell."""
    return not fact.own_voice and not by_outlet(case, fact)
