"""The example event shows what counterclaim is for."""

from conftest import EXAMPLE
from counterclaim.model import Claim, Ledger, Mention, Question


def report(ledger: Ledger, name: str) -> str:
    return next(r.id for r in ledger.reports if r.source.endswith(name))


def words(ledger: Ledger, mention: Mention) -> str:
    text = next(r.text for r in ledger.reports if r.id == mention.report)
    return " … ".join(s.of(text) for s in mention.content)


def mentions(ledger: Ledger, kind: str, name: str) -> list[Mention]:
    return [m for m in ledger.mentions if m.kind == kind and m.report == report(ledger, name)]


def name_of(ledger: Ledger, i: str | None) -> str | None:
    return next((a.name for a in (*ledger.actors, *ledger.parties) if a.id == i), None)


def contested(ledger: Ledger, kind: str) -> list[Question]:
    return [q for q in ledger.questions if q.kind == kind and q.status == "contested"]


def test_two_sides_answer_who_holds_the_town(example: Ledger) -> None:
    question = contested(example, "control")[0]
    parties = {name_of(example, p.party) for p in question.positions}
    assert {"Velmaran army", "Ostra Front"} <= parties or len(parties - {None}) >= 2
    assert "Dresna" in question.text
    assert len({p.party for p in question.positions if p.party}) >= 2


def test_the_denial_names_what_it_denies(example: Ledger) -> None:
    denials = [r for r in example.relations if r.kind == "denies"]
    claims = {c.id: c for c in example.claims}
    assert any(claims[r.source].kind == "denial" and claims[r.target].kind == "control" for r in denials)


def test_three_tolls_from_three_reports(example: Ledger) -> None:
    tolls = {
        m.quantity.low
        for m in example.mentions
        if m.kind == "killed" and m.quantity and "civilians" in words(example, m)
    }
    assert {11, 17, 21} <= tolls


def test_the_copied_paragraph_is_one_group_of_three_reports(example: Ledger) -> None:
    sources = {r.id: r.source for r in example.reports}
    groups = [{sources[p.report] for p in g.passages} for g in example.copies]
    assert {"01-agency.txt", "03-courier.txt", "wire.jsonl#w1"} in groups


def test_trapped_became_captured_in_the_retelling(example: Ledger) -> None:
    mentions = {m.id: m for m in example.mentions}
    kinds = [
        {mentions[side[0]].kind for side in r.evidence}
        for r in example.relations
        if r.kind == "drifts" and r.slot == "kind"
    ]
    assert {"trapped", "captured"} in kinds
    [claim] = [c for c in trapped_or_captured(example) if {mentions[m].kind for m in c.mentions} > {"captured"}]
    assert claim.quantity is not None
    assert (claim.kind, claim.quantity.low, claim.quantity.high) == ("trapped", 300, None)


def trapped_or_captured(ledger: Ledger) -> list[Claim]:
    return [c for c in ledger.claims if c.kind in ("trapped", "captured")]


def test_the_admission_is_kept(example: Ledger) -> None:
    held = [m for m in mentions(example, "control", "04-radio.html") if "Mill Quarter" in words(example, m)]
    assert any(name_of(example, m.speaker) == "Anton Merek" for m in held)


def test_the_anonymous_doctor_speaks(example: Ledger) -> None:
    toll = next(m for m in mentions(example, "killed", "02-lantern.md") if m.quantity and m.quantity.low == 11)
    assert "doctor" in (name_of(example, toll.speaker) or "")
    assert toll.party is None


def test_the_day_is_not_that_of_the_page_header(example: Ledger) -> None:
    day = {r.source: r.published and r.published.day for r in example.reports}
    assert day["03-courier.txt"] == "2024-03-04"


def test_the_post_called_russian_is_ukrainian(example: Ledger) -> None:
    note = next(n for n in example.notes if n.report == report(example, "04-radio.html"))
    assert "Russian" in note.text
    assert "Ukrainian" in note.text


def test_nothing_is_taken_from_chrome(example: Ledger) -> None:
    chrome = {r.id: [b.span for b in r.blocks if b.kind == "chrome"] for r in example.reports}
    assert any(chrome.values())
    assert not [m for m in example.mentions for s in m.content for c in chrome[m.report] if s.overlaps(c)]


def test_eight_reports_and_nothing_left_out(example: Ledger) -> None:
    assert len(example.reports) == 8
    assert not example.rejected
    assert (
        (EXAMPLE.parent / "README.md").read_text(encoding="utf-8").startswith("Everything in this folder is invented")
    )
