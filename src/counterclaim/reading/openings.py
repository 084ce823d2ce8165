"""A head run together with the first paragraph: a title said again, datelines and authors on one line with it."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from counterclaim.lexicon import load
from counterclaim.model import Block
from counterclaim.reading import titles
from counterclaim.reading.datelines import capitals_before_sentence, closed, dateline
from counterclaim.reading.headdates import head_dates
from counterclaim.text import lowered, trimmed

# A title, a date and a summary run together before the first sentence take no more room than this.
_MOST_FLAT = 500

_LEADING = frozenset({"heading", "chrome"})  # a title said again, a button: signs that the head goes on
_LABEL = re.compile(r"(?:title|headline) ?: ?", re.IGNORECASE)
_CLOSE = re.compile(r"[\"”’')]*[.!?…]*")
_CREDIT = re.compile(
    r"(?!(?:The|A|An|In|On|At) )[A-Z][\w'’-]+(?: [A-Z][\w.'’-]*){0,2} [A-Z][a-z'’-]+[\w'’-]*\. (?=[\"“‘]?[A-Z])"
)


class Opening(NamedTuple):
    """The parts of a head at the start of a paragraph, where its first sentence begins, and the agency named."""

    blocks: tuple[Block, ...]
    body: int
    agency: str | None


def opening(text: str, start: int, end: int, title: str | None) -> Opening:
    """Takes a title said again, datelines and authors off the start of the first paragraph, in any order."""
    blocks: list[Block] = []
    names: list[str] = []
    at = _take(text, start, end, title, blocks, names)
    for block, name in _floating(text, at, end, blocks):
        blocks.append(block)
        names += [name] if name else []
        at = trimmed(text, block.end, end)[0]
    at = _take(text, at, end, title, blocks, names)
    return Opening(tuple(blocks), at, names[0] if names else None) if at < end else Opening((), start, None)


def _take(text: str, at: int, end: int, title: str | None, blocks: list[Block], names: list[str]) -> int:
    """Adds the parts that stand here one after another; says where they end."""
    before = -1
    while at < end and at != before and len(blocks) < 8:
        before = at
        for block, name in _next(text, at, end, title, blocks):
            blocks.append(block)
            names += [name] if name else []
            at = trimmed(text, block.end, end)[0]
    return at


_Part = tuple[Block, str | None]


def _next(text: str, at: int, end: int, title: str | None, blocks: list[Block]) -> Iterator[_Part]:
    """The part of a head that begins here, if one does."""
    repeated = _repeated(text, at, end, title)
    if repeated:
        if repeated[0] > at:
            yield Block(*trimmed(text, at, repeated[0]), "chrome"), None
        yield Block(*repeated, "heading"), None
        return
    kinds = [block.kind for block in blocks]
    found = dateline(text, at, end, after_title=not _LEADING.isdisjoint(kinds))
    if found and kinds.count("dateline") < 2:
        yield Block(*trimmed(text, at, found.end), "dateline"), found.agency
        return
    button = _button(text, at, end) if blocks else None
    if button:
        yield Block(*trimmed(text, at, button), "chrome"), None
        return
    if not blocks:
        return
    by = _credit(text, at, end, title)
    if by:
        yield Block(*trimmed(text, at, by), "byline"), None
        return
    place = capitals_before_sentence(text, at, end) if "dateline" in kinds else None
    if place:
        yield Block(*trimmed(text, at, place), "dateline"), None


def _repeated(text: str, at: int, end: int, title: str | None) -> tuple[int, int] | None:
    """Where the title stands here again, behind the label "title:" if it has one."""
    if title is None:
        return None
    label = _LABEL.match(text, at, end)
    start = label.end() if label else at
    stop = titles.repeats(text, start, title, end)
    if stop is None:
        return None
    mark = _CLOSE.match(text, stop, end)
    return start, mark.end() if mark else stop


def _button(text: str, at: int, end: int) -> int | None:
    """Where a button's label ends with its counts: ``Get short URL 0 154``."""
    for label in load("chrome")["buttons"]:
        if lowered(text[at : at + len(label)]) == label:
            counts = re.compile(r"(?: \d+)*(?= |$)").match(text, at + len(label), end)
            return counts.end() if counts else None
    return None


def _credit(text: str, at: int, end: int, title: str | None) -> int | None:
    """Where an author's name ends: ``Name Surname.`` by itself, or ``by Name`` before the title."""
    match = _CREDIT.match(text, at, end)
    if match:
        return match.end()
    if title and text.startswith(("by ", "By "), at):
        for place in range(at + 3, min(end, at + 80)):
            if text[place - 1] == " " and titles.repeats(text, place, title, end):
                return place
    return None


def _floating(text: str, at: int, end: int, blocks: list[Block]) -> Iterator[_Part]:
    """A full date amid the run-together head, after a summary: ``… Agency Saturday 5 October 2013 The army``."""
    kinds = {block.kind for block in blocks}
    if kinds.isdisjoint(_LEADING) or "dateline" in kinds:
        return
    for date in head_dates(text, at, min(end, at + _MOST_FLAT)):
        before = text[at : date.start].rstrip(" ,(")
        name = re.search(r"(?<=[a-z.\d] )[A-Z][\w.]*$", before)
        in_figures = not any(c.isalpha() for c in text[date.start : date.end])
        if date.days[0].startswith("--") or not (date.weekday is not None or in_figures) or _is_tied(before):
            continue
        if not name and not _opens(text[date.end : date.end + 3]):
            continue
        cut = at + name.start() if name else date.start
        if cut > at and before.strip():
            yield Block(*trimmed(text, at, cut), "heading"), None
        whole = closed(text, date, end, after_title=True)
        stop = whole.end if whole else date.end
        yield Block(*trimmed(text, cut, stop), "dateline"), name.group() if name else None
        return


def _is_tied(before: str) -> bool:
    """A preposition ties the date to its sentence."""
    last = re.search(r"[A-Za-z]+$", before)
    return last is not None and last.group().lower() in load("datelines")["prepositions"]


def _opens(after: str) -> bool:
    """What follows a date begins a new sentence."""
    return after[:1] in (" ", "(", "") and (after.strip()[:1].isupper() or after.strip()[:1] in '"“(')
