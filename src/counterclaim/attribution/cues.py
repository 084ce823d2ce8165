"""Words that convey what somebody says, from ``lexicon/cues.toml``: their classes, and the frames they take."""

import re
from collections.abc import Iterator
from functools import cache
from typing import Any

from counterclaim.lexicon import load
from counterclaim.model import Token

# Classes of cues that tell what somebody put into words, not what they thought or felt.
FIRM = frozenset(
    ["say", "declare", "tell", "claim", "confirm", "deny", "accuse", "report", "foresee", "demand", "promise", "refuse"]
)
_POINTED_OUT = re.compile(r"\bpoint(?:s|ed|ing)? out\b")  # without "out" a deed: "pointed to the door"
_UNSPOKEN = ("perceive", "intend", "seem")
_ENDINGS = (("ies", ("y",)), ("ied", ("y",)), ("es", ("", "e")), ("s", ("",)), ("ing", ("", "e")), ("ed", ("", "e")))


def lexeme(token: Token) -> str:
    """The token's dictionary form, small; the parse gives capitalised words of headlines no form of their own."""
    return token.lemma.lower()


@cache
def frames(verb: str) -> dict[str, str]:
    """The frames in which a verb conveys something, each with the class it belongs to there."""
    found: dict[str, str] = {}
    for name, entry in _classes():
        if verb in entry["verbs"]:
            for frame in entry["frames"]:
                found.setdefault(frame, name)
    return found


@cache
def noun_class(noun: str) -> str | None:
    """The class of a noun that conveys something ("claim", "report"), or None."""
    return next((name for name, entry in _classes() if noun in entry["nouns"]), None)


def cue_class(words: str) -> str | None:
    """The class of a cue given by its words: that of the last of them that the lexicon knows in any form."""
    found = _known(words)
    return None if found is None else found[1]


def is_deed(words: str) -> bool:
    """The cue tells of a deed or a feeling more than of a word: "support", "seek", "see".

    Its first word decides, save one that only says how it seems: "said in an attack" and "seemed to deny" are speech.
    """
    if _POINTED_OUT.search(words.lower()):
        return False
    known = list(_all_known(words))[::-1]
    telling = next((verb for verb, kind in known if kind not in _UNSPOKEN), None)
    return bool(known) and (telling is None or telling in load("cues")["deeds"])


def is_act(words: str) -> bool:
    """The cue tells what somebody did, unless a clause follows: "found a body", "arrested two men"."""
    acts = load("cues")["acts"]
    return any(map(str.isalpha, words)) and all(verb in acts for verb, _ in _all_known(words))


def is_witnessed(words: str) -> bool:
    """The cue tells what somebody saw or heard."""
    known = _known(words)
    return known is not None and known[0] in load("cues")["perceive"]["verbs"]


def _known(words: str) -> tuple[str, str] | None:
    """The last word of a cue that the lexicon knows, in its dictionary form, and its class."""
    return next(_all_known(words), None)


def _all_known(words: str) -> Iterator[tuple[str, str]]:
    """The words of a cue that the lexicon knows, the last first, in their dictionary forms, with their classes."""
    for word in reversed(words.lower().split()):
        for form in _forms(word.strip(".,:;'\"")):
            if (known := _class_of(form)) is not None:
                yield _base(form), known
                break


def _forms(word: str) -> list[str]:
    """The word and the dictionary forms it may be of."""
    stems = [word]
    for ending, others in _ENDINGS:
        if word.endswith(ending) and len(word) > len(ending) + 2:
            stems.extend(word[: -len(ending)] + other for other in others)
    return stems + [stem[:-1] for stem in stems[1:] if len(stem) > 3 and stem[-1:] == stem[-2:-1]]


def _base(word: str) -> str:
    """The dictionary form of a form that no ending explains."""
    irregular: dict[str, str] = load("cues")["irregular"]
    return irregular.get(word, word)


@cache
def _class_of(word: str) -> str | None:
    word = _base(word)
    return next((name for name, entry in _classes() if word in entry["verbs"] or word in entry["nouns"]), None)


@cache
def speaking_verbs() -> frozenset[str]:
    """All verbs that put something into words."""
    return frozenset(verb for name, entry in _classes() if name in FIRM for verb in entry["verbs"])


def is_speech(verb: str) -> bool:
    """The verb can stand beside a quotation."""
    return "quote" in frames(verb)


def _classes() -> list[tuple[str, dict[str, Any]]]:
    return [(name, entry) for name, entry in load("cues").items() if isinstance(entry, dict) and "verbs" in entry]
