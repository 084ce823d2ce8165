"""The dossier as files: a folder of pages that opens without a network."""

import re
import shutil
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from types import MappingProxyType
from typing import Any, NamedTuple

from counterclaim.disk import BESIDE
from counterclaim.dossier.index import Decided, Index, index_of
from counterclaim.dossier.links import part_path, question_path, relations_path, report_path, speaker_path
from counterclaim.dossier.method import method_page, method_parts
from counterclaim.dossier.overview import overview
from counterclaim.dossier.places import asked_of, map_page, placed
from counterclaim.dossier.questions import question_page, ranked, related_to
from counterclaim.dossier.relations import chunks, relations_page
from counterclaim.dossier.rendering import assets, render
from counterclaim.dossier.reports import report_page
from counterclaim.dossier.sources import sources_page, sources_parts
from counterclaim.dossier.speakers import heard, speaker_page, speakers_page, speaking, spoken
from counterclaim.errors import NotWritable
from counterclaim.model import Ledger, Record

FIRST, STATIC = "index.html", "static"
FOLDERS = ("questions", "reports", "speakers")
_FURTHER = re.compile(r"(?:sources|method)-[1-9]\d{0,6}\.html")
_OURS = re.compile(r"[A-Za-z]-[0-9A-Za-z-]{1,96}\.html")
Page = tuple[str, str]  # its path in the dossier, and its HTML


class Sheet(NamedTuple):
    """How a page is made: its template, what builds its record, and which entry of the menu it is."""

    template: str
    page: Callable[[Index], Record]  # of any index of the same ledger, whatever was decided
    here: str = ""


def write_dossier(ledger: Ledger, folder: Path, decided: Decided = MappingProxyType({})) -> Path:
    """Write the dossier of a ledger into a folder; the path of its first page.

    `decided` is what people decided about its mentions, which is marked.

    All is made beside the pages that stand there, and only then put in their place, file by file, the first page last.
    Pages of an earlier dossier that this one does not have are removed, and nothing else is. Raises NotWritable, and
    then the earlier dossier is untouched; also where it is a link, for in a folder that somebody else packed that may
    lead to any folder of the user's.
    """
    for place in (folder, *(folder / name for name in (*FOLDERS, STATIC, BESIDE))):
        if place.is_symlink():
            raise NotWritable(f"{place} is a link, through which no dossier is written; remove it")
    try:
        return _write(index_of(ledger, decided), folder)
    except OSError as error:
        raise NotWritable(f"the dossier cannot be written to {folder}: {error.strerror or error}") from error


def _write(index: Index, folder: Path) -> Path:
    for name in (*FOLDERS, STATIC):
        (folder / name).mkdir(parents=True, exist_ok=True)
    beside = folder / BESIDE
    shutil.rmtree(beside, ignore_errors=True)  # one that was stopped left it
    try:
        made = [_made(beside / path, data) for path, data in _files(index)]
        for path in sorted(made, key=lambda path: path.name == FIRST):
            path.replace(folder / path.relative_to(beside))
    finally:
        shutil.rmtree(beside, ignore_errors=True)
    _clear(folder, {folder / path.relative_to(beside) for path in made})
    return folder / FIRST


def _files(index: Index) -> Iterator[tuple[str, bytes]]:
    """Every file of the dossier, by its path."""
    for name, content in assets().items():
        yield f"{STATIC}/{name}", content
    for path, html in pages(index):
        yield path, html.encode()


def _made(path: Path, data: bytes) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
    return path


def _clear(folder: Path, written: set[Path]) -> None:
    """Remove the pages that an earlier dossier left."""
    ours = [(folder, _FURTHER), *((folder / name, _OURS) for name in FOLDERS)]
    for place, named in ours:
        for path in place.iterdir():
            if path not in written and named.fullmatch(path.name):
                path.unlink()


def pages(index: Index) -> Iterator[Page]:
    """Every page with its path."""
    for path, sheet in sheets(index).items():
        yield path, printed(path, sheet.template, page=sheet.page(index), here=sheet.here)


def printed(path: str, template: str, **values: Any) -> str:
    """The HTML of the page at a path of the dossier."""
    return render(template, "../" * path.count("/"), **values)


def sheets(index: Index) -> dict[str, Sheet]:
    """How each page of the dossier is made, by its path; nothing is made yet."""
    return {
        FIRST: Sheet("overview.html", overview, "overview"),
        **dict(_lists("sources", sources_page, sources_parts(index))),
        "map.html": Sheet("map.html", partial(map_page, claims=placed(index), asked=asked_of(index)), "map"),
        **dict(_lists("method", method_page, method_parts(index))),
        **dict(_questions(index)),
        **dict(_reports(index)),
        **dict(_speakers(index)),
    }


def _lists(name: str, page: Callable[..., Record], of: int) -> Iterator[tuple[str, Sheet]]:
    """The pages of a list that may be too long for one."""
    for number in range(of):
        yield part_path(name, number), Sheet(f"{name}.html", partial(page, number=number), name)


def _questions(index: Index) -> Iterator[tuple[str, Sheet]]:
    asked = ranked(index.ledger.questions)
    for n, question in enumerate(asked):
        before, after = asked[n - 1] if n else None, asked[n + 1] if n + 1 < len(asked) else None
        page = partial(question_page, question=question, before=before, after=after)
        yield question_path(question.id), Sheet("question.html", page)
        related = related_to(index, question)
        for kind, number, of in chunks(index, related):
            part = partial(relations_page, question=question, relations=related, kind=kind, number=number, of=of)
            yield relations_path(question.id, kind, number), Sheet("relations.html", part)


def _reports(index: Index) -> Iterator[tuple[str, Sheet]]:
    for report in index.order:
        yield report_path(report), Sheet("report.html", partial(report_page, report=index.reports[report]))


def _speakers(index: Index) -> Iterator[tuple[str, Sheet]]:
    claims = spoken(index)
    yield "speakers.html", Sheet("speakers.html", partial(speakers_page, claims=claims), "speakers")
    for speaker, found in speaking(index, claims).items():
        told = heard(index, found)
        for number in range(told.parts):
            page = partial(speaker_page, speaker=speaker, told=told, number=number)
            yield speaker_path(speaker, number), Sheet("speaker.html", page)
