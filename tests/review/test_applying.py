"""Decisions over a ledger: what each changes, and what follows from it."""

from typing import Any

import pytest

from counterclaim.ledger import faults
from counterclaim.model import Hedge, Ledger, Said, Span, When

from .making import (
    HASK_KILLED,
    ROTH_HOLDS,
    ROTH_KILLED,
    SHOTS,
    VEY_HOLDS,
    VEY_KILLED,
    asked_together,
    decided,
    dorn,
    ledger_of,
    mention,
    named,
    together,
)


@pytest.fixture(scope="module")
def ledger() -> Ledger:
    return ledger_of(dorn())


def test_what_changes_no_value_leaves_the_ledger_as_it_is(ledger: Ledger) -> None:
    seen = decided(ledger, ("accept", [VEY_HOLDS]), ("note", [SHOTS], None, None, "who heard them?"))
    assert seen.ledger is ledger
    assert [d.action for d in seen.decided[VEY_HOLDS]] == ["accept"]
    assert [d.note for d in seen.decided[SHOTS]] == ["who heard them?"]
    assert seen.lost == ()


def test_comparing_again_gives_what_the_ledger_has(example: Ledger) -> None:
    """All that comparing needs stands in the ledger."""
    first = example.mentions[0]
    seen = decided(example, ("correct", [first.id], "channel", "a letter"), ("correct", [first.id], "channel", None))
    back = decided(example, ("correct", [first.id], "channel", first.channel))
    assert seen.ledger.claims == back.ledger.claims == example.claims
    assert seen.ledger.relations == example.relations
    assert seen.ledger.questions == example.questions


def test_what_is_rejected_is_gone_and_its_claim_with_it(ledger: Ledger) -> None:
    seen = decided(ledger, ("reject", [ROTH_HOLDS]))
    assert ROTH_HOLDS not in {m.id for m in seen.ledger.mentions}
    assert {q.kind for q in ledger.questions} == {"control", "killed"}
    assert {q.kind for q in seen.ledger.questions} == {"killed"}
    assert [d.action for d in seen.decided[ROTH_HOLDS]] == ["reject"]


def test_of_two_that_disagree_the_later_holds(ledger: Ledger) -> None:
    assert decided(ledger, ("reject", [ROTH_HOLDS]), ("accept", [ROTH_HOLDS])).ledger is ledger
    seen = decided(ledger, ("correct", [SHOTS], "channel", "radio"), ("correct", [SHOTS], "channel", "telephone"))
    assert mention(seen, SHOTS).channel == "telephone"


@pytest.mark.parametrize(
    "slot, value, field, expected",
    [
        ("kind", "wounded", "kind", "wounded"),
        ("polarity", "-", "polarity", "-"),
        ("hedge", "possible", "hedge", Hedge("possible", None)),
        ("channel", "radio", "channel", "radio"),
        ("said", "2031-05-04", "said", Said("2031-05-04", None, "set by a reviewer")),
        ("when", {"from": "2031-05-01"}, "when", When("2031-05-01", None)),
        ("when", None, "when", When()),
        ("quantity", None, "quantity", None),
        ("subject", "Army", "subject", "a-Army"),
        ("subject", "marland ARMY", "subject", "a-Army"),
        ("object", "a-League", "object", "a-League"),
        ("object", None, "object", None),
        ("speaker", "Tam Okra", "speaker", "a-Tam Okra"),
        ("place", "lisk", "place", "p-Lisk"),
        ("place", None, "place", None),
        ("party", "leaguers", "party", "a-League"),
        ("party", None, "party", None),
        ("via", ["Ina Roth", "Ina Roth"], "via", ("a-Ina Roth",)),
    ],
)
def test_a_corrected_slot(slot: str, value: Any, field: str, expected: Any) -> None:
    event = dorn().tell("two", "it rained", "statement", "Tam Okra")
    seen = decided(ledger_of(event), ("correct", [VEY_KILLED], slot, value))
    assert getattr(mention(seen, VEY_KILLED), field) == expected
    assert faults(seen.ledger) == []


