"""What is left to look at, hardest first."""

from counterclaim.model import Record
from counterclaim.review.applying import Review


class Left(Record, frozen=True):
    """A mention that nobody has decided about, and why somebody should."""

    mention: str
    reason: str


def left(review: Review) -> tuple[Left, ...]:
    """The mentions to look at, the hardest first."""
    unknown = [m for m in review.ledger.mentions if m.speaker is None and m.voice != "report"]
    return tuple(Left(m.id, "we could not tell who said this") for m in unknown if m.id not in review.decided)
