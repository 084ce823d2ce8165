"""What is fuzzed: functions of bytes that raise where a promise does not hold. What is refused by name is none."""

import tempfile
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path
from typing import get_args

import msgspec

from counterclaim.dossier.index import index_of
from counterclaim.dossier.pages import Mark
from counterclaim.dossier.quoting import clip, joined, unmarked, whole_words
from counterclaim.dossier.runs import Layer, by_block, runs, stretches
from counterclaim.dossier.single import single
from counterclaim.errors import BadDecision, DamagedLedger
from counterclaim.export import FORMATS, exported
from counterclaim.ledger import faults, read_ledger
from counterclaim.model import Block, Decision, Report, Span
from counterclaim.reading import read_text
from counterclaim.reading.formats import BROKEN, Format, Job, parsed
from counterclaim.review import review
from counterclaim.review.lines import dated_lines
from counterclaim.values.clock import clock_times
from counterclaim.values.dates import calendar_dates
from counterclaim.values.quantities import quantities
from counterclaim.values.times import days
from dossier.karvel import LEDGER
from hostile.skeleton import strange

FORMATS_READ = sorted(get_args(Format))
KINDS = ("paragraph", "chrome", "title", "post")
MOST = 40  # marks over one text


def readers(data: bytes) -> None:
    """Any bytes are reports, their blocks in order, or rejected with a reason. The first byte chooses the format."""
    format: Format = FORMATS_READ[data[0] % len(FORMATS_READ)] if data else "page"
    for item in parsed(Job(format, data[1:], "file")):
        assert isinstance(item, Report) or (item.reason and BROKEN not in item.reason)
        if isinstance(item, Report):
            edges = [0, *(edge for b in item.blocks for edge in (b.start, b.end)), len(item.text)]
            assert all(a <= b for a, b in pairwise(edges))
            msgspec.json.encode(item)


def values(data: bytes) -> None:
    """Any text has quantities, days and times whose spans are in it and which bounds and calendars allow."""
    text = data.decode("utf-8", "surrogateescape")
    anchor = "2031-05-03" if len(data) % 2 else None
    for found in (*quantities(text), *days(text, anchor), *clock_times(text), *calendar_dates(text)):
        assert 0 <= found.span.start < found.span.end <= len(text)
    for counted in quantities(text):
        low, high = counted.quantity.low, counted.quantity.high
        assert low is None or high is None or low <= high
        assert all(n is None or 0 <= n < 2**53 for n in (low, high))


def ledgers(data: bytes) -> None:
    """Any file is refused by name, or is a ledger; where that holds together, it has pages and exports."""
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "ledger.json").write_bytes(data)
        try:
            ledger = read_ledger(folder)
        except DamagedLedger:
            return
    if faults(ledger):
        return
    assert strange(single(index_of(ledger))) == []
    for to in sorted(FORMATS.keys() - {"parquet"}):
        exported(ledger, to)


def highlighter(data: bytes) -> None:
    """Runs hold every character that can be seen, once and in order; quotations are cut from the words.

    The first bytes give spans, in pairs of start and length; the text begins after the first nought among them.
    """
    head, _, tail = data.partition(b"\0")
    text = tail.decode("utf-8", "replace")
    pairs = [(head[n] * len(text) // 256, head[n + 1]) for n in range(0, min(len(head) - 1, 2 * MOST), 2)]
    spans = [Span(start, min(len(text), start + 1 + length)) for start, length in pairs if start < len(text)]
    blocks = [Block(s.start, s.end, KINDS[n % len(KINDS)]) for n, s in enumerate(spans[::3])]
    report = Report("r-1", "a", None, None, None, None, "en", text, tuple(blocks))
    shown = list(stretches(report))
    over = [Layer(s, Mark(f"m-{n}", n, "p1", "killed", n % 3, True, True)) for n, s in enumerate(spans)]
    placed = by_block(shown, sorted(over, key=lambda layer: (layer.span.start, -layer.span.end)))
    for number, block in enumerate(shown):
        assert "".join(r.text for r in runs(text, block, placed.get(number, []))) == block.span.of(text)
    assert "".join(b.span.of(text) for b in shown).split() == text.split() or blocks
    if spans:
        cut, _ = whole_words(text, *clip(joined(text, tuple(spans)), 20))
        assert all(0 <= s.start <= s.end <= len(text) for s in cut)
        assert all(0 <= (s := unmarked(text, span)).start <= s.end <= len(text) for span in spans)


def decisions(data: bytes) -> None:
    """Any lines are refused by file and line, or are decisions that apply to a ledger, which then holds together."""
    try:
        found = list(dated_lines(data.split(b"\n"), "lines"))
    except BadDecision:
        return
    made = [
        Decision(n, d.at, d.draft.user, d.draft.action, d.draft.mentions, d.draft.slot, d.draft.value, d.draft.note, "")
        for n, d in enumerate(found, 1)
    ]
    assert faults(review(LEDGER, made).ledger) == []


def texts(data: bytes) -> None:
    """Any text is a report whose every character is kept."""
    text = data.decode("utf-8", "replace")
    assert read_text(text, "a.txt").text == text


TARGETS: dict[str, Callable[[bytes], None]] = {
    f.__name__: f for f in (readers, texts, values, ledgers, highlighter, decisions)
}
