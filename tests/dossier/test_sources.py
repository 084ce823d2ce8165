"""Own and copied words, and who took them from whom."""

import msgspec

from counterclaim.dossier.drifts import drifts
from counterclaim.dossier.index import index_of
from counterclaim.dossier.reports import length
from counterclaim.dossier.sources import exchanges, sources_page, union
from counterclaim.model import Span
from dossier.karvel import COPIED, LEDGER, R1, R2, WIRE

INDEX = index_of(LEDGER)
WORDS = length(COPIED.of(WIRE))


def test_the_copier_takes_and_the_origin_keeps() -> None:
    first, second, *_ = sources_page(INDEX).reports
    assert (first.copied, [link.label for link in first.to]) == (0, ["2"])
    assert (second.copied, [link.label for link in second.from_]) == (WORDS, ["1"])


def test_where_the_order_is_unknown_nobody_took_anything() -> None:
    group = msgspec.structs.replace(LEDGER.copies[0], origin=None, basis="unknown")
    index = index_of(msgspec.structs.replace(LEDGER, copies=(group,)))
    assert exchanges(index).taken == {}
    assert exchanges(index).common == {(R2, R1): WORDS}
    page = sources_page(index)
    assert page.graph is not None and [arc.known for arc in page.graph.arcs] == [False]
    assert [line.copied for line in page.reports[:2]] == [WORDS, WORDS]


def test_overlapping_passages_count_once() -> None:
    assert union([Span(5, 9), Span(0, 3), Span(2, 6), Span(20, 21)]) == [Span(0, 9), Span(20, 21)]


def test_a_retelling_is_a_path_from_its_original() -> None:
    (path,) = drifts(INDEX, LEDGER.relations)
    assert path.summary == "trapped → killed"
    assert [step.state for step in path.steps] == ["original", "changed", "changed"]
    assert [step.report.label for step in path.steps] == ["1", "2", "2"]
