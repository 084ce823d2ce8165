"""The hash chain: any change to a row shows, and where."""

import hashlib
import sqlite3
from pathlib import Path

import msgspec
import pytest

from counterclaim.model import Decision
from counterclaim.review.chain import GENESIS, faults, hash_of
from counterclaim.review.store import open_store, stored

from .making import decision


def chain(count: int) -> list[Decision]:
    rows: list[Decision] = []
    for number in range(1, count + 1):
        row = decision(number, "note", [f"m-{number}"], note="seen")
        rows.append(msgspec.structs.replace(row, previous=hash_of(rows[-1]) if rows else GENESIS))
    return rows


def test_a_hash_is_of_all_that_a_row_says() -> None:
    row = decision(1, "correct", ["m-1"], "speaker", "Zoë")
    text = (
        '{"action":"correct","at":"2031-05-07T09:30:00.000Z","id":1,"mentions":["m-1"],"note":null,"previous":"",'
        '"slot":"speaker","user":"Ada","value":"Zo\\u00eb"}'
    )
    assert hash_of(row) == hashlib.sha256(text.encode()).hexdigest()


def test_an_unbroken_chain() -> None:
    assert faults(chain(4)) == []
    assert faults([]) == []


@pytest.mark.parametrize(
    "change",
    [
        {"user": "Bo"},
        {"at": "2031-05-08T09:30:00.000Z"},
        {"action": "accept"},
        {"mentions": ("m-9",)},
        {"slot": "kind"},
        {"value": 1},
        {"note": None},
    ],
)
def test_a_changed_row_is_named(change: dict[str, object]) -> None:
    rows = chain(4)
    rows[1] = msgspec.structs.replace(rows[1], **change)
    assert faults(rows) == ["decision 3 does not follow from the row before it: one of the two was changed"]


def test_missing_and_moved_rows() -> None:
    rows = chain(4)
    assert faults([rows[0], *rows[2:]])[0] == "decision 3 follows decision 1: rows are missing or out of place"
    assert faults(rows[1:])[0] == "decision 2 follows decision 0: rows are missing or out of place"
    assert len(faults([rows[0], rows[2], rows[1], rows[3]])) > 1


def test_a_row_changed_behind_the_programs_back(tmp_path: Path) -> None:
    store = open_store(tmp_path)
    for number in range(3):
        store.append("Ada", "note", [], note=str(number))
    store.close()
    other = sqlite3.connect(tmp_path / "workspace.sqlite")
    other.execute("DROP TRIGGER decisions_unchanged")
    other.execute("UPDATE decisions SET user = 'Bo' WHERE id = 2")
    other.commit()
    other.close()
    assert faults(stored(tmp_path)) == ["decision 3 does not follow from the row before it: one of the two was changed"]
