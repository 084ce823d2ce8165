"""A feed to reports: each entry's own text, or the page that it leads to where that can be fetched."""

from collections.abc import Iterator
from typing import Any, NamedTuple

from counterclaim.model import Rejected, Report
from counterclaim.reading.page import read_page
from counterclaim.reading.plain import read_text

ENTRIES = 500  # of one feed


class Entry(NamedTuple):
    """What a feed says of one report; `html` is its text as the feed has it."""

    url: str | None
    title: str | None
    published: str | None
    html: str


def entries(data: bytes) -> list[Entry]:
    """The entries of an RSS or Atom feed, in its order; none where it is no feed."""
    import feedparser

    feed = feedparser.parse(data, sanitize_html=False, resolve_relative_uris=False)
    return [_entry(item) for item in feed.entries[:ENTRIES]]


def _entry(item: Any) -> Entry:
    contents = [part.get("value", "") for part in item.get("content", ())]
    longest = max([*contents, item.get("summary", "")], key=len)
    when = item.get("published_parsed") or dict.get(item, "updated_parsed")  # its own get gives the other's day
    day = f"{when.tm_year:04}-{when.tm_mon:02}-{when.tm_mday:02}" if when else None
    return Entry(item.get("link"), item.get("title"), day, longest)


def read_feed(data: bytes, source: str) -> Iterator[Report | Rejected]:
    """A report an entry, from the feed alone; an entry that is only a headline is one too."""
    try:
        found = entries(data)
    except Exception as error:  # what others' parser raises on a broken file is not to be known
        yield Rejected(source, f"not a feed that can be parsed: {error or type(error).__name__}")
        return
    if not found:
        yield Rejected(source, "not a feed: it has no entries")
    for number, entry in enumerate(found, start=1):
        yield read_entry(entry, f"{source}#{number}")


def read_entry(entry: Entry, source: str) -> Report | Rejected:
    """The report that an entry is by itself: its title above its text."""
    page = read_page(entry.html, source, entry.url) if entry.html.strip() else None
    body = page.text if isinstance(page, Report) else ""
    text = "\n\n".join(part for part in (entry.title, body) if part and part.strip())
    if not any(c.isalnum() for c in text):
        return Rejected(source, "no text: the entry has not one word")
    return read_text(text, source, entry.url, entry.published, None, entry.title)
