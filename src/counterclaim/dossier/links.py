"""Addresses inside the dossier, from its own folder."""

from counterclaim.dossier.index import Index, report_day, safe
from counterclaim.dossier.views import Link
from counterclaim.model import Mention, RelationKind


def report_path(report: str) -> str:
    return f"reports/{safe(report)}.html"


def question_path(question: str) -> str:
    return f"questions/{safe(question)}.html"


def relations_path(question: str, kind: RelationKind, number: int) -> str:
    """A page of a question's relations of one sort, where they are too many for its own."""
    return f"questions/{safe(question)}-{kind}-{number + 1}.html"


def speaker_path(actor: str, number: int = 0) -> str:
    """A speaker's page; who says very much has more of them."""
    return f"speakers/{safe(actor)}{f'-{number + 1}' if number else ''}.html"


def part_path(page: str, number: int) -> str:
    """A page of a list that is too long for one: "sources.html", "sources-2.html"."""
    return f"{page}{f'-{number + 1}' if number else ''}.html"


def part_links(page: str, number: int, of: int) -> tuple[Link | None, Link | None]:
    """The ways to the page before and to the one after."""
    before = Link("before", part_path(page, number - 1)) if number else None
    return before, Link("more", part_path(page, number + 1)) if number + 1 < of else None


def parts(each: int, *lists: int) -> int:
    """How many pages lists of such lengths need, with so many lines of each on a page."""
    return max(1, -(-max(lists) // each))


def place_anchor(place: str) -> str:
    return f"place-{safe(place)}"


def place_link(index: Index, place: str | None) -> Link | None:
    """A place on the page of the map."""
    found = index.places.get(place or "")
    return Link(found.name, f"map.html#{place_anchor(found.id)}") if found else None


def mention_path(mention: Mention) -> str:
    """The place in the report where a mention stands."""
    return f"{report_path(mention.report)}#{safe(mention.id)}"


def report_link(index: Index, report: str, at: str = "") -> Link:
    """A report by its number and name; `at` is an anchor in it."""
    number, found = index.numbers[report], index.reports[report]
    title = f"{index.label(report)}, {report_day(found)}"
    return Link(f"{number}", report_path(report) + (f"#{at}" if at else ""), title)


def question_link(index: Index, claim: str) -> Link | None:
    """The question that a claim answers, where there is one."""
    question = index.asked.get(claim)
    return Link(question.text, f"{question_path(question.id)}#{safe(claim)}") if question else None
