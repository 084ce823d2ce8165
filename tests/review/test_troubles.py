"""A workspace that cannot be used: one plain error that names it and says what to do; nothing is lost."""

import gc
import multiprocessing
import os
import resource
import signal
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from counterclaim.errors import BadOption, BusyStore, CounterclaimError, DamagedStore, NoDatabase, NotWritable
from counterclaim.review import tables
from counterclaim.review.chain import faults
from counterclaim.review.store import open_store, stored
from counterclaim.review.tables import NAME

NOBODY = 65534


def written(folder: Path, count: int = 3) -> Path:
    store = open_store(folder)
    for number in range(count):
        store.append("Ada", "note", [], note=str(number))
    store.close()
    return folder / NAME


@pytest.mark.parametrize(
    "content",
    [b"not a database", b"\0" * 5000, b"SQLite format 3\0" + b"\xff" * 5000],
    ids=["text", "zeros", "broken head"],
)
def test_a_file_that_is_no_database(content: bytes, tmp_path: Path) -> None:
    (tmp_path / NAME).write_bytes(content)
    for use in (open_store, stored):
        with pytest.raises(DamagedStore, match=rf"{NAME} is damaged \(.*put back a copy"):
            use(tmp_path)
    assert (tmp_path / NAME).read_bytes() == content


def test_pages_overwritten_in_the_middle(tmp_path: Path) -> None:
    path = written(tmp_path, 300)
    content = bytearray(path.read_bytes())
    content[8192:24576] = os.urandom(16384)
    path.write_bytes(content)
    with pytest.raises(DamagedStore, match="is damaged"):
        stored(tmp_path)


@pytest.mark.parametrize(
    "column, value", [("action", "shout"), ("mentions", "none"), ("value", "{"), ("user", b"\xff"), ("mentions", "[7]")]
)
def test_a_row_that_is_no_decision(column: str, value: object, tmp_path: Path) -> None:
    path = written(tmp_path)
    other = sqlite3.connect(path)
    other.execute("DROP TRIGGER decisions_unchanged")
    other.execute(f"UPDATE decisions SET {column} = ? WHERE id = 2", (value,))  # noqa: S608
    other.commit()
    other.close()
    with pytest.raises(DamagedStore, match="a row is no decision"):
        stored(tmp_path)


def test_another_programs_database(tmp_path: Path) -> None:
    other = sqlite3.connect(tmp_path / NAME)
    other.execute("CREATE TABLE bookmarks (url text)")
    other.close()
    before = (tmp_path / NAME).read_bytes()
    for use in (open_store, stored):
        with pytest.raises(DamagedStore, match="belongs to another program; move it away"):
            use(tmp_path)
    assert (tmp_path / NAME).read_bytes() == before


def test_another_programs_table_of_the_same_name(tmp_path: Path) -> None:
    other = sqlite3.connect(tmp_path / NAME)
    other.execute("CREATE TABLE decisions (id integer, verdict text)")
    other.close()
    with pytest.raises(DamagedStore, match="belongs to another program"):
        open_store(tmp_path)


def test_held_by_another_program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tables, "PATIENCE", 0.1)
    path = written(tmp_path)
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    store = open_store(tmp_path)
    with pytest.raises(BusyStore, match="is held by another program; close that"):
        store.append("Ada", "accept", ["m-1"])
    other.execute("ROLLBACK")
    other.close()
    assert store.append("Ada", "accept", ["m-1"]).id == 4
    store.close()


def test_there_is_no_folder(tmp_path: Path) -> None:
    with pytest.raises(NotWritable, match=r"there is no folder .*counterclaim build"):
        open_store(tmp_path / "none")


