"""What a page is made of: nothing may stand in it that no template of the program makes."""

import re
from functools import cache
from importlib.resources import files

from selectolax.lexbor import LexborHTMLParser as HTMLParser

_TAG = re.compile(r"<([a-zA-Z][a-zA-Z0-9-]*)")
_ATTRIBUTE = re.compile(r"""(?<=[\s%}"])([a-zA-Z][a-zA-Z0-9-]*)="|(?<=\s)(defer|hidden|open|checked|async)(?=[\s>])""")
_ADDRESS = re.compile(r"(?:\.\./)*(?:[\w-]+/)?[\w.-]*(?:#[\w/:.-]*)?|https?://.*", re.ASCII | re.DOTALL)
_LOADED = re.compile(r"(?:\.\./)*static/[a-z]+\.(?:js|css)")
_IMPLIED = {"html", "head", "body", "tbody"}  # made by any parser
NEVER = {"img", "iframe", "object", "embed", "base", "frame", "applet", "audio", "video", "math", "portal"}


@cache
def known() -> tuple[frozenset[str], frozenset[str]]:
    """The tags and attributes that the dossier's own templates write."""
    folder = files("counterclaim.dossier") / "templates"
    text = "\n".join(item.read_text(encoding="utf-8") for item in folder.iterdir() if item.name.endswith(".html"))
    tags = {tag.lower() for tag in _TAG.findall(text)} | _IMPLIED
    attributes = {(a or b).lower() for a, b in _ATTRIBUTE.findall(text)}
    assert not tags & NEVER and not [a for a in attributes if a.startswith("on") or a == "srcdoc"]
    return frozenset(tags), frozenset(attributes)


def strange(html: str) -> list[str]:
    """Tags, attributes and addresses of a page that no template makes, and scripts and styles that are not its own."""
    tags, attributes = known()
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
    return bool((_LOADED if tag in ("script", "link") else _ADDRESS).fullmatch(value))


def skeleton(html: str) -> list[tuple[str, tuple[str, ...]]]:
    """The tags of a page with the names of their attributes, in order: what a page is without its words."""
    return [(node.tag, tuple(sorted(node.attributes))) for node in HTMLParser(html).css("*")]
