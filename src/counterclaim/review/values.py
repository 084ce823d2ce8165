"""What a slot may be set to, and the one form in which that is kept."""

from collections.abc import Callable, Mapping
from datetime import date
from itertools import pairwise
from typing import Any, get_args

import msgspec

from counterclaim.errors import BadDecision
from counterclaim.model import Kind, Polarity, Quantity, Scale, Span
from counterclaim.text import encodable

LONGEST = 300  # characters of a name; more is no name
LONGEST_CLAIM = 10_000  # pieces of a claim; more is no claim that a person selected
MOST = 2**53 - 1  # the largest whole number that every reader of JSON agrees on


def words(value: Any, what: str, most: int = LONGEST) -> str:
    """Text that says something, on one line and without what no database can hold."""
    if not isinstance(value, str):
        raise BadDecision(f"{what} must be text, not {_shown(value)}")
    line = " ".join(encodable(value).replace("\0", "\ufffd").split())
    if not line:
        raise BadDecision(f"{what} is empty")
    if len(line) > most:
        raise BadDecision(f"{what} has {len(line)} characters; at most {most} can be kept")
    return line


def name(value: Any, what: str) -> str | None:
    """A name, alias or id; none where there is nobody."""
    return None if value is None else words(value, what)


def names(value: Any, what: str) -> list[str]:
    if not isinstance(value, list) or len(value) > 20:
        raise BadDecision(f"{what} must be a list of names, not {_shown(value)}")
    return [words(v, what) for v in value]


def one_of(known: tuple[str, ...]) -> Callable[[Any, str], str]:
    def chosen(value: Any, what: str) -> str:
        if value not in known or not isinstance(value, str):
            raise BadDecision(f"{what} cannot be {_shown(value)}; it can be {', '.join(known)}")
        return value

    return chosen


def day(value: Any, what: str) -> str:
    """A day of the calendar, as 2021-09-06."""
    try:
        known = date.fromisoformat(value) if isinstance(value, str) and len(value) == 10 else None
    except ValueError as error:
        raise BadDecision(f"{what} is no day: {_shown(value)}; write it as 2021-09-06") from error
    if known is None:
        raise BadDecision(f"{what} is no day: {_shown(value)}; write it as 2021-09-06")
    return known.isoformat()


def said(value: Any, what: str) -> dict[str, str | None] | None:
    """A day, with the time where it is known."""
    if value is None:
        return None
    known = _fields({"day": value} if isinstance(value, str) else value, ("day", "time"), what)
    return {"day": day(known.get("day"), what), "time": _time(known.get("time"), what)}


def _time(value: Any, what: str) -> str | None:
    if value is None:
        return None
    hours, _, minutes = value.partition(":") if isinstance(value, str) else ("", "", "")
    digits = len(hours) == len(minutes) == 2 and (hours + minutes).isascii() and (hours + minutes).isdigit()
    if not digits or int(hours) > 23 or int(minutes) > 59:
        raise BadDecision(f"{what} has no time of day: {_shown(value)}; write it as 14:05")
    return str(value)


def when(value: Any, what: str) -> dict[str, str | None] | None:
    """A day, or the first and the last, either of them open."""
    if value is None:
        return None
    known = _fields({"from": value, "to": value} if isinstance(value, str) else value, ("from", "to"), what)
    first, last = (None if known.get(key) is None else day(known[key], what) for key in ("from", "to"))
    if first is not None and last is not None and last < first:
        raise BadDecision(f"{what} ends on {last}, before it begins on {first}")
    return {"from": first, "to": last}


def quantity(value: Any, what: str) -> dict[str, Any] | None:
    """A count with its bounds, either of them open, and who is counted."""
    if value is None:
        return None
    if isinstance(value, str):
        return _counted(words(value, what), what)
    if isinstance(value, int) and not isinstance(value, bool):
        value = {"low": value, "high": value}
    known = _fields(value, ("low", "high", "of"), what)
    low, high = (_number(known.get(key), what) for key in ("low", "high"))
    if low is not None and high is not None and high < low:
        raise BadDecision(f"{what} is at most {high} and at least {low}: no number is both")
    return {"low": low, "high": high, "of": name(known.get("of"), what)}


def _counted(text: str, what: str) -> dict[str, Any]:
    """The one count that the words give: "at least 20 soldiers"."""
    from counterclaim.values.quantities import quantities

    found = quantities(text)
    if len(found) != 1:
        raise BadDecision(f"{what} gives {len(found) or 'no'} numbers in {text!r}; write one, such as: at least 20")
    given: Quantity = found[0].quantity
    noun = text[found[0].span.end :].strip()
    return {"low": given.low, "high": given.high, "of": noun or None}


def _number(value: Any, what: str) -> int | None:
    if value is None or (isinstance(value, int) and not isinstance(value, bool) and 0 <= value <= MOST):
        return value
    raise BadDecision(f"{what} has no whole number: {_shown(value)}")


def spans(value: Any, what: str) -> list[list[int]]:
    """Where the words stand: one or more half-open ranges of code points, in order, none within another."""
    try:
        known = msgspec.convert(value, tuple[Span, ...])
    except msgspec.ValidationError as error:
        raise BadDecision(f"{what} must be ranges such as [[212, 301]], not {_shown(value)}") from error
    edges = [edge for span in known for edge in (span.start, span.end)]
    rising = all(a < b if n % 2 == 0 else a <= b for n, (a, b) in enumerate(pairwise(edges)))
    if not 0 < len(known) <= LONGEST_CLAIM or edges[0] < 0 or not rising:
        raise BadDecision(f"{what} must be ranges in order, each with something in it, not {_shown(value)}")
    return [[s.start, s.end] for s in known]


def _fields(value: Any, keys: tuple[str, ...], what: str) -> Mapping[str, Any]:
    if not isinstance(value, dict) or not value.keys() <= set(keys):
        raise BadDecision(f"{what} cannot be {_shown(value)}; it may have {', '.join(keys)}")
    return value


def _shown(value: Any) -> str:
    text = repr(value)
    return text if len(text) <= 80 else text[:80] + "…"


# Each slot that a person can set, with what makes its value sure.
SLOTS: dict[str, Callable[[Any, str], Any]] = {
    "kind": one_of(get_args(Kind)),
    "speaker": name,
    "party": name,
    "role": name,
    "channel": name,
    "said": said,
    "subject": name,
    "object": name,
    "place": name,
    "when": when,
    "quantity": quantity,
    "polarity": one_of(get_args(Polarity)),
    "hedge": one_of(get_args(Scale)),
    "via": names,
}
