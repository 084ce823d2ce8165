"""Text and answer side by side, by the shipped weights: who said what, linked across and within sentences."""

import pytest

from counterclaim.attribution.linking import read
from counterclaim.attribution.model import attribute
from counterclaim.attribution.pieces import lines
from counterclaim.attribution.tagging import load_weights
from counterclaim.model import Attribution, Spans


def words(text: str, spans: Spans) -> str:
    return " … ".join(span.of(text).strip("“”\"'., ") for span in spans)


def parts(text: str, found: tuple[Attribution, ...]) -> list[tuple[str, str, str]]:
    return [(words(text, a.source), words(text, a.cue), words(text, a.content)) for a in found]


# text, [(source, cue, content)]
TABLE = [
    (
        "Two men died in the blast, according to the police.",
        [("the police", "according to", "Two men died in the blast")],
    ),
    (
        "The army said three soldiers had been killed near Orsk.",
        [("The army", "said", "three soldiers had been killed near Orsk")],
    ),
    (
        "“We will not leave the valley,” Captain Oren Malk said. “Nobody will.”",
        [("Captain Oren Malk", "said", "We will not leave the valley … Nobody will")],
    ),
    (
        "The mayor denied that shells had hit the school, while the front claimed that it had taken the bridge.",
        [
            ("The mayor", "denied", "that shells had hit the school"),
            ("the front", "claimed", "that it had taken the bridge"),
        ],
    ),
    ("It rained all day and the road was closed.", []),
    ("", []),
    ("\n\n\n", []),
]


@pytest.mark.parametrize("text, answer", TABLE, ids=[text[:30] for text, _ in TABLE])
def test_who_said_what(text: str, answer: list[tuple[str, str, str]]) -> None:
    assert parts(text, attribute(text)) == answer


# text, {content that must be found: source it must have}
SPEAKERS = [
    ("THE ARMY SAYS 30 REBELS KILLED\n\nFighting went on.", {"30 REBELS KILLED": "THE ARMY"}),
    ("the spokesman said the town was ours", {"the town was ours": "the spokesman"}),
    (
        "The minister arrived on Monday. He said that talks would start soon. He added that no date was set.",
        {"that talks would start soon": "He", "that no date was set": "He"},
    ),
    (
        "Residents reported heavy shelling. The ministry accused the rebels of firing on the market.",
        {"heavy shelling": "Residents"},
    ),
    (
        "“They came at night,” said Lena Varga, a nurse.\n\n“We hid in the cellar,” she said.",
        {"They came at night": "Lena Varga, a nurse", "We hid in the cellar": "she"},
    ),
]


@pytest.mark.parametrize("text, speakers", SPEAKERS, ids=[text[:30] for text, _ in SPEAKERS])
def test_speakers(text: str, speakers: dict[str, str]) -> None:
    found = {content: source for source, _, content in parts(text, attribute(text))}
    assert {content: found.get(content) for content in speakers} == speakers


def test_spans_are_slices_of_the_text_wherever_it_stands() -> None:
    text = "The army said three soldiers had been killed."
    padded = f"Kéž 🛰 …\n\n  \n{text}\n"
    assert parts(padded, attribute(padded))[-1:] == parts(text, attribute(text))


def test_the_same_text_gives_the_same_answer() -> None:
    text = "\n".join(text for text, _ in TABLE)
    weights = load_weights()
    assert read(text, lines(text), weights) == read(text, lines(text), weights)


def test_no_cue_is_the_break_between_two_lines() -> None:
    text = "Ford Valley Gang Member\nCharged with Murdering Sheriff’ s Deputy\nJune 12, 2011\nOren Malk said that."
    found = read(text, lines(text), load_weights())
    assert found and all(span.start < span.end for one in found for span in one.cue)
