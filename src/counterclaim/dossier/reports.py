"""A report's page: the text as it was read, with what the program noted beside it."""

import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from counterclaim.dossier.index import Index, clipped, safe
from counterclaim.dossier.links import question_link, report_path
from counterclaim.dossier.making import made
from counterclaim.dossier.pages import Legend, MarginNote, Paragraph, ReportPage, Twin
from counterclaim.dossier.runs import Layer, by_block, copy_anchor, foreign, layers, runs, stretches
from counterclaim.dossier.stamps import stamps
from counterclaim.dossier.views import Link
from counterclaim.dossier.voices import hedge, voice
from counterclaim.dossier.words import KINDS, count, figure, language, long_day, short_day
from counterclaim.model import Block, Mention, Passage, Report
from counterclaim.text import WORD


def report_page(index: Index, report: Report) -> ReportPage:
    """One report with its marks and notes."""
    number, standing = index.numbers[report.id], index.standing.get(report.id, ())
    return ReportPage(
        id=report.id,
        number=number,
        label=index.label(report.id),
        title=clipped(report.title, 160) if report.title else None,
        outlet=report.outlet,
        day=long_day(report.published.day) if report.published else "day unknown",
        basis=clipped(report.published.basis, 120) if report.published else None,
        source=report.source,
        url=web(report.url),
        language=language(report.language),
        words=count(length(report.text), "word"),
        claims=len(standing),
        digest=digest(report),
        paragraphs=tuple(_paragraphs(index, report)),
        legend=legend(index, standing),
        before=_neighbour(index, number - 1),
        after=_neighbour(index, number + 1),
    )


def web(url: str | None) -> str | None:
    """The address where it is one of the web; any other kind is no link."""
    return url if url and url.startswith(("https://", "http://")) else None


def digest(report: Report) -> str:
    """The SHA-256 of the text, by which a copy of it can be checked."""
    return hashlib.sha256(report.text.encode("utf-8", "surrogatepass")).hexdigest()


def length(text: str) -> int:
    return sum(1 for _ in WORD.finditer(text))


def _neighbour(index: Index, number: int) -> Link | None:
    if not 1 <= number <= len(index.order):
        return None
    report = index.order[number - 1]
    return Link(f"{number} {index.label(report)}", report_path(report))


def legend(index: Index, mentions: Sequence[Mention]) -> tuple[Legend, ...]:
    """Whose claims are marked, and in which colour."""
    told = Counter((v.hue, _heard(index, m), v.kind) for m in mentions for v in [voice(index, m)])
    most = sorted(told.items(), key=lambda item: (-item[1], item[0]))
    return tuple(Legend(name, hue, kind, n) for (hue, name, kind), n in most)


def _heard(index: Index, mention: Mention) -> str:
    if mention.voice == "report":
        return "the report itself"
    if mention.party:
        return index.name(mention.party)
    return "speakers of no party" if mention.speaker else "speaker not found"


def _paragraphs(index: Index, report: Report) -> Iterator[Paragraph]:
    blocks = list(stretches(report))
    over = by_block(blocks, layers(index, report))
    notes = {mention.id: n for n, mention in enumerate(index.standing.get(report.id, ()), 1)}
    whose = made(index, report)
    number = 0
    for place, block in enumerate(blocks):
        number += block.kind != "chrome"
        yield _paragraph(index, report, block, over.get(place, []), number, notes, whose.get(block.start))


def _paragraph(
    index: Index, report: Report, block: Block, over: list[Layer], number: int, numbers: dict[str, int],
    whose: str | None,
) -> Paragraph:
    begun = [m for m in index.standing.get(report.id, ()) if m.content and _within(block, min(m.content).start)]
    cut = tuple(runs(report.text, block, over))
    return Paragraph(
        kind=block.kind,
        start=block.start,
        number=number if block.kind != "chrome" else None,
        runs=cut,
        notes=tuple(note(index, mention, numbers[mention.id]) for mention in begun),
        twins=tuple(_twins(index, report, block)),
        remarks=tuple(_remarks(index, report, block)),
        made=whose if block.kind != "chrome" else None,
        copied=any(run.copied for run in cut),
        whole=all(run.copied for run in cut if run.text.strip()),
        lang=report.language,
    )


def _within(block: Block, offset: int) -> bool:
    return block.start <= offset < block.end


def note(index: Index, mention: Mention, number: int) -> MarginNote:
    """Beside the text: the kind of claim, its value, whose word it is."""
    whose = voice(index, mention)
    return MarginNote(
        number=number,
        mention=safe(mention.id),
        hue=whose.hue,
        kind=KINDS[mention.kind],
        value=value(index, mention),
        voice=whose,
        day=short_day(mention.said.day) if mention.said.day else "",
        hedge=hedge(index, mention),
        question=question_link(index, mention.claim),
        decided=stamps(index.decided.get(mention.id, ())),
    )


def value(index: Index, mention: Mention) -> str | None:
    """What the words give: a figure, who did it to whom, and where."""
    doer = index.name(mention.subject) if mention.subject else None
    other = index.name(mention.object) if mention.object else None
    place = index.places[mention.place].name if mention.place in index.places else None
    sides = f"{doer} → {other}" if doer and other else doer or (f"→ {other}" if other else None)
    found = [figure(mention.quantity) if mention.quantity else None, sides, place]
    denied = ["not so:"] if mention.polarity == "-" else []
    known = ", ".join(clipped(part, 60) for part in found if part)
    return " ".join([*denied, known]) if known else None


def _twins(index: Index, report: Report, block: Block) -> Iterator[Twin]:
    """The copied passages that begin in a block, each with the other places where it stands."""
    for group, passage in index.passages.get(report.id, ()):
        if _within(block, passage.start):
            found = index.ledger.copies[group]
            others = tuple(twin_link(index, group, p) for p in found.passages if p != passage)
            size = length(passage.span.of(report.text))
            yield Twin(size, others, found.basis, found.origin == report.id)


def twin_link(index: Index, group: int, passage: Passage) -> Link:
    """A passage in its report: "2, paragraph 3"."""
    report = passage.report
    label = f"{index.numbers[report]} {index.label(report)}, paragraph {index.paragraph(report, passage.start)}"
    return Link(label, f"{report_path(report)}#{copy_anchor(index, group, passage)}")


def _remarks(index: Index, report: Report, block: Block) -> Iterable[str]:
    """What was noted about passages that begin in a block, and the language of those in another one."""
    for found in index.notes.get(report.id, ()):
        if _within(block, found.span.start):
            code = foreign(found) if found.kind == "language" else "und"
            yield found.text if code == "und" or language(code) in found.text else f"{language(code)}: {found.text}"
