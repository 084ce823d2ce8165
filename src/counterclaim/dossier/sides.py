"""The sides of a question: each party, then the neutral speakers together, with the words that speak for each."""

from collections.abc import Iterable

from counterclaim.dossier.charts import shape_of
from counterclaim.dossier.index import Index
from counterclaim.dossier.links import speaker_path
from counterclaim.dossier.voices import voice
from counterclaim.dossier.words import COUNTED
from counterclaim.model import Mention, Position, Question, Record, Slot

NEUTRAL = "Others"
_DIRECTNESS = {"direct": 0, "mixed": 1, "indirect": 2, "report": 3}


class Camp(Record, frozen=True):
    """A party's positions, or all those of speakers who speak for none."""

    party: str | None
    name: str
    hue: str
    kind: str  # party or neutral
    href: str | None
    positions: tuple[Position, ...]


def camps(index: Index, question: Question) -> tuple[Camp, ...]:
    """The sides, those with most reports first and neutral speakers last; each side's positions by day."""
    parties = list(dict.fromkeys(p.party for p in question.positions if p.party))
    found = [_camp(index, party, question.positions) for party in parties]
    found.sort(key=lambda c: (-sum(p.reports for p in c.positions), c.name))
    neutral = [p for p in question.positions if p.party is None]
    return (*found, *([_camp(index, None, neutral)] if neutral else []))


def _camp(index: Index, party: str | None, positions: Iterable[Position]) -> Camp:
    held = sorted((p for p in positions if p.party == party), key=lambda p: _order(index, p))
    if party is None:
        return Camp(None, NEUTRAL, "neutral", "neutral", None, tuple(held))
    href = speaker_path(party) if party in index.actors or party in index.parties else None
    return Camp(party, index.name(party), index.hue(party), "party", href, tuple(held))


def _order(index: Index, position: Position) -> tuple[str, bool, str, int, int, tuple[str, ...]]:
    """By day; within a day mere denials first and what is most told last, as nearest to what the side says now."""
    denials = all(index.claims[c].kind == "denial" for c in position.claims if c in index.claims)
    first, last = position.since or "9999", position.to or "9999"
    return first, not denials, last, position.origins, position.reports, position.claims


def divided(index: Index, claims: Iterable[str]) -> int:
    """How often these claims are contradicted by another of their own side."""
    known = [index.claims[c] for c in claims if c in index.opposed and c in index.claims]
    pairs = [(c.party, index.claims[o].party) for c in known for o in index.opposed[c.id] if o in index.claims]
    return sum(own is not None and own == other for own, other in pairs)


def spokesman(index: Index, position: Position, place: str | None = None) -> Mention | None:
    """The mention that says a position best: on somebody's word, of the very place, in their own words, lately."""
    originals = [index.told[c][0] for c in position.claims if index.told.get(c)]
    return min(originals, key=lambda m: _fitness(index, m, place), default=None)


def answerer(index: Index, position: Position) -> str:
    """Whose answer a position is, by name: the party, the neutral speaker, or the report in its own voice."""
    if position.party:
        return index.name(position.party)
    mention = spokesman(index, position)
    return voice(index, mention).name if mention else index.name(position.speaker)


def worded(index: Index, position: Position) -> bool:
    """The position's answer is no figure of the program but words of a report, so that its quotations say it."""
    if position.quantity and shape_of(position.quantity):
        return False
    told = [m for claim in position.claims for m in index.told.get(claim, ())]
    answer = position.answer.rstrip(" …")
    return any(answer in " ".join(words(index, m).split()) or answer in words(index, m) for m in told)


def words(index: Index, mention: Mention) -> str:
    """A mention's words on one line."""
    text = index.reports[mention.report].text
    return " ".join(span.of(text) for span in mention.content)


def _fitness(index: Index, mention: Mention, place: str | None) -> tuple[bool | int | str, ...]:
    """How little a mention is fit to speak for its position: the lowest is the best."""
    claim = index.claims.get(mention.claim)
    return (
        mention.voice != "report" and mention.speaker is None,
        mention.voice == "report",
        mention.kind == "denial",
        place is not None and mention.place != place,
        _DIRECTNESS[mention.voice],
        -(claim.reports if claim else 0),
        -int("".join(c for c in mention.said.day or "0" if c.isdigit()) or 0),
        _length(mention),
        mention.id,
    )


def _length(mention: Mention) -> int:
    return sum(map(len, mention.content))


def told_slots(question: Question) -> tuple[Slot, ...]:
    """The slot whose words answer the question, to be set off in its quotations."""
    return ("quantity",) if question.kind in COUNTED else ()
