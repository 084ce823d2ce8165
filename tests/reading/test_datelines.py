import pytest

from counterclaim.reading.datelines import dateline, is_date_line
from counterclaim.reading.headdates import head_dates


@pytest.mark.parametrize("text, days", [
    ("Tuesday, July 2nd, 2031", ("2031-07-02",)),
    ("Sun 16 Apr 2031", ("2031-04-16",)),
    ("Last updated at Oct 042031", ("2031-10-04",)),
    ("28.04.2031Get", ("2031-04-28",)),
    ("3 JAN 90 --", ("1990-01-03",)),
    ("11 / 28 / 05", ("2005-11-28",)),
    ("2031-9-5", ("2031-09-05",)),
    ("02/07/2031", ("2031-07-02", "2031-02-07")),
    ("02.07.2031", ("2031-07-02",)),
    ("Kalvin, Sep 6", ("--09-06",)),
])  # fmt: skip
def test_dates_of_a_head(text: str, days: tuple[str, ...]) -> None:
    assert [d.days for d in head_dates(text)] == [days]


@pytest.mark.parametrize("text", ["31 February 2031", "in may 4 fell", "13/13/2031", "Separate 3 of them", "May 20:15"])
def test_no_dates(text: str) -> None:
    assert [d for d in head_dates(text) if not d.days[0].startswith("--05-04")] == []


@pytest.mark.parametrize("line, answer", [
    ("Updated: July 02, 2031 15:50 IST", True), ("Tue Jul 2, 2031 1:28PM GMT", True), ("LNA, Tuesday 2 Jul 2031", True),
    ("6:40pm UK, Tuesday 04 March 2031", True), ("April 12, 2031 | 4:00am", True), ("Kalvin, Nov 11 -", True),
    ("First Posted 08:12:00 06 / 06 / 2031", True), ("The ford fell on 2 July 2031", False), ("Orlo Ford", False),
    ("Rebels hold the ford since 2 July 2031.", False),
])  # fmt: skip
def test_a_date_line(line: str, answer: bool) -> None:
    assert is_date_line(line, 0, len(line)) is answer


@pytest.mark.parametrize("text, words, agency", [
    ("Kalvin, Sep 6 (LNA) The army said", "Kalvin, Sep 6 (LNA) ", "LNA"),
    ("KALVIN, Sep 6 (LNA) - Rebels", "KALVIN, Sep 6 (LNA) - ", "LNA"),
    ("KALVIN (Lantern) An explosion", "KALVIN (Lantern) ", "Lantern"),
    ("ORLO FORD, Kalvia (LN) — Rebels", "ORLO FORD, Kalvia (LN) — ", "LN"),
    ("(Lantern) - Two men", "(Lantern) - ", "Lantern"),
    ("KALVIN CITY, 3 JAN 90 (RADIO TWO) -- [TEXT] THE ARMY",
     "KALVIN CITY, 3 JAN 90 (RADIO TWO) -- [TEXT] ", "RADIO TWO"),
    ("date 2031-09-05 Rebels have", "date 2031-09-05 ", None),
    ("Published April 8 2031 Just days", "Published April 8 2031 ", None),
    ("Date of publication 29 October 2031 Fresh", "Date of publication 29 October 2031 ", None),
    ("Fri 07 Apr 2031 at 0914 The army", "Fri 07 Apr 2031 at 0914 ", None),
    ("Lantern Thursday 30 Jun 2031 At least", "Lantern Thursday 30 Jun 2031 ", "Lantern"),
    ("KALVIN — The army", "KALVIN — ", None),
    ("Kalvin, 3 March 2031 - Governor Orlo", "Kalvin, 3 March 2031 - ", None),
    ("KALVIN, March 3 - The army", "KALVIN, March 3 - ", None),
    ("3 March 2031 - The army", "3 March 2031 - ", None),
    ("North Kalvin / Orlo: A boat", "North Kalvin / Orlo: ", None),
])  # fmt: skip
def test_a_dateline(text: str, words: str, agency: str | None) -> None:
    found = dateline(text, 0, len(text))
    assert found is not None
    assert (text[: found.end], found.agency) == (words, agency)


@pytest.mark.parametrize("text", [
    "The River Front (RF) said on Monday", "August 21 2031 was a dark day", "He - who fell - was old",
    "AN EARTHQUAKE killed two", "September 6 was quiet", "General Kral: \"We hold it\"", "Rebels hold the ford",
    "On 5 May 2031 rebels came", "",
])  # fmt: skip
def test_no_dateline(text: str) -> None:
    assert dateline(text, 0, len(text)) is None
