"""The corpus of hostile inputs through everything: build, verify, dossier, every export, and the terminal."""

import csv
import io
import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser as HTMLParser

from counterclaim.ledger import faults, read_ledger
from counterclaim.model import Ledger
from hostile.chain import Ran
from hostile.corpus import inputs
from hostile.skeleton import strange

SECONDS = 300  # of a processor, for the whole corpus; far more than it takes, far less than a bomb would
ENOUGH = 150
RUNS = re.compile(r"\s*[=+\-@＝＋－＠]")
NUMBER = re.compile(r"[+-]|-?\d+(?:\.\d+)?")


def runs(cell: str) -> bool:
    """A spreadsheet would take the cell for a formula."""
    return bool(RUNS.match(cell)) and not NUMBER.fullmatch(cell)


@pytest.fixture(scope="session")
def ledger(ran: Ran) -> Ledger:
    return read_ledger(ran.folder / "out")


def test_there_are_enough_and_each_has_its_name() -> None:
    found = list(inputs())
    assert len(found) >= ENOUGH
    assert len({item.file for item in found}) == len({(item.kind, item.name) for item in found}) == len(found)


def test_it_ends_in_time(ran: Ran) -> None:
    assert ran.seconds < SECONDS


def test_every_input_is_read_or_left_out_with_a_reason(ledger: Ledger) -> None:
    told = [r.source for r in ledger.reports] + [r.source for r in ledger.rejected]
    for item in inputs():
        file = item.file.encode("utf-8", "replace").decode()
        assert file.endswith(".warc") or any(_of(file, source) for source in told), item[:3]  # those go by address
    assert all(item.reason for item in ledger.rejected)


def _of(file: str, source: str) -> bool:
    return source.replace("\ufffd", "?").startswith(file.replace("\ufffd", "?"))


def test_every_span_is_a_slice(ledger: Ledger) -> None:
    assert faults(ledger) == []
    texts = {r.id: r.text for r in ledger.reports}
    for mention in ledger.mentions:
        assert all(span.of(texts[mention.report]).strip() for span in mention.content)


def test_the_terminal_gets_plain_text(ran: Ran) -> None:
    for name, printed in ran.printed.items():
        assert [c for c in printed if not (c.isprintable() or c == "\n")] == [], name


def test_nothing_is_written_elsewhere(ran: Ran) -> None:
    above = ran.folder.parents[2]
    for path in above.rglob("*"):
        below = path.relative_to(ran.folder).parts if ran.folder in path.parents else ()
        assert path in ran.folder.parents or path == ran.folder or below[:1] in (("out",), ("sources",)), path
    names = {p.name for p in (ran.folder / "out" / "dossier").rglob("*")}
    assert all(re.fullmatch(r"[\w.-]+", name, re.ASCII) for name in names)


def pages(folder: Path) -> Iterator[tuple[str, str]]:
    for path in [*sorted((folder / "out" / "dossier").rglob("*.html")), folder / "out" / "dossier.html"]:
        yield path.name, path.read_text(encoding="utf-8")


def test_no_page_has_what_its_template_does_not_make(ran: Ran) -> None:
    found = {name: wrong for name, html in pages(ran.folder) if (wrong := strange(html))}
    assert found == {}


def test_every_page_has_its_policy(ran: Ran) -> None:
    for name, html in pages(ran.folder):
        (tag,) = HTMLParser(html).css("meta[http-equiv]")
        policy = tag.attributes["content"] or ""
        assert policy.startswith("default-src 'none';") and "unsafe" not in policy, name
        assert html.index("Content-Security-Policy") < html.index("<title>"), name


@pytest.mark.parametrize("to", ["csv", "ged"])
def test_no_cell_runs(ran: Ran, to: str) -> None:
    data = (ran.folder / "out" / f"export.{to}").read_bytes().decode()
    csv.field_size_limit(len(data))  # as a cell may be as long as a report
    rows = list(csv.reader(io.StringIO(data, newline="")))
    assert len({len(row) for row in rows}) == 1
    cells = [cell for row in rows for cell in row]
    assert [cell for cell in cells if runs(cell)] == []
    assert any(c.startswith("'=") for c in cells) or to == "ged"


@pytest.mark.parametrize("to", ["geojson", "jsonld"])
def test_json_is_json(ran: Ran, to: str) -> None:
    assert json.loads((ran.folder / "out" / f"export.{to}").read_text(encoding="utf-8"))


def test_the_brief_has_no_tag_and_no_link(ran: Ran) -> None:
    from markdown_it import MarkdownIt

    html = MarkdownIt("commonmark").render((ran.folder / "out" / "export.markdown").read_text(encoding="utf-8"))
    tags = {node.tag for node in HTMLParser(html).css("body *")}
    assert tags <= {"h1", "h2", "p", "ul", "ol", "li", "strong", "em"}
