"""The ledger on disk: same bytes for the same input, whole or not at all, plain errors."""

from pathlib import Path

import msgspec
import pytest

from counterclaim.building import build
from counterclaim.errors import DamagedLedger, NotWritable
from counterclaim.ledger import faults, read_ledger, write_ledger
from counterclaim.model import Ledger


def test_written_and_read_back(example: Ledger, tmp_path: Path) -> None:
    write_ledger(example, tmp_path)
    assert read_ledger(tmp_path) == example


def test_same_input_same_bytes(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("The army said on 3 March 2024 that it had captured Karvel.", encoding="utf-8")
    (tmp_path / "b.txt").write_text("The Ostra Front denied on 3 March 2024 that Karvel had fallen.", encoding="utf-8")
    first = write_ledger(build([tmp_path / "a.txt", tmp_path / "b.txt"]), tmp_path / "one").read_bytes()
    again = write_ledger(build([tmp_path / "b.txt", tmp_path / "a.txt"]), tmp_path / "two").read_bytes()
    assert first == again


def test_the_schema_fits_what_is_written(example: Ledger, tmp_path: Path) -> None:
    write_ledger(example, tmp_path)
    schema = msgspec.json.decode((tmp_path / "ledger.schema.json").read_bytes())
    assert set(schema["$defs"]["Ledger"]["required"]) <= set(
        msgspec.json.decode((tmp_path / "ledger.json").read_bytes())
    )


@pytest.mark.parametrize(
    "content, says",
    [
        (b"{", "not a ledger"),
        (b"[]", "not a ledger"),
        (b'{"format": "other"}', "not a ledger"),
        (b"\xff", "not a ledger"),
    ],
)
def test_damaged_files_are_named(content: bytes, says: str, tmp_path: Path) -> None:
    (tmp_path / "ledger.json").write_bytes(content)
    with pytest.raises(DamagedLedger, match=says):
        read_ledger(tmp_path)


def test_a_path_may_be_plain_text(example: Ledger, tmp_path: Path) -> None:
    written = write_ledger(example, tmp_path)
    assert read_ledger(str(tmp_path)) == read_ledger(str(written)) == example


def test_no_ledger_says_how_to_make_one(tmp_path: Path) -> None:
    with pytest.raises(DamagedLedger, match="counterclaim build"):
        read_ledger(tmp_path)


def test_a_span_outside_its_text_is_not_written(example: Ledger, tmp_path: Path) -> None:
    short = tuple(msgspec.structs.replace(r, text=r.text[:10], blocks=()) for r in example.reports)
    broken = msgspec.structs.replace(example, reports=short)
    assert any("leaves the text" in f for f in faults(broken))
    with pytest.raises(DamagedLedger):
        write_ledger(broken, tmp_path)
    assert not (tmp_path / "ledger.json").exists()


def test_a_file_in_the_way_is_named(example: Ledger, tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("here")
    with pytest.raises(NotWritable, match="taken"):
        write_ledger(example, tmp_path / "taken")
