"""The workspace's own pages: what is left, search, decisions."""

from functools import partial
from typing import Annotated

from anyio import to_thread
from litestar import MediaType, get, post
from litestar.exceptions import ClientException, PermissionDeniedException
from litestar.params import QueryParameter
from litestar.response import Redirect

from counterclaim.review.searching import search as search_store
from counterclaim.web.bar import name_of
from counterclaim.web.listing import deeds, found_entries, left_entries
from counterclaim.web.pages import Form, Name
from counterclaim.web.workspace import Here

# The best places of a search; who has not found it among these adds a word.
MOST_FOUND = 100
Turned = Annotated[int, QueryParameter(ge=1, le=1_000_000)]


@get("/left", media_type=MediaType.HTML, include_in_schema=False)
async def left(workspace: Here, reviewer: Name = None, page: Turned = 1) -> str:
    """What nobody has looked at, the hardest first."""
    user = name_of(reviewer)
    view = await workspace.desk.view_for(user)
    entries, turn = await to_thread.run_sync(left_entries, view, page)
    return workspace.page("left.html", "left", user, entries=entries, turn=turn)


@get("/search", media_type=MediaType.HTML, include_in_schema=False)
async def search(
    workspace: Here, reviewer: Name = None, q: Annotated[str, QueryParameter(max_length=500)] = ""
) -> str:
    """Where the words stand."""
    user = name_of(reviewer)
    view = await workspace.desk.view_for(user)
    hits = await to_thread.run_sync(partial(search_store, workspace.desk.store, q, MOST_FOUND)) if q.strip() else ()
    claims, passages = await to_thread.run_sync(found_entries, view, hits)
    return workspace.page(
        "search.html", "search", user, query=q.strip(), claims=claims, passages=passages,
        full=len(hits) >= MOST_FOUND, most=MOST_FOUND,
    )  # fmt: skip


@get("/decisions", media_type=MediaType.HTML, include_in_schema=False)
async def decisions(workspace: Here, reviewer: Name = None, page: Turned = 1) -> str:
    """All that was decided, newest first."""
    user = name_of(reviewer)
    view = await workspace.desk.view_for(user)
    made, turn = await to_thread.run_sync(deeds, view, page)
    return workspace.page("decisions.html", "decisions", user, deeds=made, turn=turn)


@post("/undo", include_in_schema=False, status_code=303)
async def undo(workspace: Here, data: Form, reviewer: Name = None) -> Redirect:
    """Undo a decision from the list."""
    user = name_of(reviewer)
    if user is None:
        raise PermissionDeniedException("Say who decides: give your name first (at the right of the bar).")
    number, page = data.get("id", ""), data.get("page", "")
    if not (number.isascii() and number.isdigit() and len(number) < 16):
        raise ClientException("What is undone is named by the number of its decision.")
    await workspace.desk.decide(user, action="undo", mentions=(), value=int(number))
    return Redirect(f"/decisions?page={page}" if page.isascii() and page.isdigit() else "/decisions", status_code=303)


HANDLERS = (left, search, decisions, undo)
