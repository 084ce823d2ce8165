"""A plain text, Markdown among them, to a report."""

import re
from collections.abc import Sequence
from typing import NamedTuple
from urllib.parse import urlsplit

from counterclaim.model import Rejected, Report, Span, report_id
from counterclaim.reading.blocks import layout
from counterclaim.reading.decoding import decoded
from counterclaim.reading.heads import Piece
from counterclaim.reading.languages import language_of
from counterclaim.reading.lines import paragraphs
from counterclaim.reading.published import of_iso, published
from counterclaim.text import encodable

# Data in front of a Markdown text is a few lines.
_LONGEST_FRONT = 4000

# No report is longer; what is longer is a dump, and would take hours.
LONGEST = 20_000_000

_FRONT = re.compile(r"\s*---[ \t]*\r?\n")
_FIELD = re.compile(r"^(?P<key>[A-Za-z_]+)[ \t]*:[ \t]*(?P<value>[^\n\r]*?)[ \t]*\r?$", re.MULTILINE)


class Known(NamedTuple):
    """What is known of a report besides its text."""

    url: str | None = None
    published: str | None = None
    outlet: str | None = None
    title: str | None = None
    basis: str = "given with the report"


def read_bytes(data: bytes, source: str, url: str | None = None, charset: str | None = None) -> Report | Rejected:
    """The report that the bytes of a plain text are; `charset` is the encoding that a server named."""
    text = decoded(data, charset)
    return Rejected(source, text.reason) if isinstance(text, Rejected) else checked(text, source, Known(url))


def checked(text: str, source: str, known: Known) -> Report | Rejected:
    """The report, unless the text is none."""
    if not any(c.isalnum() for c in text):
        return Rejected(source, "no text: there is not one word in it")
    if len(text) > LONGEST:
        return Rejected(source, f"too long: {len(text)} characters, where {LONGEST} is the most")
    lone = next((n for n, c in enumerate(text) if "\ud800" <= c <= "\udfff"), None)
    if lone is not None:
        return Rejected(source, f"not text: half a character (a lone surrogate) at {lone}")
    return read_text(text, source, known.url, known.published, known.outlet, known.title)


def read_text(
    text: str,
    source: str,
    url: str | None = None,
    published: str | None = None,
    outlet: str | None = None,
    title: str | None = None,
) -> Report:
    """The report that a plain text is; the text stays as it came. What is given goes before what the text says."""
    front, data = _front_matter(text)
    pieces = [Piece(front, "chrome")] if front else []
    pieces += [Piece(span) for span in paragraphs(text) if not (front and span.start < front.end)]
    day = published or data.get("date") or data.get("published")
    basis = "given with the report" if published else "the date in front of the text"
    known = Known(url or data.get("url"), day, outlet or data.get("outlet"), title or data.get("title"), basis)
    return report_of(text, pieces, source, known)


def report_of(text: str, pieces: Sequence[Piece], source: str, known: Known) -> Report:
    """The report of a text whose paragraphs are known."""
    text = encodable(text)
    found = layout(text, pieces)
    url, blocks = _clean(known.url), found.blocks
    if known.published and of_iso(known.published, "") is None:
        known = known._replace(published=None)
    return Report(
        id=report_id(text, url, encodable(source)),
        source=encodable(source),
        url=url,
        outlet=_clean(known.outlet) or _clean(found.outlet) or _host(url),
        title=_clean(known.title) or _clean(found.title),
        published=published(text, blocks, url, known.published, known.basis),
        language=language_of(text, blocks),
        text=text,
        blocks=blocks,
    )


def _host(url: str | None) -> str | None:
    """The host of an address, without "www.": whose page it is where nothing else says so."""
    try:
        host = urlsplit(url or "").hostname
    except ValueError:
        return None
    return host.removeprefix("www.") if host else None


def _clean(words: str | None) -> str | None:
    """The words on one line, or None where there are none."""
    return " ".join(encodable(words).split()) or None if words else None


def _front_matter(text: str) -> tuple[Span | None, dict[str, str]]:
    """The data between ``---`` lines in front of a Markdown text."""
    opened = _FRONT.match(text)
    closed = re.compile(r"^---[ \t]*\r?$", re.MULTILINE).search(text, opened.end(), _LONGEST_FRONT) if opened else None
    if opened is None or closed is None:
        return None, {}
    inside = text[opened.end() : closed.start()]
    data = {m["key"].lower(): m["value"].strip("\"'") for m in _FIELD.finditer(inside)}
    start = opened.end() - len(opened.group().lstrip())
    return (Span(start, start + len(text[start : closed.end()].rstrip())), data) if data else (None, {})
