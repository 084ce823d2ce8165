"""The pages of the dossier as they stand now, each under its path, and the way to the next hardest claim."""

from typing import Annotated, Any

from litestar import MediaType, Request, Response, get, post
from litestar.exceptions import NotFoundException
from litestar.params import CookieParameter, FromPath, FromQuery, HeaderParameter, URLEncodedBody
from litestar.response import Redirect

from counterclaim.web.bar import LONGEST_NAME, NAME_COOKIE, NAME_LASTS, cleaned, name_cookie, name_of, place_of
from counterclaim.web.desk import LONG_PATIENCE, PATIENCE
from counterclaim.web.rendering import assets
from counterclaim.web.workspace import Here, Workspace

TYPES = {"css": "text/css", "js": "text/javascript", "svg": "image/svg+xml", "woff2": "font/woff2"}
Asked = Request[Any, Any, Any]
Form = URLEncodedBody[dict[str, str]]
# A script that makes a page anew would rather wait than get what it has.
Patient = Annotated[str | None, HeaderParameter(name="x-patient")]
Name = Annotated[str | None, CookieParameter(name=NAME_COOKIE)]


@get("/", media_type=MediaType.HTML, include_in_schema=False)
async def overview(workspace: Here, reviewer: Name = None, patient: Patient = None) -> Response[str]:
    """The first page of the dossier."""
    return await shown(workspace, reviewer, bool(patient), "index.html")


@get("/{path:path}", media_type=MediaType.HTML, include_in_schema=False)
async def page(workspace: Here, path: FromPath[str], reviewer: Name = None, patient: Patient = None) -> Response[str]:
    """A page of the dossier."""
    return await shown(workspace, reviewer, bool(patient), path.strip("/"))


async def shown(workspace: Workspace, reviewer: str | None, patient: bool, path: str) -> Response[str]:
    """A page as it stands now, for this reviewer; where it has another address by now, the way there."""
    user = name_of(reviewer)
    view = await workspace.desk.view_for(user, LONG_PATIENCE if patient else PATIENCE)
    html = await workspace.dossier(view, path)
    if html is not None:
        return Response(workspace.finished(html, path, user), media_type=MediaType.HTML)
    trail = workspace.desk.trail
    onward = trail.onward(path, view.sheets)
    if onward is not None:
        return Redirect("/" + onward, status_code=303)
    if trail.known(path):
        raise NotFoundException("All claims that were here have been rejected; the list of decisions says by whom.")
    raise NotFoundException("There is no such page.")


@get("/static/{name:str}", include_in_schema=False, sync_to_thread=False)
def static(name: FromPath[str]) -> Response[bytes]:
    """A style sheet or a script."""
    found = assets().get(name)
    if found is None:
        raise NotFoundException("There is no such file.")
    return Response(found, media_type=TYPES.get(name.rpartition(".")[2], "application/octet-stream"))


@get("/next", include_in_schema=False, status_code=303)
async def next_left(workspace: Here, reviewer: Name = None, after: FromQuery[str | None] = None) -> Redirect:
    """To the hardest that is left, or to the one that follows it."""
    view = await workspace.desk.view_for(name_of(reviewer))
    mentions = [item.mention for item in view.left]
    if not mentions:
        return Redirect("/left", status_code=303)
    place = mentions.index(after) + 1 if after in mentions else 0
    mention = view.index.mentions[mentions[place % len(mentions)]]
    return Redirect("/" + place_of(view.index, mention), status_code=303)


@get("/at/{mention:str}", include_in_schema=False, status_code=303)
async def at(workspace: Here, mention: FromPath[str], reviewer: Name = None) -> Redirect:
    """To where a mention stands now; groups get other names when more is known, mentions keep theirs."""
    view = await workspace.desk.view_for(name_of(reviewer))
    known = view.index.mentions.get(mention)
    if known is None:
        raise NotFoundException("That claim is not in the ledger any more; the decisions say who rejected it.")
    return Redirect("/" + place_of(view.index, known), status_code=303)


@get("/name", media_type=MediaType.HTML, include_in_schema=False, sync_to_thread=False)
def name(workspace: Here, reviewer: Name = None, to: FromQuery[str] = "/") -> str:
    """Asks for the reviewer's name."""
    user = name_of(reviewer)
    return workspace.page("name.html", "name", user, name=user or "", to=local(to))


@post("/name", include_in_schema=False, status_code=303)
async def rename(request: Asked, data: Form) -> Redirect:
    """Keep the reviewer's name in this browser."""
    back = Redirect(local(data.get("to", "")), status_code=303)
    name = cleaned(data.get("name", "")[: 4 * LONGEST_NAME])
    if name:
        back.set_cookie(
            NAME_COOKIE, name_cookie(name), max_age=NAME_LASTS, path="/", httponly=True, samesite="lax",
            secure=request.url.scheme == "https",
        )  # fmt: skip
    return back


def local(path: str) -> str:
    """The path, if it leads nowhere but into this workspace."""
    plain = path.startswith("/") and not path.startswith(("//", "/\\")) and path.isprintable()
    return path if plain else "/"


HANDLERS = (overview, page, static, next_left, at, name, rename)
