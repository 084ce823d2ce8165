"""What fuzzing starts from and what it found, again; and any bytes, a little, where there is no time to fuzz."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from fuzz.seeds import seeds
from fuzz.targets import TARGETS

EXAMPLES = 25  # no shrinking: what fails is shown as it is, and `make fuzz` finds smaller ones
CASES = sorted((Path(__file__).parent / "cases").glob("*/*"))


@pytest.mark.parametrize("name", TARGETS)
def test_seeds(name: str) -> None:
    for seed in seeds(name):
        TARGETS[name](seed)


@pytest.mark.parametrize("case", CASES, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_cases_that_were_found(case: Path) -> None:
    TARGETS[case.parent.name](case.read_bytes())


@pytest.mark.parametrize("name", TARGETS)
def test_any_bytes(name: str) -> None:
    begun = st.sampled_from(seeds(name)) if name not in ("ledgers", "decisions") else st.just(b"")

    @settings(max_examples=EXAMPLES, deadline=None, suppress_health_check=list(HealthCheck), phases=[Phase.generate])
    @given(begun, st.binary(max_size=300), st.integers(0, 4_000))
    def broken(seed: bytes, noise: bytes, at: int) -> None:
        TARGETS[name](seed[:at] + noise + seed[at + len(noise) :])

    broken()
