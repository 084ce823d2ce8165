"""Files that are whole at any moment, and folders that one process at a time has to itself."""

import contextlib
import glob
import os
import sys
from pathlib import Path
from secrets import token_hex

BESIDE = ".new"  # the suffix of a file that is being written


def put(path: Path, data: bytes, lasting: bool = True) -> Path:
    """Write beside the file, then put it in place in one step, so that a crash leaves the old file or the new one.

    What is there and no file of the disk (a pipe, `/dev/stdout`) is written to and stays what it is. What is not
    `lasting` may be gone after a power cut.
    """
    if path.exists() and not path.is_file():
        path.write_bytes(data)
        return path
    if lasting:
        sweep(path.parent, glob.escape(path.name))
    beside = path.with_name(f".{path.name}.{token_hex(4)}{BESIDE}")
    try:
        with beside.open("xb") as out:
            with contextlib.suppress(OSError):  # a disk that knows no locks
                taken(out.fileno())
            if path.exists():
                beside.chmod(path.stat().st_mode & 0o777)  # what was for its owner alone is so before a byte is written
            out.write(data)
            out.flush()
            if lasting:
                os.fsync(out.fileno())
        beside.replace(path)
    except BaseException:
        beside.unlink(missing_ok=True)
        raise
    return path


def sweep(folder: Path, names: str) -> None:
    """Remove what killed processes left beside files of such names (a glob); what a living one writes is its own."""
    for left in folder.glob(f".{names}.*{BESIDE}"):
        with contextlib.suppress(OSError):
            _unlink_left(left)


def _unlink_left(path: Path) -> None:
    if path.is_file():
        with path.open("rb") as found:
            if taken(found.fileno()):
                path.unlink()


def taken(handle: int) -> bool:
    """This process has the open file to itself until it closes it or ends, however it ends; False where another has."""
    try:
        if sys.platform == "win32":
            import msvcrt

            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        else:
            import fcntl

            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except (BlockingIOError, PermissionError):
        return False
    return True
