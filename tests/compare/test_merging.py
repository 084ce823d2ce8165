"""What is one claim: the tellings of one assertion by one speaker, and nothing else."""

import msgspec
import pytest

from .making import DAY, Event, compared, outcome

TRAPPED = {"kind": "trapped", "speaker": "Ina Roth", "count": (1000, None), "of": "soldiers", "place": "Dorn"}

HOLDS = {"kind": "control", "speaker": "Ina Roth", "subject": "League"}


@pytest.mark.parametrize(
    "why, first, second, claims",
    [
        ("the same words", dict(words="at least 1,000 soldiers are trapped in Dorn", **TRAPPED),
         dict(words="at least 1,000 soldiers are trapped in Dorn", **TRAPPED), 1),
        ("a paraphrase with the same figure", dict(words="at least 1,000 soldiers are trapped in Dorn", **TRAPPED),
         dict(words="no fewer than a thousand men have been cut off", **{**TRAPPED, "place": None}), 1),
        ("a lost bound is drift, not another claim", dict(words="at least 1,000 soldiers are trapped", **TRAPPED),
         dict(words="1,000 soldiers are trapped", **{**TRAPPED, "count": (1000, 1000)}), 1),
        ("another figure", dict(words="at least 1,000 soldiers are trapped", **TRAPPED),
         dict(words="at least 1,400 soldiers are trapped", **{**TRAPPED, "count": (1400, None)}), 2),
        ("a day later", dict(words="at least 1,000 soldiers are trapped", **TRAPPED),
         dict(words="at least 1,000 soldiers are trapped", **{**TRAPPED, "day": "2031-05-03"}), 1),
        ("a week later", dict(words="at least 1,000 soldiers are trapped", **TRAPPED),
         dict(words="at least 1,000 soldiers are trapped", **{**TRAPPED, "day": "2031-05-09"}), 2),
        ("another speaker of the side", dict(words="at least 1,000 soldiers are trapped", **TRAPPED),
         dict(words="at least 1,000 soldiers are trapped", **{**TRAPPED, "speaker": "Tam Okra"}), 2),
        ("the body and its spokeswoman", dict(words="at least 1,000 soldiers are trapped", **TRAPPED),
         dict(words="a thousand soldiers and more sit in the trap", **{**TRAPPED, "speaker": "League"}), 1),
        ("the same figure in another verb is drift", dict(words="at least 1,000 soldiers are trapped", **TRAPPED),
         dict(words="at least 1,000 soldiers were captured", **{**TRAPPED, "kind": "captured"}), 1),
        ("the same figure of other people", dict(words="at least 1,000 soldiers are trapped in Dorn", **TRAPPED),
         dict(words="at least 1,000 civilians were captured in Dorn",
              **{**TRAPPED, "kind": "captured", "of": "civilians"}), 2),
        ("a small figure in another verb", dict(words="two soldiers are trapped", **{**TRAPPED, "count": (2, 2)}),
         dict(words="two soldiers were killed", **{**TRAPPED, "kind": "killed", "count": (2, 2)}), 2),
        ("a part and the whole", {"words": "we control the rest of Dorn", **HOLDS, "place": "Dorn"},
         {"words": "we control all of Dorn", **HOLDS, "place": "Dorn"}, 2),
        ("the opposite", {"words": "the League holds Dorn", **HOLDS},
         {"words": "the League does not hold Dorn", **HOLDS,
              "polarity": "-"}, 2),
        ("one place, one holder, other words", {"words": "the town is ours", **HOLDS, "place": "Dorn"},
         {"words": "our fighters have driven the enemy out", **HOLDS,
              "place": "Dorn"}, 1),
        ("two towns", {"words": "the League has taken Dorn", **HOLDS,
                           "place": "Dorn"},
         {"words": "the League has taken Lisk", **HOLDS,
              "place": "Lisk"}, 2),
        ("statements in other words", {"words": "the harvest will be poor this year", "speaker": "Ina Roth"},
         {"words": "schools will open again on Monday", "speaker": "Ina Roth"}, 2),
    ],
)  # fmt: skip
def test_two_tellings_in_two_reports(why: str, first: dict, second: dict, claims: int) -> None:
    told = Event().tell("r-1", **first).tell("r-2", **second)
    assert len(compared(told).claims) == claims, why


def test_one_assertion_in_three_reports_is_one_claim() -> None:
    told = Event()
    told.tell("r-1", "at least 1,000 soldiers have been trapped", **{**TRAPPED, "speaker": "League"})
    told.tell("r-1", "At least 1,000 soldiers were trapped by road blocks", **{**TRAPPED, "voice": "direct"})
    told.tell("r-2", "at least a thousand soldiers sit behind road blocks", **TRAPPED)
    told.tell("r-3", "At least 1,000 soldiers were trapped, their way out cut", **TRAPPED)
    [claim] = compared(told).claims
    assert (claim.reports, len(claim.mentions), claim.original) == (3, 4, "m-r-1-2-trapped")
    assert claim.summary == "Ina Roth: At least 1,000 soldiers were trapped by road blocks"


def test_reports_in_their_own_voice_are_one_claim_only_where_they_copy() -> None:
    apart = (
        Event()
        .tell("r-1", "Shells hit the mill at dawn", "destroyed")
        .tell("r-2", "Shells hit the mill at dawn", "destroyed")
    )
    assert len(compared(apart).claims) == 2
    [claim] = compared(apart.copies("r-1", "r-2")).claims
    assert (claim.reports, claim.texts) == (2, 1)


def test_one_figure_of_two_kinds_in_one_report_is_two_claims() -> None:
    told = Event().tell("r-1", "at least 1,000 soldiers are trapped", **TRAPPED)
    told.tell("r-1", "at least 1,000 soldiers were captured", **{**TRAPPED, "kind": "captured"})
    assert len(compared(told).claims) == 2


def test_unknown_speakers_of_two_reports_are_not_one() -> None:
    told = Event()
    for report in ("r-1", "r-2"):
        told.tell(report, "the bridge at Dorn was blown up", "destroyed", voice="indirect")
    assert len(compared(told).claims) == 2


@pytest.mark.parametrize(
    "why, first, second, share_text, claims",
    [
        ("a resident in a copied text", "a resident", "one resident", True, 1),
        ("a resident in each of two texts", "a resident", "one resident", False, 2),
        ("somebody else in a copied text", "a resident", "two monitors", True, 2),
        ("a speaker that one report has lost", "a resident", None, True, 1),
    ],
)
def test_who_is_not_named(why: str, first: str, second: str | None, share_text: bool, claims: int) -> None:
    told = Event()
    for report, speaker in (("r-1", first), ("r-2", second)):
        told.tell(report, "we had to leave the town before dawn", "displaced", speaker, voice="direct", day=DAY)
    case = (told.copies("r-1", "r-2") if share_text else told).case()
    unnamed = tuple(msgspec.structs.replace(a, kind="anonymous") for a in case.actors if a.party is None)
    found = outcome(msgspec.structs.replace(case, actors=unnamed))
    assert len(found.claims) == claims, why


def test_every_mention_has_its_claim() -> None:
    told = Event().tell("r-1", "the bridge fell", "destroyed").tell("r-1", "the mill burnt", "destroyed", "Ina Roth")
    outcome = compared(told)
    assert {m.claim for m in outcome.mentions} == {c.id for c in outcome.claims}
