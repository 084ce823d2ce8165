"""What was fetched, kept as a WARC record: the bytes with their hash, the time and the server's headers."""

from io import BytesIO
from pathlib import Path

from counterclaim.disk import put
from counterclaim.errors import NotWritable
from counterclaim.fetching.fetching import Fetched


def archive(fetched: Fetched, folder: Path) -> Path:
    """Keep what was fetched under a name made from its content and time; the path. Raises NotWritable."""
    path = folder / f"{fetched.at.replace(':', '').replace('-', '')}-{fetched.digest[:16]}.warc.gz"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        return put(path, record(fetched))
    except OSError as error:
        raise NotWritable(f"cannot keep what was fetched in {folder}: {error.strerror or error}") from error


def record(fetched: Fetched) -> bytes:
    """A WARC file of one response record, compressed. The body is as decoded; the headers are as they came."""
    from fastwarc.stream_io import GzipWriter
    from fastwarc.warc import WarcRecord, WarcRecordType

    head = [f"HTTP/1.1 {fetched.status} ", *(f"{name}: {_line(value)}" for name, value in _headers(fetched)), "", ""]
    made = WarcRecord()
    made.init_headers(record_type=WarcRecordType.response)
    made.headers["WARC-Target-URI"] = fetched.final
    made.headers["WARC-Date"] = fetched.at
    made.headers["Content-Type"] = "application/http; msgtype=response"
    made.set_bytes_content("\r\n".join(head).encode("latin-1", "replace") + fetched.content)
    out = BytesIO()
    stream = GzipWriter(out)
    made.write(stream, checksum_data=True)
    stream.close()
    return out.getvalue()


def _headers(fetched: Fetched) -> list[tuple[str, str]]:
    """The server's headers; those of the transfer, which the kept bytes are past, have a name of their own."""
    past = ("content-encoding", "transfer-encoding", "content-length")
    kept = [(f"X-Original-{name}" if name.lower() in past else name, value) for name, value in fetched.headers]
    return [*kept, ("Content-Length", str(len(fetched.content)))]


def _line(value: str) -> str:
    return " ".join(value.split())
