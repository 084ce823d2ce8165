"""What is left to look at: the hardest first, and only what nobody has decided about."""

from counterclaim.review import left
from counterclaim.review.queue import CONTESTED, UNKNOWN

from .making import HASK_KILLED, ROTH_HOLDS, ROTH_KILLED, SHOTS, VEY_HOLDS, VEY_KILLED, decided, dorn, ledger_of


def test_contested_claims_come_first_then_speakers_that_were_not_found() -> None:
    event = dorn().tell("four", "the bridge is closed", "statement", voice="indirect")
    found = left(decided(ledger_of(event)))
    assert {entry.mention for entry in found[:-1]} == {VEY_HOLDS, ROTH_HOLDS, VEY_KILLED, ROTH_KILLED, HASK_KILLED}
    assert {entry.reason for entry in found[:-1]} == {CONTESTED}
    assert (found[-1].mention, found[-1].reason) == ("m-four-1-statement", UNKNOWN)


def test_what_was_decided_is_no_longer_left_and_a_note_decides_nothing() -> None:
    ledger = ledger_of(dorn())
    seen = decided(ledger, ("accept", [VEY_HOLDS]), ("correct", [VEY_KILLED], "channel", "radio"))
    assert {VEY_HOLDS, VEY_KILLED}.isdisjoint(entry.mention for entry in left(seen))
    noted = decided(ledger, ("note", [VEY_HOLDS, SHOTS], None, None, "ask"))
    assert VEY_HOLDS in {entry.mention for entry in left(noted)}


def test_two_reasons_are_harder_than_one() -> None:
    fled = {"place": "Dorn", "subject": "Army", "polarity": "-", "voice": "indirect"}
    event = dorn().tell("four", "the army has fled from Dorn", "control", **fled)
    first = left(decided(ledger_of(event)))[0]
    assert first.mention == "m-four-1-control"
    assert first.reason == f"{CONTESTED}; {UNKNOWN}"
