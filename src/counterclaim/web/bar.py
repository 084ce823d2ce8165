"""The bar over every page: what is left to look at, who one is, what others decided."""

from urllib.parse import quote, unquote

from counterclaim.dossier.index import Index, safe
from counterclaim.dossier.links import question_path, report_path
from counterclaim.model import Mention, Record
from counterclaim.review.queue import CONTESTED, DRIFTED, UNKNOWN, UNNAMED
from counterclaim.web.desk import Desk

NAME_COOKIE = "counterclaim_name"
NAME_LASTS = 60 * 60 * 24 * 365
LONGEST_NAME = 80
# Why something is left to look at, in as few words as a bar has room for.
BRIEFLY = {
    CONTESTED: "contested", UNKNOWN: "speaker unknown", DRIFTED: "retold differently", UNNAMED: "unnamed sources",
}  # fmt: skip


class Bar(Record, frozen=True):
    """What the bar says."""

    number: int
    last: int
    left: int
    reasons: tuple[tuple[str, int], ...]
    decisions: int
    user: str
    login: bool
    trouble: str | None


def bar(desk: Desk, user: str | None, login: bool) -> Bar:
    """The bar over the present view; what is left is counted by its weightiest reason."""
    view = desk.view
    reasons = tuple((BRIEFLY.get(reason, reason), n) for reason, n in view.reasons.items())
    return Bar(
        number=view.number, last=view.last, left=len(view.left), reasons=reasons,
        decisions=len(view.decisions), user=user or "", login=login, trouble=desk.trouble,
    )  # fmt: skip


def cleaned(name: str) -> str:
    """A reviewer's name as it is kept: one line that can be shown, of a length that names somebody."""
    line = " ".join("".join(c if c.isprintable() else " " for c in name).split())
    return line[:LONGEST_NAME].rstrip()


def name_cookie(name: str) -> str:
    return quote(name, safe="")


def name_of(cookie: str | None) -> str | None:
    """The name in a cookie; None where there is none that could be one."""
    return cleaned(unquote(cookie, errors="replace")) or None if cookie else None


def place_of(index: Index, mention: Mention) -> str:
    """Where a mention can be looked at: under the question that its claim answers, else in its report."""
    question = index.asked.get(mention.claim)
    known = index.told.get(mention.claim, ())
    if question and known and known[0].id == mention.id:
        return f"{question_path(question.id)}#{safe(mention.claim)}"
    return f"{report_path(mention.report)}#note-{safe(mention.id)}"
