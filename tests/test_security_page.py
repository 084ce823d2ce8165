"""The page on security names for each promise the tests that show it; they are there."""

import re

import pytest

from conftest import ROOT

PAGE = (ROOT / "docs" / "security.md").read_text(encoding="utf-8")
ROWS = [line.strip("|").split(" | ") for line in PAGE.splitlines() if line.startswith("| ") and "shown by" not in line]
PROMISES = [row for row in ROWS if len(row) == 2]  # the table of fuzzing has more columns


@pytest.mark.parametrize("promise, shown", PROMISES)
def test_each_promise_names_tests_that_are_there(promise: str, shown: str) -> None:
    named = re.findall(r"`(tests/[^`]+)`", shown)
    assert named or "by construction" in shown or "the Makefile" in shown
    assert all((ROOT / path).exists() for path in named), promise
