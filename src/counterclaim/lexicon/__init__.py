"""Word lists and frames as data: TOML files beside this one, that a linguist can read and extend."""

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def load(name: str) -> dict[str, Any]:
    """The lexicon file `name` (without ``.toml``), read once."""
    return tomllib.loads((files(__name__) / f"{name}.toml").read_text(encoding="utf-8"))


@cache
def word_set(name: str, *keys: str) -> frozenset[str]:
    """The words under a key (or several, joined) of a lexicon file."""
    return frozenset(word for key in keys for word in load(name)[key])


@cache
def number_words() -> frozenset[str]:
    """The words for numbers below a hundred; other lists leave them to this one."""
    return frozenset(load("numbers")["simple"])
