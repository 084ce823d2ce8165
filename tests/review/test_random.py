"""Any decisions in any order: they apply, the ledger holds together, and with all of them undone it is as it was."""

from typing import Any, get_args

import msgspec
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from counterclaim.ledger import faults
from counterclaim.model import Decision, Kind, Ledger, Polarity, Scale
from counterclaim.review import left, review
from counterclaim.review.checking import GROUPS

from .making import decision, dorn, ledger_of

LEDGER: Ledger = ledger_of(
    dorn()
    .tell("four", "the army has lost Dorn", "control", "Tam Okra", place="Dorn", subject="Army", polarity="-")
    .tell("four", "Colonel Vey denied it", "denial", "Colonel Vey", subject="Army")
    .tell("five", "the army holds all of Dorn", "control", "Colonel Vey", place="Dorn", subject="Army")
    .tell("five", "12 soldiers are trapped at the ford", "trapped", "Ina Roth", (12, 12), "soldiers", "Petra's Ford")
    .copies("one", "five")
)
MENTIONS = [m.id for m in LEDGER.mentions]
NAMES = [*(a.name for a in LEDGER.actors), *(p.name for p in LEDGER.places), "Mira Sand", "the mill", "a-Army", "…"]
LENGTHS = {r.id: len(r.text) for r in LEDGER.reports}

names = st.sampled_from(NAMES)
name = st.none() | names
day = st.dates().map(str)
count = st.integers(0, 200)
VALUES: dict[str, st.SearchStrategy[Any]] = {
    "kind": st.sampled_from(get_args(Kind)),
    "polarity": st.sampled_from(get_args(Polarity)),
    "hedge": st.sampled_from(get_args(Scale)),
    **dict.fromkeys(("speaker", "party", "subject", "object", "place", "role", "channel"), name),
    "via": st.lists(names, max_size=3),
    "said": st.none() | day,
    "when": st.none() | day | day.map(lambda d: {"to": d}),
    "quantity": st.none()
    | count
    | st.sampled_from(["at least 20 men", "up to 300", {"low": 3, "high": 9, "of": "men"}]),
}
some = st.lists(st.sampled_from(MENTIONS), min_size=1, max_size=3, unique=True)
several = st.lists(st.sampled_from(MENTIONS), min_size=2, max_size=4, unique=True)


@st.composite
def words(draw: st.DrawFn) -> dict[str, Any]:
    """A selection in some report, which may be gone or shorter now, with some slots."""
    report = draw(st.sampled_from([*LENGTHS, "gone"]))
    start = draw(st.integers(0, LENGTHS.get(report, 9)))
    given = draw(st.fixed_dictionaries({}, optional={s: v for s, v in VALUES.items() if s != "kind"}))
    content = [[start, start + draw(st.integers(1, 40))]]
    return {"report": report, "content": content, "kind": draw(VALUES["kind"]), **given}


corrections = st.sampled_from(sorted(VALUES)).flatmap(
    lambda s: st.tuples(st.just("correct"), some, st.just(s), VALUES[s])
)
rows = st.one_of(
    st.tuples(st.sampled_from(["accept", "reject"]), some, st.none(), st.none()),
    corrections,
    st.tuples(st.just("merge"), several, st.sampled_from(GROUPS), st.none()),
    st.tuples(st.just("split"), several, st.sampled_from(GROUPS), name),
    st.tuples(st.just("party"), some, st.none(), name),
    st.tuples(st.just("add"), st.just([]), st.none(), words()),
    st.tuples(st.just("undo"), st.just([]), st.none(), st.integers(1, 12)),
)


def numbered(given: list[tuple[Any, ...]]) -> list[Decision]:
    return [decision(number, *row) for number, row in enumerate(given, 1)]


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(rows, max_size=12))
def test_decisions_apply_and_the_ledger_holds_together(given: list[tuple[Any, ...]]) -> None:
    decisions = numbered(given)
    seen = review(LEDGER, decisions)
    assert faults(seen.ledger) == []
    assert review(LEDGER, decisions[::-1]) == seen
    assert {entry.mention for entry in left(seen)} <= {m.id for m in seen.ledger.mentions}
    told = {d.id for about in seen.decided.values() for d in about} | {d.id for d in seen.lost}
    undone = {d.value for d in decisions if d.action == "undo"}
    assert {d.id for d in decisions if d.action != "undo"} - told <= undone
    msgspec.json.encode(seen)


@settings(max_examples=100, deadline=None)
@given(st.lists(rows, max_size=8), st.randoms(use_true_random=False))
def test_all_undone_is_the_ledger_as_it_was(given: list[tuple[Any, ...]], rng: Any) -> None:
    decisions = numbered([row for row in given if row[0] != "undo"])
    order = rng.sample(range(1, len(decisions) + 1), len(decisions))
    undoings = [decision(len(decisions) + n, "undo", [], None, id) for n, id in enumerate(order, 1)]
    seen = review(LEDGER, [*decisions, *undoings])
    assert seen.ledger is LEDGER and seen.decided == {} and seen.lost == ()
    redone = [decision(2 * len(decisions) + n, "undo", [], None, u.id) for n, u in enumerate(undoings, 1)]
    assert review(LEDGER, [*decisions, *undoings, *redone]) == review(LEDGER, decisions)
