"""Letters to reports: the text of a message, its subject as the title, its date as the day."""

from collections.abc import Iterator
from email import policy
from email.errors import MessageError
from email.message import EmailMessage
from email.parser import BytesParser
from email.utils import parseaddr, parsedate_to_datetime

from counterclaim.model import Rejected, Report
from counterclaim.reading.page import read_page
from counterclaim.reading.plain import read_text

LETTERS = 10_000  # of one mailbox
PARTS = 200  # of one letter


def read_eml(data: bytes, source: str) -> Report | Rejected:
    """The report in a letter: its plain text, or else its page. Attachments are not read."""
    try:
        letter = BytesParser(policy=policy.default).parsebytes(data)
        return _report(letter, source)
    except (MessageError, LookupError, ValueError, TypeError, AttributeError, IndexError, RecursionError) as error:
        return Rejected(source, f"not a letter that can be parsed: {error or type(error).__name__}")


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


def _report(letter: EmailMessage, source: str) -> Report | Rejected:
    title, day, outlet = _header(letter, "subject"), _day(letter), parseaddr(_header(letter, "from") or "")[0] or None
    plain, page = _part(letter, "text/plain"), _part(letter, "text/html")
    if plain and any(c.isalnum() for c in plain):
        return read_text(plain.replace("\r\n", "\n"), source, None, day, outlet, title)
    if page:
        found = read_page(page, source)
        given = (None, day, outlet, title)
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
