import pytest

from counterclaim.model import Report
from counterclaim.reading import read_text
from counterclaim.reading.dates import dated_together, of_address

BODY = "The army said on Sunday that the ford was safe. Rebels told reporters in Kalvin that it was not."


def day(report: Report) -> str | None:
    return report.published.day if report.published else None


@pytest.mark.parametrize("text, expected", [
    ("Ford is safe now\nTuesday, July 2nd, 2031\n" + BODY, "2031-07-02"),
    ("Ford is safe now\nPosted 11 / 27 / 2031 7:21 AM\nUpdated 11 / 28 / 2031 3:41 PM\n" + BODY, "2031-11-27"),
    ("Updated 28 May 2031\nFord is safe now\n" + BODY, "2031-05-28"),
    ("Saturday, 27 April\nworld\nFord is safe now\n" + BODY, None),
    ("EN RU\nSaturday, 27 April 2024\nFord is safe now\n" + BODY, None),
    ("Ford is safe now\nKALVIN, Sep 6 (LNA) - " + BODY, None),
    ("Ford is safe now\nKALVIN, May 4 (LNA) - " + BODY + " The war began in 2031.", "2031-05-04"),
    ("Ford is safe now\nKALVIN, May 4 (LNA) - " + BODY + " The war began in 2030.", None),
    (BODY + "\n\nIt is. — Ivo (@ivo) May 4, 2031", "2031-05-04"),
    (BODY + "\n\nIt is. — Ivo (@ivo) May 3, 2031", "2031-05-04"),
    ("Riots were reported on Saturday May 3 2031 in protest at the ford.", "2031-05-03"),
    ("A quake hit the ford. The worst, of 26 December 2004, killed many. So did that of 2029.", None),
    (BODY, None),
])  # fmt: skip
def test_the_day_by_the_report_alone(text: str, expected: str | None) -> None:
    assert day(read_text(text, "a")) == expected


@pytest.mark.parametrize("text, expected", [
    ("Ford is safe now\n04/05/2031\n" + BODY, ("2031-05-04", "day")),  # a Sunday, as the lead says
    ("Ford is safe now\n04/05/2031\nNobody came to the ford, an old man of the village said.", ("2031", "year")),
])  # fmt: skip
def test_figures_that_can_be_mistaken(text: str, expected: tuple[str, str]) -> None:
    found = read_text(text, "a").published
    assert found and (found.day, found.precision) == expected


@pytest.mark.parametrize("url, expected", [
    ("https://lantern.example/2031/05/04/ford", "2031-05-04"),
    ("https://lantern.example/a-2031-05-04.html", "2031-05-04"),
    ("https://lantern.example/view/20310504-26/Ford", "2031-05-04"),
    ("https://lantern.example/2031/may/4/ford", "2031-05-04"),
    ("https://lantern.example/2031/05/ford", "2031-05"), ("https://lantern.example/8684832.html", None), (None, None),
    ("https://lantern.example/2031/13/40/ford", None),
])  # fmt: skip
def test_the_day_in_an_address(url: str | None, expected: str | None) -> None:
    found = of_address(url)
    assert (found.day if found else None) == expected


@pytest.mark.parametrize("given, expected", [
    ("2031-05-04", "2031-05-04"), ("2031-05-04T08:00:00Z", "2031-05-04"), ("2031-05", "2031-05"), ("2031", "2031"),
    ("Sunday, 4 May 2031", "2031-05-04"), ("soon", None), ("2031-13-01", None),
])  # fmt: skip
def test_a_day_that_is_given(given: str, expected: str | None) -> None:
    assert day(read_text(BODY, "a", published=given)) == expected


def test_what_is_given_goes_first() -> None:
    assert day(read_text("Ford is safe\n2 July 2031\n" + BODY, "a", published="2031-07-03")) == "2031-07-03"


ANCHOR = read_text("Ford is safe now\n4 May 2031\n" + BODY, "anchor")
OTHER = read_text("Bank fails in Kalvin\n9 July 2029\nA bank failed on Monday, its owner said in a letter.", "other")


@pytest.mark.parametrize("text, expected, precision", [
    ("Ford is safe, or not\nKALVIN, May 5 (LNA) - " + BODY, "2031-05-05", "day"),
    ("Rebels said on Saturday that the ford was not safe, and told reporters in Kalvin so.", "2031-05-03", "day"),
    ("Rebels said that the ford was not safe, and told reporters in Kalvin so.", "2031-05", "month"),
])  # fmt: skip
def test_days_from_the_other_reports(text: str, expected: str, precision: str) -> None:
    reports = [read_text(text, "new"), OTHER, ANCHOR]
    found = [dated_together(order) for order in (reports, reports[::-1])]
    first, last = found[0][0].published, found[1][2].published
    assert first and first == last
    assert (first.day, first.precision) == (expected, precision)
    assert "anchor" in first.basis


def test_reports_without_any_day_stay_as_they_are() -> None:
    reports = [read_text(BODY, "a"), read_text(BODY, "b")]
    assert dated_together(reports) == reports
