"""Text beside the attributions that the rules find in it: source, cue, content."""

import pytest
from hypothesis import given as drawn
from hypothesis import settings
from hypothesis import strategies as st
from room import given, parts

from counterclaim.attribution.rules import attribute

ONE = [
    ("Karim Osk said the bridge had fallen.", ("Karim Osk", "said", "the bridge had fallen")),
    ("Karim Osk said that the bridge had fallen.", ("Karim Osk", "said", "the bridge had fallen")),
    ("The bridge had fallen, Karim Osk said.", ("Karim Osk", "said", "The bridge had fallen")),
    ("The bridge, the mayor said, had fallen.", ("the mayor", "said", "The bridge … had fallen")),
    ("Osk told the Velin Herald that the dam was safe.", ("Osk", "told", "the dam was safe")),
    ("The port fell, Osk tweeted.", ("Osk", "tweeted", "The port fell")),
    ("The army denied shelling the market.", ("The army", "denied", "shelling the market")),
    ("The Orsk Front claimed to have seized the port.", ("The Orsk Front", "claimed", "to have seized the port")),
    ("Rebels accused the army of killing prisoners.", ("Rebels", "accused", "the army of killing prisoners")),
    ("The governor blamed rebels for the blast.", ("The governor", "blamed", "rebels for the blast")),
    ("The governor urged residents to leave.", ("The governor", "urged", "residents to leave")),
    ("Osk vowed to stay.", ("Osk", "vowed", "to stay")),
    ("The front was accused of shelling the camp.", ("", "was accused", "The front … of shelling the camp")),
    ("Rebels are believed to have fled.", ("", "are believed", "Rebels … to have fled")),
    ("The minister was quoted as saying the dam had burst.", ("The minister", "saying", "the dam had burst")),
    ("Five people drowned, according to the Velin Observatory.",
     ("the Velin Observatory", "according to", "Five people drowned")),
    ("According to the Velin Observatory, five people drowned.",
     ("the Velin Observatory", "According to", "five people drowned")),
    ("The village was reportedly burned on Friday.", ("", "reportedly", "The village was … burned on Friday")),
    ("The claim that the dam burst is false.", ("", "claim", "the dam burst")),
    ("The Orsk Front declared victory in the port.", ("The Orsk Front", "declared", "victory in the port")),
    ("The port fell a spokesman told the Velin Herald.", ("a spokesman", "told", "The port fell")),
    ("The army's claim that the dam burst is false.", ("The army", "claim", "the dam burst")),
]  # fmt: skip


@pytest.mark.parametrize("text, found", ONE)
def test_one_sentence(text: str, found: tuple[str, str, str]) -> None:
    assert parts(text) == [found]


SEVERAL = [
    ("The health ministry of Orsk said that five people were killed, and accused the front of shelling the market.",
     [("The health ministry of Orsk", "said", "five people were killed"),
      ("The health ministry of Orsk", "accused", "the front of shelling the market")]),
    ("Orsk claims victory in Velin, Dask Front says it is false",
     [("Orsk", "claims", "victory in Velin"), ("Dask Front", "says", "it is false")]),
    ("The army says it holds Velin; the Dask Front denies it.",
     [("The army", "says", "it holds Velin"), ("the Dask Front", "denies", "it")]),
    ("Both the army and the rebels claim the town.", []),
]  # fmt: skip


@pytest.mark.parametrize("text, found", SEVERAL)
def test_each_cue_has_its_own_source(text: str, found: list[tuple[str, str, str]]) -> None:
    assert sorted(parts(text)) == sorted(found)


QUOTED = [
    ('"The bridge is gone," said Karim Osk. "We saw it burn."',
     ("Karim Osk", "said", '"The bridge is gone," … "We saw it burn."')),
    ('Osk said: "We hold the town. They fled."', ("Osk", "said", '"We hold the town. They fled."')),
    ("Osk said the bridge was “completely destroyed” and that nobody was hurt.",
     ("Osk", "said", "the bridge was “completely destroyed” and that nobody was hurt")),
    ('"We hold the town.\n\n"Nobody can take it," Osk said.',
     ("Osk", "said", '"We hold the town. … "Nobody can take it,"')),
    ('Osk spoke on Friday.\n\n"We hold the town," he said.\n\n"They fled in the night."',
     ("he", "said", '"We hold the town," … "They fled in the night."')),
    ('The letter reads: "We will fight on."', ("The letter", "reads", '"We will fight on."')),
    ('"It is over," added the doctor.', ("the doctor", "added", '"It is over,"')),
]  # fmt: skip


