"""Counts compared by meaning: ranges that meet, bounds that are open, none that is not nought."""

from functools import cache
from math import inf

from counterclaim.lexicon import load
from counterclaim.model import Polarity, Quantity
from counterclaim.text import folded, lowered, words

Range = tuple[float, float]

# A count of this many that two tellings share is no chance; "one" and "at least one" are said of the same man.
TELLING = 10


def bounds(quantity: Quantity | None, polarity: Polarity = "+") -> Range | None:
    """The least and the most that a claim counts; nobody is nought; None where there is no figure."""
    if quantity is None or (quantity.low is None and quantity.high is None):
        return (0, 0) if quantity is not None and polarity == "-" else None
    low = 0 if quantity.low is None else quantity.low
    return low, inf if quantity.high is None else quantity.high


def claimed(quantity: Quantity | None, polarity: Polarity = "+") -> Range | None:
    """The least and the most that a claim says there are: who is counted by name or as "a judge" need not be all."""
    found = bounds(quantity, polarity)
    return found if found is None or numbered(quantity) or found[0] < 1 else (found[0], inf)


def numbered(quantity: Quantity | None) -> bool:
    """A number is said, and not only somebody named; without words there is nothing that says otherwise."""
    if quantity is None or not quantity.text:
        return True
    return any(word[0].isdigit() or word in number_words() for _, _, word in words(lowered(folded(quantity.text))))


@cache
def number_words() -> frozenset[str]:
    """The words for numbers, with those for a pair and for nobody."""
    lists = load("numbers")
    return frozenset({*lists["simple"], *lists["scales"], *load("compare")["counting"]})


def meet(left: Range, right: Range) -> bool:
    """There is a number that both allow."""
    return left[0] <= right[1] and right[0] <= left[1]


def figure(quantity: Quantity | None) -> int | None:
    """The number that is named, whatever bounds it."""
    if quantity is None:
        return None
    return quantity.low if quantity.low is not None else quantity.high


def exact(quantity: Quantity | None) -> bool:
    """One number is named, and nothing says at least or at most."""
    return quantity is not None and quantity.low is not None and quantity.low == quantity.high


def joined(quantities: list[Quantity]) -> Quantity | None:
    """From the least to the most that any of them allows; None where none has a figure."""
    known = [q for q in quantities if bounds(q) is not None]
    if not known:
        return None
    lows, highs = [q.low for q in known], [q.high for q in known]
    if len({(q.low, q.high) for q in known}) == 1:
        return known[0]
    low = min((n for n in lows if n is not None), default=None) if None not in lows else None
    high = max((n for n in highs if n is not None), default=None) if None not in highs else None
    return Quantity(low=low, high=high, of=known[0].of, text=" / ".join(sorted({q.text for q in known})))


def amount(quantity: Quantity | None) -> str:
    """A count in words."""
    found = bounds(quantity)
    if quantity is None or found is None:
        return quantity.text if quantity else "no figure"
    if exact(quantity):
        return f"{quantity.low:,}"
    if quantity.high is None:
        return f"at least {quantity.low:,}"
    return f"at most {quantity.high:,}" if quantity.low is None else f"{quantity.low:,} to {quantity.high:,}"
