"""The cells of a mention that a person can correct, each with what it holds now, in words that can be typed back."""

from counterclaim.dossier.index import Index
from counterclaim.model import Mention, Record, When


class Cell(Record, frozen=True):
    """A slot and its present value; empty where it has none."""

    slot: str
    value: str


def cells(index: Index, mention: Mention) -> tuple[Cell, ...]:
    """What can be corrected, the likeliest first: a figure, who says it, where; then the rest."""
    place = index.places.get(mention.place or "")
    actor = index.actors.get(mention.speaker or "")
    found = {
        "quantity": amount(mention),
        "speaker": _name(index, mention.speaker),
        "place": place.name if place else "",
        "subject": _name(index, mention.subject),
        "object": _name(index, mention.object),
        "kind": mention.kind,
        "polarity": mention.polarity,
        "hedge": mention.hedge.scale,
        "said": mention.said.day or "",
        "when": days(mention.when),
        "party": _name(index, mention.party),
        "role": (actor.role if actor else None) or "",
        "channel": mention.channel or "",
        "via": ", ".join(_name(index, a) for a in mention.via),
    }
    return tuple(Cell(slot, value) for slot, value in found.items())


def amount(mention: Mention) -> str:
    """ "at least 20 soldiers", "between 20 and 30", or the report's own words."""
    quantity = mention.quantity
    if quantity is None:
        return ""
    low, high = quantity.low, quantity.high
    if low is None and high is None:
        return quantity.text
    known = f"at most {high}" if low is None else f"at least {low}" if high is None else f"between {low} and {high}"
    return " ".join(filter(None, [f"{low}" if low == high else known, quantity.of]))


def days(when: When) -> str:
    """ "2024-03-05" or "2024-03-04 to 2024-03-06"."""
    ends = [day for day in dict.fromkeys((when.since, when.to)) if day]
    return " to ".join(ends)


def _name(index: Index, actor: str | None) -> str:
    return index.name(actor) if actor else ""
