"""The application: routes as one list, errors as plain sentences, the gate around everything."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from litestar import Litestar, Response, Router
from litestar.di import Provide
from litestar.exceptions import HTTPException

from counterclaim.errors import BadDecision, BadOption, BusyStore, CounterclaimError
from counterclaim.web import added, api, lists, login, pages
from counterclaim.web.api import Wanted
from counterclaim.web.bar import NAME_COOKIE, name_of
from counterclaim.web.gate import App, Gate
from counterclaim.web.incoming import Pasted
from counterclaim.web.pages import Asked
from counterclaim.web.schemas import SpanSchema, refuse_more
from counterclaim.web.workspace import Workspace

BODY = 1_000_000  # bytes of a request that is no upload


def application(workspace: Workspace) -> App:
    """The workspace as an ASGI application."""

    @asynccontextmanager
    async def lifespan(_: Litestar) -> AsyncIterator[None]:
        async with workspace.desk.kept():
            try:
                yield
            finally:
                await workspace.jobs.stop()

    routes = Router("/api", route_handlers=(*api.ROUTES, *added.ROUTES))
    app = Litestar(
        [*pages.HANDLERS, *lists.HANDLERS, *added.HANDLERS, *login.HANDLERS, routes],
        dependencies={"workspace": Provide(lambda: workspace, sync_to_thread=False)},
        signature_types=[Workspace],
        lifespan=[lifespan],
        exception_handlers={HTTPException: refused, CounterclaimError: failed, 500: broken},
        openapi_config=api.DESCRIPTION,
        plugins=[SpanSchema()],
        request_max_body_size=BODY,
        logging_config=None,
    )
    refuse_more(app, Wanted, Pasted, added.Addresses)
    app.state.workspace = workspace
    return Gate(app, workspace.settings, workspace.door, workspace.tries)


def refused(request: Asked, error: HTTPException) -> Response[object]:
    """What was asked for is not there, or cannot be meant."""
    return answer(request, error.status_code, error.detail, error.extra, error.headers)


def failed(request: Asked, error: CounterclaimError) -> Response[object]:
    """What was asked for cannot be done; the error says why."""
    status = 400 if isinstance(error, (BadDecision, BadOption)) else 503 if isinstance(error, BusyStore) else 500
    return answer(request, status, str(error))


def broken(request: Asked, error: Exception) -> Response[object]:
    """A fault of the program; its trace goes to the terminal, not to the browser."""
    import traceback

    traceback.print_exception(error)
    return answer(request, 500, "The workspace made a mistake; nothing that was decided is lost.")


def answer(
    request: Asked, status: int, detail: str, extra: object = None,
    headers: dict[str, str] | None = None,
) -> Response[object]:  # fmt: skip
    """The error as JSON to a program, as a page to a person."""
    path = request.url.path
    if path.startswith("/api/") or "text/html" not in request.headers.get("accept", ""):
        content: object = {"status_code": status, "detail": detail, **({"extra": extra} if extra else {})}
        return Response(content, status_code=status, media_type="application/json", headers=headers)
    workspace: Workspace = request.app.state.workspace
    user = name_of(request.cookies.get(NAME_COOKIE))
    html = workspace.page("error.html", path.strip("/"), user, status=status, detail=detail)
    return Response(html, status_code=status, media_type="text/html", headers=headers)
