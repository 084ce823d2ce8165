"""What a page is made of: nothing may stand in it that no template of the program makes."""

import re
from functools import cache
from importlib.resources import files

from selectolax.lexbor import LexborHTMLParser as HTMLParser

_TAG = re.compile(r"<([a-zA-Z][a-zA-Z0-9-]*)")
_ATTRIBUTE = re.compile(r"""(?<=[\s%}"])([a-zA-Z][a-zA-Z0-9-]*)=\"""")
_BARE = {"defer", "hidden", "multiple", "required", "open", "selected", "checked"}  # which need no value
_ADDRESS = re.compile(
    r"(?:\.\./)*(?:[\w-]+/)?[\w.-]*(?:\?[\w=&%+.-]*)?(?:#[\w/:.-]*)?|https?://.*", re.ASCII | re.DOTALL
)
_LOADED = re.compile(r"(?:\.\./)*static/[a-z]+\.(?:js|css)")
_IMPLIED = {"html", "head", "body", "tbody"}  # made by any parser
NEVER = {"img", "iframe", "object", "embed", "base", "frame", "applet", "audio", "video", "math", "portal"}


@cache
def known(rooms: tuple[str, ...]) -> tuple[frozenset[str], frozenset[str]]:
    """The tags and attributes that the templates of some rooms write."""
    found = [item for room in rooms for item in (files(room) / "templates").iterdir() if item.name.endswith(".html")]
    text = "\n".join(item.read_text(encoding="utf-8") for item in found)
    tags = {tag.lower() for tag in _TAG.findall(text)} | _IMPLIED
    attributes = {name.lower() for name in _ATTRIBUTE.findall(text)} | _BARE
    assert not tags & NEVER and not [a for a in attributes if a.startswith("on") or a == "srcdoc"]
    return frozenset(tags), frozenset(attributes)


def strange(html: str, *others: str) -> list[str]:
    """Tags, attributes and addresses of a page that no template makes, and scripts and styles that are not its own.

    The templates are the dossier's and those of `others`.
    """
    tags, attributes = known(("counterclaim.dossier", *others))
    tree, found = HTMLParser(html), []
    for node in tree.css("*"):
        if node.tag.lower() not in tags:
            found.append(f"<{node.tag}>")
        for name, value in node.attributes.items():
            if name.lower() not in attributes or (name in ("href", "src") and not _fits(node.tag, value or "")):
                found.append(f"{node.tag} {name}={value!r:.60}")
    scripts = [node.text(deep=True) for node in tree.css("script, style") if "src" not in node.attributes]
    return found + [f"a script: {text[:60]!r}" for text in scripts if text.strip() and "pwned" in text]


def _fits(tag: str, value: str) -> bool:
    if tag in ("script", "link"):
        return value == "data:," or bool(_LOADED.fullmatch(value))
    return bool(_ADDRESS.fullmatch(value))


def skeleton(html: str) -> list[tuple[str, tuple[str, ...]]]:
    """The tags of a page with the names of their attributes, in order: what a page is without its words."""
    return [(node.tag, tuple(sorted(node.attributes))) for node in HTMLParser(html).css("*")]
