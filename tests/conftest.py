"""What tests share: where the example is, where the test reports are, and ledgers built once a session."""

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from counterclaim.building import build
from counterclaim.model import Ledger

if TYPE_CHECKING:
    from hostile.chain import Ran

ROOT = Path(__file__).resolve().parents[1]
EXAMPLE = ROOT / "examples" / "dresna"
SHARED = ROOT.parent / "shared"

needs_shared = pytest.mark.skipif(
    not (SHARED / "corpora").is_dir(), reason="the test reports (../shared/corpora) are not beside the project"
)


@pytest.fixture(scope="session")
def example() -> Ledger:
    """The ledger of the invented example event."""
    return build([EXAMPLE])


@pytest.fixture(scope="session")
def seeds() -> Ledger:
    """The ledger of the project's five seed reports; the test skips where they are absent."""
    path = SHARED / "corpora" / "panjshir-seeds.jsonl"
    if not path.exists():
        pytest.skip("the seed reports (../shared/corpora/panjshir-seeds.jsonl) are not beside the project")
    return build([path])


@pytest.fixture(scope="session")
def ran(tmp_path_factory: pytest.TempPathFactory) -> "Ran":
    """The corpus of hostile inputs through the whole chain; what goes up is seen."""
    from hostile.chain import run

    return run(tmp_path_factory.mktemp("hostile") / "a" / "b" / "c")
