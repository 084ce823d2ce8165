from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counterclaim.model import Span
from counterclaim.values.dates import calendar_dates

TABLE = [
    ("Veldt City, Sep 6 (VNA)", [("Sep 6", "--09-06", "day")]),
    ("on 6 September 2021.", [("6 September 2021", "2021-09-06", "day")]),
    ("— Ana Roe (@ana) September 5, 2021", [("September 5, 2021", "2021-09-05", "day")]),
    ("Tue Jul 2, 2013 7:37am", [("Tue Jul 2, 2013", "2013-07-02", "day")]),
    ("date 2013-07-02 The", [("2013-07-02", "2013-07-02", "day")]),
    ("2013-07-02T10:00:00Z", [("2013-07-02", "2013-07-02", "day")]),
    ("03 JULY 2013", [("03 JULY 2013", "2013-07-03", "day")]),
    ("On Dec. 16th they", [("Dec. 16th", "--12-16", "day")]),
    ("Saturday, 27 April", [("Saturday, 27 April", "--04-27", "day")]),
    ("Saturday December 13 2008 in", [("Saturday December 13 2008", "2008-12-13", "day")]),
    ("02/07/2013", []),
    ("22/07/2013 and 07/22/2013", [("22/07/2013", "2013-07-22", "day"), ("07/22/2013", "2013-07-22", "day")]),
    ("07/07/2013", [("07/07/2013", "2013-07-07", "day")]),
    ("in April 2011 and", [("April 2011", "2011-04", "month")]),
    ("dictatorship in 1974.", [("1974", "1974", "year")]),
    ("the 6th of September, the 31 June", [("6th of September", "--09-06", "day")]),
    ("Sept. 11, 2001", [("Sept. 11, 2001", "2001-09-11", "day")]),
    ("July 4, 10 people died", [("July 4", "--07-04", "day")]),
    ("6-Sep-2021", [("6-Sep-2021", "2021-09-06", "day")]),
    ("they may 10 times, of 1870 carts", []),
    ("Resolution 2254 (2015), 300 may go", []),
    ("2021/09/06 10:11", [("2021/09/06", "2021-09-06", "day")]),
    ("May 2013: 5 June, May 1,500", [("May 2013", "2013-05", "month"), ("5 June", "--06-05", "day")]),
    ("", []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "answer"), TABLE)
def test_dates_as_a_calendar_writes_them(text: str, answer: list[tuple[str, str, str]]) -> None:
    assert [(d.span.of(text), d.day, d.precision) for d in calendar_dates(text)] == answer


DATES = st.dates(date(1000, 1, 1), date(2199, 12, 31))


@given(st.text(alphabet=st.characters(exclude_categories=["Nd"])), DATES, st.text())
def test_a_planted_date_is_found_where_it_was_put(before: str, day: date, after: str) -> None:
    text = f"{before}\n{day.isoformat()}\n{after}"
    planted = Span(len(before) + 1, len(before) + 11)
    assert [d.day for d in calendar_dates(text) if d.span == planted] == [day.isoformat()]


@given(st.text() | st.text(alphabet="0123456789/-., aprmayjunsept:"))
def test_dates_never_overlap_and_stand_in_order(text: str) -> None:
    spans = [d.span for d in calendar_dates(text)]
    assert all(a.end <= b.start for a, b in pairwise(spans))
