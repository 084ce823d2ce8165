"""A claim with all that its mentions know of it, ready to be compared."""

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Literal, TypeVar, get_args

import msgspec

from counterclaim.compare.amounts import Range, claimed, figure
from counterclaim.compare.answers import culprit, holder, loser
from counterclaim.compare.asked import Asked
from counterclaim.compare.case import Case
from counterclaim.compare.casualties import CASUALTIES, counted_together
from counterclaim.compare.likeness import stems, stems_in_order
from counterclaim.compare.merging import voice
from counterclaim.compare.victims import PEOPLE, Count, labels
from counterclaim.lexicon import word_set
from counterclaim.model import Claim, Kind, Mention, Quantity, Spans, When
from counterclaim.text import folded, lowered
from counterclaim.text import words as split

Value = TypeVar("Value")

COUNTS: frozenset[Kind] = frozenset(
    {"killed", "wounded", "captured", "trapped", "missing", "displaced", "crowd", "destroyed", "seized"}
)


# The lists of the lexicon of which rules ask whether a claim has a word.
Listed = Literal["accident", "charges", "claims", "purpose", "refuses"]


class Fact(msgspec.Struct, frozen=True, gc=False):
    """What one claim asserts. Values are those of its original, or else of the next mention that has them.

    `side` is the party whose position it voices; `doer` and `victim` are subject and object as sides where they
    are of one. `words` are the original's, `others` those of its other mentions; `deeds` the content words that name
    nobody and no place, each once; `listed` are the word lists that it has a word of; `counted` says of whom a count
    is; `source` is that of the original's report. No sets are kept: an event has a fact for each claim.
    """

    claim: Claim
    mentions: tuple[Mention, ...]
    who: str
    side: str | None
    subject: str | None
    object: str | None
    doer: str | None
    victim: str | None
    place: str | None
    when: When
    quantity: Quantity | None
    words: str
    others: tuple[str, ...]
    deeds: tuple[str, ...]
    listed: tuple[Listed, ...]
    range: Range | None
    source: str
    counted: str = PEOPLE

    @property
    def id(self) -> str:
        return self.claim.id

    @property
    def kind(self) -> Kind:
        return self.claim.kind

    @property
    def original(self) -> Mention:
        return self.mentions[0]

    @property
    def tellings(self) -> tuple[str, ...]:
        """The words of all mentions."""
        return self.words, *self.others

    @property
    def own_voice(self) -> bool:
        """The report says it itself."""
        return self.original.voice == "report"

    @property
    def denied(self) -> bool:
        """It says that something is not so."""
        return self.claim.polarity == "-" or self.kind == "denial" or self.original.hedge.scale == "denied"

    @property
    def reports(self) -> frozenset[str]:
        return frozenset(m.report for m in self.mentions)

    @property
    def owner(self) -> str:
        """Whose answer it is: a party's, a speaker's, or a report's."""
        return self.side or self.claim.speaker or f"report {self.original.report}"

    @property
    def day(self) -> str | None:
        """The first day on which it was said."""
        return self.claim.said.since

    @property
    def order(self) -> tuple[str, str, Spans, str]:
        """Earlier claims first; within a day by their reports' sources, then in the order of the text.

        Ids come last: they are hashes, and what is compared first must not hang on how a name is spelt.
        """
        return self.day or "", self.source, self.original.content, self.id

    @property
    def happened(self) -> str | None:
        """The day of the event, where one is known."""
        return self.when.to or self.when.since

    @property
    def deed(self) -> frozenset[str]:
        """The content words that name nobody and no place: what was done."""
        return frozenset(self.deeds)

    @property
    def stems(self) -> frozenset[str]:
        return stems(self.words)

    def says(self, key: Listed) -> bool:
        """It has a word of that list."""
        return key in self.listed


def facts(asked: Asked, claims: Iterable[Claim]) -> list[Fact]:
    """The claims with what their mentions know, earlier ones first."""
    found = sorted((asked.about(fact, claim) for claim in claims), key=lambda f: f.order)
    who = labels([asked.about(count, f) for f in found])
    return [asked.memory.of(counting, f, of) for f, of in zip(found, who, strict=True)]


