"""Decisions as JSON lines, out and in."""

from collections.abc import Iterable, Iterator
from datetime import datetime
from pathlib import Path
from typing import BinaryIO

import msgspec

from counterclaim.errors import BadDecision
from counterclaim.model import Decision
from counterclaim.review.checking import Dated, checked
from counterclaim.review.store import Store

LONGEST = 1_000_000  # characters of a line; a decision about two thousand mentions has a tenth of it


def write_lines(decisions: Iterable[Decision], out: BinaryIO) -> int:
    """Write the decisions, one a line; how many there were."""
    return sum(out.write(msgspec.json.encode(decision) + b"\n") > 0 for decision in decisions)


def read_lines(store: Store, lines: Iterable[bytes], name: str) -> tuple[Decision, ...]:
    """Append the decisions that the store does not have yet, with their users and times, under ids of its own.

    All or none: raises BadDecision, which names file and line, where one cannot be meant. Gives those appended.
    """
    return store.adopt(dated_lines(lines, name))


def dated_lines(lines: Iterable[bytes], name: str) -> Iterator[Dated]:
    """Each line as a decision without a place in the chain yet; blank lines are passed over."""
    for number, line in enumerate(lines, 1):
        if line.strip():
            yield _dated(line, f"{name}, line {number}")


def _dated(line: bytes, where: str) -> Dated:
    try:
        found = msgspec.json.decode(line, type=Decision) if len(line) <= LONGEST else None
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError) as error:
        raise BadDecision(f"{where} is no decision: {error}") from error
    if found is None:
        raise BadDecision(f"{where} is longer than any decision: {len(line)} bytes")
    try:
        draft = checked(found.user, found.action, found.mentions, found.slot, found.value, found.note)
    except BadDecision as error:
        raise BadDecision(f"{where}: {error}") from error
    return Dated(_moment(found.at, where), draft, found.id, where)


def _moment(at: str, where: str) -> str:
    try:
        known = datetime.fromisoformat(at) if len(at) <= 40 else None
    except ValueError as error:
        raise BadDecision(f"{where} has no time: {at[:40]!r}") from error
    if known is None or known.utcoffset() is None or not at.isascii():
        raise BadDecision(f"{where} has no time in UTC: {at[:40]!r}; write it as 2021-09-06T14:05:00.000Z")
    return at


def read_file(store: Store, path: Path) -> tuple[Decision, ...]:
    """As `read_lines`, of a file. Raises BadDecision where it cannot be read."""
    try:
        with path.open("rb") as lines:
            return read_lines(store, lines, str(path))
    except OSError as error:
        raise BadDecision(f"{path} cannot be read: {error.strerror or error}") from error
