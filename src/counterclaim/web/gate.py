"""What every request passes first: the name it calls us by, where it comes from, and whether it may come in."""

import ipaddress
import socket
from collections.abc import Awaitable, Callable, Iterable
from typing import Any
from urllib.parse import quote, urlsplit

import anyio.to_thread

from counterclaim.web.door import Door, Tries
from counterclaim.web.settings import LOCAL, Settings, is_loopback

# ASGI's own shapes (https://asgi.readthedocs.io).
Scope = dict[str, Any]
Receive = Callable[[], Awaitable[Any]]
Send = Callable[[Any], Awaitable[None]]
App = Callable[[Any, Any, Any], Awaitable[None]]

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
    "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
HEADERS = {
    "content-security-policy": POLICY,
    "x-content-type-options": "nosniff",
    # Not "no-referrer": a browser would then hide from us that our own forms come from our own pages.
    "referrer-policy": "same-origin",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "cache-control": "private, no-cache",
}
SAFE = ("GET", "HEAD", "OPTIONS")
OUTSIDE = ("/login", "/static/")  # what may be seen before coming in


class Gate:
    """Wraps the application, so that nothing in it can be reached around these rules."""

    def __init__(self, app: App, settings: Settings, door: Door, tries: Tries) -> None:
        self.app, self.door, self.tries = app, door, tries
        self.names = allowed_names(settings)
        self.anywhere = settings.host in ("0.0.0.0", "::", "")  # noqa: S104 (asked, not bound)
        self.cookie = session_cookie(settings.port)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "lifespan":
            return await self.app(scope, receive, send)
        if scope["type"] != "http":
            return await send({"type": "websocket.close", "code": 1008, "reason": ""})
        answer = await self._refusal(scope)
        if answer:
            return await _respond(answer, send)
        return await self.app(scope, receive, _dressed(send))

    async def _refusal(self, scope: Scope) -> "Answer | None":
        headers = {name.decode("latin-1"): value.decode("latin-1") for name, value in scope["headers"]}
        host = headers.get("host", "")
        if not self._known(host):
            return Answer(421, f"This workspace does not answer to the name {host[:100]!r}; start it with --name.")
        if scope["method"] not in SAFE and is_foreign(headers):
            return Answer(403, "The request comes from another site, and only the workspace's own pages may write.")
        if self.door.open or scope["path"] == OUTSIDE[0] or scope["path"].startswith(OUTSIDE[1]):
            return None
        return await self._stranger(scope, headers)

    def _known(self, host: str) -> bool:
        name = host_name(host)
        return name in self.names or (self.anywhere and _is_address(name))

    async def _stranger(self, scope: Scope, headers: dict[str, str]) -> "Answer | None":
        """What somebody without ticket or token is told."""
        if self.door.admits(cookie(headers.get("cookie", ""), self.cookie)):
            return None
        scheme, _, token = headers.get("authorization", "").partition(" ")
        if scheme.lower() == "bearer":
            return await self._bearer(scope, token.strip())
        if scope["path"].startswith("/api/") or scope["method"] not in SAFE:
            return Answer(401, "Log in, or send the token: Authorization: Bearer TOKEN", {"www-authenticate": "Bearer"})
        return Answer(303, "", {"location": "/login?to=" + quote(scope["path"], safe="/")})

    async def _bearer(self, scope: Scope, token: str) -> "Answer | None":
        address = client(scope)
        if not self.tries.allowed(address):
            return Answer(429, "Too many wrong tokens; wait a minute.", {"retry-after": "60"})
        if await anyio.to_thread.run_sync(self.door.fits, token):
            return None
        self.tries.failed(address)
        return Answer(401, "That is not the token.", {"www-authenticate": "Bearer"})


class Answer:
    """A refusal in one plain sentence."""

    def __init__(self, status: int, text: str, headers: dict[str, str] | None = None) -> None:
        self.status, self.text, self.headers = status, text, headers or {}


async def _respond(answer: Answer, send: Send) -> None:
    headers = {**HEADERS, "content-type": "text/plain; charset=utf-8", **answer.headers}
    await send({"type": "http.response.start", "status": answer.status, "headers": _raw(headers)})
    await send({"type": "http.response.body", "body": answer.text.encode(), "more_body": False})


def _dressed(send: Send) -> Send:
    """Sends with the headers that every answer carries, where it has none of its own."""

    async def dressed(message: Any) -> None:
        if message["type"] == "http.response.start":
            present = {name.lower() for name, _ in message["headers"]}
            message["headers"] = [*message["headers"], *(h for h in _raw(HEADERS) if h[0] not in present)]
        await send(message)

    return dressed


def _raw(headers: dict[str, str]) -> list[tuple[bytes, bytes]]:
    return [(name.encode("latin-1"), value.encode("latin-1", "replace")) for name, value in headers.items()]


def allowed_names(settings: Settings) -> frozenset[str]:
    """The names a browser may call us by; a page of another site that points its own name here uses none of them."""
    here: Iterable[str] = () if is_loopback(settings.host) else (socket.gethostname(), socket.getfqdn())
    return frozenset(name.lower() for name in (*LOCAL, settings.host, *settings.names, *here) if name)


def host_name(host: str) -> str:
    """The name in a Host header, without its port."""
    try:
        return (urlsplit(f"//{host}").hostname or "").rstrip(".")
    except ValueError:
        return ""


def _is_address(name: str) -> bool:
    try:
        ipaddress.ip_address(name)
    except ValueError:
        return False
    return True


def is_foreign(headers: dict[str, str]) -> bool:
    """A browser sends this from a page of another site.

    It is told by Sec-Fetch-Site, else by Origin (as Go's CrossOriginProtection does); a program sends neither, and
    carries no cookies that it was not given.
    """
    site = headers.get("sec-fetch-site")
    if site is not None:
        return site not in ("same-origin", "none")
    origin = headers.get("origin")
    return origin is not None and origin.lower().partition("://")[2] != headers.get("host", "").lower()


def client(scope: Scope) -> str:
    """The address at the other end."""
    return str(scope["client"][0]) if scope.get("client") else ""


def session_cookie(port: int) -> str:
    """Browsers share cookies between the ports of a machine; two workspaces on one must not log each other out."""
    return f"counterclaim_session_{port}"


def cookie(header: str, name: str) -> str:
    """The value of a cookie; empty where there is none."""
    pairs = (part.strip().partition("=") for part in header.split(";"))
    return next((value for key, _, value in pairs if key == name), "")
