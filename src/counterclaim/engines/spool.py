"""Reports on disk: many are gathered and grouped while few are held in memory."""

import tempfile
import zlib
from collections.abc import Iterator, MutableMapping
from pathlib import Path

import msgspec

from counterclaim.errors import NotWritable
from counterclaim.model import Report

_LENGTH = 4  # bytes before each report that say how long it is when packed


class Spool(MutableMapping[str, Report]):
    """Reports by id, each packed in one nameless file, which is gone when the process ends, however it ends.

    A report weighs 200 bytes in memory: its id, and where it starts. Raises NotWritable where the disk is full.
    """

    def __init__(self, folder: Path) -> None:
        self._starts: dict[str, int] = {}
        try:
            folder.mkdir(parents=True, exist_ok=True)
            self._file = tempfile.TemporaryFile(dir=folder)  # noqa: SIM115  (open as long as the spool)
        except OSError as error:
            raise _full(folder, error) from error
        self._folder = folder

    def __setitem__(self, id: str, report: Report) -> None:
        data = zlib.compress(msgspec.msgpack.encode(report), 1)
        try:
            start = self._file.seek(0, 2)
            self._file.write(len(data).to_bytes(_LENGTH, "big") + data)
            self._file.flush()
        except OSError as error:
            raise _full(self._folder, error) from error
        self._starts[id] = start

    def __getitem__(self, id: str) -> Report:
        self._file.seek(self._starts[id])
        data = self._file.read(int.from_bytes(self._file.read(_LENGTH), "big"))
        return msgspec.msgpack.decode(zlib.decompress(data), type=Report)

    def __delitem__(self, id: str) -> None:
        del self._starts[id]

    def __contains__(self, id: object) -> bool:
        return id in self._starts

    def __iter__(self) -> Iterator[str]:
        return iter(self._starts)

    def __len__(self) -> int:
        return len(self._starts)

    def close(self) -> None:
        self._file.close()


def _full(folder: Path, error: OSError) -> NotWritable:
    return NotWritable(f"cannot write to {folder}: {error.strerror or error}; choose another --out")
