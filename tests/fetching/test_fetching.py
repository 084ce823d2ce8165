"""What is fetched, what is refused, and why; over a real server on loopback."""

import ipaddress
import socket
import time
from pathlib import Path

import pytest
from fastwarc.warc import ArchiveIterator

from counterclaim.errors import MissingSource, NotFetched
from counterclaim.fetching import Fetcher, archive
from counterclaim.fetching.fetching import Limits
from counterclaim.fetching.guarding import checked, public, resolved
from counterclaim.model import Rejected, Report
from counterclaim.reading.addresses import is_address, listed, read_addresses
from fetching.conftest import PAGE, loopback

# An address, and whether it is one of the public web.
ADDRESSES = [
    ("93.184.216.34", True),
    ("2606:2800:220:1:248:1893:25c8:1946", True),
    ("127.0.0.1", False),
    ("10.1.2.3", False),
    ("172.16.0.1", False),
    ("192.168.1.1", False),
    ("169.254.169.254", False),
    ("100.64.0.1", False),
    ("0.0.0.0", False),  # noqa: S104
    ("224.0.0.1", False),
    ("255.255.255.255", False),
    ("::1", False),
    ("::", False),
    ("fe80::1", False),
    ("fd00::1", False),
    ("ff02::1", False),
    ("::ffff:127.0.0.1", False),
    ("::ffff:169.254.169.254", False),
    ("64:ff9b::7f00:1", False),
    ("2002:7f00:1::", False),
    ("fec0::1", False),
    ("192.88.99.1", False),
    ("::ffff:0:7f00:1", False),
    ("fd00:ec2::254", False),
]

REFUSED = [
    "file:///etc/passwd",
    "ftp://dresna.example/",
    "gopher://dresna.example/",
    "https://",
    "dresna.example",
    "https://user:word@dresna.example/",
    "http://dresna.example/a b",
    "http://dresna.example/\r\nX: y",
    "http://dresna.example:99999/",
    "http://[::1",
    "https://dresna.example/" + "a" * 3000,
]


@pytest.mark.parametrize(("address", "wanted"), ADDRESSES)
def test_only_the_public_web_may_be_asked(address: str, wanted: bool) -> None:
    assert public(ipaddress.ip_address(address)) is wanted


@pytest.mark.parametrize("address", REFUSED)
def test_what_is_no_web_address_is_refused(address: str) -> None:
    with pytest.raises(NotFetched):
        checked(address)


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "2130706433", "0x7f.1", "[::1]", "[::ffff:127.0.0.1]"])
def test_the_default_refuses_this_machine_however_it_is_written(host: str) -> None:
    with pytest.raises(NotFetched, match="public web"):
        Fetcher().fetch(f"http://{host}/")


def test_a_host_with_one_inner_address_is_refused_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(socket, "getaddrinfo", named("93.184.216.34", "10.0.0.1"))
    with pytest.raises(NotFetched, match="public web"):
        resolved("dresna.example", 443, public)


def test_a_name_is_looked_up_once_a_connection_and_that_number_is_asked(
    site: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A second look-up could give another number than the one that was checked."""
    looked: list[str] = []
    port = int(site.rpartition(":")[2])
    monkeypatch.setattr(socket, "getaddrinfo", named("127.0.0.1", looked=looked))
    found = Fetcher(loopback, Limits(pause=0)).fetch(f"http://dresna.example:{port}/page")
    assert found.content.decode() == PAGE
    assert looked.count("dresna.example") == 2  # one connection for robots.txt, one for the page


def named(*numbers: str, looked: list[str] | None = None):  # type: ignore[no-untyped-def]
    """A look-up that gives these numbers for the invented host, and is otherwise the machine's own."""
    own = socket.getaddrinfo

    def look(host, port, *arguments, **options):  # type: ignore[no-untyped-def]
        if looked is not None:
            looked.append(host)
        if host != "dresna.example":
            return own(host, port, *arguments, **options)
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (number, port)) for number in numbers]

    return look


