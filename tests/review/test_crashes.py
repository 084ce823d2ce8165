"""Many at once, and killed at any moment: nothing acknowledged is lost, nothing is doubled, the chain holds."""

import random
import subprocess
import sys
import time
from pathlib import Path

import pytest

from counterclaim.review.chain import faults
from counterclaim.review.store import stored

from .conftest import Place

WRITER = Path(__file__).with_name("writer.py")


def writer(place: Place, user: str, count: int) -> "subprocess.Popen[str]":
    call = [sys.executable, str(WRITER), str(place.folder), place.database or "-", user, str(count)]
    return subprocess.Popen(call, stdout=subprocess.PIPE, text=True)


def test_processes_write_at_once(place: Place) -> None:
    writers = [writer(place, f"user{n}", 40) for n in range(4)]
    said = [process.communicate(timeout=120)[0] for process in writers]
    assert [process.returncode for process in writers] == [0] * 4
    acknowledged = sorted(line for lines in said for line in lines.splitlines() if line != "ready")
    found = stored(*place)
    assert acknowledged == sorted(f"{d.id} {d.note}" for d in found)
    assert len(found) == 160
    assert faults(found) == []


@pytest.mark.parametrize("seed", range(3))
def test_killed_at_any_moment(place: Place, seed: int) -> None:
    rng = random.Random(seed)
    acknowledged: list[str] = []
    for round in range(2):
        process = writer(place, f"round{round}", 0)
        assert process.stdout is not None and process.stdout.readline() == "ready\n"
        time.sleep(rng.random() / 4)
        process.kill()
        lines = process.stdout.read().splitlines(keepends=True)
        acknowledged += [line.strip() for line in lines if line.endswith("\n")]
        process.wait()
        process.stdout.close()
        found = stored(*place)
        assert set(acknowledged) <= {f"{d.id} {d.note}" for d in found}
        assert faults(found) == []
        assert len(found) <= len(acknowledged) + round + 1  # at most the one that it was about to acknowledge


def test_killed_while_the_tables_are_made(place: Place) -> None:
    for moment in (0.0, 0.3, 0.6, 0.9):
        process = writer(place, "early", 0)
        time.sleep(moment)
        process.kill()
        process.communicate()
        assert faults(stored(*place)) == []
    process = writer(place, "late", 1)
    assert process.communicate(timeout=60)[0].splitlines()[0] == "ready"
    assert faults(stored(*place)) == []
