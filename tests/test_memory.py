"""A ledger built with a memory of earlier rounds is, byte for byte, the ledger that a build of all gives."""

import random
import weakref
from datetime import date, timedelta
from functools import cache

import msgspec
from hypothesis import given, settings
from hypothesis import strategies as st

from counterclaim.building import assemble, read
from counterclaim.ledger.files import encode
from counterclaim.memory import Kept
from counterclaim.model import Block, Published, Reading, Report
from counterclaim.options import Options

RULES = Options(attribution="rules")
REPORTS = 24
SPEAKERS = ("Ada Velmar, a spokeswoman for the Dorn Front", "Army spokesman Olin Tesk", "Olin Tesk", "the Dorn Front",
            "a resident", "Mayor Ines Kolb", "Tesk", "the government")  # fmt: skip
PLACES = ("Karvendal", "Dresna", "Karvendel", "the Dresna district of Veldt", "Ostrel", "Karvendal province")
SAYINGS = (
    "{who} said {n} people were killed in {where} on {day}.",
    "{who} said that at least {n} soldiers were wounded near {where}.",
    "{who} said the Dorn Front had captured {where}.",
    "{who} denied that the army had lost {where}.",
    "The army shelled {where} on {day}, killing {n} civilians, {who} said.",
    "Fighters of the Dorn Front hold {where}.",
    "{who} accused the Dorn Front of the attack in {where}.",
)
COPIED = (
    "Witnesses in the market told how the shells fell for an hour before noon while {n} families hid in the cellars "
    "below the old mill of {where} and waited for the guns to stop."
)


def text(rng: random.Random) -> str:
    def said(pattern: str) -> str:
        day = rng.choice(("Monday", "Tuesday", "Friday"))
        filled = pattern.format(who=rng.choice(SPEAKERS), n=rng.choice((3, 12, 40)), where=rng.choice(PLACES), day=day)
        return filled[0].upper() + filled[1:]

    sentences = [said(rng.choice(SAYINGS)) for _ in range(rng.randint(1, 5))]
    return "\n\n".join([*sentences, *([said(COPIED)] if rng.random() < 0.4 else [])])


@cache
def readings(number: int) -> tuple[Reading, Reading]:
    """A report, and the same with another day and outlet: both have one id."""
    rng = random.Random(number)
    words = text(rng)
    blocks, at = [], 0
    for part in words.split("\n\n"):
        blocks.append(Block(at, at + len(part), "paragraph"))
        at += len(part) + 2
    day = date(2031, 3, 3) + timedelta(days=rng.randint(0, 4))
    made = [
        Report(f"r-{number}", f"{number}.txt", None, outlet, None, printed, "en", words, tuple(blocks))
        for outlet, printed in ((None, of(day)), ("The Dresna Post", of(day + timedelta(days=2))))
    ]
    return read(made[0], RULES), read(made[1], RULES)


def of(day: date) -> Published:
    return Published(day.isoformat(), "day", "")


def rounds() -> st.SearchStrategy[list[dict[int, bool]]]:
    """Which reports there are in each round, and which of them in their other form: some come, some go, some change."""
    return st.lists(st.dictionaries(st.integers(0, REPORTS - 1), st.booleans(), min_size=1), min_size=2, max_size=4)


@given(rounds())
@settings(max_examples=30, deadline=None)
def test_with_a_memory_and_without_one_the_ledger_is_the_same(present: list[dict[int, bool]]) -> None:
    memory = Kept()
    for here in present:
        found = [readings(number)[other] for number, other in here.items()]
        assert encode(assemble(found, (), RULES, None, memory)) == encode(assemble(found, (), RULES))


def test_one_report_after_the_other() -> None:
    memory = Kept()
    for count in range(1, REPORTS + 1, 3):
        found = [readings(number)[0] for number in range(count)]
        assert encode(assemble(found, (), RULES, None, memory)) == encode(assemble(found, (), RULES))
    assert found[0].drafts and assemble(found, (), RULES).relations and assemble(found, (), RULES).copies


def test_an_answer_is_worked_out_once_and_forgotten_when_a_round_does_not_ask() -> None:
    memory, asked = Kept(), []

    def length(word: str) -> int:
        asked.append(word)
        return len(word)

    for words in (("ford", "mill"), ("ford",), ("ford", "mill")):
        with memory.round():
            assert [memory.of(length, word) for word in words] == [4] * len(words)
    assert asked == ["ford", "mill", "mill"]


def test_equal_records_stay_one_object_and_changed_ones_do_not() -> None:
    memory, block = Kept(), Block(0, 4, "paragraph")
    with memory.round():
        memory.same("b", block)
    with memory.round():
        assert memory.same("b", msgspec.structs.replace(block)) is block
    with memory.round():
        assert memory.same("b", Block(0, 5, "paragraph")) == Block(0, 5, "paragraph")


def test_what_a_round_leaves_behind_in_circles_is_given_back() -> None:
    class Circle:
        def __init__(self) -> None:
            self.own = self

    memory = Kept()
    with memory.round():
        left = weakref.ref(Circle())
    assert left() is not None
    memory.rest()
    assert left() is None
