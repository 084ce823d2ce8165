"""The dossier as files: a folder of pages that opens without a network."""

import re
from collections.abc import Iterator
from pathlib import Path

from counterclaim.dossier.index import Index, index_of
from counterclaim.dossier.links import question_path, report_path, speaker_path
from counterclaim.dossier.method import method_page
from counterclaim.dossier.overview import overview
from counterclaim.dossier.questions import question_page, ranked
from counterclaim.dossier.rendering import assets, render
from counterclaim.dossier.reports import report_page
from counterclaim.dossier.sources import sources_page
from counterclaim.dossier.speakers import speaker_page, speakers_page, speaking, spoken
from counterclaim.errors import NotWritable
from counterclaim.model import Ledger

FOLDERS = ("questions", "reports", "speakers")
_OURS = re.compile(r"[A-Za-z]-[0-9A-Za-z-]{1,64}\.html")
Page = tuple[str, str]  # its path in the dossier, and its HTML


def write_dossier(ledger: Ledger, folder: Path) -> Path:
    """Write the dossier of a ledger into a folder; the path of its first page.

    Pages of an earlier dossier that this one does not have are removed, and nothing else is. Raises NotWritable.
    """
    try:
        return _write(ledger, folder)
    except OSError as error:
        raise NotWritable(f"the dossier cannot be written to {folder}: {error.strerror or error}") from error


def _write(ledger: Ledger, folder: Path) -> Path:
    for name in (*FOLDERS, "static"):
        (folder / name).mkdir(parents=True, exist_ok=True)
    for name, content in assets().items():
        (folder / "static" / name).write_bytes(content)
    written = set()
    for path, html in pages(index_of(ledger)):
        (folder / path).write_text(html, encoding="utf-8", newline="\n")
        written.add(folder / path)
    _clear(folder, written)
    return folder / "index.html"


def _clear(folder: Path, written: set[Path]) -> None:
    """Remove the pages that an earlier dossier left."""
    for name in FOLDERS:
        for path in (folder / name).iterdir():
            if path not in written and _OURS.fullmatch(path.name):
                path.unlink()


def pages(index: Index) -> Iterator[Page]:
    """Every page with its path."""
    yield "index.html", render("overview.html", "", page=overview(index), here="overview")
    yield "sources.html", render("sources.html", "", page=sources_page(index), here="sources")
    yield "method.html", render("method.html", "", page=method_page(index), here="method")
    yield from _questions(index)
    yield from _reports(index)
    yield from _speakers(index)


def _questions(index: Index) -> Iterator[Page]:
    asked = ranked(index.ledger.questions)
    for n, question in enumerate(asked):
        before, after = asked[n - 1] if n else None, asked[n + 1] if n + 1 < len(asked) else None
        page = question_page(index, question, before, after)
        yield question_path(question.id), render("question.html", "../", page=page, here="")


def _reports(index: Index) -> Iterator[Page]:
    for report in index.order:
        page = report_page(index, index.reports[report])
        yield report_path(report), render("report.html", "../", page=page, here="")


def _speakers(index: Index) -> Iterator[Page]:
    claims = spoken(index)
    yield "speakers.html", render("speakers.html", "", page=speakers_page(index, claims), here="speakers")
    for speaker, found in speaking(index, claims).items():
        page = speaker_page(index, speaker, found)
        yield speaker_path(speaker), render("speaker.html", "../", page=page, here="")
