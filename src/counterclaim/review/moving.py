"""Decisions moved between a workspace and a file."""

import sys
from io import BytesIO
from pathlib import Path

from counterclaim.errors import BadOption, NotWritable
from counterclaim.ledger.files import put
from counterclaim.review.lines import read_file, read_lines, write_lines
from counterclaim.review.store import open_store, stored


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
    finally:
        store.close()
    return f"{len(new)} decisions added"
