"""The page where reports are added, and the same for programs."""

from anyio import to_thread
from litestar import MediaType, Response, get, post
from litestar.datastructures import FormMultiDict, UploadFile
from litestar.exceptions import ClientException
from litestar.params import JSONBody
from litestar.response import Redirect

from counterclaim.dossier.links import report_link
from counterclaim.errors import BadOption
from counterclaim.model import Record
from counterclaim.reading.addresses import is_address
from counterclaim.web.bar import name_of
from counterclaim.web.incoming import MOST_BYTES, MOST_FILES, Incoming, Pasted, keep, of_text
from counterclaim.web.jobs import Adding
from counterclaim.web.pages import Asked, Name
from counterclaim.web.workspace import Here, Workspace

LONGEST_ADDRESS = 2_000  # characters; browsers take no longer ones


class Addresses(Record, frozen=True, forbid_unknown_fields=True):
    """Addresses of the web to fetch and add."""

    addresses: tuple[str, ...]


@get("/add", media_type=MediaType.HTML, include_in_schema=False)
async def add_page(workspace: Here, reviewer: Name = None) -> str:
    """The form, how far the last adding is, and what came of it."""
    return await form_page(workspace, reviewer, {})


async def form_page(workspace: Workspace, reviewer: str | None, given: dict[str, str], trouble: str = "") -> str:
    """The form with what was typed into it, and why that could not be taken."""
    user = name_of(reviewer)
    view = await workspace.desk.view_for(user)
    state = workspace.jobs.state
    links = tuple(report_link(view.index, report) for report in state.added if report in view.index.reports)
    return workspace.page("add.html", "add", user, state=state, links=links, given=given, trouble=trouble)


@post("/add", include_in_schema=False, status_code=303, request_max_body_size=MOST_BYTES)
async def add_sent(request: Asked, workspace: Here, reviewer: Name = None) -> Response[str]:
    """Keep what was sent and add it; what cannot be meant is handed back, in the form."""
    form = await request.form()
    try:
        await taken(workspace, await incoming(form), addresses_in(str(form.get("addresses", ""))))
    except (ClientException, BadOption) as error:
        given = {name: value for name, value in form.items() if isinstance(value, str)}
        trouble = error.detail if isinstance(error, ClientException) else str(error)
        page = await form_page(workspace, reviewer, given, trouble)
        return Response(page, status_code=400, media_type=MediaType.HTML)
    return Redirect("/add", status_code=303)


@post("/reports", status_code=202, request_max_body_size=MOST_BYTES)
async def add_report(workspace: Here, data: JSONBody[Pasted]) -> Adding:
    """Add a report; `GET /api/adding` says how far it is."""
    text = of_text(data)
    return await taken(workspace, [text] if text else [])


@post("/addresses", status_code=202)
async def add_addresses(workspace: Here, data: JSONBody[Addresses]) -> Adding:
    """Fetch and add what stands at addresses of the web; `GET /api/adding` says how far it is."""
    return await taken(workspace, [], addresses_in("\n".join(data.addresses)))


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


def addresses_in(text: str) -> tuple[str, ...]:
    """The addresses, one a line. Whether they may be fetched is for the fetcher to say."""
    lines = tuple(line.strip() for line in text.splitlines() if line.strip())
    wrong = [line for line in lines if not is_address(line) or len(line) > LONGEST_ADDRESS]
    if wrong:
        raise ClientException(f"{wrong[0][:100]!r} is no address of the web: it must begin with https:// or http://")
    if len(lines) > MOST_FILES:
        raise ClientException(f"{len(lines)} addresses at once are too many; at most {MOST_FILES} can be added.")
    return lines


async def taken(workspace: Workspace, found: list[Incoming], addresses: tuple[str, ...] = ()) -> Adding:
    """Keep the bytes and start to add them, and what stands at the addresses."""
    if not found and not addresses:
        raise ClientException("Nothing was given: choose a file, or give an address of the web or a report's text.")
    files = await to_thread.run_sync(keep, workspace.settings.folder, found)
    return workspace.jobs.start((*files, *addresses))


HANDLERS = (add_page, add_sent)
ROUTES = (add_report, add_addresses, adding)
