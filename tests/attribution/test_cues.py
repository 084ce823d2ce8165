"""What a cue's words tell: a word of speech, a feeling or a deed."""

import pytest

from counterclaim.attribution.cues import is_act, is_deed

CUES = [
    ("found", True, False),
    ("arrested", True, False),
    ("found and reported", False, False),
    ("said", False, False),
    (":", False, False),
    ("backs", False, True),
    ("seemed to deny", False, False),
]


@pytest.mark.parametrize("words, act, deed", CUES)
def test_what_is_done_and_what_is_said(words: str, act: bool, deed: bool) -> None:
    assert (is_act(words), is_deed(words)) == (act, deed)
