"""Connections to the very address that was checked: a name that is looked up again could lead elsewhere."""

import ssl
import time
from collections.abc import Callable, Iterable, Iterator
from typing import Any

import httpcore
import httpx

from counterclaim.fetching.guarding import Allowed, resolved


class Hurried(httpcore.NetworkStream):
    """A connection that gives up at a time, in however small pieces an answer comes before it."""

    def __init__(self, stream: httpcore.NetworkStream, left: Callable[[], float]) -> None:
        self.stream = stream
        self.left = left

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        return self.stream.read(max_bytes, self._within(timeout))

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self.stream.write(buffer, self._within(timeout))

    def close(self) -> None:
        self.stream.close()

    def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore.NetworkStream:
        return Hurried(self.stream.start_tls(ssl_context, server_hostname, self._within(timeout)), self.left)

    def get_extra_info(self, info: str) -> Any:
        return self.stream.get_extra_info(info)

    def _within(self, timeout: float | None) -> float:
        left = self.left()
        if left <= 0:
            raise httpcore.ReadTimeout("no whole answer in time")
        return left if timeout is None else min(left, timeout)


class Checked(httpcore.NetworkBackend):
    """Connects only where `allowed` lets it, and to the number that was checked; gives up at `ends` (monotonic)."""

    def __init__(self, allowed: Allowed) -> None:
        self.allowed = allowed
        self.plain = httpcore.SyncBackend()
        self.ends = float("inf")

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore.NetworkStream:
        numbers = resolved(host, port, self.allowed)
        found = self.plain.connect_tcp(numbers[0], port, timeout, local_address, socket_options)
        return Hurried(found, lambda: self.ends - time.monotonic())

    def connect_unix_socket(
        self, path: str, timeout: float | None = None, socket_options: Iterable[Any] | None = None
    ) -> httpcore.NetworkStream:
        raise httpcore.ConnectError("no address leads to a file")


class Transport(httpx.BaseTransport):
    """What httpx sends through: no proxy, no environment, certificates checked against the name that was asked for."""

    def __init__(self, allowed: Allowed) -> None:
        context = ssl.create_default_context()
        self.backend = Checked(allowed)
        self.pool = httpcore.ConnectionPool(ssl_context=context, network_backend=self.backend)

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        sent = httpcore.Request(
            method=request.method,
            url=httpcore.URL(
                scheme=request.url.raw_scheme,
                host=request.url.raw_host,
                port=request.url.port,
                target=request.url.raw_path,
            ),
            headers=request.headers.raw,
            content=request.stream,
            extensions=request.extensions,
        )
        try:
            found = self.pool.handle_request(sent)
        except (httpcore.NetworkError, httpcore.TimeoutException, httpcore.ProtocolError) as error:
            raise httpx.TransportError(str(error) or type(error).__name__) from error
        return httpx.Response(
            found.status, headers=found.headers, stream=_Stream(found.stream), extensions=found.extensions
        )

    def close(self) -> None:
        self.pool.close()


class _Stream(httpx.SyncByteStream):
    """The bytes as they come; what breaks on the way is told as httpx tells it."""

    def __init__(self, stream: Any) -> None:
        self.stream = stream

    def __iter__(self) -> Iterator[bytes]:
        try:
            yield from self.stream
        except (httpcore.NetworkError, httpcore.TimeoutException, httpcore.ProtocolError) as error:
            raise httpx.TransportError(str(error) or type(error).__name__) from error

    def close(self) -> None:
        self.stream.close()