@pytest.mark.parametrize(
    "value, low, high, of, words",
    [
        (12, 12, 12, None, "12"),
        ("at least 20", 20, None, None, "at least 20"),
        ("up to 1,500 soldiers", None, 1500, "soldiers", "up to 1,500"),
        ({"low": 3, "high": 9, "of": "men"}, 3, 9, "men", "3 to 9"),
        ({"low": None, "high": None, "of": None}, None, None, None, "an unknown number"),
        (0, 0, 0, None, "0"),
    ],
)
def test_a_corrected_count(ledger: Ledger, value: Any, low: int, high: int, of: str, words: str) -> None:
    found = mention(decided(ledger, ("correct", [VEY_KILLED], "quantity", value)), VEY_KILLED).quantity
    assert found is not None and (found.low, found.high, found.of, found.text) == (low, high, of, words)


def test_a_corrected_value_no_longer_has_the_words_it_came_from() -> None:
    event = dorn().tell(
        "one", "it lies in Lisk", place="Lisk", spans={"place": (Span(0, 3),), "subject": (Span(4, 6),)}
    )
    seen = decided(ledger_of(event), ("correct", ["m-one-3-statement"], "place", "Dorn"))
    assert mention(seen, "m-one-3-statement").spans == {"subject": (Span(4, 6),)}


def test_another_speaker_brings_another_party(ledger: Ledger) -> None:
    found = mention(decided(ledger, ("correct", [VEY_HOLDS], "speaker", "Ina Roth")), VEY_HOLDS)
    assert (found.speaker, found.party, found.voice) == ("a-Ina Roth", "a-League", "indirect")
    found = mention(decided(ledger, ("correct", [SHOTS], "speaker", "Ina Roth")), SHOTS)
    assert (found.speaker, found.voice) == ("a-Ina Roth", "indirect")
    found = mention(decided(ledger, ("correct", [VEY_HOLDS], "speaker", None)), VEY_HOLDS)
    assert (found.speaker, found.party, found.voice) == (None, None, "indirect")


def test_who_was_not_known_is_made(ledger: Ledger) -> None:
    seen = decided(ledger, ("correct", [SHOTS], "speaker", "Mira Sand"), ("correct", [SHOTS], "place", "Old Mill"))
    found = mention(seen, SHOTS)
    assert (named(seen, found.speaker), named(seen, found.place)) == ("Mira Sand", "Old Mill")
    assert {a.kind for a in seen.ledger.actors if a.name == "Mira Sand"} == {"person"}
    again = decided(ledger, ("correct", [SHOTS, VEY_HOLDS], "speaker", "mira sand"))
    assert mention(again, SHOTS).speaker == mention(again, VEY_HOLDS).speaker == found.speaker


def test_a_role_is_the_speakers_wherever_they_speak(ledger: Ledger) -> None:
    seen = decided(ledger, ("correct", [VEY_HOLDS], "role", "chief of staff"))
    assert {a.role for a in seen.ledger.actors if a.name == "Colonel Vey"} == {"chief of staff"}


def test_a_party_is_set_for_all_that_its_speaker_says(ledger: Ledger) -> None:
    seen = decided(ledger, ("party", [VEY_HOLDS], None, "Border Guard"))
    assert mention(seen, VEY_HOLDS).party == mention(seen, VEY_KILLED).party == "a-Guard"
    assert mention(seen, HASK_KILLED).party == "a-Army"


def test_a_new_party(ledger: Ledger) -> None:
    seen = decided(ledger, ("party", [ROTH_HOLDS], None, "Free Council"))
    found = mention(seen, ROTH_KILLED).party
    assert [(p.name, p.basis) for p in seen.ledger.parties if p.id == found] == [
        ("Free Council", "Set by Ada on 2031-05-07.")
    ]
    none = decided(ledger, ("party", [ROTH_HOLDS], None, None))
    assert mention(none, ROTH_KILLED).party is None


def test_claims_joined_and_parted(ledger: Ledger) -> None:
    assert not together(decided(ledger), VEY_KILLED, HASK_KILLED)
    joined = ("merge", [VEY_KILLED, HASK_KILLED], "claim")
    seen = decided(ledger, joined)
    assert together(seen, VEY_KILLED, HASK_KILLED)
    assert len(seen.ledger.claims) == len(ledger.claims) - 1
    assert not together(decided(ledger, joined, ("split", [HASK_KILLED, VEY_KILLED], "claim")), VEY_KILLED, HASK_KILLED)