def test_a_page_is_fetched_with_its_time_hash_and_headers(site: str, fetcher: Fetcher) -> None:
    found = fetcher.fetch(f"{site}/page")
    assert (found.status, found.kind, found.charset, found.content.decode()) == (200, "text/html", "utf-8", PAGE)
    assert found.at.endswith("Z") and len(found.digest) == 64


def test_redirects_are_followed_and_the_end_is_told(site: str, fetcher: Fetcher) -> None:
    found = fetcher.fetch(f"{site}/to-page")
    assert (found.address, found.final) == (f"{site}/to-page", f"{site}/page")


@pytest.mark.parametrize(
    ("path", "why"),
    [
        ("/gone", "answers 404"),
        ("/round", "leads on more than 5 times"),
        ("/inward", "not on the public web"),
        ("/file", "no web address"),
        ("/large", "larger than 1,000,000 bytes"),
        ("/bomb", "larger than 1,000,000 bytes"),
        ("/slow", "longer than 2 seconds"),
        ("/secret/page", "robots.txt"),
        ("/brotli", "packed in a way that is not taken .br."),
        ("/twice", "packed in a way that is not taken"),
        ("/not-zipped", "cannot be reached"),
        ("/slow-head", "longer than 2 seconds"),
        ("/early-hints", "longer than 2 seconds"),
        ("/no-http", "cannot be reached"),
        ("/nowhere", "cannot be read .ValueError."),
        ("/no-name", "cannot be read .InvalidCodepoint."),
    ],
)
def test_what_is_refused_and_why(site: str, fetcher: Fetcher, path: str, why: str) -> None:
    started = time.monotonic()
    with pytest.raises(NotFetched, match=why):
        fetcher.fetch(f"{site}{path}")
    assert time.monotonic() - started < 10


def test_a_host_that_does_not_answer_is_told(fetcher: Fetcher) -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    with pytest.raises(NotFetched, match="cannot be reached"):
        fetcher.fetch(f"http://127.0.0.1:{port}/")


def test_requests_to_one_host_leave_a_pause(site: str) -> None:
    slow = Fetcher(loopback, Limits(pause=0.2))
    started = time.monotonic()
    slow.fetch(f"{site}/page")  # robots.txt, then the page
    slow.fetch(f"{site}/text")
    assert time.monotonic() - started >= 0.4


def test_what_was_fetched_is_kept_and_can_be_read_again(site: str, fetcher: Fetcher, tmp_path: Path) -> None:
    found = fetcher.fetch(f"{site}/zipped")
    with archive(found, tmp_path).open("rb") as stream:
        (record,) = ArchiveIterator(stream, verify_digests=True)
        assert record.headers["WARC-Target-URI"] == f"{site}/zipped"
        assert record.headers["WARC-Date"] == found.at
        assert record.http_headers["X-Original-Content-Encoding"] == "gzip"
        assert record.reader.read() == PAGE.encode()


def test_addresses_become_reports_and_what_does_not_is_told(site: str, fetcher: Fetcher, tmp_path: Path) -> None:
    given = [f"{site}{path}" for path in ("/page", "/latin", "/text", "/image", "/gone", "/page")]
    found = list(read_addresses(given, tmp_path, fetcher))
    reports = [item for item in found if isinstance(item, Report)]
    assert [r.url for r in reports] == given[:3] and all("Dresna" in r.text for r in reports)
    assert "café" in reports[1].text
    assert ["image/png" in i.reason or "404" in i.reason for i in found if isinstance(i, Rejected)] == [True, True]
    assert len(list(tmp_path.glob("*.warc.gz"))) == 4  # what is no report was fetched all the same


def test_a_list_of_addresses(tmp_path: Path) -> None:
    path = tmp_path / "list.txt"
    path.write_text("https://a.example/1\n\n# later\n  https://a.example/2  \n")
    assert listed(path) == ["https://a.example/1", "https://a.example/2"]
    assert [is_address(s) for s in ("https://a.example", "HTTP://a.example", "reports/", "httpx.txt")] == [
        True, True, False, False]  # fmt: skip
    with pytest.raises(MissingSource, match=r"none\.txt"):
        listed(tmp_path / "none.txt")
