"""The visible lines of a page, each with what its elements say it is."""

import re
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from counterclaim.lexicon import word_set
from counterclaim.model import BlockKind

if TYPE_CHECKING:
    from selectolax.lexbor import LexborHTMLParser, LexborNode

_UNSEEN = word_set("elements", "unseen")
_BLOCK_TAGS = word_set("elements", "lines")
_CHROME_TAGS = frozenset({"nav", "footer", "aside", "form", "button", "menu", "dialog"})
_NEVER_CHROME = frozenset({"html", "body", "main", "article", "p", "h1"})
_HIDDEN_NAMES = frozenset({"visuallyhidden", "visually", "sronly", "sr", "screen", "offscreen", "hidden"})

# An element that holds this part of a page's text is no menu, whatever it is called.
_TOO_MUCH = 0.4
# The article is the innermost element that holds this part of the text.
_ARTICLE = 0.75
# Shorter texts between tags are labels; they do not tell where the article is.
_LABEL = 30

_SPACE = re.compile(r"\s+")


class Line(NamedTuple):
    """A line of visible text: its kind by its elements, whether it is in the article, and its embedded post."""

    text: str
    kind: BlockKind | None
    chrome: bool
    inside: bool
    group: int


class _State(NamedTuple):
    """What holds for the text inside an element."""

    kind: BlockKind | None = None
    chrome: bool = False
    inside: bool = False
    link: bool = False
    group: int = 0


class _Event(NamedTuple):
    """An element opens or closes, or a text stands between."""

    what: str
    node: "LexborNode"


def visible_lines(tree: "LexborHTMLParser") -> Iterator[Line]:
    """The lines that a reader sees, in document order."""
    root = tree.body or tree.root
    if root is None:
        return
    events = list(_events(root))
    masses = _masses(events, frozenset())
    opened = [event.node for event in events if event.what == "open"]
    chrome = frozenset(n.mem_id for n in opened if _is_chrome(n, masses.get(n.mem_id, 0), masses[-1]))
    article = _article(events, _masses(events, chrome))
    yield from _lines(events, chrome, article)


def _events(root: "LexborNode") -> Iterator[_Event]:
    """The page's elements and texts in order, without those that are not shown; no recursion, pages nest deep."""
    node: LexborNode | None = root
    while node is not None:
        shown = _is_shown(node)
        if shown:
            yield _Event("text" if node.is_text_node else "open", node)
        if shown and not node.is_text_node and node.child is not None:
            node = node.child
            continue
        if shown and not node.is_text_node:
            yield _Event("close", node)
        while node is not None and node.mem_id != root.mem_id and node.next is None:
            node = node.parent
            if node is not None:
                yield _Event("close", node)
        if node is None or node.mem_id == root.mem_id:
            return
        node = node.next


def _is_shown(node: "LexborNode") -> bool:
    if node.is_text_node:
        return True
    if not node.is_element_node or node.tag in _UNSEEN:
        return False
    attributes = node.attributes
    style = (attributes.get("style") or "").replace(" ", "").lower()
    if "hidden" in attributes or "display:none" in style or "visibility:hidden" in style:
        return False
    return node.tag not in ("span", "label") or not _names(attributes.get("class")) & _HIDDEN_NAMES


@cache
def _split_names(value: str) -> frozenset[str]:
    parts = re.sub(r"([a-z])([A-Z])", r"\1 \2", value)
    return frozenset(re.split(r"[\s_:/-]+", parts.lower()))


def _names(value: str | None) -> frozenset[str]:
    return _split_names(value[:400]) if value else frozenset()


def _all_names(node: "LexborNode") -> frozenset[str]:
    attributes = node.attributes
    return _names(attributes.get("class")) | _names(attributes.get("id")) | _names(attributes.get("role"))


