"""The front page of a survey: events, the most contested first, each with its foremost question."""

from collections.abc import Sequence
from pathlib import Path

from counterclaim.dossier.index import Index, clipped
from counterclaim.dossier.links import report_path
from counterclaim.dossier.overview import brief, facts, title
from counterclaim.dossier.pages import Brief, LeftOut
from counterclaim.dossier.questions import ranked
from counterclaim.dossier.rendering import assets, render
from counterclaim.dossier.sides import spokesman
from counterclaim.dossier.views import Link
from counterclaim.dossier.words import count
from counterclaim.errors import NotWritable
from counterclaim.model import Record, Rejected

# Events of a front page; a page of more is not read, and the folder has them all.
MOST = 1000

Rank = tuple[int, int, int, str]


class EventLine(Record, frozen=True):
    """An event on the front page. `rank` puts the most contested first; `root` is the way to its dossier."""

    id: str
    rank: Rank
    title: str
    headline: Link | None
    facts: tuple[str, ...]
    contested: int
    questions: int
    brief: Brief | None
    root: str


class SurveyPage(Record, frozen=True):
    facts: tuple[str, ...]
    events: tuple[EventLine, ...]
    more: int
    alone: str | None
    left_out: tuple[LeftOut, ...]
    more_left_out: int


def event_line(index: Index, event: str, root: str) -> EventLine:
    """An event's line, with its foremost question and the words of the first answer."""
    asked = [q for q in ranked(index.ledger.questions) if any(spokesman(index, p) for p in q.positions)]
    contested = sum(q.status == "contested" for q in asked)
    differs = sum(q.status == "differs" for q in asked)
    return EventLine(
        id=event,
        rank=(-contested, -differs, -len(index.reports), event),
        title=title(index),
        headline=headline(index),
        facts=facts(index),
        contested=contested,
        questions=len(asked),
        brief=brief(index, asked[0]) if asked else None,
        root=root,
    )


def headline(index: Index) -> Link | None:
    """The title of the report with the most claims among those that have one."""
    titled = [r for r in index.order if index.reports[r].title]
    best = max(titled, key=lambda r: len(index.standing.get(r, ())), default=None)
    return Link(clipped(index.reports[best].title or "", 120), report_path(best), index.label(best)) if best else None


def write_front(events: Sequence[EventLine], alone: int, rejected: Sequence[Rejected], out: Path) -> Path:
    """Write OUT/index.html. Raises NotWritable."""
    page = SurveyPage(
        facts=(count(len(events), "event"), count(sum(e.contested for e in events), "contested question")),
        events=tuple(events[:MOST]),
        more=max(0, len(events) - MOST),
        alone=f"{count(alone, 'report')} of events that no other report tells of" if alone else None,
        left_out=tuple(LeftOut(r.source, r.reason, None) for r in rejected[:20]),
        more_left_out=len(rejected),
    )
    try:
        (out / "static").mkdir(parents=True, exist_ok=True)
        for name, content in assets().items():
            (out / "static" / name).write_bytes(content)
        (out / "index.html").write_text(render("survey.html", "", page=page, here="survey"), encoding="utf-8")
    except OSError as error:
        raise NotWritable(f"the survey cannot be written to {out}: {error.strerror or error}") from error
    return out / "index.html"
