"""What people decided, in words beside the claim."""

import msgspec
import pytest

from counterclaim.dossier.index import index_of
from counterclaim.dossier.quoting import quote
from counterclaim.dossier.stamps import moment, stamps, worded
from counterclaim.model import Decision
from dossier.karvel import LEDGER

AT = "2026-11-22T01:10:09.123Z"
ACCEPTED = Decision(1, AT, "Ana", "accept", ("m-1",), None, None, None, "0")


@pytest.mark.parametrize("change, words", [
    ({}, "accepted by Ana, 22 Nov 2026, 01:10 UTC"),
    ({"note": "as on tape"}, "accepted by Ana, 22 Nov 2026, 01:10 UTC: as on tape"),
    ({"action": "correct", "slot": "quantity", "value": "at least 20"},
     "quantity corrected to “at least 20” by Ana, 22 Nov 2026, 01:10 UTC"),
    ({"action": "correct", "slot": "place", "value": None}, "place corrected to none by Ana, 22 Nov 2026, 01:10 UTC"),
    ({"action": "correct", "slot": "quantity", "value": {"low": 55, "high": None, "of": "soldiers"}},
     "quantity corrected to “at least 55 soldiers” by Ana, 22 Nov 2026, 01:10 UTC"),
    ({"action": "correct", "slot": "when", "value": {"from": "2024-03-04", "to": "2024-03-06"}},
     "when corrected to “2024-03-04 to 2024-03-06” by Ana, 22 Nov 2026, 01:10 UTC"),
    ({"action": "party", "value": "Northern Guard"}, "party set to “Northern Guard” by Ana, 22 Nov 2026, 01:10 UTC"),
    ({"action": "merge", "slot": "claim"}, "claim joined by Ana, 22 Nov 2026, 01:10 UTC"),
])  # fmt: skip
def test_stamps(change: dict[str, object], words: str) -> None:
    assert stamps([msgspec.structs.replace(ACCEPTED, **change)]) == (words,)


@pytest.mark.parametrize("value, words", [
    (None, "none"), ("Ana", "“Ana”"),
    ({"low": 55, "high": 60, "of": None}, "“55–60”"), ({"low": None, "high": 1000, "of": None}, "“at most 1,000”"),
    ({"low": 7, "high": 7, "of": "ships"}, "“7 ships”"),
    ({"low": None, "high": None, "of": None}, "“an unknown number”"),
    ({"low": None, "high": None, "of": "ships"}, "“an unknown number of ships”"),
    ({"from": "2024-03-04", "to": "2024-03-04"}, "“2024-03-04”"),
    ({"from": "2024-03-04", "to": None}, "“2024-03-04 to an open day”"),
    ({"day": "2024-03-04", "time": "14:05"}, "“2024-03-04 14:05”"),
    ({"day": "2024-03-04", "time": None}, "“2024-03-04”"),
    (["Ana", "Bo"], "“Ana and Bo”"), ([], "“nobody”"),
])  # fmt: skip
def test_a_value_is_said_in_words(value: object, words: str) -> None:
    assert worded(value) == words


@pytest.mark.parametrize("at, words", [
    ("2026-11-22T01:10:09+02:00", "21 Nov 2026, 23:10 UTC"),
    ("yesterday", "yesterday"),
])  # fmt: skip
def test_moment(at: str, words: str) -> None:
    assert moment(at) == words


def test_a_quotation_carries_what_was_decided_about_its_mention() -> None:
    mention = LEDGER.mentions[0]
    index = index_of(LEDGER, {mention.id: (ACCEPTED,)})
    assert quote(index, mention).decided == stamps([ACCEPTED])
    assert quote(index, LEDGER.mentions[1]).decided == ()
