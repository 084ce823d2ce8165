import pytest

from counterclaim.reading.chrome import ends_article, heads_links, is_chrome, is_section, is_switch, trail


@pytest.mark.parametrize("line", [
    "Leave a Reply", "Your email address will not be published. Required fields are marked *", "RU UA EN",
    "FR | DE | EN",
    "English | Français", "Read more", "Read more: The ford falls", "Home > World > Asia", "Share",
    "© 2031 The Lantern",
    "Copyright 2031 The Lantern. All rights reserved.", "Sign up for our morning newsletter", "3 comments",
    "4 min read", "https://lantern.example/a", "* * *", "Advertisement", "Follow us on Telegram",
])  # fmt: skip
def test_chrome(line: str) -> None:
    assert is_chrome(line)


@pytest.mark.parametrize("line", [
    "The army shares the ford with the rebels.", "Share prices fell in Kalvin on Monday.",
    "Rebels subscribe to the view that the ford is theirs, and have said so in every newsletter since the spring of "
    "last year, when the army first crossed the river and left again within a day.",
    "More than 20 people died.", "ARMY TAKES ORLO FORD", "Watch towers fell.", "Next week rebels meet.", "UN EU AU",
    "Topics for the talks include the ford.",
])  # fmt: skip
def test_no_chrome(line: str) -> None:
    assert not is_chrome(line)


@pytest.mark.parametrize("line, answer", [("world", True), ("Middle East", True), ("The world", False)])
def test_a_section(line: str, answer: bool) -> None:
    assert is_section(line) is answer


@pytest.mark.parametrize("line, answer", [("EN", False), ("EN RU", True), ("EN XX", False), ("Deutsch, English", True)])
def test_a_switch_between_languages(line: str, answer: bool) -> None:
    assert is_switch(line) is answer


@pytest.mark.parametrize("line, answer", [
    ("Leave a Reply", True), ("Leave a reply to Ana", True), ("Leave a reply", True), ("He will leave a reply.", False),
])  # fmt: skip
def test_the_end_of_an_article(line: str, answer: bool) -> None:
    assert ends_article(line) is answer


@pytest.mark.parametrize("line, answer", [("Related articles", True), ("More from World", True), ("More fell.", False)])
def test_a_heading_over_links(line: str, answer: bool) -> None:
    assert heads_links(line) is answer


@pytest.mark.parametrize("text, tail", [
    ("The ford is safe. Read Also", "Read Also"),
    ("The ford is safe. Our Standards: the Lantern's Principles.", "Our Standards: the Lantern's Principles."),
    ("The ford is safe. OrloCommunity standardsDiscussion", None),
    ("He was asked to read also the second law.", None),
    ("The privacy policy was changed on Monday.", None),
])  # fmt: skip
def test_a_footer_after_the_last_sentence(text: str, tail: str | None) -> None:
    start = trail(text, 0, len(text))
    assert (None if start is None else text[start:]) == tail
