"""Each rule by itself: two claims side by side, and what the rule says of them (None: it stays silent)."""

from typing import Any

import pytest

from counterclaim.compare.merging import merge
from counterclaim.compare.relations import applied
from counterclaim.compare.rules import (
    CONTRADICTIONS,
    DIVIDED,
    Rule,
    chance_or_intent,
    counts_do_not_meet,
    culprits_differ,
    holders_differ,
    one_says_it_is_not_so,
    one_turns_it_down,
    own_side_differs,
)
from counterclaim.compare.study import Study
from counterclaim.compare.support import (
    CONCESSIONS,
    CORROBORATIONS,
    REPEATS,
    UPDATES,
    against_own_side,
    all_but_a_part,
    counts_meet,
    later_answer,
    later_figure,
    same_answer,
    same_words_again,
)
from counterclaim.model import Quantity

from .making import Event

Told = dict[str, Any]
Row = tuple[str, Told, Told, str | None]

LATER, SOON, LONG_AFTER = "2031-05-03", "2031-05-04", "2031-06-20"


def says(speaker: str | None, words: str, kind: str, **more: Any) -> Told:
    return {"speaker": speaker, "words": words, "kind": kind, "place": "Dorn", **more}


def holds(speaker: str | None, holder: str | None, words: str = "they hold the town", **more: Any) -> Told:
    return says(speaker, words, "control", subject=holder, **more)


def dead(speaker: str | None, low: int | None, high: int | None, **more: Any) -> Told:
    return says(speaker, f"{low or 0} to {high or 'more'} died", "killed", count=(low, high), **more)


def named(speaker: str, who: str, count: int) -> Told:
    """The count of somebody named, without a number."""
    return says(speaker, f"they killed {who} at the ford", "killed", quantity=Quantity(count, count, None, who))


def did(speaker: str | None, culprit: str | None, words: str = "shells hit the old mill at dawn", **more: Any) -> Told:
    return says(speaker, words, "responsibility", subject=culprit, happened="2031-05-01", **more)


def talks(speaker: str | None, words: str, **more: Any) -> Told:
    return says(speaker, words, "talks", **more)


VEY, ROTH, WATCH = "Colonel Vey", "Ina Roth", "Brin Watch"

