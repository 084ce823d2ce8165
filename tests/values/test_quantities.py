import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counterclaim.model import Span
from counterclaim.values.quantities import quantities

# text, [(words, low, high)]
BOUNDS = [
    ("600 taken", [("600", 600, 600)]),
    ("about 400 tents", [("about 400", 400, 400)]),
    ("nearly 70 hurt, some 50 missing", [("nearly 70", 70, 70), ("some 50", 50, 50)]),
    ("At least 1,000 rebels", [("At least 1,000", 1000, None)]),
    ("more than 700; over 40", [("more than 700", 700, None), ("over 40", 40, None)]),
    ("no fewer than 12, upwards of 90", [("no fewer than 12", 12, None), ("upwards of 90", 90, None)]),
    ("20 or more, 1,300+, 50-plus guests", [("20 or more", 20, None), ("1,300+", 1300, None), ("50-plus", 50, None)]),
    ("20 people or more", [("20 people or more", 20, None)]),
    ("12 dead and more than 30 hurt", [("12", 12, 12), ("more than 30", 30, None)]),
    ("up to 100, fewer than 20", [("up to 100", None, 100), ("fewer than 20", None, 20)]),
    ("Not more than 100", [("Not more than 100", None, 100)]),
    ("as many as 1300 at most 7", [("as many as 1300", None, 1300), ("at most 7", None, 7)]),
    ("between 20 and 30", [("between 20 and 30", 20, 30)]),
    ("20 to 30, 20-30 and 40 – 50", [("20 to 30", 20, 30), ("20-30", 20, 30), ("40 – 50", 40, 50)]),
    ("two or three boats", [("two or three", 2, 3)]),
    ("at least two or three men", [("at least two or three", 2, None)]),
    ("Veldt Times\n17 dead", [("17", 17, 17)]),
    ("2 to 3 million", [("2 to 3 million", 2_000_000, 3_000_000)]),
    ("well over a thousand", [("well over a thousand", 1000, None)]),
    ("an estimated at least 30", [("an estimated at least 30", 30, None)]),
    ("hits 43 as toll rises to 112.\n", [("43", 43, 43), ("112", 112, 112)]),
    ("22 dead—officials", [("22", 22, 22)]),
    ("the blast—22 died", [("22", 22, 22)]),
    ("a 300-strong column", [("300", 300, 300)]),
]  # fmt: skip

WORDS = [
    ("twenty-three men", [("twenty-three", 23, 23)]),
    ("a hundred and five", [("a hundred and five", 105, 105)]),
    ("at least a thousand", [("at least a thousand", 1000, None)]),
    ("half a million", [("half a million", 500_000, 500_000)]),
    ("1.2 million", [("1.2 million", 1_200_000, 1_200_000)]),
    ("two dozen", [("two dozen", 24, 24)]),
    ("1,00,000 or 1,50,000", [("1,00,000 or 1,50,000", 100_000, 150_000)]),
    ("Seven were hurt, one died", [("Seven", 7, 7), ("one", 1, 1)]),
    ("one of the dead; no one else; this one; one another", [("one", 1, 1), ("no one", 0, 0)]),
    ("no casualties, nobody hurt, none missing", [("no", 0, 0), ("nobody", 0, 0), ("none", 0, 0)]),
    ("no longer, no more than 3", [("no more than 3", None, 3)]),
    ("2000 people fled; more than 2000 fled; 2000 were there",
     [("2000", 2000, 2000), ("more than 2000", 2000, None), ("2000", 2000, 2000)]),
]  # fmt: skip

