"""Phrases beside the somebody whom they mean in their report."""

import pytest
from room import read

from counterclaim.attribution.names import names
from counterclaim.model import Name, Span


def named(text: str, phrase: str, nth: int = 0) -> Name | None:
    """Whom the nth standing of a phrase means."""
    start = -1
    for _ in range(nth + 1):
        start = text.index(phrase, start + 1)
    return names(*read(text)).of(Span(start, start + len(phrase)))


SHORT = [
    ("Karim Osk came. Then Osk left.", "Osk left"[:3], 1, "Karim Osk"),
    ("General Karim Osk came. Mr. Osk left.", "Mr. Osk", 0, "Karim Osk"),
    ("The Velin Observatory for Human Rights spoke. The Observatory wept.", "The Observatory", 0,
     "Velin Observatory for Human Rights"),
    ("The National Dresnan Front (NDF) fought. The NDF won.", "The NDF", 0, "National Dresnan Front"),
    ("Several witnesses said so.", "Several witnesses", 0, "Several witnesses"),
    ("It burned, according to the Dresna District Attorney's Office.", "the Dresna District Attorney's Office", 0,
     "Dresna District Attorney's Office"),
    ("The resistance forces said the town fell. They said it burned.", "They", 0, "resistance forces"),
    ("Karim Osk said the town fell. He said it burned.", "He", 0, "Karim Osk"),
    ("Mr. Osk said it was over. Ms. Lind said it was not. He left.", "He", 0, "Osk"),
    ("Orsk Front spokesman Karim Osk said it fell. The spokesman said more.", "The spokesman", 0, "Karim Osk"),
    ("Officer Karim Osk fired. His partner, the officer's driver Ada Lind, ran. The officer said so.", "The officer", 0,
     "Karim Osk"),
    ("Mr Osk said he ran. The officer said he fired.", "The officer", 0, "Osk"),
    ("Ada Lind, a doctor in Velin, said so. The doctor wept.", "The doctor", 0, "Ada Lind"),
    ("The Dresnan army said the town fell. The army said it burned.", "The army", 0, "Dresnan army"),
    ("The police chief of Velin, Ola Rand, said so.", "The police chief of Velin, Ola Rand", 0, "Ola Rand"),
    ("Ada Lind and Karim Osk said so.", "Ada Lind and Karim Osk", 0, "Ada Lind"),
    ("Anton Vash, a spokesman for the Orsk army, spoke. The army said it fell.", "The army", 0, "Orsk army"),
    ("The health ministry of Dresna said five died.", "The health ministry of Dresna", 0, "health ministry of Dresna"),
    ("At least 40 officials said so.", "At least 40 officials", 0, "40 officials"),
    ("But the lawyer acting for the guard, who is charged with murder, said that the boy was hit by a stray bullet.",
     "the lawyer acting for the guard, who is charged with murder", 0, "lawyer"),
    ("The Orsk Front said that its fighters left.", "its fighters", 0, "Orsk Front"),
]  # fmt: skip


@pytest.mark.parametrize("text, phrase, nth, fullest", SHORT)
def test_a_phrase_means_the_fullest_name(text: str, phrase: str, nth: int, fullest: str) -> None:
    found = named(text, phrase, nth)
    assert found is not None
    assert found.text == fullest
    assert found.span.of(text) == fullest


UNKNOWN = [
    ("He said the town fell.", "He"),
    ("It said the town fell.", "It"),
    ("The rain fell. They said the town burned.", "They"),
    ("We hold the town.", "We"),
]


@pytest.mark.parametrize("text, phrase", UNKNOWN)
def test_a_pronoun_that_nothing_explains_is_nobody(text: str, phrase: str) -> None:
    assert named(text, phrase) is None


ROLES = [
    ("Orsk Front spokesman Karim Osk said so.", "Karim Osk", "Orsk Front spokesman", "Orsk Front"),
    ("Karim Osk, a spokesman for the Orsk Front, said so.", "Karim Osk", "spokesman for the Orsk Front", "Orsk Front"),
    ("Dresna's foreign minister Ada Lind said so.", "Ada Lind", "Dresna's foreign minister", "Dresna"),
    ("President Ada Lind said so.", "Ada Lind", "President", None),
    ("Ada Lind said so.", "Ada Lind", None, None),
]


@pytest.mark.parametrize("text, phrase, role, body", ROLES)
def test_role_and_body_come_from_the_words_beside_the_name(
    text: str, phrase: str, role: str | None, body: str | None
) -> None:
    found = named(text, phrase)
    assert found is not None
    assert (found.kind, found.role, found.body) == ("person", role, body)


KINDS = [
    ("Two officials said so.", "Two officials", "anonymous"),
    ("State television said so.", "State television", "outlet"),
    ("The army said so.", "The army", "group"),
    ("Karim Osk said so.", "Karim Osk", "person"),
]


@pytest.mark.parametrize("text, phrase, kind", KINDS)
def test_kind(text: str, phrase: str, kind: str) -> None:
    found = named(text, phrase)
    assert found is not None
    assert found.kind == kind


def test_aliases_are_names_never_roles_or_pronouns() -> None:
    text = "Front spokesman Karim Osk said so. He wept. The spokesman left. Osk slept."
    found = named(text, "Karim Osk")
    assert found is not None
    assert found.aliases == ("Osk",)


TOLD = [
    ("Ada Lind, a spokeswoman for the Orsk Front, denied that its fighters fled.", "its fighters", "Orsk Front"),
    ("At least 40 militants were killed, Ada Lind said.", "At least 40 militants", "militants"),
    ("Dozens of villagers fled, Ada Lind said.", "Dozens of villagers", "villagers"),
    ("Five were killed, Ada Lind said.", "Five", None),
]


@pytest.mark.parametrize("text, phrase, whom", TOLD)
def test_of_whom_something_is_told(text: str, phrase: str, whom: str | None) -> None:
    register, start = names(*read(text)), text.index(phrase)
    speaker = register.of(Span(text.index("Ada Lind"), text.index("Ada Lind") + len("Ada Lind")))
    found = register.argument(Span(start, start + len(phrase)), speaker)
    assert (found and found.text) == whom


def test_our_people_are_the_speakers_body() -> None:
    text = '"Our forces hold the port," said Anton Vash, a spokesman for the Orsk army.'
    register = names(*read(text))
    speaker = register.of(Span(text.index("Anton"), text.index(",", 40)))
    found = register.argument(Span(1, 11), speaker)
    assert found is not None and found.text == "Orsk army"
