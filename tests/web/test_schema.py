"""The API keeps what its own OpenAPI description says, whatever is sent: schemathesis makes the requests from it."""

import contextlib
from collections.abc import Callable
from pathlib import Path

import httpx
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis.errors import Unsatisfiable
from schemathesis import APIOperation, Case, GenerationMode
from schemathesis.checks import not_a_server_error
from schemathesis.openapi import from_dict
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    negative_data_rejection,
    response_headers_conformance,
    response_schema_conformance,
    status_code_conformance,
)

from counterclaim.web.jobs import Jobs
from web.served import served

EXAMPLES = 6  # of each operation and mode; the same at every run
WORD = "a word of some length"
CHECKS = [
    not_a_server_error, status_code_conformance, content_type_conformance, response_headers_conformance,
    response_schema_conformance,
]  # fmt: skip


@pytest.fixture(autouse=True)
def _nothing_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is sent to be added is kept, but no process reads it: it may name any address of the web."""

    async def run(self: Jobs) -> None: ...

    monkeypatch.setattr(Jobs, "_run", run)


def operations(address: str, **headers: str) -> list[APIOperation]:
    answer = httpx.get(f"{address}api/openapi.json", headers=headers).raise_for_status()
    return [found.ok() for found in from_dict(answer.json()).get_all_operations()]


def ask(operation: APIOperation, mode: GenerationMode, examples: int, sent: Callable[[Case], object]) -> None:
    """Send what the description allows of an operation, or what it does not."""

    @settings(
        max_examples=examples, derandomize=True, database=None, deadline=None, suppress_health_check=list(HealthCheck)
    )
    @given(case=operation.as_strategy(generation_mode=mode))
    def asked(case: Case) -> None:
        sent(case)

    with contextlib.suppress(Unsatisfiable):  # of an operation that takes nothing, nothing can be wrong
        asked()


@pytest.mark.parametrize("mode", GenerationMode)
def test_every_operation_keeps_its_description(address: str, mode: GenerationMode) -> None:
    checks = [*CHECKS, *([negative_data_rejection] if mode is GenerationMode.NEGATIVE else [])]
    for operation in operations(address):
        ask(operation, mode, EXAMPLES, lambda case: case.call_and_validate(base_url=address, checks=checks))


def test_nobody_comes_in_without_the_word(folder: Path) -> None:
    with served(folder, word=WORD) as address:
        for operation in operations(address, authorization=f"Bearer {WORD}"):
            ask(operation, GenerationMode.POSITIVE, 2, lambda case: refused(case, address))


def refused(case: Case, address: str) -> None:
    assert case.call(base_url=address).status_code == 401
