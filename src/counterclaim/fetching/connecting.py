"""Connections to the very address that was checked: a name that is looked up again could lead elsewhere."""

import ssl
from collections.abc import Iterable, Iterator
from typing import Any

import httpcore
import httpx

from counterclaim.fetching.guarding import Allowed, resolved


class Checked(httpcore.NetworkBackend):
    """Connects only where `allowed` lets it, and to the number that was checked."""

    def __init__(self, allowed: Allowed) -> None:
        self.allowed = allowed
        self.plain = httpcore.SyncBackend()

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore.NetworkStream:
        numbers = resolved(host, port, self.allowed)
        return self.plain.connect_tcp(numbers[0], port, timeout, local_address, socket_options)

    def connect_unix_socket(
        self, path: str, timeout: float | None = None, socket_options: Iterable[Any] | None = None
    ) -> httpcore.NetworkStream:
        raise httpcore.ConnectError("no address leads to a file")


class Transport(httpx.BaseTransport):
    """What httpx sends through: no proxy, no environment, certificates checked against the name that was asked for."""

    def __init__(self, allowed: Allowed) -> None:
        context = ssl.create_default_context()
        self.pool = httpcore.ConnectionPool(ssl_context=context, network_backend=Checked(allowed))

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
