"""A sound ledger whose every free text says the same words: what a ledger from a stranger could hold."""

from itertools import cycle, islice
from typing import Any

import msgspec

from counterclaim.model import Ledger

FREE = {"source", "url", "outlet", "title", "basis", "name", "role", "summary", "because", "answer", "reason",
        "channel", "by", "of", "country"}  # fmt: skip


def poisoned(ledger: Ledger, words: str) -> Ledger:
    """The ledger with the words in every field that is free text, and the texts of its reports made of nothing else."""
    return msgspec.convert(_poisoned(msgspec.to_builtins(ledger), words), Ledger)


def _poisoned(value: Any, words: str, key: str = "") -> Any:
    if isinstance(value, dict):
        return {k: _poisoned(v, words, k) for k, v in value.items()}
    if isinstance(value, list | tuple):
        return [words if key == "aliases" else _poisoned(item, words, "") for item in value]
    if key == "text" and isinstance(value, str):
        return "".join(islice(cycle(words + " "), len(value)))
    return words if key in FREE and isinstance(value, str) else value
