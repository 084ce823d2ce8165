"""What the ledger of the five seed reports must show; skipped only where they are absent."""

import pytest

from counterclaim.model import Claim, Ledger, Mention

SOURCES = {"000": "000_21a6d7f64c119b3c", "001": "001_88806ccc1889e30e", "002": "002_2a4c790e69dc5843",
           "003": "003_36b50704942fc6c4", "004": "004_097c7b87db273479"}  # fmt: skip


def number(ledger: Ledger) -> dict[str, str]:
    """The short number of each report by its id."""
    return {r.id: n for r in ledger.reports for n, name in SOURCES.items() if r.source.endswith(name)}


def words(ledger: Ledger, mention: Mention) -> str:
    text = next(r.text for r in ledger.reports if r.id == mention.report)
    return " … ".join(s.of(text) for s in mention.content)


def names(ledger: Ledger, i: str | None) -> set[str]:
    return {n for a in (*ledger.actors, *ledger.parties, *ledger.places) if a.id == i for n in (a.name, *a.aliases)}


def claims_with(ledger: Ledger, kind: str, low: int) -> list[Claim]:
    mentions = {m.id: m for m in ledger.mentions}
    return [
        c for c in ledger.claims
        if any((q := mentions[i].quantity) and q.low == low and mentions[i].kind == kind for i in c.mentions)
    ]  # fmt: skip


@pytest.mark.parametrize(
    "report, days",
    [
        ("000", {"2021-09-05"}),
        ("001", {"2021-09-05"}),
        ("002", {"2021-09-04"}),
        ("003", {"2021-09-05", "2021-09-06"}),
        ("004", {"2021-09-06"}),
    ],
)
def test_days_of_publication(seeds: Ledger, report: str, days: set[str]) -> None:
    short = number(seeds)
    published = {short[r.id]: r.published and r.published.day for r in seeds.reports}
    assert published[report] in days


def test_who_holds_the_valley_is_contested(seeds: Ledger) -> None:
    claims = {c.id: c for c in seeds.claims}
    mentions = {m.id: m for m in seeds.mentions}
    question = next(
        q for q in seeds.questions
        if q.kind == "control" and q.status == "contested" and "Panjshir" in names(seeds, q.place)
    )  # fmt: skip
    told: dict[str, str] = {}
    for p in question.positions:
        for c in p.claims:
            side = "NRF" if {"NRF", "National Resistance Front"} & names(seeds, p.party) else None
            side = side or ("Taliban" if "Taliban" in names(seeds, p.party) else "neutral")
            told[side] = told.get(side, "") + " | ".join(words(seeds, mentions[m]) for m in claims[c].mentions)
    for words_told in ("wiped from", "entire province", "false", "strategic positions"):
        assert words_told in told["NRF"]
    for words_told in ("all districts", "completely conquered"):
        assert words_told in told["Taliban"]


def test_the_spokesmans_thousand_is_one_claim_in_three_reports(seeds: Ledger) -> None:
    short, mentions = number(seeds), {m.id: m for m in seeds.mentions}
    spread = [
        {short[mentions[i].report] for i in c.mentions}
        for c in claims_with(seeds, "trapped", 1000)
        if {"Fahim Dashti", "Fahim Dashty"} & names(seeds, c.speaker)
    ]
    assert any({"000", "001", "003"} <= s for s in spread), spread


def test_humvees_are_one_claim_in_three_reports(seeds: Ledger) -> None:
    found = claims_with(seeds, "seized", 1870)
    assert [c.reports for c in found] == [3]


def test_the_first_three_copy_and_the_fourth_does_not(seeds: Ledger) -> None:
    short = number(seeds)
    groups = [{short[p.report] for p in g.passages} for g in seeds.copies]
    pairs = {(a, b) for g in groups for a in g for b in g if a < b}
    assert {("000", "001"), ("000", "002"), ("001", "002")} <= pairs
    assert not [p for p in pairs if "003" in p]


def test_the_post_called_pashto_is_persian(seeds: Ledger) -> None:
    short = number(seeds)
    notes = [n for n in seeds.notes if short[n.report] == "000" and n.kind == "language"]
    assert any("Pashto" in n.text and "Persian" in n.text for n in notes)


@pytest.mark.parametrize("spelling", ["Pajshir", "Panjsher", "Panjhsir"])
def test_spellings_of_one_place_are_joined(seeds: Ledger, spelling: str) -> None:
    places = [p for p in seeds.places if spelling in (p.name, *p.aliases)]
    assert [p.name for p in places] == ["Panjshir"]
