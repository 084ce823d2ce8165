"""Who had a passage first, and what says so."""

import pytest

from counterclaim.copies import copy_groups
from counterclaim.model import Reading

from .making import BRIDGE, COUNCIL, FIRE, reading


@pytest.mark.parametrize(
    "readings, origin, basis",
    [
        ([reading("r-1", FIRE + BRIDGE, day="2031-05-02"), reading("r-2", COUNCIL + " " + FIRE, day="2031-05-01")],
         "r-2", "earliest date, 2031-05-01"),
        ([reading("r-1", FIRE + BRIDGE, day="2031-05-01"), reading("r-2", COUNCIL + " " + FIRE, day="2031-05-01")],
         None, "unknown"),
        ([reading("r-1", FIRE + BRIDGE, day="2031-05-01"), reading("r-2", COUNCIL + " " + FIRE)], None, "unknown"),
        ([reading("r-1", f"{FIRE} {BRIDGE}", day="2031-05-01", outlet="Evening Gull"),
          reading("r-2", f"(Marn News) {FIRE} {COUNCIL}", day="2031-05-01", outlet="Evening Gull"),
          reading("r-3", f"{COUNCIL} {FIRE}", day="2031-05-01", outlet="Marn News")],
         "r-3", "credit to Marn News"),
        ([reading("r-1", f"MARN, May 1 (VPA) - {FIRE} {BRIDGE}", day="2031-05-01"),
          reading("r-2", f"Marn (VPA): {FIRE} {COUNCIL}", day="2031-05-02")],
         None, "agency copy, all credit VPA"),
        ([reading("r-1", f"{FIRE} {BRIDGE} --VPA", day="2031-05-01"),
          reading("r-2", f"{FIRE} {COUNCIL} (VPA)", day="2031-05-02")], None, "agency copy, all credit VPA"),
        ([reading("r-1", f"{FIRE} {BRIDGE}", day="2031-05-01", outlet="Evening Gull"),
          reading("r-2", f"According to Marn News, {FIRE[0].lower()}{FIRE[1:]}", day="2031-05-01", outlet="Post"),
          reading("r-3", f"{COUNCIL} {FIRE}", day="2031-05-01", outlet="Marn News")],
         "r-3", "credit to Marn News"),
        ([reading("r-1", f"MARN, May 1 (VPA) - {FIRE} {BRIDGE}", day="2031-05-01"),
          reading("r-2", f"{FIRE} {COUNCIL} It was the worst blaze in the history of the Marn Fire Service (MFS).",
                  day="2031-05-02")],
         "r-1", "earliest date, 2031-05-01"),
        ([reading("r-1", FIRE), reading("r-2", f"{COUNCIL} {FIRE} {BRIDGE}")],
         "r-1", "the whole report stands inside the others"),
        ([reading("r-1", FIRE, day="2031-05-03"), reading("r-2", f"{COUNCIL} {FIRE} {BRIDGE}", day="2031-05-03")],
         "r-1", "the whole report stands inside the others"),
    ],
    ids=["earlier", "one day", "a day unknown", "credit", "one agency", "one agency signed", "according to",
         "one credit", "inclusion", "inclusion on one day"],
)  # fmt: skip
def test_origin_and_basis(readings: list[Reading], origin: str | None, basis: str) -> None:
    groups = [g for g in copy_groups(readings) if len(g.passages) == len(readings)]
    assert [(g.origin, g.basis) for g in groups] == [(origin, basis)]
