"""Decisions as JSON lines: out, in, in again, and lines that are none."""

import io
from pathlib import Path

import msgspec
import pytest

from counterclaim.errors import BadDecision
from counterclaim.model import Decision
from counterclaim.review.chain import faults
from counterclaim.review.lines import read_file, read_lines, write_lines
from counterclaim.review.store import Store, open_store

from .making import decision


def lines_of(store: Store) -> bytes:
    out = io.BytesIO()
    write_lines(store.decisions(), out)
    return out.getvalue()


def filled(folder: Path) -> Store:
    folder.mkdir()
    store = open_store(folder)
    store.append("Ada", "reject", ["m-1"])
    store.append("Ada", "correct", ["m-2"], "quantity", "at least 20")
    store.append("Ada", "undo", ["m-1"], value=1)
    store.append("Ada", "undo", ["m-1"], value=3)
    store.append("Ada", "note", [], note="two\nlines  and “quotes”")
    return store


def said(decisions: tuple[Decision, ...]) -> list[tuple[object, ...]]:
    return [(d.at, d.user, d.action, d.mentions, d.slot, d.value, d.note) for d in decisions]


def test_out_and_in_and_in_again(tmp_path: Path, store: Store) -> None:
    one = filled(tmp_path / "one")
    out = lines_of(one)
    assert len(read_lines(store, out.splitlines(), "file")) == 5
    assert said(store.decisions()) == said(one.decisions())
    assert read_lines(store, out.splitlines(), "file") == ()
    assert read_lines(one, lines_of(store).splitlines(), "file") == ()
    assert faults(store.decisions()) == []
    one.close()


def test_what_is_undone_is_found_under_its_new_id(tmp_path: Path, store: Store) -> None:
    one = filled(tmp_path / "one")
    store.append("Bo", "accept", ["m-7"])
    store.append("Bo", "accept", ["m-8"])
    added = read_lines(store, lines_of(one).splitlines(), "file")
    assert [(d.id, d.value) for d in added if d.action == "undo"] == [(5, 3), (6, 5)]
    assert read_lines(store, lines_of(one).splitlines(), "file") == ()
    one.close()


def test_only_what_is_new_is_added(tmp_path: Path, store: Store) -> None:
    one = filled(tmp_path / "one")
    read_lines(store, lines_of(one).splitlines(), "file")
    one.append("Bo", "undo", [], value=2)
    added = read_lines(store, lines_of(one).splitlines(), "file")
    assert [(d.user, d.action, d.value) for d in added] == [("Bo", "undo", 2)]
    one.close()


GOOD = msgspec.json.encode(decision(1, "accept", ["m-1"]))


@pytest.mark.parametrize(
    "bad, says",
    [
        (b"{", "is no decision"),
        (b"[]", "is no decision"),
        (b"\xff", "is no decision"),
        (b"[" * 100_000, "is no decision"),
        (b" " * 10 + b"x" * 1_000_001, "longer than any decision"),
        (GOOD.replace(b"accept", b"shout"), "is no decision"),
        (GOOD.replace(b"2031-05-07T09:30:00.000Z", b"yesterday"), "has no time"),
        (GOOD.replace(b"2031-05-07T09:30:00.000Z", b"2031-05-07T09:30:00"), "has no time in UTC"),
        (GOOD.replace(b'["m-1"]', b"[]"), "it must name a mention"),
        (GOOD.replace(b"accept", b"undo").replace(b'"value":null', b'"value":9'), "undoes decision 9"),
    ],
)
def test_a_line_that_is_none_is_named_and_nothing_is_added(bad: bytes, says: str, store: Store) -> None:
    with pytest.raises(BadDecision, match=rf"file\.jsonl, line 3:? .*{says}"):
        read_lines(store, [GOOD, b"\n", bad, GOOD], "file.jsonl")
    assert store.decisions() == ()


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    store = open_store(tmp_path)
    with pytest.raises(BadDecision, match=r"none\.jsonl cannot be read: No such file"):
        read_file(store, tmp_path / "none.jsonl")
    store.close()
