"""Speech within speech: the inner attribution lies within the outer one's content."""

import pytest

from counterclaim.attribution.model import attribute, attributions
from counterclaim.attribution.nested import with_nested
from counterclaim.attribution.tagging import load_weights
from counterclaim.model import Attribution, Block, Report, Sentence, Spans


def inner(text: str) -> list[tuple[Attribution, Attribution]]:
    """Each attribution that lies in another's content, with that other."""
    found = with_nested(text, attribute(text), load_weights())
    return [(a, b) for a in found for b in found if a != b and within(b, a.content)]


def within(one: Attribution, content: Spans) -> bool:
    return all(any(part.holds(span) for part in content) for span in one.source + one.cue + one.content)


@pytest.mark.parametrize(
    "text, outer, speaker, content",
    [
        ("The monitor said that residents reported heavy shelling in Orsk.", "The monitor", "residents",
         "heavy shelling in Orsk"),
        ("The ministry said the rebels claimed that they had taken the bridge.", "The ministry", "the rebels",
         "that they had taken the bridge"),
    ],
)  # fmt: skip
def test_nested_speech(text: str, outer: str, speaker: str, content: str) -> None:
    chains = [(a.source[0].of(text), b.source[0].of(text), b.content[0].of(text)) for a, b in inner(text)]
    assert chains == [(outer, speaker, content)]


@pytest.mark.parametrize(
    "text", ["The army said the town was calm.", "The army denied it.", "The army said a report would follow.",
             "Two men said that shelling continued after noon and that they had seen no soldiers."],
)  # fmt: skip
def test_nothing_nested(text: str) -> None:
    assert inner(text) == []


def report(text: str, blocks: tuple[Block, ...]) -> Report:
    return Report("r1", "made.txt", None, None, None, None, "en", text, blocks)


def sentence(block: Block, index: int) -> Sentence:
    return Sentence(0, index, block.start, block.end, (), (), ())


def test_blocks_without_sentences_are_not_read() -> None:
    menu, body = "The editor said subscribe now.", "The army said the town was calm."
    text = f"{menu}\n{body}"
    blocks = (Block(0, len(menu), "chrome"), Block(len(menu) + 1, len(text), "paragraph"))
    found = attributions(report(text, blocks), [sentence(blocks[1], 1)])
    assert [a.source[0].of(text) for a in found] == ["The army"]
    assert attributions(report(text, blocks), []) == ()
