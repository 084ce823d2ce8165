"""Every hostile input: its class, its name, the file it stands in and what is in it."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

from hostile import files, reports, words

# Words go into a line of JSON each; those of these classes also into the other formats, whose fields are others.
EVERYWHERE = ("control", "direction", "terminal", "markup")
FORMATS: dict[str, Callable[[str], bytes]] = {
    ".eml": reports.letter, ".rss": reports.feed, ".html": reports.page, ".warc": reports.warc, ".pdf": reports.pdf,
    ".docx": reports.docx,
}  # fmt: skip


class Input(NamedTuple):
    """`kind` is the class; `file` the path below the folder of sources."""

    kind: str
    name: str
    file: str
    make: Callable[[], bytes]


def inputs() -> Iterator[Input]:
    """All of them, in one order."""
    yield from _words()
    yield from _formats()
    for kind, made in files.CLASSES.items():
        for name, make in made.items():
            yield Input(kind, name, f"{kind}/{name}", make)


def _words() -> Iterator[Input]:
    for kind, found in words.CLASSES.items():
        for number, (name, evil) in enumerate(found.items()):
            yield Input(kind, name, f"{kind}/{number}.jsonl", lambda evil=evil: reports.line(evil))


def _formats() -> Iterator[Input]:
    formats = list(FORMATS.items())
    for kind in EVERYWHERE:
        for number, (name, evil) in enumerate(words.CLASSES[kind].items()):
            suffix, make = formats[number % len(formats)]
            yield Input(kind, f"{name} in {suffix}", f"{kind}/{number}{suffix}", lambda m=make, e=evil: m(e))
    for number, (name, evil) in enumerate(words.MARKUP.items()):
        yield Input("markup", f"{name} raw", f"raw/{number}.html", lambda evil=evil: reports.raw_page(evil))


def write(folder: Path, kinds: set[str] | None = None) -> list[Input]:
    """Write the inputs of some classes, or all; which they are."""
    found = [item for item in inputs() if kinds is None or item.kind in kinds]
    for item in found:
        path = folder / item.file
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(item.make())
    return found
