"""What nests too deep is told before it is parsed, and what only looks so is read."""

import time

import pytest

from counterclaim.model import Rejected
from counterclaim.reading.nesting import DEEPEST, too_deep
from counterclaim.reading.page import read_page

SAID = "The Ostra Front said on Sunday that it holds Dresna."
MANY = DEEPEST + 1


@pytest.mark.parametrize(
    ("unit", "wanted"),
    [
        ("<div>", True),
        ("<ul><li>", True),
        ("<ul><LI class='a'>word</li></p></div>", True),  # closes what was never opened
        ("<table><tr><td>", True),
        ("<b><i>", True),
        ("<div>word</div>", False),
        ("<ul><li>word<li>word</ul>", False),  # the next item closes the one before
        ("<p>word<br><img src=a>", False),
        ("<tr><td>word", False),
        ("</div>", False),
        ("a < b <3 <- ", False),
    ],
)
def test_depth(unit: str, wanted: bool) -> None:
    assert too_deep(unit * MANY) is wanted


def test_a_page_of_sixty_thousand_lists_is_refused_at_once() -> None:
    began = time.process_time()
    found = read_page("<ul><li>" * 60_000 + SAID, "a.html")
    assert found == Rejected("a.html", "its elements nest more than 5,000 deep")
    assert time.process_time() - began < 2


def test_as_deep_as_is_allowed_is_read() -> None:
    found = read_page("<ul><li>" * DEEPEST + SAID, "a.html")
    assert not isinstance(found, Rejected) and found.text == SAID
