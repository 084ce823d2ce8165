"""Decisions moved between a workspace and a file."""

import sys
from collections.abc import Sequence
from io import BytesIO
from pathlib import Path

from counterclaim.disk import put
from counterclaim.errors import BadOption, NotWritable
from counterclaim.ledger.files import NAME, read_ledger
from counterclaim.model import Decision
from counterclaim.review.applying import applied
from counterclaim.review.bench import Bench
from counterclaim.review.lines import read_file, read_lines, write_lines
from counterclaim.review.standing import standing
from counterclaim.review.store import open_store, stored

APPLY_NOT = "{} to nothing here: the reports that they are about are not in {}, or were read otherwise"


def move(folder: Path, direction: str, file: Path, database: str | None) -> str:
    """Do it; what was done, in a sentence. Raises BadOption for any other direction, and named errors."""
    if direction == "export":
        return _out(folder, file, database)
    if direction == "import":
        return _in(folder, file, database)
    raise BadOption(f"decisions can be moved by export or import, not {direction!r}")


def _out(folder: Path, file: Path, database: str | None) -> str:
    decisions = stored(folder, database)
    if str(file) == "-":
        write_lines(decisions, sys.stdout.buffer)
        return f"{len(decisions)} decisions written"
    try:
        out = BytesIO()
        write_lines(decisions, out)
        put(file, out.getvalue())
    except OSError as error:
        raise NotWritable(f"cannot write {file}: {error.strerror or error}; name another file") from error
    return f"{len(decisions)} decisions written to {file}"


def _in(folder: Path, file: Path, database: str | None) -> str:
    store = open_store(folder, database)
    try:
        new = read_lines(store, sys.stdin.buffer, "standard input") if str(file) == "-" else read_file(store, file)
        idle = idle_among(new, folder, store.decisions()) if new else 0
    finally:
        store.close()
    several = f"{idle} of them {'applies' if idle == 1 else 'apply'}"
    return f"{len(new)} decisions added" + (f"; {APPLY_NOT.format(several, folder)}" if idle else "")


def idle_among(new: Sequence[Decision], folder: Path, decisions: Sequence[Decision]) -> int:
    """How many of the new decisions name what the folder's ledger does not have; 0 where there is no ledger yet."""
    if not (folder / NAME).exists():
        return 0
    bench, ids = Bench(read_ledger(folder)), {decision.id for decision in new}
    return sum([not applied(bench, decision) and decision.id in ids for decision in standing(decisions)])