def _masses(events: list[_Event], chrome: frozenset[int]) -> dict[int, int]:
    """How much running text each element holds, by its id; under -1 all of it. Links and labels do not count."""
    masses: dict[int, int] = {-1: 0}
    held: list[int] = [0]
    barred = links = 0
    for event in events:
        if event.what == "text":
            text = event.node.text_content or ""
            if not barred and not links and len(text.strip()) >= _LABEL:
                held[-1] += len(text)
        elif event.what == "open":
            held.append(0)
            barred += event.node.mem_id in chrome
            links += event.node.tag == "a"
        else:
            own = held.pop()
            masses[event.node.mem_id] = own
            held[-1] += own
            barred -= event.node.mem_id in chrome
            links -= event.node.tag == "a"
    masses[-1] = held[0]
    return masses


def _is_chrome(node: "LexborNode", mass: int, total: int) -> bool:
    """By its tag or its names the element is no part of the article, and it does not hold most of the text."""
    if node.tag in _NEVER_CHROME or mass > _TOO_MUCH * total:
        return False
    if node.tag in _CHROME_TAGS or (node.tag == "header" and node.css_first("h1") is None):
        return True
    names = _all_names(node)
    return bool(names & word_set("chrome", "attributes")) and not names & word_set("chrome", "posts")


def _article(events: list[_Event], masses: dict[int, int]) -> int | None:
    """The innermost element with nearly all of the running text that is not chrome."""
    chosen = None
    for event in events:
        if event.what == "open" and masses.get(event.node.mem_id, 0) >= _ARTICLE * max(1, masses[-1]):
            chosen = event.node.mem_id
    return chosen


# ── lines ───────────────────────────────────────────────────────────────────────────────────────────────


def _lines(events: list[_Event], chrome: frozenset[int], article: int | None) -> Iterator[Line]:
    states = [_State()]
    parts: list[tuple[str, _State]] = []
    for event in events:
        if event.what == "text":
            parts.append((event.node.text_content or "", states[-1]))
            continue
        if event.node.tag in _BLOCK_TAGS:
            yield from _line(parts)
            parts = []
        if event.what == "open":
            states.append(_state(event.node, states[-1], chrome, article))
        else:
            states.pop()
    yield from _line(parts)


def _line(parts: list[tuple[str, _State]]) -> Iterator[Line]:
    """The line that texts make up, if any is visible; its kind is the one that all of them have."""
    text = _SPACE.sub(" ", "".join(part for part, _ in parts)).strip()
    states = [state for part, state in parts if part.strip()]
    if not text or not states:
        return
    kinds = {state.kind for state in states}
    kind = kinds.pop() if len(kinds) == 1 else "byline" if kinds == {"byline", "dateline"} else None
    if kind is None and any(state.kind == "post" for state in states):
        kind = "post"
    first = states[0]
    yield Line(text, kind, all(s.chrome for s in states), first.inside, first.group)


def _state(node: "LexborNode", outer: _State, chrome: frozenset[int], article: int | None) -> _State:
    kind = _kind(node) if outer.kind not in ("post", "caption") else None
    return _State(
        kind=kind or outer.kind,
        chrome=outer.chrome or node.mem_id in chrome,
        inside=outer.inside or node.mem_id == article,
        link=outer.link or node.tag == "a",
        group=node.mem_id if kind in ("post", "quotation") else outer.group,
    )


def _kind(node: "LexborNode") -> BlockKind | None:
    """What an element says its text is."""
    tag = node.tag or ""
    names = _all_names(node)
    if tag == "blockquote" or (tag in ("div", "figure") and "tweet" in names):
        return "post" if names & word_set("chrome", "posts") else "quotation"
    if tag == "figcaption" or (tag != "table" and names & word_set("chrome", "captions")):
        return "caption"
    if tag == "h1":
        return "title"
    if re.fullmatch("h[2-6]", tag):
        return "heading"
    if tag in ("p", "span", "div", "time", "address", "a", "li", "small"):
        return _credit_kind(node, names)
    return None


def _credit_kind(node: "LexborNode", names: frozenset[str]) -> BlockKind | None:
    """Who wrote it and when, in elements named so that hold next to nothing else."""
    dated = node.tag == "time" or names & word_set("chrome", "dates")
    written = names & word_set("chrome", "bylines") or node.attributes.get("rel") == "author"
    if not (dated or written) or len(node.text(strip=True)) > 120:
        return None
    return "byline" if written else "dateline"
