"""How a report's paragraphs were made, in words a reader sees."""

import msgspec

from counterclaim.dossier.index import Index, index_of
from counterclaim.dossier.making import made, tally
from counterclaim.dossier.reports import report_page
from counterclaim.dossier.sources import sources_page
from dossier.karvel import LEDGER, R1, R2

INDEX = index_of(LEDGER)


def labels(index: Index, report: str) -> list[str | None]:
    return [p.made for p in report_page(index, index.reports[report]).paragraphs if p.made]


def test_the_copier_has_it_from_the_first() -> None:
    assert "first here" in labels(INDEX, R1)
    assert any(words and words.startswith("from 1 ") for words in labels(INDEX, R2))
    assert any(words == "in no other report" for words in labels(INDEX, R2))


def test_where_the_order_is_unknown_it_says_so() -> None:
    group = msgspec.structs.replace(LEDGER.copies[0], origin=None, basis="unknown")
    index = index_of(msgspec.structs.replace(LEDGER, copies=(group,)))
    assert "shared, order unknown" in labels(index, R1)


def test_a_report_that_shares_nothing_needs_no_label() -> None:
    index = index_of(msgspec.structs.replace(LEDGER, copies=()))
    assert made(index, index.reports[R1]) == {}
    assert [line.made for line in sources_page(index).reports] == [""] * len(index.order)


def test_the_sources_page_counts_a_reports_paragraphs() -> None:
    found = tally(INDEX, INDEX.reports[R2])
    assert "1 from 1 " in found
    assert " in no other report" in found
