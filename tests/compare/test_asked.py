"""A rule whose answer is kept looks things up; it cannot go through all of a case unseen."""

from collections.abc import Callable
from typing import Any

import pytest

from counterclaim.compare.asked import Unseen


@pytest.mark.parametrize("way", [list, len, bool, lambda all_: 1 in all_, lambda all_: all_[:1]])
def test_what_nobody_goes_through(way: Callable[[Any], object]) -> None:
    with pytest.raises(TypeError, match="looks things up"):
        way(Unseen())
