from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counterclaim.model import Span
from counterclaim.values.times import clock_times, days

SUNDAY = "2021-09-05"
MONDAY = "2021-09-06"
WEDNESDAY = "2021-09-08"

# text, anchor, [(words, first day, last day)]
TABLE = [
    ("the front said on Sunday.", SUNDAY, [("Sunday", "2021-09-05", "2021-09-05")]),
    ("the front said on Sunday.", MONDAY, [("Sunday", "2021-09-05", "2021-09-05")]),
    ("said late Tuesday that", MONDAY, [("late Tuesday", "2021-08-31", "2021-08-31")]),
    ("A concert is due to be held Sunday evening", SUNDAY, [("Sunday evening", "2021-09-05", "2021-09-05")]),
    ("The ferry is expected on Friday", MONDAY, [("Friday", "2021-09-10", "2021-09-10")]),
    ("They will meet, he said on Friday", MONDAY, [("Friday", "2021-09-03", "2021-09-03")]),
    ("Roads were shut due to the raid on Friday", MONDAY, [("Friday", "2021-09-03", "2021-09-03")]),
    ("vote next Sunday", SUNDAY, [("next Sunday", "2021-09-12", "2021-09-12")]),
    ("last Sunday", SUNDAY, [("last Sunday", "2021-08-29", "2021-08-29")]),
    ("Saturday's blast", MONDAY, [("Saturday's", "2021-09-04", "2021-09-04")]),
    ("Saturdays blast", MONDAY, [("Saturdays", "2021-09-04", "2021-09-04")]),
    ("They march on Saturdays.", MONDAY, []),
    ("The Sunday Times said; Bloody Sunday", MONDAY, []),
    ("since late on Friday", MONDAY, [("late on Friday", "2021-09-03", None)]),
    ("until Friday", MONDAY, [("Friday", None, "2021-09-03")]),
    ("yesterday and earlier today", MONDAY,
     [("yesterday", "2021-09-05", "2021-09-05"), ("earlier today", "2021-09-06", "2021-09-06")]),
    ("shelled overnight", MONDAY, [("overnight", "2021-09-05", "2021-09-06")]),
    ("eight days ago", MONDAY, [("eight days ago", "2021-08-29", "2021-08-29")]),
    ("two weeks ago", MONDAY, [("two weeks ago", "2021-08-23", "2021-08-23")]),
    ("a month ago", MONDAY, [("a month ago", "2021-08-01", "2021-08-31")]),
    ("last week", WEDNESDAY, [("last week", "2021-08-30", "2021-09-05")]),
    ("earlier this week", WEDNESDAY, [("earlier this week", "2021-09-06", "2021-09-08")]),
    ("over the weekend", WEDNESDAY, [("over the weekend", "2021-09-04", "2021-09-05")]),
    ("in the past 24 hours", WEDNESDAY, [("past 24 hours", "2021-09-07", "2021-09-08")]),
    ("in early May", MONDAY, [("in early May", "2021-05-01", "2021-05-10")]),
    ("in May and in December", MONDAY,
     [("in May", "2021-05-01", "2021-05-31"), ("in December", "2020-12-01", "2020-12-31")]),
    ("In June last year", MONDAY, [("In June last year", "2020-06-01", "2020-06-30")]),
    ("that in march order", MONDAY, []),
    ("Sept. 3", MONDAY, [("Sept. 3", "2021-09-03", "2021-09-03")]),
    ("Oct 3 and Oct 30", MONDAY, [("Oct 3", "2021-10-03", "2021-10-03"), ("Oct 30", "2020-10-30", "2020-10-30")]),
    ("Jan. 3", "2021-12-20", [("Jan. 3", "2022-01-03", "2022-01-03")]),
    ("Feb 29", MONDAY, [("Feb 29", "2020-02-29", "2020-02-29")]),
    ("Sept. 3", "2019", [("Sept. 3", "2019-09-03", "2019-09-03")]),
    ("on Friday 3 September 2021", None, [("Friday 3 September 2021", "2021-09-03", "2021-09-03")]),
    ("on Friday, yesterday, Sept. 3", None, []),
    ("in April 2011", None, [("April 2011", "2011-04-01", "2011-04-30")]),
    ("On 3 May 2019 it began. Later the same day it spread, and two days later ended.", None,
     [("3 May 2019", "2019-05-03", "2019-05-03"), ("the same day", "2019-05-03", "2019-05-03"),
      ("two days later", "2019-05-05", "2019-05-05")]),
    ("evacuated the previous day", MONDAY, [("the previous day", "2021-09-05", "2021-09-05")]),
    ("the next day", MONDAY, []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "anchor", "answer"), TABLE)
