"""Embedded posts: a passage that a signature closes, ``— Name (@handle) September 5, 2021``."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from counterclaim.model import Span
from counterclaim.reading.headdates import HeadDate, date_at
from counterclaim.text import trimmed

# The longest post that a page embeds whole, by the platforms' limit for all users, with links and signature.
_LONGEST = 600

_SIGNATURE = re.compile(r"(?:(?:--|[—–-]) ?)?(?P<name>[^\n(—–@]{0,80})\(@(?P<handle>\w{1,30})\)[ ,·|:–—-]*")
_HANDLE = re.compile(r"\(@\w{1,30}\)")


class Post(NamedTuple):
    """An embedded post: all its words with the signature, whose handle it bears, and its date."""

    span: Span
    handle: str
    date: HeadDate | None


def posts(text: str, start: int, end: int) -> Iterator[Post]:
    """The embedded posts of a paragraph."""
    begin = start
    for handle in _HANDLE.finditer(text, start, end):
        match = _signature(text, begin, handle.start(), end)
        if match is None:
            continue
        date = date_at(text, match.end(), end)
        signed = date is not None or text[match.start()] in "—–" or text.startswith("--", match.start())
        if not signed:
            continue
        stop = date.end if date else trimmed(text, match.start(), match.end())[1]
        opening = _opening(text, begin, match.start())
        yield Post(Span(opening, stop), match["handle"], date)
        begin = trimmed(text, stop, end)[0]


def _signature(text: str, begin: int, handle: int, end: int) -> re.Match[str] | None:
    """The signature that a handle ends.

    The dash that opens it is sought back from the handle, so that this stays linear, and never in the post before.
    """
    low = max(begin, handle - 90)
    dash = max(text.rfind(mark, low, handle) for mark in ("—", "–", "--", " - "))
    return _SIGNATURE.match(text, dash if dash >= low else handle, end)


def _opening(text: str, start: int, signature: int) -> int:
    """Where the post's words begin: the paragraph's start, or a sentence's within the length of a post."""
    if signature - start <= _LONGEST:
        return start
    starts = [m.end() for m in re.compile(r"[.!?][\"”’)]* ").finditer(text, signature - _LONGEST, signature)]
    return starts[0] if starts else signature
