"""Addresses of the web to reports; what was fetched is kept, so that what was read can be shown later."""

from collections.abc import Iterator, Sequence
from contextlib import closing
from pathlib import Path

from counterclaim.errors import MissingSource, NotFetched
from counterclaim.fetching import Fetched, Fetcher, archive
from counterclaim.model import Rejected, Report
from counterclaim.reading.confined import Confined
from counterclaim.reading.formats import KINDS, Job
from counterclaim.reading.sources import Parse


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
    """The reports of the addresses, and a `Rejected` with the reason where there is none; what came is kept in `keep`.

    A feed stands for the pages that its entries lead to; where one cannot be fetched, for what the feed says itself.
    """
    with closing(Confined()) as parser:
        for address in dict.fromkeys(addresses):
            fetched = _fetched(address, keep, fetcher)
            if isinstance(fetched, Rejected):
                yield fetched
            elif KINDS.get(fetched.kind) == "feed":
                yield from _of_feed(fetched, keep, fetcher, parser.read)
            else:
                yield from read_fetched(fetched, parser.read)


def _fetched(address: str, keep: Path | None, fetcher: Fetcher) -> Fetched | Rejected:
    try:
        fetched = fetcher.fetch(address)
    except NotFetched as error:
        return Rejected(address[:200], f"not fetched: {error}")
    if keep:
        archive(fetched, keep)
    return fetched


def _of_feed(feed: Fetched, keep: Path | None, fetcher: Fetcher, parse: Parse) -> Iterator[Report | Rejected]:
    for item in read_fetched(feed, parse):
        page = _fetched(item.url, keep, fetcher) if isinstance(item, Report) and item.url else None
        if isinstance(page, Fetched):
            yield from read_fetched(page, parse)
        else:
            yield item


def read_fetched(fetched: Fetched, parse: Parse) -> Iterator[Report | Rejected]:
    """The report that an address gave. Its address is the one that redirects led to."""
    if fetched.kind in KINDS:
        yield from parse(Job(KINDS[fetched.kind], fetched.content, fetched.address, fetched.final, fetched.charset))
    else:
        kind = fetched.kind[:60]
        yield Rejected(fetched.address, f"not a format that is read ({kind}); give pages, PDF files, letters or texts")


def linked(feed: Fetched) -> list[str]:
    """The addresses that the entries of a feed lead to, in its order."""
    with closing(Confined()) as parser:
        items = parser.read(Job("feed", feed.content, feed.address, feed.final))
    urls = [item.url for item in items if isinstance(item, Report) and item.url]
    return [url for url in dict.fromkeys(urls) if is_address(url)]
