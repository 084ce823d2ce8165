"""Who may come in."""

import time

import pytest

from counterclaim.web import door
from counterclaim.web.door import Door, Tries


def test_only_the_word_fits() -> None:
    closed = Door("a long word")
    assert [closed.fits(given) for given in ("a long word", "a long wor", "", "a long word ", "\ud800")] == [
        True, False, False, False, False]  # fmt: skip
    assert closed.fits("a long word")


def test_a_ticket_admits_until_it_runs_out(monkeypatch: pytest.MonkeyPatch) -> None:
    closed = Door("a long word")
    ticket = closed.ticket()
    assert closed.admits(ticket)
    monkeypatch.setattr(time, "time", lambda now=time.time(): now + door.TICKET_LASTS + 1)
    assert not closed.admits(ticket)


@pytest.mark.parametrize("forged", ["", ".", "9999999999.", "9999999999." + "0" * 64, "x.y", "²." + "0" * 64])
def test_no_other_ticket_admits(forged: str) -> None:
    assert not Door("a long word").admits(forged)


def test_a_ticket_is_good_for_one_door() -> None:
    assert not Door("a long word").admits(Door("a long word").ticket())


def test_wrong_words_run_out_by_address_and_in_all() -> None:
    tries = Tries()
    for _ in range(door.TRIES):
        assert tries.allowed("10.0.0.1")
        tries.failed("10.0.0.1")
    assert not tries.allowed("10.0.0.1") and tries.allowed("10.0.0.2")
    for n in range(door.ALL_TRIES):
        tries.failed(f"10.0.1.{n}")
    assert not tries.allowed("10.0.0.3")


def test_wrong_words_are_forgotten_after_a_minute(monkeypatch: pytest.MonkeyPatch) -> None:
    tries = Tries()
    for _ in range(door.TRIES):
        tries.failed("10.0.0.1")
    monkeypatch.setattr(time, "monotonic", lambda now=time.monotonic(): now + door.WITHIN + 1)
    assert tries.allowed("10.0.0.1")
