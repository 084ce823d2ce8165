"""A report at which the program fails keeps its text, has no claims and is named; the others go on, in any process."""

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from conftest import EXAMPLE
from counterclaim import attribution, claims
from counterclaim.adding import Job, add
from counterclaim.attribution import speakers
from counterclaim.building import build
from counterclaim.cli import app
from counterclaim.engines import local
from counterclaim.engines.keeping import Kept
from counterclaim.errors import DamagedWeights
from counterclaim.ledger import faults, read_ledger
from counterclaim.model import Draft, Ledger, Reading, Report, Span
from counterclaim.options import Options
from counterclaim.readings import failures, read
from counterclaim.survey import survey
from counterclaim.watching import watch

RULES = Options(attribution="rules")
GOOD, BAD = "01-agency.txt", "02-lantern.md"
SAID = "no claims were taken from this report: the program failed at it"


def failing(error: BaseException) -> Callable[..., Any]:
    """Drafting that fails at one report, as a bug would at some words of it."""
    real = claims.drafts

    def drafts(report: Report, *given: Any) -> tuple[Draft, ...]:
        if report.source.endswith(BAD):
            raise error
        return real(report, *given)

    return drafts


@pytest.fixture
def broken(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(claims, "drafts", failing(ZeroDivisionError("<b>words of the report</b>")))


def kept_without_claims(ledger: Ledger) -> None:
    """Both reports are there; of one there are claims, of the other the text and a note."""
    ids = {Path(report.source).name: report.id for report in ledger.reports}
    assert set(ids) == {GOOD, BAD}
    assert {m.report for m in ledger.mentions} == {ids[GOOD]}
    (note,) = failures(ledger.notes)
    assert note.report == ids[BAD] and note.text.startswith(SAID) and "words of the report" not in note.text
    assert faults(ledger) == []


ERRORS = (ZeroDivisionError(), MemoryError(), RecursionError(), AssertionError("<b>"))


@pytest.mark.parametrize("error", ERRORS, ids=repr)
def test_in_this_process(error: Exception, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(claims, "drafts", failing(error))
    ledger = build([EXAMPLE / GOOD, EXAMPLE / BAD], RULES)
    kept_without_claims(ledger)
    assert f"({type(error).__name__} in counterclaim/readings.py, line " in failures(ledger.notes)[0].text


def test_without_end_and_memory_gone(monkeypatch: pytest.MonkeyPatch) -> None:
    """The real errors, not only their names."""

    def endless(*given: Any) -> Any:
        return endless(*given)

    monkeypatch.setattr(speakers, "speeches", endless)
    assert "RecursionError" in failures(build([EXAMPLE / GOOD], RULES).notes)[0].text
    monkeypatch.setattr(speakers, "speeches", lambda *given: bytearray(1 << 62))
    assert "MemoryError" in failures(build([EXAMPLE / GOOD], RULES).notes)[0].text


def test_a_span_outside_the_text_spoils_its_own_report_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("counterclaim.places.finding.place_spans", lambda report, sentences: (Span(3, 10**9),))
    assert "ValueError" in failures(build([EXAMPLE / GOOD], RULES).notes)[0].text


def test_in_worker_processes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(local, "read", read_badly)
    kept_without_claims(build([EXAMPLE / GOOD, EXAMPLE / BAD], replace(RULES, workers=2)))


def read_badly(report: Report, options: Options) -> Reading:
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(claims, "drafts", failing(ZeroDivisionError()))
        return read(report, options)


def test_what_a_user_can_put_right_still_ends_the_run(monkeypatch: pytest.MonkeyPatch) -> None:
    def missing(*given: Any) -> Any:
        raise DamagedWeights("the file is changed")

    monkeypatch.setattr(attribution.speakers, "speeches", missing)
    with pytest.raises(DamagedWeights):
        build([EXAMPLE / GOOD], RULES)


def test_it_is_read_again_the_next_time(tmp_path: Path) -> None:
    options = replace(RULES, keep=tmp_path / "readings")
    whole = build([EXAMPLE / GOOD, EXAMPLE / BAD], RULES)
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(claims, "drafts", failing(MemoryError()))
        kept_without_claims(build([EXAMPLE / GOOD, EXAMPLE / BAD], options))
    assert build([EXAMPLE / GOOD, EXAMPLE / BAD], options) == whole


@pytest.mark.usefixtures("broken")
def test_the_build_names_it_on_the_terminal_and_on_its_pages(tmp_path: Path) -> None:
    sources = [str(EXAMPLE / GOOD), str(EXAMPLE / BAD)]
    arguments = ["--out", str(tmp_path), "--attribution", "rules", "--workers", "1"]
    result = CliRunner().invoke(app, ["build", *sources, *arguments])
    assert result.exit_code == 0 and f"counterclaim: {BAD}: {SAID} (ZeroDivisionError in " in result.stderr
    kept_without_claims(read_ledger(tmp_path))
    assert SAID in (tmp_path / "dossier" / "method.html").read_text(encoding="utf-8")
    assert sum(SAID in page.read_text(encoding="utf-8") for page in (tmp_path / "dossier" / "reports").iterdir()) == 1
    counts = json.loads(CliRunner().invoke(app, ["build", *sources, *arguments, "--json"]).stdout)
    assert (counts["reports"], counts["failed"]) == (2, 1)


@pytest.mark.usefixtures("broken")
def test_a_survey_names_it(tmp_path: Path) -> None:
    found = survey([EXAMPLE / GOOD, EXAMPLE / BAD], tmp_path, RULES)
    assert [(item.source, item.reason.startswith(SAID)) for item in found.failed] == [(BAD, True)]
    kept_without_claims(read_ledger(tmp_path / "events" / found.events[0].id))
    assert SAID in found.page.read_text(encoding="utf-8")


@pytest.mark.usefixtures("broken")
def test_watching_goes_on(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    for name in (GOOD, BAD):
        (tmp_path / "in" / name).write_bytes((EXAMPLE / name).read_bytes())
    kept_without_claims(next(watch(str(tmp_path / "in"), tmp_path / "out", RULES)))


@pytest.mark.usefixtures("broken")
def test_adding_says_so(tmp_path: Path) -> None:
    CliRunner().invoke(app, ["build", str(EXAMPLE / GOOD), "--out", str(tmp_path), "--attribution", "rules"])
    (tmp_path / BAD).write_bytes((EXAMPLE / BAD).read_bytes())
    told = add(Job(str(tmp_path), (BAD,), workers=1))
    assert told.added is not None and len(told.added) == 1
    assert [(item.source, item.reason.startswith(SAID)) for item in told.rejected] == [(BAD, True)]
    kept_without_claims(read_ledger(tmp_path))


def test_nothing_of_it_is_kept_on_disk(tmp_path: Path) -> None:
    report = build([EXAMPLE / GOOD], RULES).reports[0]
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(speakers, "speeches", lambda *given: bytearray(1 << 62))
        Kept(tmp_path, {}).put(read(report, RULES))
    assert Kept(tmp_path, {}).get(report) is None