UNCOUNTED = [
    "a 15-year-old", "aged 40", "Ana Roe, 34, said", "the boy, 15.", "a boy (15) fell", "at 7.37 am", "at 19:05",
    "July 4", "6 September 2021", "in 2011", "the 2008 riots", "90 miles north", "24-hour", "eight days", "$5 million",
    "30% or 20.6 percent", "5 million dollars", "magnitude 6", "6.1", "sixth", "6th", "it ended 2-1", "Chapter 7",
    "U.N. 2254", "12 Alder Street", "T-72", "MH17", "24/7", "call 555-0101", "+44 20 7946", "Flight 12",
    "three more weeks", "two and a half hours", "children under 5", "1. Go home", "2008-2009", "€ 40", "Rs 500",
    "No. 10", "two thirds", "10.10.10.10", "see v1.2.3", "40 km", "6.4-magnitude", "in his 30s", "hours later",
    'the "Blue Star 5" sank',
]  # fmt: skip


@pytest.mark.parametrize(("text", "answer"), BOUNDS + WORDS)
def test_counts_with_their_bounds(text: str, answer: list[tuple[str, int | None, int | None]]) -> None:
    assert [(c.span.of(text), c.quantity.low, c.quantity.high) for c in quantities(text)] == answer


@pytest.mark.parametrize("text", UNCOUNTED)
def test_what_counts_nothing(text: str) -> None:
    assert quantities(text) == ()


@pytest.mark.parametrize(("text", "policy"), [
    ("dozens hurt", "dozens"), ("Hundreds fled", "hundreds"), ("scores of homes", "scores"),
    ("several of them", "several"), ("tens of thousands of boats", "tens of thousands"),
    ("suffered heavy losses", "heavy losses"), ("at least several dozen", "several dozen"),
    ("several hundred fighters", "several hundred"),
])  # fmt: skip
def test_words_without_a_figure_name_their_policy(text: str, policy: str) -> None:
    (counted,) = quantities(text)
    assert (counted.quantity.low, counted.quantity.high, counted.quantity.policy) == (None, None, policy)


@pytest.mark.parametrize("text", ["The toll rose from 5 to 22", "revised its count down from 5 to 22"])
def test_a_change_has_a_former_and_a_current_count(text: str) -> None:
    assert [(c.quantity.low, c.former) for c in quantities(text)] == [(5, True), (22, False)]


@given(st.text(), st.integers(2, 1899), st.text())
def test_a_planted_count_is_found_where_it_was_put(before: str, number: int, after: str) -> None:
    text = f"{before}. At least {number} rebels fell. {after}"
    start = len(before) + len(". At least ")
    planted = Span(start, start + len(str(number)))
    (found,) = [c for c in quantities(text) if c.number_span == planted]
    assert (found.quantity.low, found.quantity.high) == (number, None)
    assert found.quantity.text == found.span.of(text) == f"At least {number}"


SMALL = [
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
]  # fmt: skip
TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]


def spelled(number: int) -> str:
    """The number in English words."""
    for scale, word in ((1_000_000, "million"), (1000, "thousand"), (100, "hundred")):
        if number >= scale:
            rest = number % scale
            joint = " and " if 0 < rest < 100 else " "
            return spelled(number // scale) + f" {word}" + (joint + spelled(rest) if rest else "")
    if number < len(SMALL):
        return SMALL[number]
    return TENS[number // 10 - 2] + (f"-{SMALL[number % 10]}" if number % 10 else "")


@given(st.integers(2, 999_999_999))
def test_a_number_in_words_has_its_value(number: int) -> None:
    text = f"They count {spelled(number)} boats."
    assert [(c.span.of(text), c.quantity.low) for c in quantities(text)] == [(spelled(number), number)]


@given(st.text() | st.text(alphabet=string.digits + " -,.%$:/to and hundred between million a\n—"))
def test_offsets_are_exact_and_in_order(text: str) -> None:
    end = 0
    for counted in quantities(text):
        assert end <= counted.span.start <= counted.number_span.start < counted.number_span.end <= counted.span.end
        assert counted.quantity.text == text[counted.span.start : counted.span.end]
        end = counted.span.end


@pytest.mark.parametrize("unit", ["at least ", "one hundred and ", "1-", "20 or more ", "a few ", "from 5 to ", "9"])
def test_long_text_takes_time_in_proportion(unit: str) -> None:
    quantities(unit * (200_000 // len(unit)))
