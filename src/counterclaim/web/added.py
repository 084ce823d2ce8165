"""The page where reports are added, and the same for programs."""

from anyio import to_thread
from litestar import MediaType, get, post
from litestar.datastructures import FormMultiDict, UploadFile
from litestar.exceptions import ClientException
from litestar.params import JSONBody
from litestar.response import Redirect

from counterclaim.dossier.links import report_link
from counterclaim.web.bar import name_of
from counterclaim.web.incoming import MOST_BYTES, MOST_FILES, Incoming, Pasted, keep, of_text
from counterclaim.web.jobs import Adding
from counterclaim.web.pages import Asked, Name
from counterclaim.web.workspace import Here, Workspace


@get("/add", media_type=MediaType.HTML, include_in_schema=False)
async def add_page(workspace: Here, reviewer: Name = None) -> str:
    """The form, how far the last adding is, and what came of it."""
    user = name_of(reviewer)
    view = await workspace.desk.view_for(user)
    state = workspace.jobs.state
    links = tuple(report_link(view.index, report) for report in state.added if report in view.index.reports)
    return workspace.page("add.html", "add", user, state=state, links=links)


@post("/add", include_in_schema=False, status_code=303, request_max_body_size=MOST_BYTES)
async def add_sent(request: Asked, workspace: Here) -> Redirect:
    """Keep what was sent and add it."""
    await taken(workspace, await incoming(await request.form()))
    return Redirect("/add", status_code=303)


@post("/reports", status_code=202, request_max_body_size=MOST_BYTES)
async def add_report(workspace: Here, data: JSONBody[Pasted]) -> Adding:
    """Add a report; `GET /api/adding` says how far it is."""
    text = of_text(data)
    return await taken(workspace, [text] if text else [])


@get("/adding", sync_to_thread=False)
def adding(workspace: Here) -> Adding:
    """How far the adding of reports is, and what came of the last one."""
    return workspace.jobs.state


async def incoming(sent: FormMultiDict) -> list[Incoming]:
    """The files and the text of a form: the one place where what a request brings becomes something to read."""
    files = [value for value in sent.getall("files", []) if isinstance(value, UploadFile) and value.filename]
    if len(files) > MOST_FILES:
        raise ClientException(f"{len(files)} files at once are too many; at most {MOST_FILES} can be added.")
    words = {name: value for name in Pasted.__struct_fields__ if isinstance(value := sent.get(name), str)}
    text = of_text(Pasted(**{"text": "", **words}))
    return [*[Incoming(file.filename, await file.read()) for file in files], *([text] if text else [])]


async def taken(workspace: Workspace, found: list[Incoming]) -> Adding:
    """Keep the bytes and start to add them."""
    if not found:
        raise ClientException("There is nothing to add: choose files, or paste the text of a report.")
    files = await to_thread.run_sync(keep, workspace.settings.folder, found)
    return workspace.jobs.start(files)


HANDLERS = (add_page, add_sent)
ROUTES = (add_report, adding)