def test_a_claim_parted_takes_with_it_what_is_most_like_it() -> None:
    event = dorn()
    for report, words in (("four", "all of Dorn"), ("five", "Dorn and its mill"), ("six", "Dorn, and the mill")):
        event.tell(report, f"the army holds {words}", "control", "Colonel Vey", place="Dorn", subject="Army")
    four, five, six = (f"m-{report}-1-control" for report in ("four", "five", "six"))
    assert together(decided(ledger_of(event)), VEY_HOLDS, four, five, six)
    seen = decided(ledger_of(event), ("split", [VEY_HOLDS, five], "claim"))
    assert together(seen, VEY_HOLDS, four)
    assert together(seen, five, six)
    assert not together(seen, VEY_HOLDS, five)


def test_questions_joined_and_parted(ledger: Ledger) -> None:
    assert asked_together(decided(ledger), VEY_HOLDS, ROTH_HOLDS)
    seen = decided(ledger, ("split", [VEY_HOLDS, ROTH_HOLDS], "question"))
    assert not asked_together(seen, VEY_HOLDS, ROTH_HOLDS)
    assert not any(r.kind == "contradicts" and {r.source, r.target} == claims(seen) for r in seen.ledger.relations)
    event = dorn().tell("four", "the army holds Lisk", "control", "Colonel Vey", place="Lisk", subject="Army")
    lisk = "m-four-1-control"
    assert not asked_together(decided(ledger_of(event)), VEY_HOLDS, lisk)
    assert asked_together(decided(ledger_of(event), ("merge", [VEY_HOLDS, lisk], "question")), VEY_HOLDS, lisk)


def claims(seen: Any) -> set[str]:
    return {mention(seen, VEY_HOLDS).claim, mention(seen, ROTH_HOLDS).claim}


def test_actors_joined(ledger: Ledger) -> None:
    seen = decided(ledger, ("merge", [VEY_KILLED, HASK_KILLED], "actor"))
    assert mention(seen, HASK_KILLED).speaker == mention(seen, VEY_KILLED).speaker == "a-Colonel Vey"
    assert [a.aliases for a in seen.ledger.actors if a.name == "Colonel Vey"] == [("Captain Hask",)]
    assert "a-Captain Hask" not in {a.id for a in seen.ledger.actors}
    later = decided(
        ledger, ("merge", [VEY_KILLED, HASK_KILLED], "actor"), ("correct", [SHOTS], "speaker", "a-Captain Hask")
    )
    assert mention(later, SHOTS).speaker == "a-Colonel Vey"


def test_a_speaker_not_found_is_the_one_it_is_joined_to(ledger: Ledger) -> None:
    event = dorn().tell("four", "the bridge is closed", "statement", voice="indirect")
    seen = decided(ledger_of(event), ("merge", ["m-four-1-statement", VEY_HOLDS], "actor"))
    found = mention(seen, "m-four-1-statement")
    assert (found.speaker, found.party) == ("a-Colonel Vey", "a-Army")


def test_parties_joined(ledger: Ledger) -> None:
    seen = decided(ledger, ("merge", [VEY_HOLDS, ROTH_HOLDS], "subject"))
    assert {m.party for m in seen.ledger.mentions if m.speaker} == {"a-Army"}
    assert "League" in next(p.aliases for p in seen.ledger.parties if p.id == "a-Army")
    assert [q.status for q in seen.ledger.questions if q.kind == "control"] != ["contested"]
    assert faults(seen.ledger) == []


def test_an_actor_parted(ledger: Ledger) -> None:
    seen = decided(ledger, ("split", [VEY_HOLDS, VEY_KILLED], "actor", "Vey the Younger"))
    assert mention(seen, VEY_HOLDS).speaker == "a-Colonel Vey"
    assert named(seen, mention(seen, VEY_KILLED).speaker) == "Vey the Younger"
    assert mention(seen, VEY_KILLED).party == mention(seen, VEY_HOLDS).party
    known = decided(ledger, ("split", [VEY_HOLDS, VEY_KILLED], "actor", "Ina Roth"))
    assert mention(known, VEY_KILLED).speaker == "a-Ina Roth"


