"""Each rule of a relation: where it speaks, what it says, and where it must stay silent."""

from typing import Any

import pytest

from .making import Event, Outcome, compared

Told = dict[str, Any]


def told(words: str, speaker: str | None = None, **more: Any) -> Told:
    return {"words": words, "speaker": speaker, **more}


def between(first: Told, second: Told) -> Outcome:
    """What holds between two tellings in two reports."""
    return compared(Event().tell("r-1", **first).tell("r-2", **second))


def control(words: str, speaker: str | None, holder: str | None, **more: Any) -> Told:
    return told(words, speaker, **{"kind": "control", "subject": holder, "place": "Dorn", **more})


def toll(words: str, speaker: str | None, low: int | None, high: int | None, **more: Any) -> Told:
    return told(words, speaker, **{"kind": "killed", "count": (low, high), "place": "Dorn", **more})


def blame(words: str, speaker: str | None, culprit: str | None, **more: Any) -> Told:
    return told(words, speaker, **{"kind": "responsibility", "subject": culprit, "place": "Dorn", **more})


ARMY_HOLDS = control("the army has retaken Dorn", "Colonel Vey", "Army")
LEAGUE_HOLDS = control("Dorn is firmly in our hands", "Ina Roth", "League")
GUARD_SHOT = blame("guards fired gas shells at the ferry queue", "Ina Roth", "Guard", happened="2031-05-01")


@pytest.mark.parametrize(
    "first, second, because",
    [
        (ARMY_HOLDS, LEAGUE_HOLDS,
         "Both say who holds Dorn at the same time; Colonel Vey says Army, Ina Roth says League."),
        (ARMY_HOLDS, control("all of Dorn has been taken", "Ina Roth", None, voice="direct"),
         "Both say who holds Dorn at the same time; Colonel Vey says Army, Ina Roth says League."),
        (ARMY_HOLDS, control("the army holds Dorn", "Ina Roth", "Army", polarity="-"),
         "Colonel Vey says that it is so, Ina Roth that it is not: “the army has retaken Dorn” against "
         "“the army holds Dorn”."),
        (GUARD_SHOT, blame("leaguers fired gas shells at the ferry", "Captain Hask", "League", happened="2031-05-01"),
         "Both say who did it; Ina Roth says Guard, Captain Hask says League."),
        (toll("300 were killed", "Ina Roth", 300, 300), toll("no more than 40 died", "Colonel Vey", None, 40),
         "Both count the killed; Ina Roth says 300, Colonel Vey says at most 40, and no number fits both."),
        (toll("four soldiers died", "Colonel Vey", 4, 4), toll("60 soldiers died", "Ina Roth", 60, 60),
         "Both count the killed; Colonel Vey says 4, Ina Roth says 60, and no number fits both."),
        (toll("up to 300 died", "Ina Roth", None, 300), toll("over 400 died", "Guard", 400, None, day="2031-06-20",
                                                             happened="2031-05-01"),
         "Both count the killed; Ina Roth says at most 300, Guard says at least 400, and no number fits both."),
        (toll("nobody was killed", "Colonel Vey", 0, 0, polarity="-"), toll("12 were killed", "Ina Roth", 12, 12),
         "Both count the killed; Colonel Vey says 0, Ina Roth says 12, and no number fits both."),
        (blame("the shell struck the school by mistake", "Colonel Vey", "Army"),
         blame("the army shelled the school deliberately", "Ina Roth", "Army"),
         "Colonel Vey calls it an accident (“the shell struck the school by mistake”), Ina Roth says that it was meant "
         "(“the army shelled the school deliberately”)."),
    ],
    ids=["holders", "own success unsaid", "not so", "culprits", "counts", "counts of two sides", "counts long after",
         "nobody", "manner"],
)  # fmt: skip
def test_contradicts(first: Told, second: Told, because: str) -> None:
    assert between(first, second).reasons("contradicts") == [because]


@pytest.mark.parametrize(
    "why, first, second",
    [
        ("other days", ARMY_HOLDS, {**LEAGUE_HOLDS, "day": "2031-05-09"}),
        ("other towns", ARMY_HOLDS, {**LEAGUE_HOLDS, "place": "Lisk"}),
        ("a town in the province", ARMY_HOLDS, {**LEAGUE_HOLDS, "place": "Amber"}),
        ("one holder", ARMY_HOLDS, control("the army has Dorn", "Ina Roth", "Army")),
        ("ranges that meet", toll("at least 22 died", "Colonel Vey", 22, None), toll("24 died", "Ina Roth", 24, 24)),
        ("a toll that rises within a day", toll("22 died", "Colonel Vey", 22, 22, happened="2031-05-02"),
         toll("43 died", "Ina Roth", 43, 43, happened="2031-05-02", day="2031-05-03")),
        ("a toll that a monitor counts on", toll("22 died", "Colonel Vey", 22, 22),
         toll("43 died", "Brin Watch", 43, 43)),
        ("the dead of two sides", toll("300 soldiers died", "Ina Roth", 300, 300, object="Army"),
         toll("40 leaguers died", "Colonel Vey", 40, 40, object="League")),
        ("dead and wounded", toll("12 were killed", "Ina Roth", 12, 12),
         {**toll("50 were wounded", "Colonel Vey", 50, 50), "kind": "wounded"}),
        ("no figure", toll("many died", "Ina Roth", None, None), toll("12 died", "Colonel Vey", 12, 12)),
        ("two deeds", GUARD_SHOT, blame("leaguers burnt the tax office", "Captain Hask", "League",
                                        happened="2031-05-01")),
        ("two days", GUARD_SHOT, blame("leaguers fired gas shells at the ferry", "Captain Hask", "League",
                                       happened="2031-04-20")),
        ("an accident, and nothing of intent", blame("the shell struck the school by mistake", "Colonel Vey", "Army"),
         blame("the army shelled the school", "Ina Roth", "Army")),
    ],
)  # fmt: skip
def test_does_not_contradict(why: str, first: Told, second: Told) -> None:
    assert between(first, second).reasons("contradicts") == [], why


