"""What the reading room finds in real reports, where they lie beside the checkout: days and outlets checked by eye."""

from pathlib import Path

import pytest

from counterclaim.model import Report
from counterclaim.reading import notes, read_sources
from counterclaim.reading.dates import dated_together

CORPORA = Path(__file__).resolve().parents[2] / ".." / "shared" / "corpora"

pytestmark = pytest.mark.skipif(not CORPORA.exists(), reason="the folder of real reports is not beside the checkout")


def cluster(name: str) -> list[Report]:
    reports = [item for item in read_sources([CORPORA / f"{name}.jsonl"]) if isinstance(item, Report)]
    return dated_together(reports)


@pytest.mark.parametrize("name, days", [
    ("panjshir-seeds", ["2021-09-05", "2021-09-05", "2021-09-04", "2021-09-05", "2021-09-06"]),
    ("ghouta-2013", ["2013-08-25", "2013-08-21", "2013-09-10", "2013-08-25", "2013-08-24", "2013-08-21", "2013-09-09",
                     "2013-09-10", "2013-09-12", "2013-10-02"]),
    ("rashidin-2017", ["2017-04-16", "2017-04-15", "2017-04-16", "2017-04-16", "2017-04-15", "2017-04-15", "2017-04-08",
                       "2017-04-29", "2017-04-15", "2017-04-16"]),
    ("aceh-2013", ["2013-07-02"] * 2 + ["2013-07-03", "2013-07-02", "2013-07-02", "2013-07-03"] + ["2013-07-02"] * 3
     + ["2013-07-03"] + ["2013-07-02"] * 4),
])  # fmt: skip
def test_days_of_publication(name: str, days: list[str]) -> None:
    found = [report.published.day if report.published else None for report in cluster(name)]
    assert found == days


def test_undated_reports_of_one_week_get_at_least_the_month() -> None:
    days = [report.published.day if report.published else "" for report in cluster("greece-2008")]
    assert all(day.startswith("2008-12") for day in days)


def test_every_report_holds_its_text_in_blocks() -> None:
    reports = [item for item in read_sources([CORPORA]) if isinstance(item, Report)]
    assert len(reports) == 209
    for report in reports:
        inside = sum(len("".join(block.span.of(report.text).split())) for block in report.blocks)
        assert inside == len("".join(report.text.split())), report.source
        assert report.language == "en", report.source
        assert any(block.kind == "paragraph" for block in report.blocks), report.source


def test_only_the_post_that_is_called_another_language_gets_a_note() -> None:
    reports = [item for item in read_sources([CORPORA]) if isinstance(item, Report)]
    assert [note.text for report in reports for note in notes(report)] == ["called Pashto; the passage is Persian"]
