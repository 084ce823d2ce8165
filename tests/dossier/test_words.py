"""How the program says days, counts and figures."""

import pytest

from counterclaim.dossier.words import claim_weight, count, day_range, figure, long_day, short_day, since, weight
from counterclaim.model import Quantity


@pytest.mark.parametrize("first, last, words", [
    ("2031-05-03", "2031-05-05", "3–5 May 2031"),
    ("2031-05-03", "2031-05-03", "3 May 2031"),
    ("2031-04-30", "2031-05-02", "30 April – 2 May 2031"),
    ("2030-12-31", "2031-01-01", "31 December 2030 – 1 January 2031"),
    (None, "2031-05-03", "3 May 2031"),
    (None, None, "day unknown"),
])  # fmt: skip
def test_days(first: str | None, last: str | None, words: str) -> None:
    assert day_range(first, last) == words


@pytest.mark.parametrize("day, short, long", [
    ("2031-05-03", "3 May", "3 May 2031"),
    ("2031-05", "May 2031", "May 2031"),
    ("2031-12", "Dec 2031", "December 2031"),
    ("2031", "2031", "2031"),
    ("2031-13-41", "2031-13-41", "2031-13-41"),
    (None, "undated", "day unknown"),
])  # fmt: skip
def test_one_day(day: str | None, short: str, long: str) -> None:
    assert (short_day(day), long_day(day)) == (short, long)


@pytest.mark.parametrize("first, last, words", [
    ("2031-05-03", None, "since 3 May"),
    (None, "2031-05-03", "until 3 May"),
    ("2031-05-03", "2031-05-03", "3 May"),
    ("2031-05-03", "2031-05-04", "3 May – 4 May"),
    (None, None, "day unknown"),
])  # fmt: skip
def test_since(first: str | None, last: str | None, words: str) -> None:
    assert since(first, last) == words


@pytest.mark.parametrize("low, high, words", [
    (1000, None, "at least 1,000"),
    (None, 100, "at most 100"),
    (20, 30, "20–30"),
    (0, 0, "0"),
    (None, None, "“dozens”"),
])  # fmt: skip
def test_figures(low: int | None, high: int | None, words: str) -> None:
    assert figure(Quantity(low, high, None, "dozens")) == words


def test_counts_agree_with_their_nouns() -> None:
    assert count(1, "report") == "1 report"
    assert count(1204, "party", "parties") == "1,204 parties"
    assert weight(9, 2) == "9 reports, 2 origins"
    assert weight(1, 0) == "1 report, no origin named"
    assert claim_weight(3, 1) == "3 reports, 1 text"
    assert claim_weight(1, 1) == "1 report"