def test_days_from_the_anchor(text: str, anchor: str | None, answer: list[tuple[str, str | None, str | None]]) -> None:
    assert [(d.span.of(text), d.when.since, d.when.to) for d in days(text, anchor)] == answer


@pytest.mark.parametrize(("text", "time"), [
    ("at 2.37 pm on Sunday", "14:37"),
    ("struck at 7:37am (0737 GMT) Tuesday", "07:37"),
    ("Tuesday at noon", "12:00"),
    ("It ended at 10:15 p.m. On Sunday they left", None),
    ("Sunday evening", None),
    ("Sep 5, 2021 21:40", "21:40"),
])  # fmt: skip
def test_the_clock_belongs_to_the_day_beside_it(text: str, time: str | None) -> None:
    assert [d.time for d in days(text, SUNDAY)] == [time]


def test_the_basis_says_how() -> None:
    assert [d.basis for d in days("on Sunday, Sept. 3 and 1 May 2020", MONDAY)] == [
        '"Sunday, Sept. 3" year from 2021-09-06', '"1 May 2020" date',
    ]  # fmt: skip
    assert [d.when.since for d in days("It began eleven days ago", MONDAY)] == ["2021-08-26"]
    assert days("On Sunday", MONDAY)[0].basis == '"Sunday" counted from 2021-09-06'


NAMES = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]


@given(st.text(), st.dates(date(1900, 1, 9), date(2199, 12, 31)), st.integers(0, 6), st.text())
def test_a_planted_weekday_is_the_last_such_day(before: str, anchor: date, back: int, after: str) -> None:
    day = anchor - timedelta(days=back)
    text = f"{before}\nRebels left on {NAMES[day.weekday()]}.\n{after}"
    start = len(before) + len("\nRebels left on ")
    (found,) = [d for d in days(text, anchor.isoformat()) if d.span.start == start]
    assert found.span.of(text) == NAMES[day.weekday()]
    assert (found.when.since, found.when.to) == (day.isoformat(), day.isoformat())


@given(st.text(), st.integers(0, 23), st.integers(0, 59), st.text())
def test_a_planted_clock_time_is_found_where_it_was_put(before: str, hour: int, minute: int, after: str) -> None:
    text = f"{before}\n{hour:02}:{minute:02}\n{after}"
    planted = Span(len(before) + 1, len(before) + 6)
    assert [t.time for t in clock_times(text) if t.span == planted] == [f"{hour:02}:{minute:02}"]


@given(st.integers(2, 99), st.dates(date(1900, 1, 1), date(2199, 12, 31)))
def test_days_ago_are_counted_back(number: int, anchor: date) -> None:
    (found,) = days(f"It began {number} days ago", anchor.isoformat())
    assert found.when.since == (anchor - timedelta(days=number)).isoformat()


@given(st.text(), st.dates())
def test_any_text_has_an_answer_with_exact_offsets(text: str, anchor: object) -> None:
    found = days(text + " Sunday", str(anchor))
    assert found
    assert all(a.span.end <= b.span.start for a, b in pairwise(found))


def test_long_text_without_a_full_stop() -> None:
    assert len(days("will said friday " * 12_000, MONDAY)) == 12_000
