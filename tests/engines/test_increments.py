"""One report added to those that were there: byte for byte the ledger that a build of all gives, in whatever order."""

import pytest

from conftest import EXAMPLE
from counterclaim.building import assemble, gather
from counterclaim.ledger.files import encode
from counterclaim.model import Reading
from counterclaim.options import Options
from counterclaim.readings import read

RULES = Options(attribution="rules")


@pytest.fixture(scope="module")
def found() -> list[Reading]:
    return [read(report, RULES) for report in gather([EXAMPLE])[0]]


@pytest.mark.parametrize("last", range(3))
def test_a_warm_process_gives_what_a_build_of_all_gives(found: list[Reading], last: int) -> None:
    """What an earlier assembly remembers (places, names) changes nothing, whichever report comes last."""
    whole = encode(assemble(found, (), RULES))
    others = [reading for at, reading in enumerate(found) if at != last]
    before = encode(assemble(others, (), RULES))
    assert encode(assemble([found[last], *others[::-1]], (), RULES)) == whole
    assert encode(assemble(others, (), RULES)) == before != whole
