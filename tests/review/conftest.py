"""Stores to test on: each test of a store runs on SQLite and on a real PostgreSQL."""

from collections.abc import Iterator
from itertools import count
from pathlib import Path
from typing import NamedTuple

import pytest
import sqlalchemy as sql

from counterclaim.review.store import Store, open_store

from .postgres import MISSING, programs, server

NUMBERS = count(1)


class Place(NamedTuple):
    """Where a store is: what `open_store` is given."""

    folder: Path
    database: str | None


@pytest.fixture(scope="session")
def postgres() -> Iterator[str]:
    """The address of a PostgreSQL server; the test skips where none can be had."""
    bin = programs()
    if bin is None:
        pytest.skip(MISSING)
    with server(bin) as address:
        yield address


@pytest.fixture
def new_database(postgres: str) -> str:
    """The address of an empty PostgreSQL database."""
    name = f"workspace{next(NUMBERS)}"
    url = sql.make_url(f"{postgres}/postgres").set(drivername="postgresql+pg8000")
    made = sql.create_engine(url, isolation_level="AUTOCOMMIT")
    with made.connect() as connection:
        connection.exec_driver_sql(f"CREATE DATABASE {name}")
    made.dispose()
    return f"{postgres}/{name}"


@pytest.fixture(params=["sqlite", "postgres"])
def place(request: pytest.FixtureRequest, tmp_path: Path) -> Place:
    database = request.getfixturevalue("new_database") if request.param == "postgres" else None
    return Place(tmp_path, database)


@pytest.fixture
def store(place: Place) -> Iterator[Store]:
    opened = open_store(*place)
    yield opened
    opened.close()
