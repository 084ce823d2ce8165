"""A web server on loopback that answers as told; tests let a fetcher ask it, which nothing else can."""

import contextlib
import gzip
import ipaddress
import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import NamedTuple

import pytest

from counterclaim.fetching import Fetcher
from counterclaim.fetching.fetching import Limits
from counterclaim.fetching.guarding import Address

PAGE = (
    "<html><head><title>Front denies losing Dresna</title></head><body><article><h1>Front denies losing Dresna</h1>"
    "<p>The Ostra Front said on Sunday that it holds the café by the bridge of Dresna.</p></article></body></html>"
)


class Answer(NamedTuple):
    body: bytes = PAGE.encode()
    status: int = 200
    headers: tuple[tuple[str, str], ...] = (("Content-Type", "text/html; charset=utf-8"),)
    pause: float = 0.0  # seconds between two pieces of the body
    head: bytes = b""  # sent a byte at a time in the place of the head


HTML = ("Content-Type", "text/html")
BOMB = gzip.compress(b"a" * 3_000_000)
TWICE = gzip.compress(gzip.compress(b"a" * 3_000_000))

ANSWERS = {
    "/page": Answer(),
    "/latin": Answer(PAGE.encode("latin-1"), headers=(("Content-Type", "text/html; charset=ISO-8859-1"),)),
    "/text": Answer(b"The Ostra Front said on Sunday that it holds Dresna.", headers=(("Content-Type", "text/plain"),)),
    "/zipped": Answer(gzip.compress(PAGE.encode()), headers=(HTML, ("Content-Encoding", "gzip"))),
    "/bomb": Answer(BOMB, headers=(HTML, ("Content-Encoding", "gzip"))),
    "/brotli": Answer(b"\x1b\x00\x00\x04", headers=(HTML, ("Content-Encoding", "br"))),
    "/twice": Answer(TWICE, headers=(HTML, ("Content-Encoding", "gzip, gzip"))),
    "/not-zipped": Answer(b"no zip", headers=(HTML, ("Content-Encoding", "gzip"))),
    "/slow-head": Answer(head=b"HTTP/1.1 200 OK\r\n" + b"X: y\r\n" * 20),
    "/early-hints": Answer(head=b"HTTP/1.1 103 Early Hints\r\n\r\n" * 5),
    "/no-http": Answer(head=b"220 mail\r\n"),
    "/nowhere": Answer(b"", 302, (("Location", "http://[nowhere/"),)),
    "/no-name": Answer(b"", 302, (("Location", "http://xn--a/"),)),
    "/large": Answer(b"a" * 3_000_000, headers=(HTML,)),
    "/slow": Answer(b"a" * 40, headers=(HTML,), pause=0.1),
    "/to-page": Answer(b"", 302, (("Location", "/page"),)),
    "/round": Answer(b"", 302, (("Location", "/round"),)),
    "/inward": Answer(b"", 302, (("Location", "http://169.254.169.254/latest/meta-data/"),)),
    "/file": Answer(b"", 302, (("Location", "file:///etc/passwd"),)),
    "/gone": Answer(b"gone", 404),
    "/image": Answer(b"\x89PNG", headers=(("Content-Type", "image/png"),)),
    "/secret/page": Answer(),
    "/robots.txt": Answer(b"User-agent: *\nDisallow: /secret/\n", headers=(("Content-Type", "text/plain"),)),
}


class Handler(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        answer = ANSWERS.get(self.path, Answer(b"", 404))
        if answer.head:
            self._dribble(answer.head)
            return
        self.send_response(answer.status)
        for name, value in (*answer.headers, ("Content-Length", str(len(answer.body)))):
            self.send_header(name, value)
        self.end_headers()
        pieces = [answer.body[n : n + 1] for n in range(len(answer.body))] if answer.pause else [answer.body]
        try:
            for piece in pieces:
                self.wfile.write(piece)
                self.wfile.flush()
                time.sleep(answer.pause)
        except OSError:
            return

    def _dribble(self, head: bytes) -> None:
        with contextlib.suppress(OSError):
            for at in range(len(head)):
                self.wfile.write(head[at : at + 1])
                self.wfile.flush()
                time.sleep(0.05)

    def log_message(self, *arguments: object) -> None:
        pass


@pytest.fixture(scope="session")
def site() -> Iterator[str]:
    """The address of the server."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


def loopback(address: Address) -> bool:
    """What tests allow in the place of the public web: this machine alone."""
    return address in (ipaddress.ip_address("127.0.0.1"), ipaddress.ip_address("::1"))


@pytest.fixture
def fetcher() -> Iterator[Fetcher]:
    made = Fetcher(loopback, Limits(size=1_000_000, seconds=2.0, pause=0.0))
    yield made
    made.close()