def test_a_name_goes_with_the_part_that_is_called_so(ledger: Ledger) -> None:
    joined = ("merge", [VEY_KILLED, HASK_KILLED], "actor")
    seen = decided(ledger, joined, ("split", [VEY_KILLED, HASK_KILLED], "actor", "Captain Hask"))
    assert named(seen, mention(seen, HASK_KILLED).speaker) == "Captain Hask"
    assert [a.aliases for a in seen.ledger.actors if a.name == "Colonel Vey"] == [()]


def test_places_joined_and_parted(ledger: Ledger) -> None:
    seen = decided(ledger, ("merge", [VEY_HOLDS, SHOTS], "place"))
    assert mention(seen, SHOTS).place == "p-Dorn"
    assert next(p.aliases for p in seen.ledger.places if p.id == "p-Dorn") == ("Lisk",)
    parted = decided(ledger, ("split", [VEY_HOLDS, ROTH_HOLDS], "place", "Upper Dorn"))
    assert named(parted, mention(parted, ROTH_HOLDS).place) == "Upper Dorn"
    assert mention(parted, ROTH_KILLED).place == "p-Dorn"


WORDS = {"report": "two", "content": [[0, 21]], "kind": "control"}


def test_a_claim_added_by_its_words(ledger: Ledger) -> None:
    seen = decided(ledger, ("add", [], None, WORDS | {"speaker": "Tam Okra", "place": "Lisk", "quantity": 5}))
    (id,) = seen.decided
    found = mention(seen, id)
    assert found.content == (Span(0, 21),)
    assert (found.kind, found.place, found.voice, found.hedge.scale) == ("control", "p-Lisk", "indirect", "claimed")
    assert named(seen, found.speaker) == "Tam Okra"
    assert faults(seen.ledger) == []


def test_what_is_added_can_be_decided_about(ledger: Ledger) -> None:
    add = ("add", [], None, WORDS)
    (id,) = decided(ledger, add).decided
    seen = decided(ledger, add, ("correct", [id], "place", "Dorn"), ("merge", [id, ROTH_HOLDS], "claim"))
    assert together(seen, id, ROTH_HOLDS)
    assert seen.lost == ()
    assert decided(ledger, add, ("undo", [], None, 1)).ledger is ledger


@pytest.mark.parametrize(
    "value",
    [
        WORDS | {"report": "none"},
        WORDS | {"content": [[0, 9], [30, 9_000]]},
        WORDS | {"channel": "radio", "subject": "a-0123456789abcdef"},
    ],
)
def test_what_cannot_be_added_is_lost(ledger: Ledger, value: Any) -> None:
    seen = decided(ledger, ("add", [], None, value))
    assert seen.ledger is ledger and len(seen.lost) == 1 and seen.decided == {}


def test_what_names_other_mentions_is_lost(ledger: Ledger) -> None:
    seen = decided(ledger, ("reject", ["m-gone"]), ("merge", [VEY_HOLDS, "m-gone"], "claim"), ("accept", [SHOTS]))
    assert seen.ledger is ledger
    assert [d.id for d in seen.lost] == [1, 2]
    assert list(seen.decided) == [SHOTS]


def test_an_id_that_a_rebuild_did_away_with_is_lost(ledger: Ledger) -> None:
    seen = decided(ledger, ("correct", [SHOTS], "speaker", "a-0123456789abcdef"))
    assert seen.ledger is ledger and len(seen.lost) == 1


def test_undone_and_done_again(ledger: Ledger) -> None:
    drop, undo, redo = ("reject", [SHOTS]), ("undo", [SHOTS], None, 1), ("undo", [], None, 2)
    seen = decided(ledger, drop, undo)
    assert seen.ledger is ledger and seen.decided == {} and seen.lost == ()
    assert SHOTS not in {m.id for m in decided(ledger, drop, undo, redo).ledger.mentions}
    assert decided(ledger, drop, undo, redo, ("undo", [], None, 3)).ledger is ledger
