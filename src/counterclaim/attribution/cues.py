"""Words that convey what somebody says, from ``lexicon/cues.toml``: their classes, and the frames they take."""

from functools import cache
from typing import Any

from counterclaim.lexicon import load
from counterclaim.model import Token

FIRM = frozenset(["say", "tell", "claim", "confirm", "deny", "accuse", "report", "foresee", "demand", "promise", "refuse"])


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


def is_speech(verb: str) -> bool:
    """The verb can stand beside a quotation."""
    return "quote" in frames(verb)


def _classes() -> list[tuple[str, dict[str, Any]]]:
    return [(name, entry) for name, entry in load("cues").items() if isinstance(entry, dict) and "verbs" in entry]
