"""How each paragraph of a report was made, in words: agency copy, taken from another report, the outlet's own."""

from collections import Counter

from counterclaim.copies import Made, paragraphs
from counterclaim.dossier.index import Index
from counterclaim.model import Report

# A title or a dateline is no addition; what is counted are paragraphs of text.
COUNTED = ("paragraph", "quotation", "post", "caption")


def made(index: Index, report: Report) -> dict[int, str]:
    """For each paragraph of a report that shares text with others, by where it begins, how it was made."""
    return {m.block.start: worded(index, m) for m in _paragraphs(index, report) if m.making != "quoted"}


def tally(index: Index, report: Report) -> str:
    """A report's paragraphs by how they were made: "4 in no other report, 3 agency copy (VPA), 1 from 2 Courier"."""
    found = Counter(worded(index, m) for m in _paragraphs(index, report) if m.making != "quoted")
    return ("paragraphs: " if found else "") + ", ".join(
        f"{n} {words}" for words, n in sorted(found.items(), key=lambda item: (-item[1], item[0]))
    )


def worded(index: Index, made: Made) -> str:
    """How a paragraph was made."""
    if made.making == "agency":
        return f"agency copy ({made.source})"
    if made.making == "repost" and made.source is not None:
        return f"from {index.numbers[made.source]} {index.label(made.source)}"
    return {"first": "first here", "shared": "shared, order unknown"}.get(made.making, "in no other report")


def _paragraphs(index: Index, report: Report) -> list[Made]:
    held = [(index.ledger.copies[n], passage) for n, passage in index.passages.get(report.id, ())]
    return [m for m in paragraphs(report, held) if m.block.kind in COUNTED] if held else []
