"""Classes of words by which reports say who somebody is, from ``lexicon/people.toml``."""

from counterclaim.lexicon import word_set
from counterclaim.model import Token

SUFFIXES = ("spokesman", "spokeswoman", "person", "woman", "ologist", "iatrist")


def lemma(token: Token) -> str:
    """The token's dictionary form in small letters; capitalised words keep their plural in the parse."""
    low = token.lemma.lower()
    if token.pos != "PROPN":
        return low
    return low[:-1] if low.endswith("s") and low[:-1] in word_set("people", "roles", "bodies") else low


def is_title(token: Token) -> bool:
    """A word such as "Gen." or "President" that stands before a name and is no part of it."""
    return token.lower.rstrip(".") in word_set("people", "titles")


def is_role(token: Token) -> bool:
    """A word for what a person is: "spokesman", "resident", "seismologist"."""
    if token.pos not in ("NOUN", "PROPN"):
        return False
    word = lemma(token)
    return word in word_set("people", "roles") or (token.pos == "NOUN" and word.endswith(SUFFIXES))


def is_portfolio(token: Token) -> bool:
    """A word that stands between a body and an office: "Foreign" in "the Orsk Foreign Minister"."""
    return token.lower in word_set("people", "portfolios")


def is_office(token: Token) -> bool:
    """A role held for some body, which its holder then speaks for."""
    return lemma(token) in word_set("people", "offices")


def is_organ(token: Token) -> bool:
    """A word for an arm of some body: "army", "ministry"."""
    return lemma(token) in word_set("people", "organs")


def heads_a_body(token: Token) -> bool:
    """A word that heads names of organisations: "Observatory", "Front"."""
    return token.lower in word_set("people", "bodies") or lemma(token) in word_set("people", "bodies")


def is_outlet(token: Token) -> bool:
    """A word for, or in the name of, who publishes."""
    return token.lower in word_set("people", "outlets") or lemma(token) in word_set("people", "outlets")


def is_collective(token: Token) -> bool:
    """A noun for a body or group that speaks as one."""
    return lemma(token) in word_set("people", "collectives") or token.lower in word_set("people", "collectives")


def gender(words: set[str]) -> str | None:
    """ "m" or "f" where a title or role says so, else None."""
    if words & word_set("people", "masculine"):
        return "m"
    return "f" if words & word_set("people", "feminine") else None
