"""Serving a workspace until it is told to stop."""

import contextlib
import socket
from collections.abc import Callable, Iterator
from typing import NamedTuple

import msgspec
import uvicorn

from counterclaim.errors import BadOption
from counterclaim.review.store import Store, open_store
from counterclaim.web.app import application
from counterclaim.web.desk import Desk
from counterclaim.web.door import Door
from counterclaim.web.settings import Settings, checked
from counterclaim.web.workspace import Workspace

# Connections that wait to be taken; fifty reviewers may press a key at once.
BACKLOG = 512


class Ready(NamedTuple):
    """A workspace that can be reached as soon as it is run."""

    server: uvicorn.Server
    taken: socket.socket
    address: str

    def run(self) -> None:
        """Serve until told to stop."""
        self.server.run(sockets=[self.taken])


def serve(settings: Settings, tell: Callable[[str], None]) -> None:
    """Serve a workspace; `tell` is given its address. Ends at Ctrl-C. Raises what `ready` does."""
    with ready(settings) as workspace:
        tell(workspace.address)
        with contextlib.suppress(KeyboardInterrupt):  # uvicorn passes Ctrl-C on after it has stopped
            workspace.run()


@contextlib.contextmanager
def ready(settings: Settings) -> Iterator[Ready]:
    """A workspace with its port taken, its ledger read and its database open.

    Raises BadOption where the port is taken or the options are unsafe, DamagedLedger where there is no ledger, and
    what opening the database may raise.
    """
    with bound(checked(settings)) as (taken, known), _opened(known) as store:
        workspace = Workspace(known, Desk(known.folder, store), Door(known.word))
        workspace.make_first()
        app = application(workspace)
        config = uvicorn.Config(
            app, log_level="warning", access_log=False, server_header=False, lifespan="on",
            timeout_graceful_shutdown=3, proxy_headers=False,
        )  # fmt: skip
        yield Ready(uvicorn.Server(config), taken, address(known))


def _opened(settings: Settings) -> contextlib.closing[Store]:
    return contextlib.closing(open_store(settings.folder, settings.database))


@contextlib.contextmanager
def bound(settings: Settings) -> Iterator[tuple[socket.socket, Settings]]:
    """The port, taken, and the settings with its number."""
    family = socket.AF_INET6 if ":" in settings.host else socket.AF_INET
    # Only of a socket that says it is TCP does asyncio send each part of an answer at once; else what follows the
    # headers waits 40 ms for the other end to say that it has them.
    with socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP) as taken:
        taken.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            taken.bind((settings.host, settings.port))
            taken.listen(BACKLOG)
        except OSError as error:
            raise BadOption(_refusal(settings, error)) from error
        yield taken, msgspec.structs.replace(settings, port=taken.getsockname()[1])


def _refusal(settings: Settings, error: OSError) -> str:
    import errno

    if error.errno == errno.EADDRINUSE:
        return f"port {settings.port} of {settings.host} is in use; choose another: --port {settings.port + 1}"
    where = f"{settings.host} port {settings.port}"
    return f"{where} cannot be used: {error.strerror or error}; choose another --host or --port"


def address(settings: Settings) -> str:
    """Where a browser finds the workspace."""
    host = f"[{settings.host}]" if ":" in settings.host else settings.host
    return f"http://{host}:{settings.port}/"
