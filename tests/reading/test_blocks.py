import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.reading.samples import FLAT, LINES

from counterclaim.model import Report
from counterclaim.reading import notes, read_text


def kinds(report: Report) -> list[tuple[str, str]]:
    return [(block.kind, block.span.of(report.text)) for block in report.blocks]


def test_a_page_copied_as_text() -> None:
    report = read_text(LINES, "a.txt")
    assert report.title == "Battle for Orlo Ford: dozens captured"
    assert kinds(report) == [
        ("chrome", "RU UA EN"),
        ("chrome", "Saturday, 27 April"),
        ("chrome", "world"),
        ("title", "Battle for Orlo Ford: dozens captured"),
        ("paragraph", "Fighting was reported on Sunday along the river Orlo, where rebels hold two villages."),
        ("heading", "A tale of two bridges"),
        ("paragraph", '"We hold both," a rebel spokesman said. The army gave no figures for its own losses.'),
        ("chrome", "Leave a Reply"),
        ("chrome", "Your email address will not be published. Required fields are marked *"),
    ]


def test_a_report_flattened_to_three_lines() -> None:
    report = read_text(FLAT, "a.jsonl#1")
    assert (report.title, report.outlet) == ("Army says Orlo Ford is safe", "lantern")
    assert kinds(report) == [
        ("title", "Army says Orlo Ford is safe"),
        ("byline", "lantern"),
        ("dateline", "Sunday 4 May 2031"),
        ("heading", "Army says Orlo Ford is safe."),
        ("paragraph", "The army said on Sunday that the ford was safe. Rebels told reporters that it was not."),
        ("byline", "--LNA"),
    ]


BODY = "Rebels said on Sunday that the ford was theirs. The army denied it in the evening."


@pytest.mark.parametrize("text, expected", [
    ("Ford falls to rebels\nBy Ana Novy\n" + BODY, ["title", "byline", "paragraph"]),
    ("Ford falls, says League\n\nFord falls, says the League\n\n" + BODY, ["title", "heading", "paragraph"]),
    ("3 July 2031 Last updated at 09:05 GMT\nFord falls to rebels\n" + BODY, ["dateline", "title", "paragraph"]),
    ("Ford falls to rebels\nRebels hold two villages after a night of shelling\nLNA, Tuesday 2 Jul 2031\n" + BODY,
     ["title", "heading", "dateline", "paragraph"]),
    (BODY, ["paragraph"]),
    ("# Ford falls\n\n> We hold it.\n\n" + BODY, ["chrome", "title", "chrome", "quotation", "paragraph"]),
    ("Ford falls to rebels\n" + BODY + " Reporting by Ana Novy; Editing by Ivo Kral", ["title", "paragraph", "byline"]),
    ("Ford falls to rebels\n" + BODY + " (With Lantern and agencies)", ["title", "paragraph", "byline"]),
    ("Ford falls to rebels\n" + BODY + "\nPhoto: The ford in April.\n" + BODY,
     ["title", "paragraph", "caption", "paragraph"]),
    ("Ford falls to rebels\n" + BODY + "\nRelated articles\nArmy on the move\nKalvin talks end",
     ["title", "paragraph", "chrome", "chrome", "chrome"]),
    ("Ford falls to rebels | The Lantern\n" + BODY, ["title", "chrome", "paragraph"]),
    ("Ford falls to rebels\nlantern\nPosted on July 20 2031 by The Lantern Ford falls to rebels " + BODY,
     ["title", "byline", "dateline", "byline", "heading", "paragraph"]),
    ("Ford falls to rebels\nlantern\n20.07.2031(updated 1329 20.07.2031) Get short URL 0 154 " + BODY,
     ["title", "byline", "dateline", "chrome", "paragraph"]),
    ("Ford falls to rebels\nlantern\nFord falls to rebels A night of shelling ends Lantern Saturday 5 Oct 2031 " + BODY,
     ["title", "byline", "heading", "heading", "dateline", "paragraph"]),
    ("---\ntitle: Ford falls\ndate: 2031-05-04\n---\n" + BODY, ["chrome", "paragraph"]),
])  # fmt: skip
def test_kinds_of_blocks(text: str, expected: list[str]) -> None:
    assert [kind for kind, _ in kinds(read_text(text, "a"))] == expected


def test_data_in_front_of_markdown() -> None:
    report = read_text("---\ntitle: Ford falls\ndate: 2031-05-04\n---\n" + BODY, "a.md")
    assert report.title == "Ford falls" and report.published
    assert (report.published.day, report.published.basis) == ("2031-05-04", "the date in front of the text")


def test_a_post_with_its_handle_and_date() -> None:
    text = (
        BODY + "\n\nWe hold the ford. — Rebel Press (@rebelpress) May 5, 2031\n\nNobody else had been there, he said."
    )
    report = read_text(text, "a")
    assert ("post", "We hold the ford. — Rebel Press (@rebelpress) May 5, 2031") in kinds(report)


def test_a_handle_named_in_a_sentence_is_no_post() -> None:
    text = "Rebel Press (@rebelpress) said that the ford was theirs, and that nobody had seen the army there."
    assert kinds(read_text(text, "a")) == [("paragraph", text)]


def test_a_handle_after_a_post_does_not_sign_it_again() -> None:
    assert kinds(read_text("— (@a) (@a)", "a")) == [("post", "— (@a)"), ("paragraph", "(@a)")]


ODD = st.sampled_from(
    ["\n", "\r\n", " ", "\ufeff", "\u2028", "—", "(@a)", "# ", "> ", "---\n", "5 May 2031", "By ", ". "]
)
TEXT = st.lists(st.one_of(ODD, st.text(max_size=20), st.sampled_from(FLAT.split() + LINES.split())), max_size=60)


@settings(max_examples=150, deadline=None)
@given(TEXT.map(" ".join) | TEXT.map("".join) | st.text())
def test_blocks_hold_all_that_is_not_blank_and_never_overlap(text: str) -> None:
    report = read_text(text, "a.txt")
    at = 0
    for block in report.blocks:
        assert at <= block.start < block.end <= len(text)
        assert not any(c.isalnum() for c in text[at : block.start])
        at = block.end
    assert not any(c.isalnum() for c in text[at:])
    assert report.text == text
    assert all(0 <= note.span.start < note.span.end <= len(text) for note in notes(report))
