"""What goes wrong with a workspace database, in one plain sentence that names the database and the remedy."""

import contextlib
from collections.abc import Iterator
from typing import Any

import msgspec

from counterclaim.errors import BusyStore, CounterclaimError, DamagedStore, NoDatabase, NotWritable

DAMAGED = "{} is damaged ({}); put back a copy, or move it away and import exported decisions into a new one"
HELD = "{} is held by another program; close that, or try again"
CLOSED = "{} cannot be written ({}); give the user write access to the file and its folder, and room on the disk"
AWAY = "the database {} cannot be used ({}); check address, user and password, and that it is running"

# SQLite's names of what it met (https://sqlite.org/rescode.html), without what follows a second underscore.
_SQLITE: dict[str, tuple[type[CounterclaimError], str]] = {
    "SQLITE_BUSY": (BusyStore, HELD),
    "SQLITE_LOCKED": (BusyStore, HELD),
    "SQLITE_READONLY": (NotWritable, CLOSED),
    "SQLITE_CANTOPEN": (NotWritable, CLOSED),
    "SQLITE_FULL": (NotWritable, CLOSED),
    "SQLITE_IOERR": (NotWritable, CLOSED),
    "SQLITE_PERM": (NotWritable, CLOSED),
}
# PostgreSQL's codes (https://www.postgresql.org/docs/current/errcodes-appendix.html).
_POSTGRES: dict[str, tuple[type[CounterclaimError], str]] = {
    "55P03": (BusyStore, HELD),  # lock_timeout
    "57014": (BusyStore, HELD),  # statement_timeout
    "40P01": (BusyStore, HELD),  # deadlock
    "25006": (NotWritable, CLOSED),  # read-only
    "42501": (NotWritable, CLOSED),  # no permission
    "53100": (NotWritable, CLOSED),  # disk full
    "XX001": (DamagedStore, DAMAGED),
    "XX002": (DamagedStore, DAMAGED),
}


@contextlib.contextmanager
def plainly(where: str) -> Iterator[None]:
    """What the database refuses becomes one plain error; `where` is its file, or its address without password."""
    import sqlalchemy.exc

    try:
        yield
    except msgspec.MsgspecError as error:
        raise DamagedStore(DAMAGED.format(where, f"a row is no decision: {error}")) from error
    except sqlalchemy.exc.TimeoutError as error:
        raise BusyStore(HELD.format(where)) from error
    except sqlalchemy.exc.DBAPIError as error:
        kind, sentence = _meaning(error.orig)
        raise kind(sentence.format(where, _why(error.orig))) from error


def _meaning(trouble: Any) -> tuple[type[CounterclaimError], str]:
    """The class of error and its sentence; what is not known of SQLite is damage, of PostgreSQL a bad address."""
    name = getattr(trouble, "sqlite_errorname", None)
    if name is not None:
        return _SQLITE.get("_".join(name.split("_")[:2]), (DamagedStore, DAMAGED))
    return _POSTGRES.get(_fields(trouble).get("C", ""), (NoDatabase, AWAY))


def _fields(trouble: Any) -> dict[str, str]:
    """What PostgreSQL says of an error, by its letters: C the code, M the message."""
    first = trouble.args[0] if getattr(trouble, "args", None) else None
    return first if isinstance(first, dict) else {}


def _why(trouble: Any) -> str:
    return " ".join(str(_fields(trouble).get("M") or trouble).split())[:200]
