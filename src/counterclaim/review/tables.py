"""The workspace database: its tables, the triggers that let no decision be changed, and how it is opened."""

import os
from pathlib import Path
from typing import Any
from urllib.parse import quote

import sqlalchemy as sql
from sqlalchemy import event

from counterclaim.errors import BadOption, DamagedStore

NAME = "workspace.sqlite"
PATIENCE = 20  # seconds to wait for another writer; a decision takes some milliseconds, a new search index seconds
SILENCE = 60  # seconds without a word after which a PostgreSQL server is given up; longer than any wait for a lock
WRITING = 0x636C6D  # the lock of the one writer in PostgreSQL; any number that nobody else uses

META = sql.MetaData()
DECISIONS = sql.Table(
    "decisions", META,
    sql.Column("id", sql.Integer, primary_key=True, autoincrement=False),
    sql.Column("at", sql.Text, nullable=False),
    sql.Column("user", sql.Text, nullable=False),
    sql.Column("action", sql.Text, nullable=False),
    sql.Column("mentions", sql.Text, nullable=False),  # JSON
    sql.Column("slot", sql.Text),
    sql.Column("value", sql.Text, nullable=False),  # JSON
    sql.Column("note", sql.Text),
    sql.Column("previous", sql.Text, nullable=False, unique=True),
    sql.Column("key", sql.Text, unique=True),  # what a client gives so that a second try is not a second decision
)  # fmt: skip

_REFUSAL = "decisions are never changed or deleted"
_SQLITE_GUARDS = (
    f"CREATE TRIGGER decisions_unchanged BEFORE UPDATE ON decisions BEGIN SELECT RAISE(ABORT, '{_REFUSAL}'); END",
    f"CREATE TRIGGER decisions_kept BEFORE DELETE ON decisions BEGIN SELECT RAISE(ABORT, '{_REFUSAL}'); END",
    # INSERT OR REPLACE deletes without asking the trigger above.
    "CREATE TRIGGER decisions_not_replaced BEFORE INSERT ON decisions"
    " WHEN EXISTS (SELECT 1 FROM decisions d WHERE d.id = NEW.id OR d.previous = NEW.previous OR d.key = NEW.key)"
    " BEGIN SELECT RAISE(ABORT, 'decisions are never replaced'); END",
)
_POSTGRES_GUARDS = (
    "CREATE FUNCTION decisions_refuse() RETURNS trigger LANGUAGE plpgsql"
    f" AS $$ BEGIN RAISE EXCEPTION '{_REFUSAL}'; END $$",
    "CREATE TRIGGER decisions_kept BEFORE UPDATE OR DELETE ON decisions"
    " FOR EACH ROW EXECUTE FUNCTION decisions_refuse()",
    "CREATE TRIGGER decisions_not_emptied BEFORE TRUNCATE ON decisions EXECUTE FUNCTION decisions_refuse()",
)


def address(folder: Path, database: str | None) -> sql.URL:
    """Where decisions are kept: the folder's own file, or the PostgreSQL database that was named.

    Raises BadOption where the name is no address of a PostgreSQL database.
    """
    if database is None:
        return sql.URL.create("sqlite", database=str(folder / NAME))
    try:
        url = sql.make_url(database)
    except (sql.exc.ArgumentError, ValueError) as error:
        raise BadOption("--database is no address; give postgresql://USER:PASSWORD@HOST/NAME") from error
    if url.drivername not in ("postgresql", "postgres", "postgresql+pg8000"):
        raise BadOption(f"--database is for {url.drivername}; give postgresql://USER:PASSWORD@HOST/NAME")
    return url.set(drivername="postgresql+pg8000")


def readable(url: sql.URL) -> sql.URL:
    """The address for reading alone; a file that may not be written is read as one that nobody writes."""
    path = Path(str(url.database))
    if url.drivername != "sqlite" or (os.access(path, os.W_OK) and os.access(path.parent, os.W_OK)):
        return url
    query = {"mode": "ro", "immutable": "1", "uri": "true"}
    return sql.URL.create("sqlite", database=f"file:{quote(str(path))}", query=query)


def shown(url: sql.URL) -> str:
    """The file, or the address without its password."""
    return str(url.database) if url.drivername == "sqlite" else url.render_as_string(hide_password=True)


def engine(url: sql.URL) -> sql.Engine:
    """Connections to the database; those with the option `writing` take the one writer's place when they begin."""
    sqlite = url.drivername == "sqlite"
    made = sql.create_engine(url, pool_pre_ping=True, connect_args={"timeout": PATIENCE if sqlite else SILENCE})
    if sqlite:
        event.listen(made, "connect", _sqlite_connected)
        event.listen(made, "begin", _sqlite_begun)
    else:
        event.listen(made, "begin", _postgres_begun)
    return made


def _sqlite_connected(connection: Any, _: object) -> None:
    """Transactions begin as told below, not as the driver thinks; a commit has reached the disk when it returns.

    What a database of a stranger's defines (views, triggers) may call nothing that has effects outside it.
    """
    connection.isolation_level = None
    connection.execute("PRAGMA trusted_schema = OFF")
    connection.execute("PRAGMA synchronous = FULL")


def _sqlite_begun(connection: sql.Connection) -> None:
    connection.exec_driver_sql("BEGIN IMMEDIATE" if _writes(connection) else "BEGIN")


def _postgres_begun(connection: sql.Connection) -> None:
    """The lock lets others read, and lets no second writer in, whether or not they know of this rule."""
    connection.exec_driver_sql(f"SET LOCAL lock_timeout = {round(PATIENCE * 1000)}")
    if _writes(connection):
        connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({WRITING})")


def _writes(connection: sql.Connection) -> bool:
    return bool(connection.get_execution_options().get("writing"))


def prepare(made: sql.Engine, where: str) -> None:
    """Make the tables where there are none.

    Raises DamagedStore where another program's tables stand in their place.
    """
    with made.connect() as connection:
        if holds_decisions(connection, where):
            return
    if made.dialect.name == "sqlite":
        with made.connect() as connection:  # the journal is kept apart, so that readers never wait for a writer
            connection.connection.cursor().execute("PRAGMA journal_mode = WAL")
    with made.execution_options(writing=True).begin() as connection:
        if not holds_decisions(connection, where):
            META.create_all(connection)
            for guard in _SQLITE_GUARDS if made.dialect.name == "sqlite" else _POSTGRES_GUARDS:
                connection.exec_driver_sql(guard)


def holds_decisions(connection: sql.Connection, where: str) -> bool:
    """The table of decisions is there. Raises DamagedStore where the database is another program's."""
    known = sql.inspect(connection)
    names = known.get_table_names()
    if DECISIONS.name in names:
        alien = not {c["name"] for c in known.get_columns(DECISIONS.name)} >= set(DECISIONS.columns.keys())
    else:
        alien = bool(names) and connection.dialect.name == "sqlite"
    if alien:
        raise DamagedStore(f"{where} belongs to another program; move it away, or name another database")
    return DECISIONS.name in names
