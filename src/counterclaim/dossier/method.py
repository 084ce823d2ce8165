"""How the dossier was made: versions, inputs with their hashes, what was counted at each stage, what was refused."""

from collections import Counter
from collections.abc import Iterable

from counterclaim.dossier.index import Index, report_day
from counterclaim.dossier.links import part_links, parts, report_link, report_path
from counterclaim.dossier.pages import Count, InputLine, MethodPage, NoteLine
from counterclaim.dossier.quoting import passage
from counterclaim.dossier.reports import digest
from counterclaim.dossier.runs import foreign
from counterclaim.dossier.words import KINDS, SORTS, count, language
from counterclaim.model import Ledger, Note

EACH = 500  # inputs on one page, and as many of each other list
NOTE = 160  # characters of a noted passage beside the note


def method_parts(index: Index) -> int:
    """How many pages the method needs."""
    return parts(EACH, *_totals(index))


def method_page(index: Index, number: int = 0) -> MethodPage:
    """The page of that number, from 0: the lists are cut into pages, the counts stand on the first."""
    ledger, here = index.ledger, slice(number * EACH, (number + 1) * EACH)
    before, after = part_links("method", number, method_parts(index))
    told = Counter(mention.kind for mention in ledger.mentions)
    related = Counter(relation.kind for relation in ledger.relations)
    return MethodPage(
        made=ledger.made.by,
        models=tuple(sorted(ledger.made.models.items())),
        counts=tuple(counts(ledger)),
        kinds=tuple(Count(words, f"{told[kind]:,}") for kind, words in KINDS.items() if told[kind]),
        relations=tuple(Count(words, f"{related[kind]:,}") for kind, words in SORTS.items() if related[kind]),
        inputs=tuple(_input(index, report) for report in index.order[here]),
        rejected=tuple((r.source, r.reason) for r in ledger.rejected[here]),
        notes=tuple(_note(index, note) for note in _known(index)[here]),
        totals=_totals(index),
        before=before,
        after=after,
    )


def _totals(index: Index) -> tuple[int, int, int]:
    return len(index.order), len(index.ledger.rejected), len(_known(index))


def _known(index: Index) -> list[Note]:
    return [note for note in index.ledger.notes if note.report in index.reports]


def counts(ledger: Ledger) -> Iterable[Count]:
    """What went in and came out of each stage."""
    blocks = Counter(block.kind == "chrome" for report in ledger.reports for block in report.blocks)
    voices = Counter(mention.voice for mention in ledger.mentions)
    unknown = sum(m.speaker is None and m.voice != "report" for m in ledger.mentions)
    quoted = voices["direct"] + voices["mixed"]
    yield Count("reports read", f"{len(ledger.reports):,}", f"{count(len(ledger.rejected), 'source')} refused")
    yield Count("blocks of text", f"{blocks[False]:,}", f"{blocks[True]} more are chrome, from which nothing is taken")
    yield Count("passages that reports share", f"{len(ledger.copies):,}")
    yield Count(
        "mentions of claims", f"{len(ledger.mentions):,}",
        f"{quoted:,} in quotation marks, {voices['indirect']:,} reported, {voices['report']:,} in a report’s own voice",
    )  # fmt: skip
    yield Count("mentions whose speaker was not found", f"{unknown:,}")
    yield Count("speakers and bodies named", f"{len(ledger.actors):,}", f"{len(ledger.parties)} of them parties")
    yield Count("places", f"{len(ledger.places):,}")
    yield Count("claims, after mentions of one assertion are joined", f"{len(ledger.claims):,}")
    yield Count("relations between claims", f"{len(ledger.relations):,}")
    yield Count("questions", f"{len(ledger.questions):,}")


def _input(index: Index, report: str) -> InputLine:
    found = index.reports[report]
    return InputLine(
        number=index.numbers[report],
        link=report_link(index, report),
        source=found.source,
        digest=digest(found),
        day=report_day(found),
        basis=found.published.basis if found.published else "nothing in the report says",
        language=language(found.language),
    )


def _note(index: Index, note: Note) -> NoteLine:
    lang = foreign(note) if note.kind == "language" else ""
    quoted = passage(index, note.report, note.span, report_path(note.report), NOTE, lang)
    return NoteLine(report_link(index, note.report), note.kind, note.text, quoted)
