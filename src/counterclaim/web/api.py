"""The JSON API: the records of the ledger with all decisions applied, and the way to decide."""

from collections.abc import Sequence
from functools import partial
from typing import Annotated, Any, TypeVar

from anyio import to_thread
from litestar import get, post
from litestar.exceptions import NotFoundException, PermissionDeniedException
from litestar.openapi import OpenAPIConfig
from litestar.openapi.plugins import JsonRenderPlugin
from litestar.pagination import OffsetPagination
from litestar.params import CookieParameter, FromPath, FromQuery, JSONBody, QueryParameter

from counterclaim import __version__
from counterclaim.dossier.links import question_path
from counterclaim.model import Action, Claim, Decision, Kind, Mention, Question, Record, Relation, RelationKind, Report
from counterclaim.review import Left
from counterclaim.review.searching import Hit, search
from counterclaim.web.bar import NAME_COOKIE, cleaned, name_of
from counterclaim.web.cells import Cell, cells
from counterclaim.web.desk import View
from counterclaim.web.workspace import Here, Workspace

Item = TypeVar("Item")
Name = Annotated[str | None, CookieParameter(name=NAME_COOKIE, description="The reviewer's name, from a browser.")]
Offset = Annotated[int, QueryParameter(ge=0, description="How many to pass over.")]
Limit = Annotated[int, QueryParameter(ge=1, le=1000, description="How many at most.")]
Wish = FromQuery[str | None]
KindWish = FromQuery[Kind | None]
MOST_NEWS = 20

DESCRIPTION = OpenAPIConfig(
    title="Counterclaim workspace",
    version=__version__,
    description="The records of ledger.json with all decisions applied, and what people decide about them.",
    path="/api",
    render_plugins=[JsonRenderPlugin(path="/openapi.json")],
    use_handler_docstrings=True,
)


class Wanted(Record, frozen=True, forbid_unknown_fields=True):
    """A decision to keep. `user` may be left out by a browser that knows its reviewer's name.

    A second try with the same `key` keeps nothing new and gives the first one's decision.
    """

    action: Action
    mentions: tuple[str, ...] = ()
    slot: str | None = None
    value: Any = None
    note: str | None = None
    key: str | None = None
    user: str | None = None


class News(Record, frozen=True):
    """What is new since a decision: pages made before `number` are out of date."""

    number: int
    last: int
    left: int
    decisions: tuple[Decision, ...]


class Names(Record, frozen=True):
    """What the ledger calls people, bodies and places, for choosing from."""

    parties: tuple[str, ...]
    actors: tuple[str, ...]
    places: tuple[str, ...]


def slice_of(items: Sequence[Item], offset: int, limit: int) -> OffsetPagination[Item]:
    return OffsetPagination(items=list(items[offset : offset + limit]), limit=limit, offset=offset, total=len(items))


def view_of(workspace: Workspace) -> View:
    return workspace.desk.view


def one(items: dict[str, Item], identity: str, noun: str) -> Item:
    if identity not in items:
        raise NotFoundException(f"The ledger has no {noun} {identity!r}.")
    return items[identity]


@get("/reports", sync_to_thread=False)
def reports(workspace: Here, offset: Offset = 0, limit: Limit = 50) -> OffsetPagination[Report]:
    """The reports as they were read."""
    return slice_of(view_of(workspace).index.ledger.reports, offset, limit)


@get("/reports/{report:str}", sync_to_thread=False, raises=[NotFoundException])
def report(workspace: Here, report: FromPath[str]) -> Report:
    """One report."""
    return one(view_of(workspace).index.reports, report, "report")


@get("/mentions", sync_to_thread=False)
def mentions(
    workspace: Here, report: Wish = None, claim: Wish = None, kind: KindWish = None,
    offset: Offset = 0, limit: Limit = 50,
) -> OffsetPagination[Mention]:  # fmt: skip
    """The mentions, or those of a report, a claim or a kind."""
    found = view_of(workspace).index.ledger.mentions
    wanted = {"report": report, "claim": claim, "kind": kind}
    return slice_of(chosen(found, wanted), offset, limit)


@get("/mentions/{mention:str}", sync_to_thread=False, raises=[NotFoundException])
def mention(workspace: Here, mention: FromPath[str]) -> Mention:
    """One mention."""
    return one(view_of(workspace).index.mentions, mention, "mention")


@get("/mentions/{mention:str}/cells", sync_to_thread=False, raises=[NotFoundException])
def mention_cells(workspace: Here, mention: FromPath[str]) -> tuple[Cell, ...]:
    """What can be corrected of a mention, with the present values in words."""
    index = view_of(workspace).index
    return cells(index, one(index.mentions, mention, "mention"))


@get("/mentions/{mention:str}/decisions", sync_to_thread=False)
def mention_decisions(workspace: Here, mention: FromPath[str]) -> tuple[Decision, ...]:
    """The decisions about a mention that stand, also where it was rejected."""
    return view_of(workspace).review.decided.get(mention, ())


