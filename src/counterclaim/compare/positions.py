"""The answers to a question as a reader sees them: by party, then by neutral speaker, with days and origins."""

from collections.abc import Sequence

from counterclaim.compare.amounts import amount, bounds, joined
from counterclaim.compare.case import Case
from counterclaim.compare.facts import COUNTS, Fact, commonest
from counterclaim.compare.manner import chance, intent
from counterclaim.compare.merging import shortened
from counterclaim.compare.rules import knows
from counterclaim.compare.stances import REPORTS, Answer
from counterclaim.compare.support import grants
from counterclaim.lexicon import word_set
from counterclaim.model import Mention, Position, Quantity
from counterclaim.text import folded, lowered
from counterclaim.text import words as split

# An answer is read beside others; a line and a half of it.
ANSWER = 120

# From "denied" to what is denied lie at most these many characters of the report.
REACH = 60


def positions(case: Case, topic: Sequence[Fact], answers: Sequence[Answer]) -> list[tuple[Position, Answer]]:
    """The positions on a question with their claims: parties first, then neutral speakers, the most told first."""
    place = commonest([f.place for f in topic if f.place])
    made = [(position(case, given, place), given) for given in answers]
    return sorted(made, key=lambda p: (p[0].party is None, -p[0].texts, p[0].since or "", p[0].claims))


def position(case: Case, given: Answer, place: str | None) -> Position:
    """One answer of one party or speaker to what is asked of a place."""
    group = given.facts
    best = min(group, key=lambda f: clearness(case, f, place))
    days = sorted(day for f in group for day in (f.claim.said.since, f.claim.said.to) if day)
    mentions = [m for f in group for m in f.mentions]
    quantity = joined([f.quantity for f in group if f.quantity is not None and f.kind in COUNTS])
    return Position(
        party=given.side,
        speaker=None if given.side else best.claim.speaker,
        answer=answer(case, best, quantity, case.name(place)),
        quantity=quantity,
        since=days[0] if days else None,
        to=days[-1] if days else None,
        claims=tuple(f.id for f in group),
        reports=len({m.report for m in mentions}),
        texts=case.texts(mentions),
        origins=origins(case, [given]),
        concession=any(grants(f) for f in group),
    )


def clearness(case: Case, fact: Fact, place: str | None) -> tuple[object, ...]:
    """The claim that answers most plainly first: on somebody's word, what is granted, what is so, naming the place."""
    names = any(f" {case.name(place)} " in f" {words} " for words in fact.tellings)
    least = (fact.own_voice, not grants(fact), fact.denied, fact.place not in (place, None), not names)
    return *least, -len(fact.mentions), fact.day or "9999", fact.order


def answer(case: Case, fact: Fact, quantity: Quantity | None, place: str | None) -> str:
    """The answer in short: the count, or else the words; of what is denied, the words that deny it."""
    counted = fact.range is not None or bounds(quantity) is not None
    if counted and fact.kind in COUNTS and not (chance(fact) or intent(fact)):
        return amount(quantity or fact.quantity)
    if fact.denied and not negative(fact.words):
        return shortened(denial(case, fact.original), ANSWER)
    naming = (words for words in fact.tellings if fact.kind == "control" and place and place in words)
    return shortened(next(naming, fact.words), ANSWER)


def negative(words: str) -> bool:
    """The words themselves say that something is not so."""
    plain = lowered(folded(words))
    return "n't" in plain or any(word in word_set("compare", "negates") for _, _, word in split(plain))


def denial(case: Case, mention: Mention) -> str:
    """What is denied together with the words of the report that deny it, where these stand just before it."""
    text, start = case.report[mention.report].text, mention.content[0].start
    cue = [span for span in mention.cue if span.end <= start and start - span.start <= REACH]
    if cue and negative(cue[-1].of(text)):
        return " ".join(text[cue[-1].start : mention.content[-1].end].split())
    return f"denies “{case.words(mention)}”"


def origins(case: Case, held: Sequence[Answer]) -> int:
    """Independent originals: a party on one day is one, a speaker is one, a text in its own voice is one.

    A report that cites nobody could know only where it reports from the spot, and one that retells knows nothing more;
    so an outlet that another report names as its source counts for nothing: from where it had it is not told.
    """
    own = [f for given in held for f in given.facts if given.owner in (f.owner, REPORTS)]
    known = {(f.side, f.day) if f.side else f.owner for f in own if knows(case, f)}
    spots = [m for f in own if f.own_voice for m in f.mentions if from_the_spot(case, m.report)]
    return len(known) + case.texts(spots)


def from_the_spot(case: Case, report: str) -> bool:
    """The report says where it was written: a dateline."""
    return any(block.kind == "dateline" for block in case.report[report].blocks)
