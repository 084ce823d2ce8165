"""The chart of a question over time: a lane a side for answers, a point a claim for numbers."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from counterclaim.dossier.charts import Axis, Scale, axis_of, band, scale_of, shape_of, ticks, value_ticks
from counterclaim.dossier.figures import figured
from counterclaim.dossier.index import Index, clipped, days, safe
from counterclaim.dossier.sides import Camp, answerer, camps, spokesman, worded, words
from counterclaim.dossier.views import Band, Course, Lane, Point, Scatter, Tick
from counterclaim.dossier.words import COUNTED, calendar, figure, short_day, since
from counterclaim.model import Claim, Position, Question

LEAST, LINE = 16, 48  # characters over a band: of the words at least, and of all of it
LANE = 40  # pixels: a line of words and the band under it
HEIGHT = 240  # pixels of a chart of numbers
HEAD = 18  # room above the highest number
FLOOR = 30  # room for the days
SIDES = 2  # parties whose columns leave a margin for the chart

Answers = Sequence[tuple[Camp, Position]]
Stretch = tuple[float, float]  # of the chart across, in percent


def course(index: Index, question: Question) -> Course | None:
    """Who gives which answer from when to when; None where no day is known."""
    held = [(camp, p) for camp in camps(index, question) for p in camp.positions]
    axis = axis_of((day for _, p in held for day in (p.since, p.to)), days(index))
    if axis is None:
        return None
    otherwise = contrary(axis, held)
    lanes = [
        Lane(_name(index, position, question.place), camp.hue, 0, found)
        for camp, position in held
        if (found := tuple(_bands(axis, camp, position, otherwise[camp.hue])))
    ]
    placed = tuple(Lane(lane.name, lane.hue, n * LANE, lane.bands) for n, lane in enumerate(lanes))
    return Course(len(placed) * LANE + FLOOR, ticks(axis), placed, question.text) if placed else None


def _name(index: Index, position: Position, place: str | None) -> str:
    """Whose answer it is and what it is, in one line; words of a report in quotation marks."""
    who, told = answerer(index, position), position.answer
    best = spokesman(index, position, place)
    if best and worded(index, position):
        return f"{who}: “{clipped(words(index, best), max(LEAST, LINE - len(who)))}”"
    return clipped(told if not told or told.startswith(who) else f"{who}: {told}", LINE) or who


def contrary(axis: Axis, held: Answers) -> dict[str, list[Stretch]]:
    """For each side by its hue, the stretches over which another one answers and grants nothing; none overlap."""
    answered: dict[str, set[Stretch]] = {camp.hue: set() for camp, _ in held}
    for camp, position in held:
        found = None if position.concession else band(axis, position.since, position.to, "", "")
        if found:
            answered[camp.hue].add((found.left, found.left + found.width))
    return {
        own: list(joined(stretch for hue, side in answered.items() if hue != own for stretch in side))
        for own in answered
    }  # fmt: skip


def _bands(axis: Axis, camp: Camp, position: Position, otherwise: Iterable[Stretch]) -> Iterable[Band]:
    title = f"{position.answer}, {since(position.since, position.to)}"
    whole = band(axis, position.since, position.to, camp.hue, title)
    if whole is None:
        return
    yield whole
    if position.concession:
        return
    for left, right in overlaps(whole, otherwise):
        yield Band(left, right - left, camp.hue, True, False, "contested")


def overlaps(whole: Band, others: Iterable[Stretch]) -> Iterable[Stretch]:
    """The stretches of a band over which another side answers too."""
    for start, end in others:
        left, right = max(whole.left, start), min(whole.left + whole.width, end)
        if left < right:
            yield left, right


def joined(stretches: Iterable[Stretch]) -> Iterable[Stretch]:
    """The stretches without overlap, in order."""
    start = end = -1.0
    for left, right in sorted(stretches):
        if left > end:
            if end > start:
                yield start, end
            start, end = left, right
        end = max(end, right)
    if end > start:
        yield start, end


def scatter(index: Index, question: Question) -> Scatter | None:
    """Every claim with a figure at the day it was said; None where there are fewer than two figures to compare."""
    if question.kind not in COUNTED:
        return None
    answering = {c: index.hue(p.party) for p in question.positions for c in p.claims if c in index.claims}
    counted = [c for c in map(index.claims.__getitem__, answering) if c.quantity and shape_of(c.quantity)]
    scale = scale_of(c.quantity for c in counted if c.quantity)
    if scale is None or len(counted) < 2:
        return None
    columns = _columns(counted)
    width = 100 / sum(len(claims) + 1 for _, claims in columns)
    points, day_ticks, edges, at = [], [], [], 0.0
    for day, claims in columns:
        room = (len(claims) + 1) * width
        day_ticks.append(Tick(at + room / 2, short_day(day) if day else "unknown"))
        points += [_point(scale, c, at + (n + 1) * width, answering[c.id]) for n, c in enumerate(claims)]
        at += room
        edges.append(round(at, 3))
    shown = figured(points, wide=len({p.party for p in question.positions if p.party}) > SIDES)
    values = tuple(Tick(_down(scale.at(n)), f"{n:,}") for n, _ in value_ticks(scale))
    return Scatter(
        HEIGHT, HEIGHT - FLOOR, tuple(day_ticks), tuple(edges[:-1]), values, shown, question.text
    )  # fmt: skip


def _columns(claims: Iterable[Claim]) -> list[tuple[str | None, list[Claim]]]:
    """The claims by day; those of an unknown day stand last."""
    grouped: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        day = claim.said.since or claim.said.to
        grouped[day if day and calendar(day) else ""].append(claim)
    ordered = sorted(grouped, key=lambda day: day or "9999")
    return [(day or None, sorted(grouped[day], key=lambda c: (c.party or "~", c.id))) for day in ordered]


def _point(scale: Scale, claim: Claim, x: float, hue: str) -> Point:
    assert claim.quantity is not None  # noqa: S101 - `scatter` chose those that have one
    shape, low, high = shape_of(claim.quantity) or ("dot", 0, 0)
    top = _down(scale.at(high)) if high is not None else HEAD / 2
    bottom = _down(scale.at(low)) if low is not None else HEIGHT - FLOOR
    words = figure(claim.quantity)
    label = words.replace("at least ", "≥ ").replace("at most ", "≤ ")
    name = safe(claim.id)
    return Point(shape, round(x, 3), top, bottom, hue, name, f"#{name}", label, claim.summary)


def _down(part: float) -> float:
    return round(HEAD + (1 - part) * (HEIGHT - FLOOR - HEAD), 1)
