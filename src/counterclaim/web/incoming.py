"""What comes in to be added: the bytes kept by their hash under a safe name, whatever the sender calls them."""

import hashlib
import re
from collections.abc import Iterable
from pathlib import Path, PurePosixPath

import msgspec

from counterclaim.adding import ADDED
from counterclaim.disk import put
from counterclaim.errors import BadOption, NotWritable
from counterclaim.model import Record
from counterclaim.reading.published import of_iso

# As much as a reader drops at once; a dump of a newspaper's year goes to `counterclaim build`.
MOST_BYTES = 64_000_000
MOST_FILES = 500
LONGEST_NAME, ENDING = 60, 20  # characters of a name, and of its end where it is cut

_UNSAFE = re.compile(r"[^A-Za-z0-9._-]+")


class Incoming(Record, frozen=True):
    """One file that was sent, by the name that the sender gave it."""

    name: str
    data: bytes


class Pasted(Record, frozen=True, forbid_unknown_fields=True):
    """A report's text, with what is known of it besides; a day is written as 2021-09-06."""

    text: str
    title: str | None = None
    outlet: str | None = None
    published: str | None = None
    url: str | None = None


def of_text(pasted: Pasted) -> Incoming | None:
    """A pasted text as a file that is read like any other; None where there is not one word.

    Raises BadOption where its day is none.
    """
    day = (pasted.published or "").strip()
    if day and of_iso(day, "") is None:
        raise BadOption(f"“{day[:LONGEST_NAME]}” is no day of the calendar: write the day as 2021-09-06.")
    if not pasted.text.strip():
        return None
    known = {key: value for key, value in msgspec.structs.asdict(pasted).items() if value and value.strip()}
    if set(known) == {"text"}:
        return Incoming("pasted.txt", pasted.text.encode("utf-8", "replace"))
    return Incoming("pasted.jsonl", msgspec.json.encode({"id": "pasted", **known}))


def keep(folder: Path, incoming: Iterable[Incoming]) -> tuple[str, ...]:
    """Keep the bytes; their paths below the folder. The same bytes under the same name are kept once.

    Raises NotWritable.
    """
    try:
        return tuple(_kept(folder, item) for item in incoming)
    except OSError as error:
        raise NotWritable(f"cannot write to {folder / ADDED}: {error.strerror or error}") from error


def _kept(folder: Path, item: Incoming) -> str:
    path = f"{ADDED}/{hashlib.sha256(item.data).hexdigest()[:16]}/{safe_name(item.name)}"
    place = folder / path
    if not place.exists():
        place.parent.mkdir(parents=True, exist_ok=True)
        put(place, item.data)
    return path


def safe_name(name: str) -> str:
    """The last part of a name in plain letters, ending and all: "../../Ein Bericht.html" is "Ein-Bericht.html"."""
    last = _UNSAFE.sub("-", PurePosixPath(name.replace("\\", "/")).name)
    stem, dot, ending = last.partition(".")
    whole = ((stem.strip("-") or "report") + dot + ending).rstrip(".-")
    return whole if len(whole) <= LONGEST_NAME else whole[: LONGEST_NAME - ENDING] + whole[-ENDING:]
