"""Coming in with the word, and going out."""

from anyio import to_thread
from litestar import MediaType, Response, get, post
from litestar.params import FromQuery
from litestar.response import Redirect

from counterclaim.web.door import TICKET_LASTS
from counterclaim.web.gate import client, session_cookie
from counterclaim.web.pages import Asked, Form, local
from counterclaim.web.workspace import Here, Workspace

# Longer than any word that a person types or a program makes.
LONGEST_WORD = 1_000


@get("/login", media_type=MediaType.HTML, include_in_schema=False, sync_to_thread=False)
def login_page(workspace: Here, to: FromQuery[str] = "/") -> str:
    """Asks for the word."""
    return asked(workspace, local(to), "")


def asked(workspace: Workspace, to: str, trouble: str) -> str:
    return workspace.bare("login.html", to=to, trouble=trouble)


@post("/login", include_in_schema=False, status_code=303)
async def login(request: Asked, workspace: Here, data: Form) -> Response[str]:
    """Lets in who gives the word; counts who does not."""
    address, to = client(request.scope), local(data.get("to", ""))  # type: ignore[arg-type]
    if not workspace.tries.allowed(address):
        return refusal(workspace, to, 429, "Too many wrong words; wait a minute.")
    if not await to_thread.run_sync(workspace.door.fits, data.get("word", "")[:LONGEST_WORD].strip()):
        workspace.tries.failed(address)
        return refusal(workspace, to, 401, "That is not the word.")
    inside = Redirect(to, status_code=303)
    inside.set_cookie(
        session_cookie(workspace.settings.port), workspace.door.ticket(), max_age=TICKET_LASTS, path="/", httponly=True,
        samesite="lax", secure=request.url.scheme == "https",
    )  # fmt: skip
    return inside


def refusal(workspace: Workspace, to: str, status: int, trouble: str) -> Response[str]:
    return Response(asked(workspace, to, trouble), status_code=status, media_type=MediaType.HTML)


@post("/logout", include_in_schema=False, status_code=303, sync_to_thread=False)
def logout(workspace: Here) -> Redirect:
    """Forgets the ticket in this browser."""
    outside = Redirect("/login", status_code=303)
    outside.delete_cookie(session_cookie(workspace.settings.port), path="/")
    return outside


HANDLERS = (login_page, login, logout)
