"""Identity comes from content."""

import pytest

from counterclaim.ids import content_id


@pytest.mark.parametrize(
    "left, right, same",
    [
        (("a", 1), ("a", 1), True),
        (("ab", "c"), ("a", "bc"), False),
        ((None,), ("",), False),
        (([1, 2],), ((1, 2),), True),
        (("é",), ("e\u0301",), False),
    ],
)
def test_ids_follow_content(left: tuple[object, ...], right: tuple[object, ...], same: bool) -> None:
    assert (content_id("x", *left) == content_id("x", *right)) is same


def test_lone_surrogates_have_an_id() -> None:
    assert content_id("x", "\ud800").startswith("x-")
