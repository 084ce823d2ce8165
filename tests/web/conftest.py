"""The invented ledger of Karvel, served; clients with and without a name."""

from collections.abc import Iterator
from pathlib import Path

import httpx
import msgspec
import pytest

from counterclaim.ledger import write_ledger
from counterclaim.text import encodable
from dossier.karvel import LEDGER as KARVEL
from web.served import served

# As it can be written to a file: without half a character.
LEDGER = msgspec.structs.replace(
    KARVEL, reports=tuple(msgspec.structs.replace(r, text=encodable(r.text)) for r in KARVEL.reports)
)
ANA = {"counterclaim_name": "Ana%20B%C3%B6hm"}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write_ledger(LEDGER, tmp_path / "karvel").parent


@pytest.fixture
def address(folder: Path) -> Iterator[str]:
    with served(folder) as found:
        yield found


@pytest.fixture
def client(address: str) -> Iterator[httpx.Client]:
    """Ana's browser, as far as a client without script is one."""
    with httpx.Client(base_url=address, cookies=ANA, headers={"accept": "text/html"}) as made:
        yield made
