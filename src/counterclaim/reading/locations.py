"""Where sources lie: on this machine's disk, or on any file system that fsspec knows (`s3://…`, `gs://…`, `file://…`)."""

import gzip
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, BinaryIO, NamedTuple, cast

from counterclaim.errors import MissingSource
from counterclaim.text import encodable

LOCAL = "file://"  # what fsspec puts before a path of this machine


class File(NamedTuple):
    """A file by the name that its reports give as their source, and its path or address."""

    source: str
    place: str


def is_elsewhere(place: str) -> bool:
    """The place is an address of another file system, no path of this machine."""
    return "://" in place


def whole(place: str) -> str:
    """The address, or the path from the root, under which a process that works elsewhere finds the file."""
    return place if is_elsewhere(place) else str(Path(place).absolute())


def files(place: str) -> Iterator[File]:
    """The files of a path or address, folders walked; hidden files and folders are passed over.

    Raises MissingSource where there is nothing, or the file system cannot be reached.
    """
    try:
        yield from _elsewhere(place) if is_elsewhere(place) else _here(Path(place))
    except PermissionError as error:
        raise MissingSource(f"{place} cannot be looked into: {error.strerror}") from error


def _here(path: Path) -> Iterator[File]:
    if path.is_dir():
        if _shut(path):
            raise MissingSource(f"{path} cannot be looked into: Permission denied")
        yield from (File(encodable(found.relative_to(path).as_posix()), str(found)) for found in _below(path))
    elif path.exists():
        yield File(encodable(path.name), str(path.resolve() if path.is_symlink() else path))
    else:
        raise MissingSource(f"there is no file or folder {str(path)!r}")


def _below(path: Path) -> Iterator[Path]:
    """The files of a folder, and the folders in it that one may not look into, so that these are told."""
    for here, folders, names in os.walk(path):
        shown = [Path(here, name) for name in (*folders, *names) if not name.startswith(".")]
        yield from (found for found in shown if _shut(found) or found.is_file())
        folders[:] = [found.name for found in shown if found.is_dir() and not _shut(found)]


def _shut(path: Path) -> bool:
    """The path is a folder that this user may not look into."""
    return path.is_dir() and not os.access(path, os.R_OK | os.X_OK)


def _elsewhere(place: str) -> Iterator[File]:
    system, root = _system(place)
    try:
        found = system.glob(root) if "*" in root else [root] if system.isfile(root) else system.find(root)
    except Exception as error:  # each file system has errors of its own
        raise MissingSource(f"{place} cannot be looked into: {error or type(error).__name__}") from error
    if not found:
        raise MissingSource(f"there is no file or folder {place!r}")
    top = root.rstrip("/") + "/"
    for path in found:
        below = path.removeprefix(top) if path.startswith(top) else Path(path).name
        named = str(system.unstrip_protocol(path))
        here = Path(named.removeprefix(LOCAL)) if named.startswith(LOCAL) else None
        pipe = here is not None and here.exists() and not here.is_file()  # reading one may never end
        if not pipe and not any(part.startswith(".") for part in Path(below).parts):
            yield File(below, named)


def _system(place: str) -> tuple[Any, str]:
    """The file system of an address, and the path in it."""
    try:
        from fsspec.core import url_to_fs

        system, root = url_to_fs(place)
    except Exception as error:  # a file system whose package is missing, or whose settings are
        raise MissingSource(f"{place} cannot be reached: {error or type(error).__name__}") from error
    return system, str(root)


def stamp(file: File) -> str:
    """What changes when the file does: its size and time, or what its file system has for them."""
    if is_elsewhere(file.place):
        system, path = _system(file.place)
        return str(system.ukey(path))
    stat = Path(file.place).stat()
    return f"{stat.st_size} {stat.st_mtime_ns}"


@contextmanager
def opened(place: str) -> Iterator[BinaryIO]:
    """The file at a path or address, to be read; what ends in `.gz` is unpacked on the way. Raises OSError."""
    with _raw(place) as file:
        yield cast(BinaryIO, gzip.GzipFile(fileobj=file)) if place.lower().endswith(".gz") else file


def _raw(place: str) -> BinaryIO:
    if not is_elsewhere(place):
        return Path(place).open("rb")
    system, path = _system(place)
    try:
        return cast(BinaryIO, system.open(path, "rb"))
    except OSError:
        raise
    except Exception as error:  # each file system has errors of its own
        raise OSError(f"{error or type(error).__name__}") from error
