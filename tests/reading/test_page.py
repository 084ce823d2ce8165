import itertools

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.reading.samples import PAGE

from counterclaim.model import Rejected, Report
from counterclaim.reading.page import read_page


def page(html: str) -> Report:
    report = read_page(html, "a.html")
    assert isinstance(report, Report)
    return report


def kinds(report: Report) -> list[tuple[str, str]]:
    return [(block.kind, block.span.of(report.text)) for block in report.blocks]


def test_a_page() -> None:
    report = page(PAGE)
    assert (report.title, report.outlet) == ("Rebels claim bridge at Orlo Ford", "The Lantern")
    assert report.url == "https://lantern.example/world/orlo-ford"
    assert report.published and report.published.day == "2031-05-06"
    assert kinds(report) == [
        ("chrome", "Saturday, 27 April 2024"),
        ("chrome", "Home"),
        ("chrome", "World"),
        ("chrome", "Sport"),
        ("title", "Rebels claim bridge at Orlo Ford"),
        ("byline", "By Ana Novy"),
        ("dateline", "6 May 2031"),
        ("dateline", "KALVIN, May 6 (LNA) —"),
        ("paragraph", "Rebels said on Tuesday that they had taken the bridge. The army denied it."),
        ("chrome", "Share"),
        ("chrome", "Tweet"),
        ("post", "We hold the bridge.\n— Rebel Press (@rebelpress) May 6, 2031"),
        ("heading", "What the army says"),
        ("paragraph", '"The bridge is ours," the army\'s spokesman Ivo Kral said.'),
        ("paragraph", "He gave no losses of his own side."),
        ("quotation", "We shall not leave this river, the general wrote to his men."),
        ("caption", "The bridge, seen in April."),
        ("chrome", "Read more: Other story"),
        ("chrome", "A story about something else that is long enough to count as running text."),
        ("chrome", "Leave a Reply"),
        ("chrome", "Your email address will not be published."),
        ("chrome", "© 2024 The Lantern. All rights reserved."),
    ]


TEXT = "<h1>Ford is safe now</h1><p>The army said that the ford was safe. Rebels told reporters that it was not.</p>"


@pytest.mark.parametrize("head, day, basis", [
    ('<meta property="article:published_time" content="2031-05-04T08:00Z">', "2031-05-04",
     "the page's article:published_time"),
    ('<meta name="date" content="2031-05-04">', "2031-05-04", "the page's date"),
    ('<script type="application/ld+json">{"@graph": [{"datePublished": "2031-05-04"}]}</script>', "2031-05-04",
     "the page's datePublished"),
    ("", None, None),
    ("<script type='application/ld+json'>{broken</script>", None, None),
    ('<meta name="copyright" content="2024">', None, None),
])  # fmt: skip
def test_the_day_in_the_markup(head: str, day: str | None, basis: str | None) -> None:
    found = page(f"<html><head>{head}</head><body>{TEXT}</body></html>").published
    assert (found and found.day, found and found.basis) == (day, basis)


@pytest.mark.parametrize("body", [
    "<header>Saturday, 27 April 2024</header>" + TEXT,
    "<div class=top>Saturday, 27 April</div>" + TEXT,
    TEXT + "<footer>© 2024 The Lantern</footer>",
])  # fmt: skip
def test_the_clock_of_a_page_is_no_day_of_publication(body: str) -> None:
    assert page(f"<body>{body}</body>").published is None


def test_what_is_hidden_is_not_read() -> None:
    report = page(
        f"<body><p hidden>One</p><p style='display: none'>Two</p><!-- Three --><style>Four</style>{TEXT}</body>"
    )
    assert not any(word in report.text for word in ("One", "Two", "Three", "Four"))


def test_a_page_inside_one_form_is_read() -> None:
    report = page(f"<body><form class='content-widget'>{TEXT * 2}</form></body>")
    assert "paragraph" in [kind for kind, _ in kinds(report)]


def test_a_page_without_words() -> None:
    assert isinstance(read_page("<body><script>x</script></body>", "a.html"), Rejected)


def test_deep_nesting() -> None:
    report = page("<div>" * 4_000 + TEXT + "</div>" * 4_000)
    assert "Rebels told reporters" in report.text


def test_endless_nesting() -> None:
    assert isinstance(read_page("<div>" * 20_000 + TEXT + "</div>" * 20_000, "a.html"), Rejected)


TAGS = st.sampled_from(
    ["<p>", "</p>", "<div class=share>", "</div>", "<h1>", "</h1>", "<blockquote>", "<li>", "<br>", "<time>", "<"]
)


@settings(max_examples=100, deadline=None)
@given(st.lists(st.one_of(TAGS, st.text(max_size=12)), max_size=40).map("".join))
def test_no_page_fails(html: str) -> None:
    report = read_page(html, "a.html")
    if isinstance(report, Report):
        spans = [block.span for block in report.blocks]
        assert all(left.end <= right.start for left, right in itertools.pairwise(spans))
        assert report.text.encode("utf-8")
