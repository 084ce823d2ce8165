"""Letters to reports: the text of a message, its subject as the title, its date as the day."""

from collections.abc import Iterator
from email import policy
from email.message import EmailMessage
from email.parser import BytesParser
from email.utils import parseaddr, parsedate_to_datetime
from typing import NamedTuple

from counterclaim.model import Rejected, Report
from counterclaim.reading.page import read_page
from counterclaim.reading.plain import read_text

LETTERS = 10_000  # of one mailbox
PARTS = 200  # of one letter


class _Letter(NamedTuple):
    """What is taken from a letter: its plain text and its page where it has them, and what its head says."""

    title: str | None
    day: str | None
    outlet: str | None
    plain: str | None
    page: str | None


def read_eml(data: bytes, source: str) -> Report | Rejected:
    """The report in a letter: its plain text, or else its page. Attachments are not read."""
    try:
        letter = _opened(data)
    except Exception as error:  # the standard library's parser of letters raises many things on broken ones
        return Rejected(source, f"not a letter that can be parsed: {error or type(error).__name__}")
    return _report(letter, source)


def _opened(data: bytes) -> _Letter:
    letter = BytesParser(policy=policy.default).parsebytes(data)
    outlet = parseaddr(_header(letter, "from") or "")[0] or None
    return _Letter(
        _header(letter, "subject"), _day(letter), outlet, _part(letter, "text/plain"), _part(letter, "text/html")
    )


def read_mbox(data: bytes, source: str) -> Iterator[Report | Rejected]:
    """A report a letter, by their numbers: ``box.mbox#1``."""
    letters = _parted(data)
    if not letters:
        yield Rejected(source, "not a mailbox: no line begins with “From ”")
    for number, letter in enumerate(letters[:LETTERS], start=1):
        yield read_eml(letter, f"{source}#{number}")
    if len(letters) > LETTERS:
        yield Rejected(source, f"too many letters: {len(letters)}, of which the first {LETTERS} were read")


def _parted(data: bytes) -> list[bytes]:
    """The letters of a mailbox; where a line of one began with “From ”, the ``>`` before it is taken off."""
    parts = (b"\n" + data.replace(b"\r\n", b"\n")).split(b"\nFrom ")[1:]
    letters = [part.partition(b"\n")[2] for part in parts]
    return [letter.replace(b"\n>From ", b"\nFrom ") for letter in letters if letter.strip()]


def _report(letter: _Letter, source: str) -> Report | Rejected:
    given = (None, letter.day, letter.outlet, letter.title)
    if letter.plain and any(c.isalnum() for c in letter.plain):
        return read_text(letter.plain.replace("\r\n", "\n"), source, *given)
    if letter.page:
        found = read_page(letter.page, source)
        return found if isinstance(found, Rejected) else read_text(found.text, source, *given)
    return Rejected(source, "no text: the letter has neither words nor a page")


def _header(letter: EmailMessage, name: str) -> str | None:
    value = letter[name]
    return " ".join(str(value).split()) or None if value is not None else None


def _day(letter: EmailMessage) -> str | None:
    try:
        return parsedate_to_datetime(str(letter["date"])).date().isoformat() if letter["date"] else None
    except (ValueError, TypeError, IndexError):
        return None


def _part(letter: EmailMessage, kind: str) -> str | None:
    """The first part of that kind that is no attachment."""
    for number, part in enumerate(letter.walk()):
        if number >= PARTS:
            return None
        if part.get_content_type() == kind and part.get_content_disposition() != "attachment":
            data = part.get_payload(decode=True)
            charset = part.get_content_charset() or "utf-8"
            return _decoded(data, charset) if isinstance(data, bytes) else None
    return None


def _decoded(data: bytes, charset: str) -> str:
    try:
        return data.decode(charset, "replace")
    except LookupError:
        return data.decode("utf-8", "replace")
