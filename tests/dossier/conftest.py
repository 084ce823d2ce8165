"""The invented dossier, written once, and its pages as trees."""

from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser as HTMLParser

from counterclaim.dossier import write_dossier
from dossier.karvel import EMPTY, LEDGER

Pages = dict[str, HTMLParser]


def pages_of(folder: Path) -> Pages:
    """Every page of a dossier by its path in it."""
    found = sorted(folder.rglob("*.html"))
    return {p.relative_to(folder).as_posix(): HTMLParser(p.read_text(encoding="utf-8")) for p in found}


@pytest.fixture(scope="session")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_dossier(LEDGER, tmp_path_factory.mktemp("karvel")).parent


@pytest.fixture
def pages(folder: Path) -> Pages:
    """The pages, read anew: a test may take parts out of them."""
    return pages_of(folder)


@pytest.fixture(scope="session")
def empty(tmp_path_factory: pytest.TempPathFactory) -> Pages:
    return pages_of(write_dossier(EMPTY, tmp_path_factory.mktemp("empty")).parent)