def counting(fact: Fact, of: str) -> Fact:
    return msgspec.structs.replace(fact, counted=of)


def count(case: Case, fact: Fact) -> Count:
    """What says who is counted: the noun, or else the object's name, and their side; dead and wounded are one noun."""
    if counted_together(case, fact.original):
        return fact.kind, frozenset(fact.reports), CASUALTIES, fact.victim, figure(fact.quantity)
    named = fact.quantity.of if fact.quantity and fact.quantity.of else case.name(fact.object)
    noun = named if fact.object not in case.party or (fact.quantity and fact.quantity.of) else None
    return fact.kind, frozenset(fact.reports), noun, fact.victim, figure(fact.quantity)


def fact(case: Case, claim: Claim) -> Fact:
    mentions = [case.mention[id] for id in claim.mentions]
    subject = first(m.subject for m in mentions)
    object = first(m.object for m in mentions)
    doer, victim = parts(case, claim.kind, mentions, subject, object)
    quantity = first(m.quantity for m in mentions)
    words = case.words(mentions[0])
    return Fact(
        claim=claim,
        mentions=tuple(mentions),
        who=voice(case, mentions[0]),
        side=claim.party or first(m.party for m in mentions) or reported_side(case, claim, subject),
        subject=subject,
        object=object,
        doer=doer,
        victim=victim,
        place=first(m.place for m in mentions if not own_seat(case, m)) or named_place(case, claim, mentions),
        when=first(m.when for m in mentions if m.when.since or m.when.to) or When(),
        quantity=quantity,
        words=words,
        others=tuple(case.words(m) for m in mentions[1:]),
        deeds=case.apart_from_names(stems_in_order(words)),
        listed=listed(words),
        range=claimed(quantity, claim.polarity),
        source=case.report[mentions[0].report].source,
    )


def listed(text: str) -> tuple[Listed, ...]:
    """The word lists of which it has a word as it stands, in small letters."""
    tokens = {word for _, _, word in split(lowered(folded(text)))}
    return tuple(key for key in get_args(Listed) if not tokens.isdisjoint(word_set("compare", key)))


def named_place(case: Case, claim: Claim, mentions: Sequence[Mention]) -> str | None:
    """The place that the words of a claim about a place name, where no stage before has seen it as its place."""
    return first(map(case.place_named, mentions)) if claim.kind in ("control", "denial") else None


def own_seat(case: Case, mention: Mention) -> bool:
    """The place is only the country that speaks: "the United States said"; it says nothing of where it happened."""
    side = mention.party
    if side is None or mention.place is None or side not in case.party or mention.place not in case.place:
        return False
    return case.place[mention.place].name in (case.party[side].name, *case.party[side].aliases)


def reported_side(case: Case, claim: Claim, subject: str | None) -> str | None:
    """Whose denial a report tells in its own voice: "an accusation dismissed by the ministry"."""
    side = case.side(subject)
    return side if claim.kind == "denial" and claim.speaker is None and side in case.party else None


def parts(
    case: Case, kind: Kind, mentions: Sequence[Mention], subject: str | None, object: str | None
) -> tuple[str | None, str | None]:
    """Who did it and to whom: sides, or else persons; of a place, who holds it and who lost it."""
    if kind == "control":
        return first(holder(case, m) for m in mentions), first(loser(case, m) for m in mentions)
    if kind == "responsibility":
        doer = first(culprit(case, m) for m in mentions)
        victim = who(case, object)
        return doer, victim if victim != doer else None
    return who(case, subject), who(case, object)


def who(case: Case, actor: str | None) -> str | None:
    """The side of an actor, or the actor where it is a person; a number of people is nobody."""
    side = case.side(actor)
    if side in case.party:
        return side
    return actor if actor in case.actor and case.actor[actor].kind == "person" else None


def first(values: Iterable[Value | None]) -> Value | None:
    """The first value that is known."""
    return next((value for value in values if value is not None), None)


def commonest(values: Iterable[str]) -> str | None:
    """The value met most often; of equals, the first in order."""
    counts = Counter(values)
    return min(counts, key=lambda value: (-counts[value], value), default=None)