TABLES: dict[Rule, list[Row]] = {
    holders_differ: [
        ("two sides, one town, one day", holds(VEY, "Army"), holds(ROTH, "League"),
         "Both say who holds Dorn at the same time; Colonel Vey says Army, Ina Roth says League."),
        ("an evening and the next morning", holds(VEY, "Army"), holds(ROTH, "League", day=LATER),
         "Both say who holds Dorn at the same time; Colonel Vey says Army, Ina Roth says League."),
        ("one place is understood", holds(VEY, "Army"), holds(ROTH, "League", place=None),
         "Both say who holds Dorn at the same time; Colonel Vey says Army, Ina Roth says League."),
        ("other days", holds(VEY, "Army"), holds(ROTH, "League", day=SOON), None),
        ("two towns", holds(VEY, "Army"), holds(ROTH, "League", place="Lisk"), None),
        ("a town and its province", holds(VEY, "Army"), holds(ROTH, "League", place="Amber"), None),
        ("a quarter of the town", holds(VEY, "Army"), holds(ROTH, "League", place="Petra's Ford"), None),
        ("one holder", holds(VEY, "Army"), holds(ROTH, "Army"), None),
        ("who holds it is left open", holds(VEY, "Army"), holds(ROTH, None, "there is fighting in the streets"), None),
        ("one of them denies", holds(VEY, "Army"), holds(ROTH, "League", polarity="-"), None),
        ("a toll", holds(VEY, "Army"), dead(ROTH, 5, 5), None),
    ],
    one_says_it_is_not_so: [
        ("the same holding", holds(VEY, "Army"), holds(ROTH, "Army", polarity="-"),
         "Colonel Vey says that it is so, Ina Roth that it is not: “they hold the town” against “they hold the town”."),
        ("the same deed", did(ROTH, "Guard"), did(VEY, "Guard", polarity="-"),
         "Ina Roth says that it is so, Colonel Vey that it is not: “shells hit the old mill at dawn” against “shells "
         "hit the old mill at dawn”."),
        ("two deeds of one side", did(ROTH, "Guard"), did(VEY, "Guard", "robbers burnt the tax office", polarity="-"),
         None),
        ("two towns", holds(VEY, "Army"), holds(ROTH, "Army", polarity="-", place="Lisk"), None),
        ("other days", holds(VEY, "Army"), holds(ROTH, "Army", polarity="-", day=SOON), None),
        ("nobody died and nobody did", dead(VEY, 0, 0, polarity="-"), dead(ROTH, 0, 0, polarity="-"), None),
        ("both deny it", holds(VEY, "League", polarity="-"), holds(WATCH, "League", polarity="-"), None),
    ],
    culprits_differ: [
        ("one deed, two culprits", did(ROTH, "Guard"), did(VEY, "League"),
         "Both say who did it; Ina Roth says Guard, Colonel Vey says League."),
        ("two deeds in one town on one day", did(ROTH, "Guard"), did(VEY, "League", "robbers burnt the tax office"),
         None),
        ("one deed on two days is two", did(ROTH, "Guard"), {**did(VEY, "League"), "happened": "2031-04-20"}, None),
        ("two towns", did(ROTH, "Guard"), did(VEY, "League", place="Lisk"), None),
        ("two victims", did(ROTH, "Guard", object="Army"), did(VEY, "League", object="Guard"), None),
        ("an unknown culprit", did(ROTH, "Guard"), did(VEY, None), None),
        ("one culprit", did(ROTH, "Guard"), did(VEY, "Guard"), None),
        ("one is denied", did(ROTH, "Guard"), did(VEY, "League", polarity="-"), None),
    ],
    chance_or_intent: [
        ("mistake and purpose", did(VEY, "Army", "the shell fell short by mistake"),
         did(ROTH, "Army", "a deliberate shot at the mill"),
         "Colonel Vey calls it an accident (“the shell fell short by mistake”), Ina Roth says that it was meant (“a "
         "deliberate shot at the mill”)."),
        ("nothing of purpose", did(VEY, "Army", "the shell fell short by mistake"), did(ROTH, "Army"), None),
        ("both by mistake", did(VEY, "Army", "the shell fell short by mistake"),
         did(ROTH, "Army", "it was an error of the gunner"), None),
        ("two towns", did(VEY, "Army", "the shell fell short by mistake"),
         did(ROTH, "Army", "a deliberate shot at the mill", place="Lisk"), None),
        ("a deal is made on purpose", did(VEY, "Army", "the shell fell short by mistake"),
         talks(ROTH, "they met on purpose in Dorn"), None),
    ],
    counts_do_not_meet: [
        ("two sides", dead(VEY, None, 5), dead(ROTH, 40, 40),
         "Both count the killed; Colonel Vey says at most 5, Ina Roth says 40, and no number fits both."),
        ("at least so many, and fewer", dead(VEY, 4, 4), dead(ROTH, 40, None),
         "Both count the killed; Colonel Vey says 4, Ina Roth says at least 40, and no number fits both."),
        ("nobody, and somebody", dead(VEY, 0, 0, polarity="-"), dead(WATCH, 3, 3),
         "Both count the killed; Colonel Vey says 0, Brin Watch says 3, and no number fits both."),
        ("more in a town than in its province", dead(VEY, 40, 40), dead(ROTH, None, 5, place="Amber"),
         "Both count the killed; Colonel Vey says 40, Ina Roth says at most 5, and no number fits both."),
        ("fewer in a town than in its province", dead(VEY, None, 5), dead(ROTH, 40, 40, place="Amber"), None),
        ("ranges that meet", dead(VEY, 20, 30), dead(ROTH, 25, 40), None),
        ("at least so many, and more", dead(VEY, 12, None), dead(ROTH, 14, 14), None),
        ("ranges that touch", dead(VEY, 20, 25), dead(ROTH, 25, 40), None),
        ("no figure is not nought", dead(VEY, 0, 0, polarity="-"), dead(ROTH, None, None), None),
        ("a part and the whole", dead(VEY, 3, 3, of="children"), dead(ROTH, 40, 40), None),
        ("soldiers of one side and of the other", dead(VEY, 3, 3, of="soldiers", object="Army"),
         dead(ROTH, 40, 40, of="soldiers", object="League"), None),
        ("the dead, and dead and wounded", dead(VEY, None, 5),
         says(ROTH, "40 were killed or wounded", "killed", count=(40, 40)), None),
        ("somebody named among them", dead(VEY, 40, 40), named(ROTH, "a judge", 1), None),
        ("somebody named, and nobody", dead(VEY, 0, 0, polarity="-"), named(ROTH, "a judge", 1),
         "Both count the killed; Colonel Vey says 0, Ina Roth says 1, and no number fits both."),
        ("the dead and the wounded", dead(VEY, None, 5), {**dead(ROTH, 40, 40), "kind": "wounded"}, None),
        ("two towns", dead(VEY, None, 5), dead(ROTH, 40, 40, place="Lisk"), None),
        ("a toll at two hours of a day", dead(WATCH, 12, 12), dead("Doctor Lem", 30, 30), None),
        ("a toll counted on", dead(WATCH, 12, 12, happened="2031-05-01"), dead(VEY, 30, 30, happened="2031-05-01",
                                                                             day=SOON), None),
    ],
    one_turns_it_down: [
        ("an offer and its refusal", talks(ROTH, "we are ready to talk"), talks(VEY, "we have rejected the offer"),
         "Ina Roth speaks of talks or a deal (“we are ready to talk”), Colonel Vey turns it down: “we have rejected "
         "the offer”."),
        ("refused before it was made", talks(ROTH, "we are ready to talk", day=LATER),
         talks(VEY, "we have rejected the offer"), None),
        ("long after", talks(ROTH, "we are ready to talk"), talks(VEY, "we have rejected the offer", day=LONG_AFTER),
         None),
        ("both refuse", talks(ROTH, "we rejected the terms"), talks(VEY, "we have rejected the offer"), None),
        ("a bystander refuses nothing", talks(ROTH, "we are ready to talk"), talks(WATCH, "the offer was rejected"),
         None),
        ("talks in another town", talks(ROTH, "we are ready to talk"),
         talks(VEY, "we have rejected the offer", place="Lisk"), None),
    ],
    own_side_differs: [
        ("two spokesmen on one day", holds(VEY, "Army"), holds("Captain Hask", "Army", "not a street is ours",
                                                               polarity="-"),
         "On one day Colonel Vey says “they hold the town” and Captain Hask, of the same side, “not a street is ours”; "
         "both cannot hold."),
        ("one spokesman, two counts", dead(VEY, None, 5), dead(VEY, 40, 40),
         "On one day Colonel Vey says “0 to 5 died” and Colonel Vey, of the same side, “40 to 40 died”; both cannot "
         "hold."),
        ("two days", holds(VEY, "Army"), holds("Captain Hask", "Army", polarity="-", day=LATER), None),
        ("two sides", holds(VEY, "Army"), holds(ROTH, "League"), None),
        ("a toll that rises in a day", dead(VEY, 12, 12), dead("Captain Hask", 30, 30), None),
        ("one speaker of no side", dead(WATCH, None, 5), dead(WATCH, 40, 40), None),
    ],
    later_figure: [
        ("a higher toll later", dead(VEY, 12, 12), dead(VEY, 30, 30, day=SOON),
         "Colonel Vey first said 12, then 30 (4 May 2031)."),
        ("on the same day", dead(VEY, 12, 12), dead(VEY, 30, 30), None),
        ("the same figure", dead(VEY, 12, 12), dead("Captain Hask", 12, 12, day=SOON), None),
        ("of other people", dead(VEY, 12, 12, of="children"), dead(VEY, 30, 30, of="soldiers", day=SOON), None),
        ("of another kind", dead(VEY, 12, 12), {**dead(VEY, 30, 30, day=SOON), "kind": "wounded"}, None),
        ("without a figure", dead(VEY, 12, 12), dead("Captain Hask", None, None, day=SOON), None),
    ],
    later_answer: [
        ("another holder", holds(VEY, "League", "the leaguers sit in Dorn"), holds(VEY, "Army", day=SOON),
         "Colonel Vey first said “the leaguers sit in Dorn”, then “they hold the town” (4 May 2031)."),
        ("on the same day", holds(VEY, "League", "the leaguers sit in Dorn"), holds(VEY, "Army"), None),
        ("of another town", holds(VEY, "League", "the leaguers sit in Dorn"),
         holds(VEY, "Army", day=SOON, place="Lisk"), None),
        ("a toll", dead(VEY, 12, 12), dead(VEY, 30, 30, day=SOON), None),
    ],
    same_words_again: [
        ("a week on", holds(VEY, "Army", "Dorn is firmly ours"),
         holds(VEY, "Army", "Dorn is firmly ours", day="2031-05-09"),
         "Colonel Vey says it again: “Dorn is firmly ours”."),
        ("other words", holds(VEY, "Army", "Dorn is firmly ours"), holds(VEY, "Army", "not one street was lost",
                                                                        day="2031-05-09"), None),
        ("another figure in the same words", dead(VEY, 12, 12), dead(VEY, 13, 13, day="2031-05-09"), None),
        ("its denial", holds(VEY, "Army", "Dorn is firmly ours"),
         holds(VEY, "Army", "Dorn is firmly ours", polarity="-", day="2031-05-09"), None),
    ],
    counts_meet: [
        ("ranges that meet", dead(VEY, 12, None), dead(ROTH, 14, 14),
         "Both count the killed, each by an own origin; at least 12 and 14 can both hold."),
        ("ranges that do not", dead(VEY, 12, 12), dead(ROTH, 14, 14), None),
        ("a report that cites nobody", dead(VEY, 12, None), dead(None, 14, 14), None),
        ("of other people", dead(VEY, 12, None, of="children"), dead(ROTH, 14, 14, of="soldiers"), None),
        ("dead and wounded", dead(VEY, 12, None), {**dead(ROTH, 14, 14), "kind": "wounded"}, None),
        ("no figure", dead(VEY, 12, None), dead(ROTH, None, None), None),
        ("somebody named", dead(VEY, 12, None), named(ROTH, "a judge", 1), None),
    ],
    same_answer: [
        ("one culprit", did(ROTH, "Guard"), did(WATCH, "Guard"),
         "Ina Roth and Brin Watch give the same answer: Guard."),
        ("two deeds", did(ROTH, "Guard"), did(WATCH, "Guard", "robbers burnt the tax office"), None),
        ("two towns", did(ROTH, "Guard"), did(WATCH, "Guard", place="Lisk"), None),
        ("two culprits", did(ROTH, "Guard"), did(WATCH, "League"), None),
        ("one denies it", did(ROTH, "Guard"), did(WATCH, "Guard", polarity="-"), None),
        ("a report that cites nobody", did(ROTH, "Guard"), did(None, "Guard"), None),
    ],
    against_own_side: [
        ("a rival holds it", holds(VEY, "League"), holds(ROTH, "League"),
         "Colonel Vey grants what serves the other side: “they hold the town”."),
        ("a rival holds a part", holds(VEY, "League", place="Petra's Ford"), holds(ROTH, "League"),
         "Colonel Vey grants what serves the other side: “they hold the town”."),
        ("its own side holds it", holds(VEY, "Army"), holds(ROTH, "League"), None),
        ("a bystander grants nothing", holds(WATCH, "League"), holds(ROTH, "League"), None),
        ("it says that they do not", holds(VEY, "League", polarity="-"), holds(ROTH, "League"), None),
        ("another town", holds(VEY, "League", place="Lisk"), holds(ROTH, "League"), None),
        ("of a third side it grants nothing", holds(VEY, "League"), holds("Guard", "Guard"), None),
    ],
    all_but_a_part: [
        ("all but a part", holds(VEY, "Army", "all of Dorn except the ford is ours"), holds(ROTH, "League"),
         "Colonel Vey claims the place, but not all of it, and so grants the rest: “all of Dorn except the ford is "
         "ours”."),
        ("all of it", holds(VEY, "Army", "all of Dorn is ours"), holds(ROTH, "League"), None),
        ("of another town", holds(VEY, "Army", "all of Lisk except the ford is ours", place="Lisk"),
         holds(ROTH, "League"), None),
        ("against its own side", holds(VEY, "Army", "all of Dorn except the ford is ours"),
         holds("Captain Hask", "Army", "Dorn is held by the garrison", day=SOON), None),
    ],
}  # fmt: skip

