"""The question that a topic answers, worded as a person would ask it."""

from collections.abc import Sequence
from datetime import date

from counterclaim.compare.case import Case
from counterclaim.compare.facts import Fact, commonest
from counterclaim.compare.likeness import stems
from counterclaim.compare.manner import HARMS, chance, intent
from counterclaim.lexicon import load
from counterclaim.model import Kind

# With the place, and with the side or thing in question, where these are known.
WORDING: dict[Kind, str] = {
    "control": "Who holds {place}?",
    "killed": "How many {people} were killed{there}{then}?",
    "wounded": "How many {people} were wounded{there}{then}?",
    "captured": "How many {people} were captured{there}{then}?",
    "trapped": "How many {people} are trapped{there}{then}?",
    "missing": "How many {people} are missing{there}{then}?",
    "displaced": "How many {people} were driven from home{there}{then}?",
    "crowd": "How many {people} took part{there}{then}?",
    "destroyed": "How many {things} were destroyed{there}{then}?",
    "seized": "How many {things} were taken{there}{then}?",
    "responsibility": "Who is behind the {deed}{there}{then}?",
    "support": "Who helps {side}{there}?",
    "blockade": "Is {place} cut off, and by whom?",
    "movement": "Which forces are on the move{there}{then}?",
    "talks": "Is there an agreement, or will there be talks{there}?",
}


def asked(case: Case, topic: Sequence[Fact]) -> str:
    """The question of a topic."""
    kind = topic[0].kind
    if any(chance(f) for f in topic) and any(intent(f) for f in topic) and kind in HARMS:
        return f"Was the {deed(topic)} meant, or an accident?"
    place = case.name(commonest([f.place for f in topic if f.place]))
    victim = case.name(commonest([f.victim for f in topic if f.victim]))
    return WORDING[kind].format(
        place=place or "the place",
        there=f" in {place}" if place else "",
        then=then(topic),
        people=counted(topic) or victim or "people",
        things=counted(topic) or "vehicles and weapons",
        deed=deed(topic),
        side=victim or "which side",
    )


def counted(topic: Sequence[Fact]) -> str | None:
    """What is counted, as most claims call it."""
    return commonest([f.quantity.of for f in topic if f.quantity and f.quantity.of])


def deed(topic: Sequence[Fact]) -> str:
    """What was done, in the noun that most claims have for it."""
    nouns = {stem: noun for noun in load("compare")["deeds"] for stem in stems(noun)}
    return commonest([nouns[stem] for f in topic for stem in sorted(f.deed & nouns.keys())]) or "attack"


def then(topic: Sequence[Fact]) -> str:
    """The day of the event, where the claims know one."""
    day = commonest([f.happened for f in topic if f.happened])
    if day is None or len(day) != 10:
        return ""
    known = date.fromisoformat(day)
    return f" on {known.day} {known:%B} {known.year}"
