"""The frames as data: every class says where it comes from and asks only for what the matching knows."""

from typing import get_args

import pytest

from counterclaim.claims.frames import FILES, FORMS, evocations
from counterclaim.claims.needs import NEEDS
from counterclaim.lexicon import load
from counterclaim.model import Kind

ENTRIES = [entry for file in FILES for entry in load(file)["frame"]]
KEYS = {"name", "kind", "source", "patient", "agent", "needs", "polarity", "without", *FORMS}
SCHEMES = ("PLOVER", "CAMEO", "MUC-4", "ACLED", "Sphere")


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda e: e["name"])
def test_a_frame_is_well_formed(entry: dict) -> None:
    assert set(entry) <= KEYS
    assert entry["kind"] in get_args(Kind) and entry["kind"] != "statement"
    assert any(scheme in entry["source"] for scheme in SCHEMES)
    assert any(form in entry for form in FORMS)
    assert set(entry.get("needs", "").replace(" and ", " or ").split(" or ")) - {""} <= set(NEEDS)
    assert {*entry.get("patient", ()), *entry.get("agent", ())} <= set(load("nouns")) | {"number"}


def test_every_kind_but_statements_has_a_frame() -> None:
    assert {entry["kind"] for entry in ENTRIES} == set(get_args(Kind)) - {"statement"}


def test_words_that_need_others_come_before_those_that_do_not() -> None:
    for found in evocations().values():
        asked = [len(evocation.others) for evocation in found]
        assert asked == sorted(asked, reverse=True)
