"""What a page says of itself in its markup: title, outlet, day, address."""

import json
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, NamedTuple

from counterclaim.reading.titles import main_part, words

if TYPE_CHECKING:
    from selectolax.lexbor import LexborHTMLParser

# By trust: what says "published" before what says merely "date".
_DATES = (
    ("property", "article:published_time"), ("property", "og:published_time"), ("name", "article:published_time"),
    ("itemprop", "datePublished"), ("name", "datePublished"), ("name", "parsely-pub-date"), ("name", "pubdate"),
    ("name", "publishdate"), ("name", "publish-date"), ("name", "publication_date"), ("name", "sailthru.date"),
    ("name", "dcterms.created"), ("name", "dc.date.issued"), ("name", "dc.date"), ("name", "date"),
)  # fmt: skip
_OUTLETS = (("property", "og:site_name"), ("name", "application-name"), ("name", "publisher"), ("name", "dc.publisher"))
_TITLES = (("property", "og:title"), ("name", "twitter:title"), ("name", "dc.title"))

# Linked data nests a few levels; whatever holds more things than this is no description of an article.
_MOST_NODES = 5000


class PageData(NamedTuple):
    """What the markup says; `basis` names the field that the day is from."""

    title: str | None
    outlet: str | None
    published: str | None
    basis: str | None
    url: str | None


def page_data(tree: "LexborHTMLParser") -> PageData:
    """The page's data: its meta elements first, then its linked data, then its title element."""
    linked = list(_linked(tree))
    day, basis = _day(tree, linked)
    named = _text(tree, "title")
    title = _first(tree, _TITLES) or _of_linked(linked, "headline") or named
    outlet = _first(tree, _OUTLETS) or _publisher(linked) or _suffix(named, title)
    return PageData(main_part(title) if title else None, outlet, day, basis, _address(tree))


def _first(tree: "LexborHTMLParser", keys: tuple[tuple[str, str], ...]) -> str | None:
    """The content of the first of these meta elements that has one."""
    found: dict[tuple[str, str], str] = {}
    for node in tree.css("meta"):
        attributes = node.attributes
        for kind in ("property", "name", "itemprop"):
            key, value = attributes.get(kind), attributes.get("content")
            if key and value and value.strip():
                found.setdefault((kind, key.lower()), value.strip())
    return next((found[kind, key.lower()] for kind, key in keys if (kind, key.lower()) in found), None)


def _day(tree: "LexborHTMLParser", linked: list[dict[str, Any]]) -> tuple[str | None, str | None]:
    """The day of publication as the markup writes it, and where it stands there."""
    for key in _DATES:
        value = _first(tree, (key,))
        if value:
            return value, f"the page's {key[1]}"
    value = _of_linked(linked, "datePublished")
    if value:
        return value, "the page's datePublished"
    node = tree.css_first("[itemprop=datePublished][datetime]") or tree.css_first("article time[datetime][pubdate]")
    value = node.attributes.get("datetime") if node else None
    return (value, "the page's time element") if value else (None, None)


def _text(tree: "LexborHTMLParser", selector: str) -> str | None:
    node = tree.css_first(selector)
    return " ".join(node.text().split()) or None if node else None


def _address(tree: "LexborHTMLParser") -> str | None:
    node = tree.css_first("link[rel=canonical][href]")
    url = (node.attributes.get("href") if node else None) or _first(tree, (("property", "og:url"),))
    return url.strip() if url and url.strip().startswith(("http://", "https://")) else None


def _suffix(named: str | None, title: str | None) -> str | None:
    """The outlet's name after the title: "Title | Outlet"."""
    main = main_part(named) if named else None
    if not named or not main or main == named:
        return None
    last = named[len(main) :].split("|")[-1].strip(" -–—|»:›")
    return last if last and len(words(last)) <= 4 and last != title else None


# ── linked data ─────────────────────────────────────────────────────────────────────────────────────────


def _linked(tree: "LexborHTMLParser") -> Iterator[dict[str, Any]]:
    """The objects of the page's JSON-LD, outermost first."""
    for node in tree.css('script[type="application/ld+json"]'):
        try:
            waiting = [json.loads(node.text())]
        except (ValueError, RecursionError):
            continue
        for _ in range(_MOST_NODES):
            if not waiting:
                break
            thing = waiting.pop(0)
            if isinstance(thing, dict):
                yield thing
                waiting.extend(value for value in thing.values() if isinstance(value, dict | list))
            elif isinstance(thing, list):
                waiting.extend(thing[:_MOST_NODES])


def _of_linked(linked: list[dict[str, Any]], key: str) -> str | None:
    return next((value for thing in linked if isinstance(value := thing.get(key), str) and value), None)


def _publisher(linked: list[dict[str, Any]]) -> str | None:
    names = (thing["publisher"].get("name") for thing in linked if isinstance(thing.get("publisher"), dict))
    return next((name for name in names if isinstance(name, str) and name), None)
