"""Counts of people and things, with the bounds that their words set."""

import re
from collections.abc import Iterator

from counterclaim.lexicon import load
from counterclaim.model import Quantity, Record, Span
from counterclaim.text import folded, lowered
from counterclaim.values.bounds import BOUND_WORDS, bounded
from counterclaim.values.clock import clock_times
from counterclaim.values.dates import calendar_dates
from counterclaim.values.numerals import SCALES, Numeral, numerals
from counterclaim.values.uncounted import any_of, outside, why_uncounted

CHANGE = 40  # characters before "from 5 to 22" in which the verb of change stands

_LEXICON = load("numbers")
_CHANGE = re.compile(rf"\b{any_of(_LEXICON['change']['words'])}\b")
_VAGUE = re.compile(rf"(?<![\w'-])(?:{BOUND_WORDS} )?(?P<words>{any_of(_LEXICON['vague']['words'])})(?![\w'-])")
_NONE = re.compile(rf"(?<![\w'-]){any_of(_LEXICON['none']['words'])}(?![\w'-])")
_NO = re.compile(rf"(?<![\w'.-])no(?= [a-z])(?! {any_of(_LEXICON['none']['after_no'])}\b)")


class Counted(Record, frozen=True):
    """A count: `span` with its bound words, `number_span` the figure or number word alone.

    `former` marks the first of "rose from 5 to 22", which no longer stands. `quantity.of` is left open.
    """

    span: Span
    quantity: Quantity
    number_span: Span
    former: bool = False


def quantities(text: str) -> tuple[Counted, ...]:
    """The counts in the text, in text order, none overlapping.

    "about 400" is 400 to 400, "at least 400" has no upper bound, "up to 400" no lower; "dozens" has neither and
    names its policy; "no" and "none" are nought. Ages, times, dates, sums, measures, labels and scores are none.
    """
    view = lowered(folded(text))
    found = [*_numbered(text, view), *_vague(text, view), *_none(text, view)]
    kept: list[Counted] = []
    for counted in sorted(found, key=lambda c: (c.span.start, -c.span.end)):
        if not kept or counted.span.start >= kept[-1].span.end:
            kept.append(counted)
    return tuple(kept)


def _numbered(text: str, view: str) -> Iterator[Counted]:
    """Counts with a figure: two together where they make a range or a change, else each by itself."""
    written = sorted((*(d.span for d in calendar_dates(text)), *(t.span for t in clock_times(text))))
    free = outside(numerals(text), written)
    at = 0
    while at < len(free):
        pair = _pair(free[at], free[at + 1], text, view) if at + 1 < len(free) else None
        yield from _single(free[at], text, view) if pair is None else pair
        at += 1 if pair is None else 2


def _single(numeral: Numeral, text: str, view: str, former: bool = False) -> Iterator[Counted]:
    """The count that one number makes, if it makes one."""
    if numeral.value is not None and why_uncounted(numeral, text, view) is None:
        span, side = bounded(numeral.span, view)
        low = None if side == "high" else numeral.value
        high = None if side == "low" else numeral.value
        yield Counted(span, Quantity(low, high, None, span.of(text)), numeral.span, former)


def _pair(left: Numeral, right: Numeral, text: str, view: str) -> list[Counted] | None:
    """What two neighbouring numbers make together: a range, a change, nothing (a score); None where they are apart."""
    gap = view[left.span.end : right.span.start]
    before = view[max(0, left.span.start - CHANGE) : left.span.start]
    if left.value is None or right.value is None or gap not in (" to ", " and ", "-", " - ", " or "):
        return None
    if gap == " to " and before.endswith("from ") and _CHANGE.search(before):
        return [*_single(left, text, view, former=True), *_single(right, text, view)]
    if gap == " and " and not before.endswith("between "):
        return None
    low, high = _scaled(left, right, view), right.value
    if low >= high or _are_years(left, right):
        return [] if gap == "-" else None
    return _range(left, right, low, text, view)


def _scaled(left: Numeral, right: Numeral, view: str) -> int:
    """The lower end of "2 to 3 million" is two million."""
    value, last = left.value or 0, re.split(r"[ -]", right.span.of(view))[-1]
    scale = SCALES.get(last, 1)
    alone = re.split(r"[ -]", left.span.of(view))[-1] not in SCALES
    return value * scale if alone and value < (right.value or 0) / scale else value


def _are_years(left: Numeral, right: Numeral) -> bool:
    return all(n.figures and len(n.span) == 4 and 1900 <= (n.value or 0) <= 2099 for n in (left, right))


def _range(left: Numeral, right: Numeral, low: int, text: str, view: str) -> list[Counted]:
    number = Numeral(Span(left.span.start, right.span.end), right.value, left.figures)
    if why_uncounted(number, text, view) is not None:
        return []
    lead = re.search(r"\b(?:between|from) \Z", view[max(0, number.span.start - 8) : number.span.start])
    span, side = bounded(number.span, view)
    span = Span(number.span.start - len(lead.group()), number.span.end) if lead else span
    ends = (None if side == "high" else low, None if side == "low" else right.value)
    return [Counted(span, Quantity(*ends, None, span.of(text)), number.span)]


def _vague(text: str, view: str) -> Iterator[Counted]:
    """Words without a figure."""
    for match in _VAGUE.finditer(view):
        span = Span(*match.span())
        yield Counted(span, Quantity(None, None, None, span.of(text), match["words"]), Span(*match.span("words")))


def _none(text: str, view: str) -> Iterator[Counted]:
    """Nought in words."""
    for pattern in (_NONE, _NO):
        for match in pattern.finditer(view):
            span = Span(*match.span())
            yield Counted(span, Quantity(0, 0, None, span.of(text)), span)
