"""Readings kept on disk by what they were made from, so that no report is read twice."""

import zlib
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

import msgspec

from counterclaim.disk import put, sweep
from counterclaim.engines.sharing import shared
from counterclaim.ids import content_id
from counterclaim.model import Reading, Report
from counterclaim.readings import failures

SUFFIX = ".reading"


class Kept:
    """The readings in a folder. What is damaged, or was made by another program or model, is as good as absent."""

    def __init__(self, folder: Path, models: dict[str, str]) -> None:
        self.folder = folder
        self.made = (program(), sorted(models.items()))
        self.used: set[str] = set()

    def get(self, report: Report) -> Reading | None:
        """The reading of exactly this report, or None."""
        path = self._path(report)
        self.used.add(path.name)
        try:
            found = msgspec.msgpack.decode(zlib.decompress(path.read_bytes()), type=Reading)
        except (OSError, zlib.error, msgspec.MsgspecError):
            return None
        return shared(found, report) if found.report == report else None

    def put(self, reading: Reading) -> None:
        """Keep a reading; it is there as a whole or not at all. A folder that cannot be written keeps nothing.

        One at which the program failed is not kept: there may be memory enough the next time.
        """
        if failures(reading.notes):
            return
        path = self._path(reading.report)
        data = zlib.compress(msgspec.msgpack.encode(reading), 1)
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            put(path, data, lasting=False)
        except OSError:
            return

    def prune(self) -> None:
        """Remove the readings that nobody has asked for: of reports that are no longer there, or of another program."""
        for path in self.folder.glob(f"*/*{SUFFIX}"):
            if path.name not in self.used:
                path.unlink(missing_ok=True)
        for folder in self.folder.glob("*/"):
            sweep(folder, f"*{SUFFIX}")

    def _path(self, report: Report) -> Path:
        key = content_id("k", report.id, str(msgspec.to_builtins(report)), *map(str, self.made))
        return self.folder / key[2:4] / f"{key[2:]}{SUFFIX}"


@cache
def program() -> str:
    """A fingerprint of the program's own files: a reading by other rules is another reading."""
    return content_id("p", *sorted(_fingerprints(files("counterclaim"), "")))


def _fingerprints(folder: Traversable, path: str) -> list[str]:
    found: list[str] = []
    for item in folder.iterdir():
        name = f"{path}/{item.name}"
        if item.is_dir():
            found += _fingerprints(item, name)
        elif item.name.endswith((".py", ".toml")):
            found.append(f"{name} {zlib.crc32(item.read_bytes())}")
    return found
