"""Charts as numbers: places across in percent, so that a chart fits any width while its words keep their size."""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from math import ceil, floor, log10

from counterclaim.dossier.views import Band, Figure, Tick
from counterclaim.dossier.words import MONTHS, calendar
from counterclaim.model import Quantity, Record

# A day named in passing ("in 2014") must not press the days of the event into one corner.
MARGIN = timedelta(days=21)
# Labels that fit side by side on a phone.
TICKS = 5
LAST = 88  # percent across, past which a label would leave the chart


class Axis(Record, frozen=True):
    """Days from left to right; every day has a width of its own."""

    first: date
    last: date

    @property
    def length(self) -> int:
        return (self.last - self.first).days + 1

    def start(self, day: date) -> float:
        """Where a day begins, in percent; days off the axis stand at its ends."""
        return _percent(max(0, min((day - self.first).days, self.length)), self.length)

    def end(self, day: date) -> float:
        return _percent(max(0, min((day - self.first).days + 1, self.length)), self.length)


def axis_of(days: Iterable[str | None], published: Sequence[str]) -> Axis | None:
    """The axis that shows the given days, no further from the days of publication than `MARGIN`."""
    found = sorted(filter(None, map(calendar, days)))
    known = sorted(filter(None, map(calendar, published)))
    if known:
        near = [day for day in found if known[0] - MARGIN <= day <= known[-1] + MARGIN]
        found = sorted([*near, known[0], known[-1]]) if near else known
    return Axis(found[0], found[-1]) if found else None


def ticks(axis: Axis) -> tuple[Tick, ...]:
    """The days that are named: each one where they are few, else a handful evenly apart."""
    step = max(1, ceil(axis.length / TICKS))
    shown = range(0, axis.length, step)
    named = [_tick(axis, axis.first + timedelta(days=offset), step) for offset in shown]
    return tuple(tick for tick in named if tick.anchor == "middle" or tick.at < LAST)


def _tick(axis: Axis, day: date, step: int) -> Tick:
    at = (axis.start(day) + axis.end(day)) / 2 if step == 1 else axis.start(day)
    return Tick(at, f"{day.day} {MONTHS[day.month - 1][:3]}", "middle" if step == 1 else "start")


def band(axis: Axis, since: str | None, to: str | None, hue: str, title: str, *, hatched: bool = False) -> Band | None:
    """The days of one answer; None where no day of it is known."""
    first, last = calendar(since), calendar(to)
    if first is None and last is None:
        return None
    left = axis.start(first) if first else 0.0
    right = axis.end(last) if last else 100.0
    return Band(left, max(right - left, 1.5), hue, hatched, last is None, title)


class Scale(Record, frozen=True):
    """Numbers from nought up: evenly, or by powers of ten where they lie far apart."""

    top: int
    wide: bool

    def at(self, number: int) -> float:
        """Between 0 and 1."""
        if self.wide:
            return log10(1 + max(number, 0)) / log10(1 + self.top)
        return max(number, 0) / self.top


def scale_of(quantities: Iterable[Quantity]) -> Scale | None:
    """The scale on which the figures can be told apart; None where there is no figure."""
    found = tuple(quantities)
    figures = [n for q in found for n in (q.low, q.high) if n is not None]
    if not figures or max(figures) <= 0:
        return Scale(1, False) if figures else None
    least = min(n for n in figures if n > 0)
    # A figure without an upper end is drawn with room above it.
    highest = max(n if n is not None else round(1.15 * (q.low or 0)) for q in found for n in (q.low, q.high))
    return Scale(_round_up(max(*figures, highest)), max(figures) / least > 60)


def _round_up(number: int) -> int:
    """The next number that people write on an axis."""
    power = 10 ** floor(log10(number))
    return next(int(step * power) for step in (1, 1.5, 2, 3, 4, 5, 6, 8, 10) if number <= step * power)


def value_ticks(scale: Scale) -> tuple[tuple[int, float], ...]:
    """The numbers that are named on a scale, with their places between 0 and 1."""
    if scale.wide:
        powers = [10**n for n in range(1, ceil(log10(scale.top)) + 1)]
        named = [0, *(p for p in powers if p <= scale.top)]
        named = named if len(named) <= TICKS else [0, *named[1 + len(named) % 2 :: 2]]
    else:
        named = sorted({0, scale.top // 2, scale.top}) if scale.top > 1 else [0, 1]
    return tuple((number, scale.at(number)) for number in named)


def figure_of(scale: Scale, quantity: Quantity, hue: str, title: str) -> Figure | None:
    """A quantity on a line: dot, open line or band."""
    ends = shape_of(quantity)
    if ends is None:
        return None
    shape, low, high = ends
    left = scale.at(low) * 100 if low is not None else 0.0
    right = scale.at(high) * 100 if high is not None else 100.0
    return Figure(shape, left, right, hue, title)


def shape_of(quantity: Quantity) -> tuple[str, int | None, int | None] | None:
    """ "dot", "least", "most" or "range" with its ends; None for words without a figure."""
    low, high = quantity.low, quantity.high
    if low is None and high is None:
        return None
    if low is None or high is None:
        return ("most" if low is None else "least"), low, high
    return ("dot" if low == high else "range"), low, high


def _percent(part: int, whole: int) -> float:
    return round(100 * part / whole, 3)
