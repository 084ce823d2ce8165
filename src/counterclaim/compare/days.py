"""Days compared; a day that is not known stands against none."""

from datetime import date
from functools import lru_cache


@lru_cache(maxsize=65536)
def apart(left: str | None, right: str | None) -> int | None:
    """How many days lie between two ISO days; None where one is not known to the day."""
    if left is None or right is None or len(left) != 10 or len(right) != 10:
        return None
    return abs((date.fromisoformat(left) - date.fromisoformat(right)).days)


def close(left: str | None, right: str | None, days: int = 1) -> bool:
    """They are at most so many days apart, or one is not known."""
    between = apart(left, right)
    return between is None or between <= days


def spoken(day: str) -> str:
    """A day as prose has it: 5 March 2024; a month or a year stays as it is known."""
    if len(day) != 10:
        return day
    known = date.fromisoformat(day)
    return f"{known.day} {known:%B} {known.year}"