@get("/claims", sync_to_thread=False)
def claims(
    workspace: Here, speaker: Wish = None, party: Wish = None, kind: KindWish = None,
    offset: Offset = 0, limit: Limit = 50,
) -> OffsetPagination[Claim]:  # fmt: skip
    """The claims, or those of a speaker, a party or a kind."""
    found = view_of(workspace).index.ledger.claims
    return slice_of(chosen(found, {"speaker": speaker, "party": party, "kind": kind}), offset, limit)


@get("/claims/{claim:str}", sync_to_thread=False, raises=[NotFoundException])
def claim(workspace: Here, claim: FromPath[str]) -> Claim:
    """One claim."""
    return one(view_of(workspace).index.claims, claim, "claim")


@get("/questions", sync_to_thread=False)
def questions(workspace: Here, offset: Offset = 0, limit: Limit = 50) -> OffsetPagination[Question]:
    """The questions with their positions."""
    return slice_of(view_of(workspace).index.ledger.questions, offset, limit)


@get("/questions/{question:str}", sync_to_thread=False, raises=[NotFoundException])
def question(workspace: Here, question: FromPath[str]) -> Question:
    """One question, also by an id that it had before a decision renamed it."""
    known = view_of(workspace).index.questions
    return one(known, question if question in known else present(workspace, question), "question")


def present(workspace: Workspace, question: str) -> str:
    """The question that has by now most of what this one had; the same id where nothing of it is left."""
    view = view_of(workspace)
    path = workspace.desk.trail.onward(question_path(question), view.sheets)
    return next((id for id in view.index.questions if question_path(id) == path), question)


@get("/relations", sync_to_thread=False)
def relations(
    workspace: Here, kind: FromQuery[RelationKind | None] = None, claim: Wish = None,
    offset: Offset = 0, limit: Limit = 50,
) -> OffsetPagination[Relation]:  # fmt: skip
    """How claims stand to each other, or those relations that a claim takes part in."""
    found = view_of(workspace).index.ledger.relations
    near = [r for r in found if claim is None or claim in (r.source, r.target)]
    return slice_of(chosen(near, {"kind": kind}), offset, limit)


@get("/names", sync_to_thread=False)
def names(workspace: Here) -> Names:
    """The names that a correction may choose from."""
    ledger = view_of(workspace).index.ledger
    return Names(
        parties=tuple(sorted(p.name for p in ledger.parties)),
        actors=tuple(sorted({a.name for a in ledger.actors})),
        places=tuple(sorted({p.name for p in ledger.places})),
    )


@get("/left", sync_to_thread=False)
def left(workspace: Here, offset: Offset = 0, limit: Limit = 50) -> OffsetPagination[Left]:
    """The mentions that nobody has looked at, the hardest first."""
    return slice_of(view_of(workspace).left, offset, limit)


@get("/search")
async def find(
    workspace: Here, q: Annotated[str, QueryParameter(max_length=500)], limit: Limit = 50
) -> tuple[Hit, ...]:
    """Where all words of the query stand in the reports' texts and claims."""
    return await to_thread.run_sync(partial(search, workspace.desk.store, q, limit))


@get("/decisions", sync_to_thread=False)
def decisions(
    workspace: Here, after: FromQuery[int] = 0, offset: Offset = 0, limit: Limit = 1000
) -> OffsetPagination[Decision]:
    """The decisions in their order, or those that follow the one with the id `after`."""
    found = view_of(workspace).decisions
    return slice_of([d for d in found if d.id > after] if after else found, offset, limit)


@post("/decisions", raises=[PermissionDeniedException])
async def decide(workspace: Here, data: JSONBody[Wanted], reviewer: Name = None) -> Decision:
    """Keep a decision. It is on disk when the answer comes."""
    user = cleaned(data.user or "") or name_of(reviewer)
    if not user:
        raise PermissionDeniedException("Say who decides: give your name first.")
    return await workspace.desk.decide(
        user, action=data.action, mentions=data.mentions, slot=data.slot, value=data.value, note=data.note, key=data.key
    )


@get("/news", sync_to_thread=False)
def news(workspace: Here, after: FromQuery[int] = 0) -> News:
    """What others decided since the decision `after`, and whether pages are out of date."""
    view = view_of(workspace)
    new = [d for d in view.decisions if d.id > after] if view.last > after else []
    return News(view.number, view.last, len(view.left), tuple(new[-MOST_NEWS:]))


def chosen(items: Sequence[Item], wanted: dict[str, str | None]) -> Sequence[Item]:
    """The items whose fields have the values that were asked for."""
    asked = {name: value for name, value in wanted.items() if value is not None}
    return [i for i in items if all(getattr(i, name) == value for name, value in asked.items())] if asked else items


ROUTES = (
    reports, report, mentions, mention, mention_cells, mention_decisions, claims, claim, questions, question,
    relations, names, left, find, decisions, decide, news,
)  # fmt: skip