@pytest.mark.parametrize(
    "database, says",
    [
        ("nonsense", "is no address; give postgresql://"),
        ("mysql://host/name", "is for mysql; give postgresql://"),
        ("sqlite:///other.sqlite", "is for sqlite; give postgresql://"),
        ("postgresql://host:port/name", "is no address"),
    ],
)
def test_an_address_that_cannot_be_meant(database: str, says: str, tmp_path: Path) -> None:
    with pytest.raises(BadOption, match=says):
        open_store(tmp_path, database)


# The driver forgets to close its socket where a server turns it away.
turned_away = pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")


@turned_away
def test_a_server_that_does_not_answer(tmp_path: Path) -> None:
    with pytest.raises(NoDatabase, match=r"cannot be used .*check address") as caught:
        open_store(tmp_path, "postgresql://ada:secret@127.0.0.1:1/workspace")
    assert "secret" not in str(caught.value)
    del caught
    gc.collect()


@turned_away
def test_a_database_that_does_not_exist(postgres: str, tmp_path: Path) -> None:
    with pytest.raises(NoDatabase, match='"nowhere" does not exist') as caught:
        open_store(tmp_path, f"{postgres}/nowhere")
    del caught
    gc.collect()


def test_postgres_held_by_another_program(new_database: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tables, "PATIENCE", 0.2)
    one, two = open_store(tmp_path, new_database), open_store(tmp_path, new_database)
    with one.writer.begin() as connection:
        connection.exec_driver_sql("SELECT 1")
        with pytest.raises(BusyStore, match="is held by another program"):
            two.append("Ada", "accept", ["m-1"])
    assert two.append("Ada", "accept", ["m-1"]).id == 1
    one.close()
    two.close()


# ── a child process without rights, or without room ─────────────────────────────────────────────────────────


def in_child(job: Callable[[], str]) -> str:
    """What the job gives, or the error that it ends with, from a process of its own."""

    def run(out: "multiprocessing.connection.Connection") -> None:
        try:
            out.send(job())
        except CounterclaimError as error:
            out.send(f"{type(error).__name__}: {error}")

    context = multiprocessing.get_context("fork")
    inbox, outbox = context.Pipe(duplex=False)
    child = context.Process(target=run, args=(outbox,))
    child.start()
    child.join(60)
    outbox.close()
    return str(inbox.recv())


def without_rights() -> None:
    if os.getuid() == 0:
        os.setgid(NOBODY)
        os.setuid(NOBODY)


@pytest.fixture
def locked_folder(tmp_path: Path) -> Path:
    """A folder with a workspace that may be read and not written."""
    folder = tmp_path / "ledger"
    folder.mkdir()
    written(folder).chmod(0o444)
    folder.chmod(0o555)
    for above in (tmp_path, *tmp_path.parents[:3]):
        above.chmod(above.stat().st_mode | 0o055)
    return folder


def test_a_folder_that_may_only_be_read(locked_folder: Path) -> None:
    def append() -> str:
        without_rights()
        open_store(locked_folder).append("Ada", "accept", ["m-1"])
        return "kept"

    def read() -> str:
        without_rights()
        return str(len(stored(locked_folder)))

    assert "NotWritable" in (said := in_child(append)) and "write access" in said
    assert in_child(read) == "3"
    assert len(stored(locked_folder)) == 3


def test_a_full_disk(tmp_path: Path) -> None:
    path = written(tmp_path)

    def fill() -> str:
        store = open_store(tmp_path)
        room = path.stat().st_size + 50_000
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (room, room))
        kept = 0
        try:
            while kept < 1_000:
                store.append("Ada", "note", [], note="x" * 5_000)
                kept += 1
        except CounterclaimError as error:
            return f"{kept} {type(error).__name__}: {error}"
        return "room without end"

    kept, _, said = in_child(fill).partition(" ")
    assert "NotWritable" in said and "room on the disk" in said
    found = stored(tmp_path)
    assert len(found) == 3 + int(kept)
    assert faults(found) == []
    store = open_store(tmp_path)
    assert store.append("Ada", "accept", ["m-1"]).id == len(found) + 1
    store.close()
