"""Addresses of the web to reports; what was fetched is kept, so that what was read can be shown later."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from counterclaim.errors import MissingSource, NotFetched
from counterclaim.fetching import Fetched, Fetcher, archive
from counterclaim.model import Rejected, Report
from counterclaim.reading.sources import read_page_bytes, read_text_bytes

PAGES = ("text/html", "application/xhtml+xml", "")
TEXTS = ("text/plain", "text/markdown")


def is_address(source: str) -> bool:
    """The source is an address of the web, no file."""
    return source.lower().startswith(("https://", "http://"))


def listed(path: Path) -> list[str]:
    """The addresses in a file, one a line; blank lines and those that begin with # are passed over."""
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise MissingSource(f"cannot read addresses from {path}: {error}") from error
    return [line.strip() for line in lines if line.strip() and not line.lstrip().startswith("#")]


def read_addresses(addresses: Sequence[str], keep: Path | None, fetcher: Fetcher) -> Iterator[Report | Rejected]:
    """The report of each address, and a `Rejected` with the reason where there is none; what came is kept in `keep`."""
    for address in dict.fromkeys(addresses):
        try:
            fetched = fetcher.fetch(address)
        except NotFetched as error:
            yield Rejected(address[:200], f"not fetched: {error}")
            continue
        if keep:
            archive(fetched, keep)
        yield read_fetched(fetched)


def read_fetched(fetched: Fetched) -> Report | Rejected:
    """The report that an address gave. Its address is the one that redirects led to."""
    if fetched.kind in PAGES:
        return read_page_bytes(fetched.content, fetched.address, fetched.final, fetched.charset)
    if fetched.kind in TEXTS:
        return read_text_bytes(fetched.content, fetched.address, fetched.final, fetched.charset)
    return Rejected(fetched.address, f"not a format that is read ({fetched.kind[:60]}); give pages and plain texts")
