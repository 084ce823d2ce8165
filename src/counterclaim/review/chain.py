"""The hash chain over decisions: each row carries the hash of the row before, so that none can be changed unseen."""

import hashlib
import json
from collections.abc import Iterable, Iterator

import msgspec

from counterclaim.model import Decision

GENESIS = "0" * 64  # what the first row carries


def hash_of(decision: Decision) -> str:
    """The SHA-256 of a row as JSON: all its fields, keys sorted, no blanks, everything outside ASCII escaped."""
    fields = msgspec.structs.asdict(decision)
    return hashlib.sha256(json.dumps(fields, sort_keys=True, separators=(",", ":")).encode("ascii")).hexdigest()


def faults(decisions: Iterable[Decision]) -> list[str]:
    """Where the chain does not hold, a sentence each; empty where every row is as it was written."""
    return list(_broken(decisions))


def _broken(decisions: Iterable[Decision]) -> Iterator[str]:
    before, number = GENESIS, 0
    for decision in decisions:
        if decision.id != number + 1:
            yield f"decision {decision.id} follows decision {number}: rows are missing or out of place"
        if decision.previous != before:
            yield f"decision {decision.id} does not follow from the row before it: one of the two was changed"
        before, number = hash_of(decision), decision.id
