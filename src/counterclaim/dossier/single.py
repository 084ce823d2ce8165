"""The dossier as one file that opens anywhere: the same pages, each a sheet of it, shown by their address."""

import hashlib
import posixpath
import re
from base64 import b64encode
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from types import MappingProxyType

from counterclaim.disk import put
from counterclaim.dossier.index import Decided, Index, index_of
from counterclaim.dossier.rendering import assets, render
from counterclaim.dossier.writing import pages
from counterclaim.errors import NotWritable
from counterclaim.model import Ledger, Record

# Attributes that name a place. No words of a report can look like one: their quotation marks are escaped.
_ADDRESS = re.compile(r'(?<=\s)(id|href)="([^"]*)"')
_PAINT = re.compile(r'"url\(#([\w-]+)\)"')
_TITLE = re.compile(r"<title>(.*?)</title>", re.DOTALL)
_MAIN = re.compile(r'<main id="main" class="([\w -]*)">\n(.*)\n</main>', re.DOTALL)
_ELSEWHERE = re.compile(r"\w+:")


class Part(Record, frozen=True):
    """A page as a sheet of the file."""

    key: str
    kind: str
    title: str  # HTML, as the other
    html: str


def write_single(ledger: Ledger, path: Path, decided: Decided = MappingProxyType({})) -> Path:
    """Write the dossier of a ledger into one file; its path. Raises NotWritable."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        put(path, single(index_of(ledger, decided)).encode())
    except OSError as error:
        raise NotWritable(f"the dossier cannot be written to {path}: {error.strerror or error}") from error
    return path


def single(index: Index) -> str:
    """All pages of the dossier as one."""
    sheets = list(parts(index))
    style, script = assets()["dossier.css"].decode(), assets()["dossier.js"].decode()
    return render(
        "single.html", "", here="overview", title=sheets[0].title, sheets=sheets,
        style=style, style_hash=digest(style), script=script, script_hash=digest(script), inside=inside,
    )  # fmt: skip


def parts(index: Index) -> Iterator[Part]:
    """The pages as sheets, their addresses rewritten to places in the one file."""
    for path, html in pages(index):
        title, main = _TITLE.search(html), _MAIN.search(html)
        if title and main:
            yield Part(key_of(path), main[1], title[1], inside(path, main[2]))


def digest(content: str) -> str:
    """The hash by which a policy lets a style or script in."""
    return "sha256-" + b64encode(hashlib.sha256(content.encode()).digest()).decode()


def key_of(path: str) -> str:
    return path.removesuffix(".html")


def inside(path: str, html: str) -> str:
    """The HTML of the page at a path with every address as one of the file: "#reports/r-1:m-2"."""
    html = _PAINT.sub(lambda m: f'"url(#{key_of(path)}:{m[1]})"', html)
    return _ADDRESS.sub(partial(_moved, path), html)


def _moved(path: str, found: re.Match[str]) -> str:
    name, value = found.groups()
    if name == "id":
        return f'id="{key_of(path)}:{value}"'
    if _ELSEWHERE.match(value):
        return found[0]
    file, _, anchor = value.partition("#")
    page = posixpath.normpath(posixpath.join(posixpath.dirname(path), file)) if file else path
    return f'href="#{key_of(page)}{f":{anchor}" if anchor else ""}"'
