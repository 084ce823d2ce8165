"""The tagger's attributions, put right and added to by the rules'."""

import pytest

from counterclaim.attribution.merging import merged
from counterclaim.model import Attribution, Span, Spans

Words = tuple[str, str, str]

BOTH = [
    # text, the tagger's, the rules', together: source | cue | content
    (
        "The rebels denied it; the mayor of Orsel said so.",
        [("", "denied", "it"), ("the mayor", "said", "so")],
        [("The rebels", "denied", "it"), ("the mayor of Orsel", "said", "so")],
        [("The rebels", "denied", "it"), ("the mayor of Orsel", "said", "so")],
    ),
    (
        "The army reportedly shelled the town.",
        [("The army", "reportedly", "shelled the town")],
        [("", "reportedly", "shelled the town")],
        [("", "reportedly", "shelled the town")],
    ),
    (
        "The mayor both says so and writes it.",
        [("The mayor", "both", "so")],
        [("The mayor", "says", "so")],
        [("The mayor", "says", "so")],
    ),
    (
        "The rebels' claim of a victory was false.",
        [("The rebels'", "claim of", "a victory was false")],
        [("The rebels", "claim", "a victory")],
        [("The rebels'", "claim of", "a victory")],
    ),
    (
        "The bridge fell, an aide was quoted as saying by the Orsel Post.",
        [("the Orsel Post", "was quoted as saying by", "an aide")],
        [("an aide", "saying", "The bridge fell")],
        [("an aide", "saying", "The bridge fell")],
    ),
    (
        "A shell fell on the port of Orsel the Orsel Post reported citing a medic.",
        [("the Orsel Post", "reported", "A shell fell on the port")],
        [("A shell", "reported", "citing a medic")],
        [("the Orsel Post", "reported", "A shell fell on the port")],
    ),
    (
        "Six men died on Friday and more were hurt, a doctor said.",
        [("a doctor", "said", "Six men died on")],
        [("a doctor", "said", "Six men died on Friday and more were hurt")],
        [("a doctor", "said", "Six men died on Friday and more were hurt")],
    ),
    (
        "Five died in Velin the Orsel Post said.",
        [("the Orsel Post", "said", "Five died in Velin")],
        [("Velin the Orsel Post", "said", "Five died in")],
        [("the Orsel Post", "said", "Five died in Velin")],
    ),
    (
        "He spoke as Mara said the men hoped the army denied it.",
        [("Mara", "said", "the men hoped the army denied it")],
        [("He", "spoke", "as"), ("the men", "hoped", "the army denied it"), ("the army", "denied", "it")],
        [("Mara", "said", "the men hoped the army denied it"), ("He", "spoke", "as"), ("the army", "denied", "it")],
    ),
    (
        "The army, said one, and the rebels, said others, won.",
        [("others", "said", "The army"), ("others", "said", "won")],
        [("one", "said", "The army")],
        [("others", "said", "The army"), ("others", "said", "won")],
    ),
]  # fmt: skip


def made(text: str, parts: Words) -> Attribution:
    return Attribution(*(spans(text, words) for words in parts))


def spans(text: str, words: str) -> Spans:
    return (Span(text.index(words), text.index(words) + len(words)),) if words else ()


@pytest.mark.parametrize("text, tagged, ruled, together", BOTH)
def test_merged(text: str, tagged: list[Words], ruled: list[Words], together: list[Words]) -> None:
    found = merged(text, [made(text, one) for one in tagged], [made(text, one) for one in ruled])
    assert found == [made(text, one) for one in together]
