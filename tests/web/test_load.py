"""Reviewers at work at once, as benchmarks/load.py has them, for a few seconds: nothing is lost and nothing doubled."""

import asyncio
from pathlib import Path

import msgspec
import pytest

from counterclaim.review.store import stored
from web.served import served

BENCHMARKS = Path(__file__).parents[2] / "benchmarks"


def test_what_reviewers_decide_at_once_is_kept_once(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(BENCHMARKS)
    import load

    monkeypatch.setattr(load, "THOUGHT", (0.02, 0.1))
    with served(folder) as address:
        heard = asyncio.run(load.at_work(load.desk(address), reviewers=6, seconds=3))
    kept, made = stored(folder), [answer.made for answer in heard if answer.made]
    assert len(made) > 10 and load.troubles(kept, heard) == []
    doubled = (*kept, msgspec.structs.replace(kept[-1], id=len(kept) + 1))
    assert any("kept 2 times" in line for line in load.troubles(doubled, heard))
    assert any("lost" in line for line in load.troubles(kept[:-1], heard))
