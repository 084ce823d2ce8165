"""Search over the words of all reports and claims."""

from counterclaim.model import Ledger, Record, Span
from counterclaim.review.store import Store


class Hit(Record, frozen=True):
    """A place where the words of a query stand: in a report, or in a mention of it (`mention` is its id).

    `span` is the first word found, in the report's text; `snippet` are the words around it, a slice of the text
    that begins at `start`.
    """

    report: str
    mention: str | None
    span: Span
    start: int
    snippet: str


def index(store: Store, ledger: Ledger) -> None:
    """Make the store's search ready for this ledger; nothing is done where it is already."""
    raise NotImplementedError


def search(store: Store, query: str, limit: int = 50) -> tuple[Hit, ...]:
    """Where all words of the query stand together in a passage or claim; whatever else it holds is no command."""
    raise NotImplementedError
