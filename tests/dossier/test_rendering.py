"""Text on a page: every character is there, or a mark in its place; nothing of it is markup."""

import pytest
from selectolax.lexbor import LexborHTMLParser as HTMLParser

from counterclaim.dossier.rendering import environment


@pytest.mark.parametrize("text, shown", [
    ("plain", "plain"),
    ("<b>&amp;\"'", "<b>&amp;\"'"),
    ("a\r\nb\rc", "a\r\nb\rc"),
    ("\r<script>", "\r<script>"),
    ("bell\x07 half \ud83d", "bell\ufffd half \ufffd"),
])  # fmt: skip
def test_text_is_read_back_character_for_character(text: str, shown: str) -> None:
    page = environment().from_string("<p title=\"{{ text }}\">{{ text }}</p>").render(text=text)
    found = HTMLParser(page).css_first("p")
    assert found.text() == shown and found.attributes["title"] == shown and found.child.next is None
