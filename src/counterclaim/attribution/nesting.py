"""Speech inside speech: which attributions hold the cue of which others in their content."""

from collections.abc import Sequence

from counterclaim.model import Attribution

_DEEPEST = 4  # layers of "X said that Y said that …" that are kept; beyond, a parse has run wild


def enclosing(attributions: Sequence[Attribution]) -> list[tuple[int, ...]]:
    """Per attribution, those whose content holds its cue and source, outermost first."""
    contents = sorted((span.start, -span.end, i) for i, a in enumerate(attributions) for span in a.content)
    found: list[tuple[int, ...]] = [()] * len(attributions)
    active: list[tuple[int, int]] = []
    waiting = iter([*contents, (1 << 60, 0, -1)])
    start, end, owner = next(waiting)
    for place, i in sorted((_place(a), i) for i, a in enumerate(attributions)):
        while start <= place:
            active = [held for held in active if held[0] > start][-2 * _DEEPEST :]
            active.append((-end, owner))
            start, end, owner = next(waiting)
        held = [j for stop, j in active if stop > place and j != i]
        found[i] = tuple(dict.fromkeys(held))[-_DEEPEST:]
    return found


def _place(given: Attribution) -> int:
    """Where an attribution stands: its cue, else its source, else its content."""
    return (given.cue or given.source or given.content)[0].start
