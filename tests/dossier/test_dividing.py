"""A side that contradicts itself on one day is marked on its question's page and beside its speakers."""

import msgspec

from counterclaim.dossier.index import Index, index_of
from counterclaim.dossier.questions import question_page
from counterclaim.dossier.sides import divided
from counterclaim.dossier.speakers import tallies
from counterclaim.dossier.timelines import timelines
from counterclaim.model import Relation
from dossier.karvel import LEDGER

WORDS = "contradicts itself that day"


def contradicted(left: str, right: str) -> Index:
    """The example's ledger with one more contradiction."""
    relation = Relation("contradicts", left, right, None, "Both cannot hold.", ((), ()))
    return index_of(msgspec.structs.replace(LEDGER, relations=(*LEDGER.relations, relation)))


def own_pair() -> tuple[str, str]:
    """Two claims of one party in one question."""
    parties = {c.id: c.party for c in LEDGER.claims}
    for question in LEDGER.questions:
        held = [c for p in question.positions if p.party for c in p.claims if parties[c] == p.party]
        for claim in held[1:]:
            if parties[claim] == parties[held[0]] and claim != held[0]:
                return held[0], claim
    raise AssertionError("the example has no party with two claims in one question")


def marks(index: Index) -> set[str]:
    pages = [question_page(index, q, None, None) for q in index.ledger.questions]
    return {word for page in pages for column in page.columns for s in column.standings for word in s.marks}


def test_it_is_marked_where_its_positions_stand() -> None:
    assert WORDS in marks(contradicted(*own_pair()))
    assert WORDS not in marks(index_of(LEDGER))


def test_it_is_told_beside_its_speakers() -> None:
    index = contradicted(*own_pair())
    assert "1 contradiction of its own side" in tallies(index, [index.claims[own_pair()[0]]])


def test_a_partys_page_tells_its_answers_in_their_order() -> None:
    question = next(q for q in LEDGER.questions if any(p.party for p in q.positions))
    first = next(p for p in question.positions if p.party)
    later = msgspec.structs.replace(first, since="2099-01-01", to="2099-01-01")
    moved = msgspec.structs.replace(question, positions=(later, *question.positions))
    index = index_of(msgspec.structs.replace(LEDGER, questions=(moved,)))
    [line] = timelines(index, first.party or "")
    assert line.question.label == question.text
    assert line.turns[-1].marks[0] == "changed"
    assert "changed" not in line.turns[0].marks


def test_a_rivals_contradiction_is_not_its_own() -> None:
    parties = {c.id: c.party for c in LEDGER.claims if c.party}
    left = min(parties)
    right = min(c for c in parties if parties[c] != parties[left])
    index = contradicted(left, right)
    assert divided(index, [left]) == 0
