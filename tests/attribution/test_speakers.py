"""Reports beside who speaks in them, through whom, in what medium, and on which day."""

import pytest
from room import speech_with, spoken

DAY = "2021-09-07"  # a Tuesday

SPEAKERS = [
    ('Karim Osk spoke. "We hold it," Osk said. He added that 12 soldiers died.', "12 soldiers", "Karim Osk"),
    ("A statement from the ministry said the dam was safe.", "dam was safe", "ministry"),
    ("The news agency quoted governor Ada Lind as saying two people died.", "two people died", "Ada Lind"),
    ("Osk said on air that the road was reportedly mined.", "mined", "Osk"),
    ("A toll released by Dresna Telecom said that 90 lines were lost.", "90 lines", "Dresna Telecom"),
    ("Osk said it was mined. The claim, which named no one, said five men died.", "five men", "Osk"),
    ("Kestrel News Agency said it fell. A photo shows the dam. It added that five men died.", "five men",
     "Kestrel News Agency"),
    ("The road was reportedly mined.", "mined", None),
    ("Osk told the Velin Herald that the port fell.", "the port fell", "Osk"),
]


@pytest.mark.parametrize("text, piece, speaker", SPEAKERS)
def test_speaker(text: str, piece: str, speaker: str | None) -> None:
    found = speech_with(piece, text).speaker
    assert (found and found.text) == speaker


def test_each_of_those_who_speak_together_speaks() -> None:
    found = spoken("The Orsk army and the Dask Front both say that they hold the town.")
    assert [s.speaker.text for s in found if s.speaker] == ["Orsk army", "Dask Front"]


DEEDS = [
    ("The war has seen five truces.", 0),
    ("Ada Lind saw the bridge burn.", 1),
    ("Karim Osk pointed out that the bridge burned.", 1),
]


@pytest.mark.parametrize("text, told", DEEDS)
def test_a_deed_is_no_speech_and_what_somebody_saw_is(text: str, told: int) -> None:
    assert len(spoken(text)) == told


def test_a_role_behind_a_comma_is_of_the_same_speaker() -> None:
    found = spoken('"It burned," Captain Karim Osk, Chief Press Officer, Defence, said.')
    assert [s.speaker.text for s in found if s.speaker] == ["Karim Osk"]


BEHIND = [
    ('The town was described by Ada Lind. "It fell. Five men died. They burned. It is gone," she said.', "Ada Lind"),
    ("The town fell, it was said by Ada Lind. Five men died, she added.", "Ada Lind"),
    ("Karim Osk said it fell. The statement added that it burned.", "Karim Osk"),
]


@pytest.mark.parametrize("text, speaker", BEHIND)
def test_who_speaks_is_found_behind_quotations_and_texts(text: str, speaker: str | None) -> None:
    found = spoken(text)[-1].speaker
    assert (found and found.text) == speaker


VOICES = [
    ('"The port is ours," Osk said.', "The port", "direct"),
    ("Osk said the port was theirs.", "the port", "indirect"),
    ('Osk said the port was "wholly and for ever" theirs.', "the port", "mixed"),
]


@pytest.mark.parametrize("text, piece, voice", VOICES)
def test_voice(text: str, piece: str, voice: str) -> None:
    assert speech_with(piece, text).voice == voice


RELAYED = [
    ("Osk told the Velin Herald that the port fell.", "port fell", ["Velin Herald"]),
    ("According to state television, the minister said the dam had burst.", "dam had burst", ["state television"]),
    ("The rebels said the army claims it killed five people.", "killed five", ["rebels"]),
    ("The news agency quoted governor Ada Lind as saying two people died.", "two people", ["news agency"]),
    ("Osk told reporters that the port fell.", "port fell", []),
]


@pytest.mark.parametrize("text, piece, via", RELAYED)
def test_those_who_relay(text: str, piece: str, via: list[str]) -> None:
    assert [name.text for name in speech_with(piece, text).via] == via


CHANNELS = [
    ("Osk said in a tweet that the port fell.", "port fell", "tweet"),
    ("Osk said in an audio message that the port fell.", "port fell", "audio message"),
    ("The port fell, Osk tweeted.", "port fell", "tweet"),
    ("Osk told the Velin Herald that the port fell.", "port fell", "Velin Herald"),
    ("Osk said the port fell.", "port fell", None),
]


@pytest.mark.parametrize("text, piece, channel", CHANNELS)
def test_channel(text: str, piece: str, channel: str | None) -> None:
    assert speech_with(piece, text).channel == channel


DAYS = [
    ("Osk said on Sunday that the port had fallen.", "port had fallen", "2021-09-05"),
    ("The port fell on Friday, Osk said on Sunday.", "The port fell", "2021-09-05"),
    ("Osk said the port fell on Friday.", "the port fell", None),
    ("The port is ours — Karim Osk (@kosk) September 5, 2021", "The port", "2021-09-05"),
    ("Osk said on Sunday that the port fell. It burned, Osk said.", "It burned", "2021-09-05"),
    ("The port fell on Tuesday. Officials said five people died.", "five people", DAY),
    ("The port fell on Friday. Officials said five people died.", "five people", None),
    ("The port fell on Friday a day after Osk said the ford was mined.", "the ford was mined", "2021-09-02"),
    ("The port fell on Tuesday. It burned, Osk said. Osk said on Sunday it was mined.", "It burned", DAY),
    ("Osk said on Sunday the port fell. It burned, Osk said. Osk said on Monday it was lost.", "burned", "2021-09-05"),
    ("Osk said Friday's raid burned the port.", "raid burned", None),
]


@pytest.mark.parametrize("text, piece, day", DAYS)
def test_the_day_it_was_said_is_not_the_day_it_happened(text: str, piece: str, day: str | None) -> None:
    said = speech_with(piece, text, DAY).said
    assert said.day == day
    assert bool(said.basis) == (day is not None)


INSIDE = [
    ("Osk said all signs show that the dam was mined.", "the dam was mined", "Osk"),
    ("Osk said many people felt that the town was lost.", "the town was lost", "Osk"),
    ("Pictures showed that the dam was mined.", "the dam was mined", "Pictures"),
]


@pytest.mark.parametrize("text, piece, speaker", INSIDE)
def test_signs_and_feelings_are_on_the_word_of_who_tells_them(text: str, piece: str, speaker: str) -> None:
    found = speech_with(piece, text).speaker
    assert found is not None
    assert found.text == speaker


DEEDS = ["The army backs the rebels.", "The army sought to take the town.", "Residents found a grave with 30 bodies."]


@pytest.mark.parametrize("text", DEEDS)
def test_deeds_are_no_speech(text: str) -> None:
    assert spoken(text) == ()


FOUND = ["The inquiry found that five men had lied.", "The inquiry found five men had lied."]


@pytest.mark.parametrize("text", FOUND)
def test_what_is_found_to_be_so_is_speech(text: str) -> None:
    assert speech_with("five men had lied", text).speaker is not None
