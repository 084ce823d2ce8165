"""The dossier as one file: every page is in it, every address leads to a place in it, nothing is fetched."""

import re
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser as HTMLParser

from counterclaim.dossier import write_single
from counterclaim.dossier.single import digest, inside
from counterclaim.errors import NotWritable
from dossier.conftest import Pages
from dossier.karvel import EVIL, LEDGER
from dossier.test_writing import attributes


@pytest.fixture(scope="module")
def html(tmp_path_factory: pytest.TempPathFactory) -> str:
    return write_single(LEDGER, tmp_path_factory.mktemp("karvel") / "dossier.html").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def tree(html: str) -> HTMLParser:
    return HTMLParser(html)


@pytest.mark.parametrize("path, given, moved", [
    ("index.html", '<a href="questions/q-1.html#c-1">', '<a href="#questions/q-1:c-1">'),
    ("questions/q-1.html", '<a href="../reports/r-1.html">', '<a href="#reports/r-1">'),
    ("reports/r-1.html", '<a id="m-1" href="#note-m-1">', '<a id="reports/r-1:m-1" href="#reports/r-1:note-m-1">'),
    ("index.html", '<a href="https://example.org/#x">', '<a href="https://example.org/#x">'),
    ("questions/q-1.html", '<rect fill="url(#hatch)">', '<rect fill="url(#questions/q-1:hatch)">'),
    ("index.html", "<q>the words href=&#34;x&#34; stay</q>", "<q>the words href=&#34;x&#34; stay</q>"),
])  # fmt: skip
def test_addresses(path: str, given: str, moved: str) -> None:
    assert inside(path, given) == moved


def test_every_page_is_a_sheet(tree: HTMLParser, pages: Pages) -> None:
    assert {f"{node.attributes['id']}.html" for node in tree.css(".sheet")} == set(pages)


def test_every_address_leads_to_one_place(tree: HTMLParser) -> None:
    ids = attributes(tree, "id")
    assert len(ids) == len(set(ids))
    inner = [href for href in attributes(tree, "href") if not href.startswith("https://")]
    assert {href for href in inner if href.removeprefix("#") not in ids} == set()


def test_style_and_script_are_let_in_by_their_hashes_alone(tree: HTMLParser) -> None:
    policy = tree.css_first("meta[http-equiv]").attributes["content"] or ""
    (style,), (script,) = tree.css("style"), tree.css("script")
    assert policy == (
        f"default-src 'none'; style-src '{digest(style.text())}'; script-src '{digest(script.text())}'; "
        "img-src data:; base-uri 'none'; form-action 'none'"
    )
    assert tree.css("link") == [] and attributes(tree, "src") == []


def test_hostile_text_is_only_text(tree: HTMLParser, html: str) -> None:
    assert EVIL in tree.css_first(".sheet.reading .title .prose").text() or EVIL not in html
    assert EVIL not in html and tree.css("img") == []
    assert not [name for node in tree.css("main *") for name in node.attributes if re.match("on|style", name)]


def test_a_file_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    with pytest.raises(NotWritable, match=r"dossier\.html"):
        (tmp_path / "dossier.html").mkdir()
        write_single(LEDGER, tmp_path / "dossier.html")
