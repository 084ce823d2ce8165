"""Agency copy, reposts and own additions, told apart per paragraph."""

import pytest

from counterclaim.copies import copy_groups, paragraphs
from counterclaim.model import Reading

from .making import BRIDGE, COUNCIL, FIRE, reading

OWN = "Traders on the quay told this paper that they had smelt smoke hours before anybody thought of calling the crews."
SPEECH = (
    '"We could see the glow from the church tower and knew at once that the store was gone with all that was in it."'
)

FIRST = reading("r-1", f"{FIRE}\n{OWN}\n{SPEECH}", day="2031-05-01")
AGENCY = reading("r-2", f"MARN, May 1 (VPA) - {FIRE}\n{BRIDGE}", day="2031-05-02")
VPA = reading("r-0", f"MARN, May 1 (VPA) - {FIRE}\n{OWN}", day="2031-05-01", outlet="VPA")
SIGNED = reading("r-3", f"{FIRE}\n{BRIDGE} --VPA", day="2031-05-02")
REPOST = reading("r-4", f"{COUNCIL}\n{FIRE}\n{SPEECH}", day="2031-05-03")
UNDATED = reading("r-5", f"{FIRE}\n{COUNCIL}")


def made(item: Reading, among: list[Reading]) -> list[tuple[str, str | None]]:
    groups = copy_groups(among)
    held = [(g, p) for g in groups for p in g.passages if p.report == item.report.id]
    return [(m.making, m.source) for m in paragraphs(item.report, held)]


@pytest.mark.parametrize(
    "item, among, answer",
    [
        (FIRST, [FIRST, REPOST], [("first", None), ("own", None), ("quoted", None)]),
        (REPOST, [FIRST, REPOST], [("own", None), ("repost", "r-1"), ("quoted", None)]),
        (AGENCY, [FIRST, AGENCY], [("agency", "VPA"), ("own", None)]),
        (VPA, [VPA, AGENCY], [("first", None), ("own", None)]),
        (SIGNED, [AGENCY, SIGNED], [("agency", "VPA"), ("agency", "VPA")]),
        (UNDATED, [FIRST, UNDATED], [("shared", None), ("own", None)]),
        (FIRST, [FIRST], [("own", None), ("own", None), ("quoted", None)]),
    ],
    ids=[
        "first here",
        "repost",
        "agency dateline",
        "the agency itself",
        "signed by an agency",
        "order unknown",
        "alone",
    ],
)
def test_how_each_paragraph_was_made(item: Reading, among: list[Reading], answer: list[tuple[str, str | None]]) -> None:
    assert made(item, among) == answer


def test_a_few_copied_words_do_not_make_a_paragraph_a_copy() -> None:
    mixed = reading("r-6", f"{BRIDGE} {COUNCIL} {FIRE}", day="2031-05-04")
    [found] = paragraphs(mixed.report, [(g, p) for g in copy_groups([FIRST, mixed]) for p in g.passages
                                        if p.report == "r-6"])  # fmt: skip
    assert (found.making, found.share > 0) == ("own", True)


def test_the_page_around_the_article_is_no_paragraph() -> None:
    page = reading("r-7", f"Leave a reply\n{FIRE}", kinds=("chrome",))
    assert [m.block.start for m in paragraphs(page.report, [])] == [14]
