"""The page where reports are added, and the same for programs."""

from anyio import to_thread
from litestar import MediaType, get, post
from litestar.datastructures import UploadFile
from litestar.exceptions import ClientException
from litestar.params import JSONBody, MultipartBody
from litestar.response import Redirect

from counterclaim.dossier.links import report_link
from counterclaim.model import Record
from counterclaim.web.bar import name_of
from counterclaim.web.incoming import MOST_BYTES, MOST_FILES, Incoming, Pasted, keep, of_text
from counterclaim.web.jobs import Adding
from counterclaim.web.pages import Name
from counterclaim.web.workspace import Here, Workspace


class Sent(Record, frozen=True):
    """What the form sends."""

    files: list[UploadFile] = []
    text: str = ""
    title: str = ""
    outlet: str = ""
    published: str = ""
    url: str = ""


@get("/add", media_type=MediaType.HTML, include_in_schema=False)
async def add_page(workspace: Here, reviewer: Name = None) -> str:
    """The form, how far the last adding is, and what came of it."""
    user = name_of(reviewer)
    view = await workspace.desk.view_for(user)
    state = workspace.jobs.state
    links = tuple(report_link(view.index, report) for report in state.added if report in view.index.reports)
    return workspace.page("add.html", "add", user, state=state, links=links)


@post("/add", include_in_schema=False, status_code=303, request_max_body_size=MOST_BYTES)
async def add_sent(workspace: Here, data: MultipartBody[Sent]) -> Redirect:
    """Keep what was sent and add it."""
    await taken(workspace, await incoming(data))
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


async def incoming(sent: Sent) -> list[Incoming]:
    """The files and the text of a form: the one place where what a request brings becomes something to read."""
    if len(sent.files) > MOST_FILES:
        raise ClientException(f"{len(sent.files)} files at once are too many; at most {MOST_FILES} can be added.")
    files = [Incoming(file.filename, await file.read()) for file in sent.files if file.filename]
    text = of_text(Pasted(sent.text, sent.title, sent.outlet, sent.published, sent.url))
    return [*files, *([text] if text else [])]


async def taken(workspace: Workspace, found: list[Incoming]) -> Adding:
    """Keep the bytes and start to add them."""
    if not found:
        raise ClientException("There is nothing to add: choose files, or paste the text of a report.")
    files = await to_thread.run_sync(keep, workspace.settings.folder, found)
    return workspace.jobs.start(files)


HANDLERS = (add_page, add_sent)
ROUTES = (add_report, adding)