@pytest.mark.parametrize(
    "first, second, because",
    [
        (GUARD_SHOT, told("the Guard denied the accusation", "Guard", kind="denial"),
         "Guard denies what Ina Roth says: “the Guard denied the accusation”."),
        (ARMY_HOLDS, told("the claim about Dorn is false", "Ina Roth", kind="denial", place="Dorn"),
         "Ina Roth denies what Colonel Vey says: “the claim about Dorn is false”."),
        (ARMY_HOLDS, told("the claim about Lisk is false", "Ina Roth", kind="denial", place="Lisk"), None),
        (GUARD_SHOT, told("the League denied the rumour", "Ina Roth", kind="denial"), None),
        (toll("12 died", "Colonel Vey", 12, 12), told("a tax on salt is not planned", "Ina Roth", kind="denial",
                                                      place="Lisk"), None),
    ],
    ids=["who is blamed", "the place", "another place", "one's own claim", "something else"],
)  # fmt: skip
def test_denies_across_reports(first: Told, second: Told, because: str | None) -> None:
    assert between(first, second).reasons("denies") == ([because] if because else [])


def test_a_denial_in_the_report_is_of_the_claim_before_it() -> None:
    event = Event().tell("r-1", **ARMY_HOLDS).tell("r-1", "the League called this untrue", "denial", "League")
    assert compared(event).reasons("denies") == [
        "League denies what Colonel Vey says: “the League called this untrue”."
    ]


@pytest.mark.parametrize(
    "kind, first, second, because",
    [
        ("updates", toll("12 died", "Colonel Vey", 12, 12), toll("30 died", "Colonel Vey", 30, 30, day="2031-05-04"),
         "Colonel Vey first said 12, then 30 (4 May 2031)."),
        ("updates", toll("12 died", "Colonel Vey", 12, 12), toll("12 died", "Colonel Vey", 12, 12, day="2031-05-08"),
         None),
        ("repeats", toll("12 died", "Colonel Vey", 12, 12), toll("12 died", "Colonel Vey", 12, 12, day="2031-05-08"),
         "Colonel Vey says it again: “12 died”."),
        ("corroborates", toll("at least 12 died", "Colonel Vey", 12, None), toll("14 died", "Ina Roth", 14, 14),
         "Both count the killed, each by an own origin; at least 12 and 14 can both hold."),
        ("corroborates", toll("at least 12 died", "Colonel Vey", 12, None), toll("14 died", None, 14, 14), None),
        ("corroborates", GUARD_SHOT, blame("the guard fired gas shells at the ferry", "Colonel Vey", "Guard",
                                           happened="2031-05-01"),
         "Ina Roth and Colonel Vey give the same answer: Guard."),
        ("concedes", control("two streets of Dorn are held by the League", "Colonel Vey", "League"), LEAGUE_HOLDS,
         "Colonel Vey grants what serves the other side: “two streets of Dorn are held by the League”."),
        ("concedes", control("the ford is held by the League", "Colonel Vey", "League", place="Petra's Ford"),
         LEAGUE_HOLDS, "Colonel Vey grants what serves the other side: “the ford is held by the League”."),
        ("concedes", control("all of Dorn except for the ford is ours", "Colonel Vey", "Army"), LEAGUE_HOLDS,
         "Colonel Vey claims the place, but not all of it, and so grants the rest: “all of Dorn except for the ford is "
         "ours”."),
        ("concedes", ARMY_HOLDS, LEAGUE_HOLDS, None),
    ],
)  # fmt: skip
def test_goes_together(kind: str, first: Told, second: Told, because: str | None) -> None:
    assert between(first, second).reasons(kind) == ([because] if because else [])


def test_however_many_answers_there_are_each_is_compared_with_the_most_told() -> None:
    event = Event()
    for number in range(3):
        event.tell(f"r-{number}", **toll("at most 5 died", "Colonel Vey", None, 5))
    for number in range(100):
        event.tell("r-9", **toll(f"{number + 6} died", f"Witness {number}", number + 6, number + 6))
    assert len(compared(event).reasons("contradicts")) == 100


def test_every_relation_names_claims_and_their_mentions() -> None:
    outcome = between(ARMY_HOLDS, LEAGUE_HOLDS)
    mentions = {c.id: set(c.mentions) for c in outcome.claims}
    assert outcome.relations
    for relation in outcome.relations:
        assert set(relation.evidence[0]) <= mentions[relation.source]
        assert set(relation.evidence[1]) <= mentions[relation.target]
