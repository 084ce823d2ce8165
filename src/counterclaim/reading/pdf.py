"""A PDF file to a report: the words of its text layer, lines joined to paragraphs."""

import re
from collections.abc import Iterator
from io import BytesIO

from counterclaim.model import Rejected, Report
from counterclaim.reading.plain import read_text

PAGES = 500  # no report is longer; what is longer is a book

# A line that is shorter than this share of the page's usual line ends its paragraph.
FULL = 0.75

_HYPHEN = re.compile(r"(?<=[a-z])[-\u00ad]$")
_ENDS = re.compile(r"[.!?:][\"”’)\]]*$")
_BULLET = re.compile(r"^(?:[•●▪–—*-]|\d{1,3}[.)])\s")


class _Unread(Exception):
    """Why a file is not read."""


def read_pdf(data: bytes, source: str, url: str | None = None) -> Report | Rejected:
    """The report in a PDF file; Rejected with the reason where it is locked, damaged, too long or only pictures."""
    try:
        title, pages = _words(data)
    except _Unread as error:
        return Rejected(source, str(error))
    except Exception as error:  # what others' parser raises on a broken file is not to be known
        return Rejected(source, f"not a PDF file that can be parsed: {error or type(error).__name__}")
    text = "\n\n".join(filter(None, map(flowing, pages)))
    if not any(c.isalnum() for c in text):
        return Rejected(source, "no text layer: the pages are pictures; run text recognition over it first")
    return read_text(text, source, url, title=title if title and title in text else None)


def _words(data: bytes) -> tuple[str | None, list[str]]:
    """The title that a file gives itself and the words of its pages, all of it the work of the parser."""
    from pypdf import PdfReader

    reader = PdfReader(BytesIO(data))
    if reader.is_encrypted and not reader.decrypt(""):
        raise _Unread("locked with a password; give a copy without one")
    if len(reader.pages) > PAGES:
        raise _Unread(f"too long: {len(reader.pages)} pages, where {PAGES} is the most")
    info = reader.metadata
    title = info.title if info and isinstance(info.title, str) else None
    return title, [page.extract_text() for page in reader.pages]


def flowing(text: str) -> str:
    """The text of a page with its lines joined to paragraphs, and words that were parted at a line's end made whole."""
    lines = [" ".join(line.split()) for line in text.splitlines()]
    usual = sorted(len(line) for line in lines if line)
    full = FULL * usual[-1 - len(usual) // 10] if usual else 0
    return "\n\n".join(_paragraphs(lines, full))


def _paragraphs(lines: list[str], full: float) -> Iterator[str]:
    held = ""
    last = ""
    for line in lines:
        if held and (not line or _BULLET.match(line) or _ended(last, line, full)):
            yield held
            held = ""
        held = _joined(held, line)
        last = line
    if held:
        yield held


def _ended(last: str, line: str, full: float) -> bool:
    """The paragraph ends with its last line: a short one, after which another sentence or heading begins."""
    return len(last) < full and bool(_ENDS.search(last) or line[:1].isupper())


def _joined(held: str, line: str) -> str:
    if not held or not line:
        return held or line
    if _HYPHEN.search(held) and line[:1].islower():
        return held[:-1] + line
    return f"{held} {line}"