@pytest.mark.parametrize("text, found", QUOTED)
def test_quotations_belong_to_the_cue_beside_them(text: str, found: tuple[str, str, str]) -> None:
    assert parts(text) == [found]


def test_a_quotation_with_a_cue_of_its_own_is_not_the_one_before_it() -> None:
    text = '"The town is ours," Osk said. "It is not," Lind replied.'
    assert parts(text) == [("Osk", "said", '"The town is ours,"'), ("Lind", "replied", '"It is not,"')]


def test_nested_speech_is_two_attributions() -> None:
    assert parts("Rebels said the army claimed the dam was safe.") == [
        ("Rebels", "said", "the army claimed the dam was safe"),
        ("the army", "claimed", "the dam was safe"),
    ]


LOST = [
    ("Two civilians were killed in the northern district a monitoring group said.", "a monitoring group"),
    ("All the evidence shows that the dam was hit by rockets Osk said on a visit to Velin.", "Osk"),
]


@pytest.mark.parametrize("text, source", LOST)
def test_lost_commas_do_not_hide_the_source(text: str, source: str) -> None:
    assert source in [found[0] for found in parts(text)]


@pytest.mark.parametrize(
    "headline, source, content",
    [
        ("Flood toll rises to five: officials", "officials", "Flood toll rises to five"),
        ("Monitor: nine people hurt in Velin", "Monitor", "nine people hurt in Velin"),
        ("Orsel Front: our men hold the town", "Orsel Front", "our men hold the town"),
    ],
)
def test_a_headline_names_its_source_beside_a_colon(headline: str, source: str, content: str) -> None:
    text = f"{headline}\n\nFive people drowned in the town of Velin when the dam burst."
    assert parts(text)[0] == (source, "", content)


TAILS = [
    ("Blast kills nine near Velin monitor", "A war monitor said nine people died.", "monitor",
     "Blast kills nine near Velin"),
    ("Blast kills nine near Velin Monitor - World - Orsk Online", "A monitor said nine people died.", "Monitor",
     "Blast kills nine near Velin"),
    ("Blast kills nine state media", "State media reported that nine people died.", "state media", "Blast kills nine"),
]  # fmt: skip


@pytest.mark.parametrize("headline, body, source, content", TAILS)
def test_a_headline_that_lost_its_mark_ends_with_its_source(
    headline: str, body: str, source: str, content: str
) -> None:
    assert parts(f"{headline}\n\n{body}")[0] == (source, "", content)


@pytest.mark.parametrize(
    "headline, body",
    [
        ("Blast kills nine near Velin monitor", "The town of Velin was shelled for nine hours."),  # nobody is heard
        ("Army opens fire on a Velin monitor", "A monitor said nine people died."),  # it is the monitor of something
        ("Gunmen shoot at monitors", "The monitors said nine people died."),
    ],
)
def test_a_headline_may_end_with_who_suffers(headline: str, body: str) -> None:
    assert ("", headline[:10]) not in [(cue, content[:10]) for _, cue, content in parts(f"{headline}\n\n{body}")]


def test_a_participle_on_a_thing_is_of_who_speaks() -> None:
    found = parts("The Orsk Front fought through the long war, blaming the army for the fire.")
    assert [source for source, cue, _ in found if cue == "blaming"] == ["The Orsk Front"]


def test_a_post_is_the_word_of_who_signed_it() -> None:
    text = "The port is ours — Karim Osk (@kosk) September 5, 2021"
    assert parts(text) == [("Karim Osk", "", "The port is ours")]


def test_plain_text_has_attributions_too() -> None:
    assert len(attribute("Osk said the port fell. Lind denied it.")) == 2


HOSTILE = [
    '"' * 3_000,
    "Osk said that " * 1_500,
    "according to " * 2_000,
    "“" * 500 + "he said " + "”" * 500,
    "the claim that the report that " * 500,
    "said " * 4_000,
]


@pytest.mark.parametrize("text", HOSTILE, ids=lambda text: text[:12])
def test_hostile_text_is_survived(text: str) -> None:
    for found in given(text):
        assert all(0 <= span.start < span.end <= len(text) for span in found.content + found.cue + found.source)


PIECES = ["Osk", "said", '"', "“", "”", "that", ",", ".", "\n\n", "according to", ":", "—", "(@osk)", "denied", "'s"]


@settings(max_examples=30, deadline=None)
@drawn(st.lists(st.sampled_from(PIECES), max_size=40))
def test_any_order_of_words_gives_spans_inside_the_text(pieces: list[str]) -> None:
    text = " ".join(pieces)
    for found in given(text):
        assert found.content
        assert all(text[span.start : span.end].strip() for span in found.content)
