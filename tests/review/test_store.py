"""The store of decisions, on SQLite and on PostgreSQL: append-only, chained, and the same under a second try."""

import threading
from collections.abc import Callable
from typing import Any

import pytest
import sqlalchemy as sql

from counterclaim.errors import BadDecision
from counterclaim.model import Decision
from counterclaim.review.chain import GENESIS, faults, hash_of
from counterclaim.review.store import Store, open_store, stored

from .conftest import Place

ROWS: list[tuple[str, list[str], str | None, Any, str | None]] = [
    ("accept", ["m-1"], None, None, None),
    ("reject", ["m-2", "m-3"], None, None, "not in the report"),
    ("correct", ["m-1"], "quantity", {"low": 20, "high": None, "of": "men"}, None),
    ("correct", ["m-1"], "place", None, None),
    ("correct", ["m-1"], "speaker", "Zoë ‘the Owl’ Grün \U0001f989", None),
    ("merge", ["m-1", "m-2"], "claim", None, None),
    ("note", [], None, None, "two\nlines; '); DROP TABLE decisions; --"),
    ("undo", ["m-1"], None, 3, None),
]


def fill(store: Store) -> tuple[Decision, ...]:
    return tuple(store.append("Ada", *row) for row in ROWS)  # type: ignore[arg-type]


def test_what_is_appended_is_read_back(store: Store, place: Place) -> None:
    made = fill(store)
    assert store.decisions() == stored(*place) == made
    assert store.decisions(after=5) == made[5:]
    assert [(d.action, list(d.mentions), d.slot, d.value, d.note) for d in made] == ROWS


def test_the_chain_holds(store: Store) -> None:
    made = fill(store)
    assert [d.id for d in made] == list(range(1, len(ROWS) + 1))
    assert [d.previous for d in made] == [GENESIS, *(hash_of(d) for d in made[:-1])]
    assert faults(store.decisions()) == []


def test_it_goes_on_where_it_was_left(place: Place) -> None:
    for number in (1, 2, 3):
        store = open_store(*place)
        assert store.append("Ada", "accept", ["m-1"]).id == number
        store.close()
    assert faults(stored(*place)) == []


def test_nobody_decided_anything_yet(place: Place) -> None:
    assert stored(*place) == ()
    assert list(place.folder.iterdir()) == []


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE decisions SET note = 'other'",
        "DELETE FROM decisions WHERE id = 2",
        "DELETE FROM decisions",
    ],
)
def test_no_row_is_changed_or_deleted(store: Store, change: str) -> None:
    made = fill(store)
    with pytest.raises(sql.exc.DBAPIError, match="never changed"), store.writer.begin() as connection:
        connection.exec_driver_sql(change)
    assert store.decisions() == made


def test_no_row_is_replaced(tmp_path: Any) -> None:
    store = open_store(tmp_path)
    made = fill(store)
    with pytest.raises(sql.exc.DBAPIError, match="never replaced"), store.writer.begin() as connection:
        connection.exec_driver_sql("REPLACE INTO decisions SELECT * FROM decisions WHERE id = 2")
    assert store.decisions() == made
    store.close()


def test_postgres_lets_nobody_empty_the_table(new_database: str, tmp_path: Any) -> None:
    store = open_store(tmp_path, new_database)
    made = fill(store)
    with pytest.raises(sql.exc.DBAPIError, match="never changed"), store.writer.begin() as connection:
        connection.exec_driver_sql("TRUNCATE decisions")
    assert store.decisions() == made
    store.close()


def test_a_second_try_with_one_key_is_one_decision(store: Store) -> None:
    first = store.append("Ada", "accept", ["m-1"], key="k1")
    assert store.append("Ada", "accept", ["m-1"], key="k1") == first
    assert store.append("Ada", "accept", ["m-1"], key="k2").id == 2
    with pytest.raises(BadDecision, match="used for another decision"):
        store.append("Ada", "reject", ["m-1"], key="k1")
    assert len(store.decisions()) == 2


@pytest.mark.parametrize("id", [1, 7])
def test_what_is_not_there_cannot_be_undone(store: Store, id: int) -> None:
    with pytest.raises(BadDecision, match=f"no decision {id} to undo"):
        store.append("Ada", "undo", [], value=id)
    assert store.decisions() == ()


def test_threads_take_turns(store: Store) -> None:
    def write(name: str) -> None:
        for number in range(15):
            store.append(name, "note", [], note=str(number))

    for thread in started([lambda n=n: write(f"user {n}") for n in range(6)]):  # type: ignore[misc]
        thread.join()
    found = store.decisions()
    assert faults(found) == []
    assert sorted((d.user, d.note) for d in found) == sorted((f"user {n}", str(m)) for n in range(6) for m in range(15))


def test_those_who_wait_together_are_kept_or_refused_each_for_itself(store: Store) -> None:
    heard: dict[str, object] = {}

    def write(name: str, *row: Any, key: str | None = None) -> None:
        try:
            heard[name] = store.append(name, *row, key=key)
        except BadDecision as error:
            heard[name] = str(error)

    rows = [("Ada", "accept", ["m-1"]), ("Bo", "undo", [], None, 99), ("Cy", "reject", ["m-2"])]
    rows.append(("Di", "undo", [], None, 1))
    store.append("first", "accept", ["m-0"], key="k")
    with store.turn:
        jobs = [lambda row=row: write(*row) for row in rows]  # type: ignore[misc]
        waiting = started([*jobs, lambda: write("Ed", "reject", ["m-0"], key="k")])
    for thread in waiting:
        thread.join()
    assert heard["Bo"] == "there is no decision 99 to undo"
    assert heard["Ed"] == "the key 'k' was used for another decision, number 1"
    found = store.decisions()
    assert sorted(d.user for d in found) == ["Ada", "Cy", "Di", "first"]
    assert all(heard[d.user] == d for d in found[1:])
    assert faults(found) == []


def started(jobs: list[Callable[[], None]]) -> list[threading.Thread]:
    threads = [threading.Thread(target=job) for job in jobs]
    for thread in threads:
        thread.start()
    return threads
