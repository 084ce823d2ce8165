"""A WARC file to reports: a report for each page, document or text that was answered with."""

from collections.abc import Callable, Iterable, Iterator
from typing import BinaryIO

from counterclaim.model import Rejected, Report
from counterclaim.reading.formats import CUT

# A record's address, media type, encoding and bytes, to what is in it.
Read = Callable[[str, str, str | None, bytes], Iterable[Report | Rejected]]

RECORDS = 200_000  # of one file
LARGEST = 50_000_000  # bytes of one record, unpacked


def read_warc(file: BinaryIO, source: str, read: Read) -> Iterator[Report | Rejected]:
    """What the responses of an archive hold, by address; requests, pictures and failures are passed over."""
    from fastwarc.warc import ArchiveIterator, WarcRecordType

    wanted = WarcRecordType.response | WarcRecordType.resource
    number = 0
    try:
        for number, record in enumerate(ArchiveIterator(file, record_types=wanted), start=1):
            if number > RECORDS:
                yield Rejected(source, f"too many records; the first {RECORDS} were read")
                return
            yield from _read(record, read)
    except Exception as error:  # what others' parser raises on a broken file is not to be known
        yield Rejected(source, f"not a WARC file that can {CUT}: {error or type(error).__name__}")
        return
    if number == 0:
        yield Rejected(source, "not a WARC file: it holds no response")


def _read(record, read: Read) -> Iterator[Report | Rejected]:  # type: ignore[no-untyped-def]
    address = record.headers.get("WARC-Target-URI") or ""
    status = record.http_headers.status_code if record.http_headers else 200
    kind = record.http_content_type if record.http_headers else record.headers.get("Content-Type")
    if status == 200 and address.lower().startswith(("http://", "https://")):
        named = (kind or "").partition(";")[0].strip().lower()
        said = record.content_length  # what is left to read after the headers
        data = record.reader.read(LARGEST + 1)
        if len(data) < min(said, LARGEST):
            yield Rejected(address, f"it breaks off, as the archive does, and cannot {CUT}")
        elif len(data) > LARGEST:
            yield Rejected(address, f"too large: more than {LARGEST:,} bytes")
        else:
            yield from read(address, named, record.http_charset, data)
