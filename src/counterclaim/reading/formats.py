"""The formats that are parsed: which file is of which, and what parses it."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager
from io import BytesIO
from typing import BinaryIO, Literal

from counterclaim.model import Record, Rejected, Report
from counterclaim.reading.decoding import declared, decoded

Format = Literal["page", "pdf", "docx", "letter", "mailbox", "feed", "text", "archive", "table"]

SUFFIXES: dict[str, Format] = {
    ".html": "page", ".htm": "page", ".xhtml": "page", ".pdf": "pdf", ".docx": "docx", ".eml": "letter",
    ".mbox": "mailbox", ".rss": "feed", ".atom": "feed", ".xml": "feed", ".warc": "archive", ".parquet": "table",
}  # fmt: skip

# By the media type that a server names; a server that names none is taken to give a page.
KINDS: dict[str, Format] = {
    "": "page", "text/html": "page", "application/xhtml+xml": "page", "application/pdf": "pdf",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": "docx", "message/rfc822": "letter",
    "application/rss+xml": "feed", "application/atom+xml": "feed", "application/xml": "feed", "text/xml": "feed",
    "text/plain": "text", "text/markdown": "text",
}  # fmt: skip


BROKEN = "its parser broke"  # the reason of what a parser failed at without saying why

# What a busy machine, a network or a disk may say of a file that can be read the next time.
UNOPENED, CUT, DIED, LATE = "cannot be opened", "be read to its end", "its parser ran out of memory", "it takes longer"


class Job(Record, frozen=True):
    """A file to parse; `url` is where it was fetched from, `charset` the encoding that its server named.

    An archive or table may be of any size: its bytes are at the path or address `at`, and read from there as needed.
    """

    format: Format
    data: bytes
    source: str
    url: str | None = None
    charset: str | None = None
    at: str | None = None


def may_pass(reason: str) -> bool:
    """What was rejected for such a reason may be read the next time, with the same bytes."""
    return any(words in reason for words in (UNOPENED, CUT, DIED, LATE))


def parsed(job: Job) -> Iterator[Report | Rejected]:
    """What is in a file, parsed in this process; one at which a parser fails is rejected, whatever the failure is."""
    if job.at is None and not job.data.strip():
        yield Rejected(job.source, "the file is empty")
        return
    yield from guarded(job.source, lambda: _PARSERS[job.format](job))


def guarded(source: str, made: Callable[[], Iterable[Report | Rejected]]) -> Iterator[Report | Rejected]:
    """What is made, and where making it fails without a reason of its own, that the source is rejected."""
    try:
        yield from made()
    except Exception as error:  # parsers of others' formats by others: nobody knows all that they raise
        yield Rejected(source, f"{BROKEN}: {type(error).__name__}: {str(error)[:200]}")


def _page(job: Job) -> Iterable[Report | Rejected]:
    from counterclaim.reading.page import read_page

    text = decoded(job.data, job.charset or declared(job.data))
    yield Rejected(job.source, text.reason) if isinstance(text, Rejected) else read_page(text, job.source, job.url)


def _pdf(job: Job) -> Iterable[Report | Rejected]:
    from counterclaim.reading.pdf import read_pdf

    yield read_pdf(job.data, job.source, job.url)


def _docx(job: Job) -> Iterable[Report | Rejected]:
    from counterclaim.reading.documents import read_docx

    yield read_docx(job.data, job.source, job.url)


def _letter(job: Job) -> Iterable[Report | Rejected]:
    from counterclaim.reading.mail import read_eml

    yield read_eml(job.data, job.source)


def _mailbox(job: Job) -> Iterable[Report | Rejected]:
    from counterclaim.reading.mail import read_mbox

    return read_mbox(job.data, job.source)


def _feed(job: Job) -> Iterable[Report | Rejected]:
    from counterclaim.reading.feeds import read_feed

    return read_feed(job.data, job.source)


def _text(job: Job) -> Iterable[Report | Rejected]:
    from counterclaim.reading.plain import read_bytes

    yield read_bytes(job.data, job.source, job.url, job.charset)


def _archive(job: Job) -> Iterator[Report | Rejected]:
    from counterclaim.reading.archives import read_warc

    with _bytes(job) as file:
        yield from read_warc(file, job.source, _answered)


def _answered(address: str, kind: str, charset: str | None, data: bytes) -> Iterator[Report | Rejected]:
    """What an address answered with, where it is of a format that is parsed."""
    if kind in KINDS:
        yield from parsed(Job(KINDS[kind], data, address, address, charset))


def _table(job: Job) -> Iterator[Report | Rejected]:
    from counterclaim.reading.rows import read_row
    from counterclaim.reading.tables import read_table

    with _bytes(job) as file:
        yield from read_table(file, job.source, read_row)


def _bytes(job: Job) -> AbstractContextManager[BinaryIO]:
    from counterclaim.reading.locations import opened

    return BytesIO(job.data) if job.at is None else opened(job.at)


_PARSERS: dict[Format, Callable[[Job], Iterable[Report | Rejected]]] = {
    "page": _page, "pdf": _pdf, "docx": _docx, "letter": _letter, "mailbox": _mailbox, "feed": _feed,
    "text": _text, "archive": _archive, "table": _table,
}  # fmt: skip
