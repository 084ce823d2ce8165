"""How origins are counted: somebody who could know by themselves, each once."""

from typing import Any

import msgspec
import pytest

from counterclaim.compare import Case
from counterclaim.model import Block

from .making import Event, outcome

Row = tuple[str, str | None, str]  # report, speaker, day

FIRST, SAME, LATER = "2031-05-02", "2031-05-02", "2031-05-04"

CASES: list[tuple[str, list[Row], tuple[str, ...], int]] = [
    # why, who tells it in which report and on which day, the reports that share text, origins
    ("two speakers of no party", [("r-1", "Brin Watch", FIRST), ("r-2", "Doctor Lem", SAME)], (), 2),
    ("a party and a speaker of none", [("r-1", "Colonel Vey", FIRST), ("r-2", "Doctor Lem", SAME)], (), 2),
    ("two parties", [("r-1", "Colonel Vey", FIRST), ("r-2", "Ina Roth", SAME)], (), 2),
    ("two spokesmen of a party on one day", [("r-1", "Colonel Vey", FIRST), ("r-2", "Captain Hask", SAME)], (), 1),
    ("a party and its spokesman on one day", [("r-1", "Army", FIRST), ("r-2", "Captain Hask", SAME)], (), 1),
    ("two spokesmen of a party on two days", [("r-1", "Colonel Vey", FIRST), ("r-2", "Captain Hask", LATER)], (), 2),
    ("one post in three reports", [("r-1", "Ina Roth", FIRST), ("r-2", "Ina Roth", SAME), ("r-3", "Ina Roth", SAME)],
     (), 1),
    ("one speaker on two days", [("r-1", "Doctor Lem", FIRST), ("r-2", "Doctor Lem", LATER)], (), 1),
    ("two residents", [("r-1", "a resident", FIRST), ("r-2", "one resident", SAME)], (), 2),
    ("a resident in a text and its copy", [("r-1", "a resident", FIRST), ("r-2", "one resident", SAME)],
     ("r-1", "r-2"), 1),
    ("an outlet that others name as their source", [("r-1", "Doctor Lem", FIRST), ("r-2", "Dorn Courier", SAME)],
     (), 1),
    ("reports that cite nobody", [("r-1", "Doctor Lem", FIRST), ("r-2", None, SAME), ("r-3", None, SAME)], (), 1),
    ("a report from the spot", [("r-1", "Doctor Lem", FIRST), ("spot-2", None, SAME)], (), 2),
    ("two reports from the spot", [("spot-1", None, FIRST), ("spot-2", None, SAME)], (), 2),
    ("a report from the spot and its copy", [("spot-1", None, FIRST), ("spot-2", None, SAME)], ("spot-1", "spot-2"),
     1),
    ("a headline of what its report has from a speaker", [("spot-1", None, FIRST), ("spot-1", "Doctor Lem", FIRST)],
     (), 1),
]  # fmt: skip


@pytest.mark.parametrize("why, told, copied, origins", CASES, ids=[c[0] for c in CASES])
def test_origins(why: str, told: list[Row], copied: tuple[str, ...], origins: int) -> None:
    event = Event()
    for number, (report, speaker, day) in enumerate(told):
        words = "at least 20 boats were sunk at the ford" if number < 1 else "20 boats or more were sunk at the ford"
        event.tell(report, words, "destroyed", speaker, (20, None), "boats", "Dorn", day=day)
    if copied:
        event.copies(*copied)
    event.tell("r-9", "five boats at most were sunk at the ford", "destroyed", "Guard", (None, 5), "boats", "Dorn")
    [asked] = outcome(prepared(event.case())).questions
    assert asked.origins - 1 == origins, why  # one is the Guard's


def prepared(case: Case) -> Case:
    """Residents are nameless, a courier is an outlet, and reports called "spot" have a dateline."""
    actors = [msgspec.structs.replace(a, **kind(a.name)) for a in case.actors]
    reports = [
        msgspec.structs.replace(r, blocks=(Block(0, 3, "dateline"), *r.blocks)) if r.id.startswith("spot") else r
        for r in case.reports
    ]
    return msgspec.structs.replace(case, actors=tuple(actors), reports=tuple(reports))


def kind(name: str) -> dict[str, Any]:
    if "resident" in name:
        return {"kind": "anonymous"}
    return {"kind": "outlet"} if "Courier" in name else {}
