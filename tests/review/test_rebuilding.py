"""A decision names a mention, so it survives when more reports are read."""

from pathlib import Path

from counterclaim.building import build
from counterclaim.ledger import read_ledger, write_ledger
from counterclaim.model import Ledger, Mention
from counterclaim.review import review
from counterclaim.review.store import open_store, stored

FIRST = """Karvel, March 3, 2024

The army said on Sunday that its troops had captured the town of Karvel and that 40 rebels had been killed there."""
SECOND = """Karvel, March 4, 2024

A rebel spokesman, Ilan Dovrek, denied that Karvel had fallen. "We hold the town," Dovrek told reporters."""
THIRD = """Karvel, March 5, 2024

The governor of Karvel, Mara Sel, said that only three people were killed in the town. The army said on Sunday that \
its troops had captured the town of Karvel and that 40 rebels had been killed there."""


def told(ledger: Ledger, kind: str) -> Mention:
    return next(m for m in ledger.mentions if m.kind == kind)


def test_decisions_survive_a_build_with_one_more_report(tmp_path: Path) -> None:
    sources = tmp_path / "sources"
    sources.mkdir()
    for name, text in (("a.txt", FIRST), ("b.txt", SECOND)):
        (sources / name).write_text(text, encoding="utf-8")
    write_ledger(build([sources]), tmp_path)
    before = read_ledger(tmp_path)
    captured, killed = told(before, "control"), told(before, "killed")
    store = open_store(tmp_path)
    store.append("Ada", "accept", [captured.id])
    store.append("Ada", "correct", [killed.id], "quantity", "at least 14 rebels")
    store.append("Ada", "party", [killed.id], value="Northern Army")
    store.close()
    kept = (tmp_path / "workspace.sqlite").read_bytes()

    (sources / "c.txt").write_text(THIRD, encoding="utf-8")
    write_ledger(build([sources]), tmp_path)
    after = read_ledger(tmp_path)
    assert len(after.reports) == 3
    assert (tmp_path / "workspace.sqlite").read_bytes() == kept

    seen = review(after, stored(tmp_path))
    assert seen.lost == ()
    assert [d.action for d in seen.decided[captured.id]] == ["accept"]
    found = next(m for m in seen.ledger.mentions if m.id == killed.id)
    assert found.quantity is not None and (found.quantity.low, found.quantity.high) == (14, None)
    assert [p.name for p in seen.ledger.parties if p.id == found.party] == ["Northern Army"]
