"""One address at a time: redirects followed by hand, size and time bounded, robots.txt heeded, hosts not pressed."""

import time
from collections.abc import Iterator
from datetime import UTC, datetime
from hashlib import sha256
from urllib.parse import urljoin, urlsplit
from urllib.robotparser import RobotFileParser

import httpx

from counterclaim import __version__
from counterclaim.errors import NotFetched
from counterclaim.fetching.connecting import Transport
from counterclaim.fetching.guarding import Allowed, checked, public
from counterclaim.model import Record

AGENT = f"counterclaim/{__version__}"

# One of these at a time: others unpack a few bytes to thousands of millions in one step, and so do two in turn.
PACKED = ("gzip", "deflate")


class Limits(Record, frozen=True):
    """How much is taken: bytes after decompression, seconds in all, redirects; seconds between requests to one host."""

    size: int = 20_000_000
    seconds: float = 30.0
    redirects: int = 5
    pause: float = 1.0


class Fetched(Record, frozen=True):
    """What an address gave, and when: `final` is where redirects led, `content` the bytes after decompression."""

    address: str
    final: str
    at: str
    status: int
    headers: tuple[tuple[str, str], ...]
    content: bytes
    digest: str

    @property
    def kind(self) -> str:
        """The media type that the server names, in small letters, without its parameters."""
        return self._named()[0].strip().lower()

    @property
    def charset(self) -> str | None:
        """The encoding that the server names."""
        told = (part.strip().lower() for part in self._named()[1:])
        return next((part[8:].strip("\"'") for part in told if part.startswith("charset=")), None)

    def _named(self) -> list[str]:
        return next((value for name, value in self.headers if name.lower() == "content-type"), "").split(";")


class Fetcher:
    """Fetches addresses. `allowed` says which machines may be asked; nothing else decides it.

    Raises NotFetched, which names the address and why.
    """

    def __init__(self, allowed: Allowed = public, limits: Limits | None = None) -> None:
        self.limits = limits or Limits()
        self.transport = Transport(allowed)
        self.client = httpx.Client(
            transport=self.transport, trust_env=False, follow_redirects=False, timeout=self.limits.seconds / 3,
            headers={"User-Agent": AGENT, "Accept": "text/html, application/xhtml+xml, */*;q=0.5",
                     "Accept-Encoding": ", ".join(PACKED)},
        )  # fmt: skip
        self.robots: dict[str, RobotFileParser | None] = {}
        self.asked: dict[str, float] = {}

    def close(self) -> None:
        self.client.close()

    def fetch(self, address: str) -> Fetched:
        """What the address gives, after redirects. An answer that is no success is no report."""
        start = checked(address)
        ends = time.monotonic() + self.limits.seconds
        try:
            found = self._followed(start, ends, heed=True)
        except NotFetched:
            raise
        except Exception as error:  # what a host can say that a library does not take is not to be known
            raise NotFetched(f"{start}: it cannot be read ({type(error).__name__})") from error
        if found.status != 200:
            raise NotFetched(f"{start}: the server answers {found.status}")
        return found

    def _followed(self, address: str, ends: float, heed: bool) -> Fetched:
        here = address
        for _ in range(self.limits.redirects + 1):
            if heed and not self._may(here, ends):
                raise NotFetched(f"{here}: its robots.txt asks programs not to read it")
            found = self._once(address, here, ends)
            onward = next((value for name, value in found.headers if name.lower() == "location"), None)
            if found.status not in (301, 302, 303, 307, 308) or onward is None:
                return found
            here = checked(urljoin(here, onward))
        raise NotFetched(f"{address}: it leads on more than {self.limits.redirects} times")

    def _once(self, address: str, here: str, ends: float) -> Fetched:
        """One request, without following."""
        self._wait(here)
        self.transport.backend.ends = ends
        at = datetime.now(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")
        try:
            with self.client.stream("GET", here) as response:
                content = b"".join(self._bounded(here, response, ends))
        except (httpx.HTTPError, httpx.InvalidURL) as error:
            if time.monotonic() >= ends:
                raise NotFetched(f"{here}: it takes longer than {self.limits.seconds:g} seconds") from error
            raise NotFetched(f"{here}: it cannot be reached ({error or type(error).__name__})") from error
        headers = tuple((name.decode("latin-1"), value.decode("latin-1")) for name, value in response.headers.raw)
        return Fetched(address, here, at, response.status_code, headers, content, sha256(content).hexdigest())

    def _bounded(self, here: str, response: httpx.Response, ends: float) -> Iterator[bytes]:
        packed = response.headers.get("content-encoding", "").strip().lower()
        if packed not in ("", "identity", *PACKED):
            raise NotFetched(f"{here}: it is packed in a way that is not taken ({packed[:40]})")
        size = 0
        for chunk in response.iter_bytes(65_536):
            size += len(chunk)
            if size > self.limits.size:
                raise NotFetched(f"{here}: it is larger than {self.limits.size:,} bytes")
            if time.monotonic() > ends:
                raise NotFetched(f"{here}: it takes longer than {self.limits.seconds:g} seconds")
            yield chunk

    def _wait(self, here: str) -> None:
        """Leave a pause between two requests to one host."""
        host = urlsplit(here).netloc.lower()
        rest = self.asked.get(host, float("-inf")) + self.limits.pause - time.monotonic()
        if rest > 0:
            time.sleep(rest)
        self.asked[host] = time.monotonic()

    def _may(self, here: str, ends: float) -> bool:
        """The host's robots.txt lets this program read the address; a host without one lets everybody."""
        parts = urlsplit(here)
        site = f"{parts.scheme}://{parts.netloc}"
        if site not in self.robots:
            self.robots[site] = self._rules(f"{site}/robots.txt", ends)
        rules = self.robots[site]
        return rules is None or rules.can_fetch(AGENT, here)

    def _rules(self, address: str, ends: float) -> RobotFileParser | None:
        found = self._followed(address, ends, heed=False)
        if found.status != 200:
            return None
        rules = RobotFileParser()
        rules.parse(found.content[:500_000].decode("utf-8", "replace").splitlines())
        return rules
