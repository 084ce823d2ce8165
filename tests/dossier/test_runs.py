"""Runs hold every character of a report that can be seen, once and in order, whatever lies over it."""

from hypothesis import given
from hypothesis import strategies as st

from counterclaim.dossier.pages import Mark
from counterclaim.dossier.runs import Layer, by_block, foreign, runs, stretches
from counterclaim.model import Block, Note, Report, Span

TEXT = "Menu | Home\n\nOne claim here and another there.\n\n   \n\nThe end."


def report(*blocks: Block) -> Report:
    return Report("r-1", "a.txt", None, None, None, None, "en", TEXT, blocks)


def test_what_stands_between_blocks_is_shown_as_chrome() -> None:
    inner = Block(TEXT.index("One"), TEXT.index("."), "paragraph")
    found = [(b.span.of(TEXT).strip(), b.kind) for b in stretches(report(inner))]
    assert found == [
        ("Menu | Home", "chrome"),
        ("One claim here and another there", "paragraph"),
        (".\n\n   \n\nThe end.", "chrome"),
    ]


def test_blanks_between_blocks_are_not_shown() -> None:
    first, last = Block(0, TEXT.index("."), "paragraph"), Block(TEXT.index("The"), len(TEXT), "paragraph")
    gap = Block(first.end, first.end + 1, "paragraph")
    assert list(stretches(report(last, first, gap))) == [first, gap, last]


spans = st.tuples(st.integers(0, len(TEXT) - 1), st.integers(1, 30)).map(
    lambda pair: Span(pair[0], min(len(TEXT), pair[0] + pair[1]))
)


@given(st.lists(spans, max_size=12))
def test_runs_join_to_the_text_and_marks_to_their_spans(marked: list[Span]) -> None:
    blocks = [Block(0, 11, "chrome"), Block(11, 40, "paragraph"), Block(40, len(TEXT), "paragraph")]
    over = [Layer(span, Mark(f"m-{n}", n, "p1", "killed", n % 3, True, True)) for n, span in enumerate(marked)]
    placed = by_block(blocks, over)
    cut = [run for n, block in enumerate(blocks) for run in runs(TEXT, block, placed.get(n, []))]
    assert "".join(run.text for run in cut) == TEXT
    for n, span in enumerate(marked):
        under = [run for run in cut if any(mark.number == n for mark in run.marks)]
        assert "".join(run.text for run in under) == span.of(TEXT)
        assert [mark.first for run in under for mark in run.marks if mark.number == n].count(True) == 1
        assert [mark.last for run in under for mark in run.marks if mark.number == n].count(True) == 1


def test_the_language_is_the_one_that_the_note_says_last() -> None:
    note = Note("r-1", Span(0, 4), "language", "called Pashto; the passage is Persian")
    assert foreign(note) == "fa"
    assert foreign(Note("r-1", Span(0, 4), "language", "the passage is in no language known here")) == "und"