ROWS = [(rule, *row) for rule, rows in TABLES.items() for row in rows]


def reason(rule: Rule, first: Told, second: Told) -> str | None:
    """What the rule says of two tellings in two reports, whichever it takes first."""
    case = Event().tell("r-1", **first).tell("r-2", **second).case()
    by_report = {min(f.reports): f for f in Study(case, merge(case)[1]).facts}
    assert len(by_report) == 2, "two claims"
    found = applied(case, by_report["r-1"], by_report["r-2"], "repeats", [(rule, None)])
    return found[0].because if found else None


@pytest.mark.parametrize("rule, why, first, second, because", ROWS, ids=[f"{r.__name__}: {w}" for r, w, *_ in ROWS])
def test_rule(rule: Rule, why: str, first: Told, second: Told, because: str | None) -> None:
    assert reason(rule, first, second) == because, why


def test_every_rule_speaks_somewhere_and_is_silent_where_it_might_be_mistaken() -> None:
    for rule, _ in (*CONTRADICTIONS, *DIVIDED, *UPDATES, *REPEATS, *CORROBORATIONS, *CONCESSIONS):
        answers = [because for *_, because in TABLES[rule]]
        assert sum(a is not None for a in answers) >= 1, rule.__name__
        assert sum(a is None for a in answers) >= 3, rule.__name__
