"""The question that a topic answers, worded as a person would ask it."""

from collections.abc import Sequence

from counterclaim.compare.case import Case
from counterclaim.compare.casualties import CASUALTIES
from counterclaim.compare.days import spoken
from counterclaim.compare.facts import Fact, commonest
from counterclaim.compare.likeness import stems
from counterclaim.compare.manner import HARMS, chance, intent
from counterclaim.compare.victims import class_of, noun
from counterclaim.lexicon import load
from counterclaim.model import Kind, Mention

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

# Of dead and wounded counted together.
WOUNDED_TOO = "How many {people} were killed or wounded{there}{then}?"

# Of one person it is asked whether it happened.
OF_ONE: dict[Kind, str] = {
    "killed": "Was {name} killed{there}{then}?",
    "wounded": "Was {name} wounded{there}{then}?",
    "captured": "Was {name} captured{there}{then}?",
    "trapped": "Is {name} trapped{there}{then}?",
    "missing": "Is {name} missing{there}{then}?",
}

# What stands for a place in a question, where no report names it: so many words of the report at most.
LONGEST = 6


def asked(case: Case, topic: Sequence[Fact]) -> str:
    """The question of a topic."""
    kind = topic[0].kind
    if any(chance(f) for f in topic) and any(intent(f) for f in topic) and kind in HARMS:
        return f"Was the {deed(topic)} meant, or an accident?"
    place = case.name(commonest([f.place for f in topic if f.place]))
    place = with_article(case, topic, place) if place else None
    there = f" {preposition(place)} {place}" if place else ""
    victim = commonest([f.victim for f in topic if f.victim])
    if victim is not None and victim not in case.party and kind in OF_ONE and counted(topic) is None:
        return OF_ONE[kind].format(name=case.name(victim), there=there, then=then(topic))
    wording = WOUNDED_TOO if topic[0].counted == CASUALTIES else WORDING[kind]
    return wording.format(
        place=place or thing(case, topic) or "the place",
        there=there,
        then=then(topic),
        people=counted(topic) or (f"people of {case.name(victim)}" if victim in case.party else "people"),
        things=counted(topic) or "vehicles and weapons",
        deed=deed(topic),
        side=case.name(victim) or "which side",
    )


def preposition(place: str) -> str:
    """The word before a place: in a town, at a bridge."""
    return "at" if place.split()[-1].lower() in load("compare")["at"] else "in"


def with_article(case: Case, topic: Sequence[Fact], name: str) -> str:
    """The name of a place with "the" before it, where most reports have it so."""
    found = [has_article(case, m, name) for f in topic for m in f.mentions]
    known = [has for has in found if has is not None]
    return f"the {name}" if 2 * sum(known) > len(known) else name


def has_article(case: Case, mention: Mention, name: str) -> bool | None:
    """Where the mention names its place by this name, whether "the" stands before it."""
    text = case.report[mention.report].text
    for span in mention.spans.get("place", ()):
        at = text.find(name, span.start, span.end)
        if at >= 0:
            return text[max(0, at - 4) : at].lower() == "the "
    return None


def counted(topic: Sequence[Fact]) -> str | None:
    """What is counted, as most claims call it, without "these" and "its"."""
    nouns = [of for f in topic if f.quantity and (of := noun(f.quantity.of))]
    return commonest([of for of in nouns if class_of(of) != CASUALTIES])


def thing(case: Case, topic: Sequence[Fact]) -> str | None:
    """What most claims name as held or cut off, in the reports' words: the road, the town's power."""
    named = [words for f in topic for m in f.mentions if (words := named_thing(case, m))]
    return commonest(named)


def named_thing(case: Case, mention: Mention) -> str | None:
    """The place or object of a mention as its report has it, where that is short."""
    text = case.report[mention.report].text
    spans = mention.spans.get("place") or mention.spans.get("object") or ()
    words = " ".join(spans[0].of(text).split()) if spans else ""
    fits = words and len(words.split(" ")) <= LONGEST and spans[0].start >= mention.content[0].start
    return (words[0].lower() + words[1:] if words.startswith("The ") else words) if fits else None


def deed(topic: Sequence[Fact]) -> str:
    """What was done, in the noun that most claims have for it."""
    nouns = {stem: noun for noun in load("compare")["deeds"] for stem in stems(noun)}
    return commonest([nouns[stem] for f in topic for stem in sorted(f.deed & nouns.keys())]) or "attack"


def then(topic: Sequence[Fact]) -> str:
    """The day of the event, where the claims know one."""
    day = commonest([f.happened for f in topic if f.happened])
    return f" on {spoken(day)}" if day is not None and len(day) == 10 else ""
