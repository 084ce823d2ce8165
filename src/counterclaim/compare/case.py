"""All that is known of one event before its claims are compared, with look-ups by id."""

from collections.abc import Iterable
from functools import cached_property

import msgspec

from counterclaim.compare.likeness import stems
from counterclaim.compare.wanting import Wanted
from counterclaim.lexicon import load
from counterclaim.model import Actor, CopyGroup, Mention, Party, Passage, Place, Report, Span, Spans
from counterclaim.text import lowered


class Case(msgspec.Struct, frozen=True, dict=True):
    """The reports of one event and what the earlier stages found in them: no more than the ledger holds of it.

    Claims can therefore be compared again, from the ledger alone, once people have decided otherwise.
    """

    reports: tuple[Report, ...]
    actors: tuple[Actor, ...]
    parties: tuple[Party, ...]
    places: tuple[Place, ...]
    mentions: tuple[Mention, ...]
    copies: tuple[CopyGroup, ...]
    wanted: Wanted = Wanted()

    @cached_property
    def report(self) -> dict[str, Report]:
        return {report.id: report for report in self.reports}

    @cached_property
    def actor(self) -> dict[str, Actor]:
        return {actor.id: actor for actor in self.actors}

    @cached_property
    def party(self) -> dict[str, Party]:
        return {party.id: party for party in self.parties}

    @cached_property
    def place(self) -> dict[str, Place]:
        return {place.id: place for place in self.places}

    @cached_property
    def mention(self) -> dict[str, Mention]:
        return {mention.id: mention for mention in self.mentions}

    @cached_property
    def told_in(self) -> dict[str, list[Mention]]:
        """The mentions of each report, in the order of its text."""
        found: dict[str, list[Mention]] = {report: [] for report in self.report}
        for mention in sorted(self.mention.values(), key=lambda m: (m.report, m.content, m.id)):
            found[mention.report].append(mention)
        return found

    @cached_property
    def cues(self) -> dict[str, tuple[Span, ...]]:
        """The words of each report that say that somebody said something."""
        return {report: tuple(sorted({c for m in told for c in m.cue})) for report, told in self.told_in.items()}

    @cached_property
    def held_by(self) -> dict[str, frozenset[str]]:
        """For each place, all places that hold it, whether or not `within` names them directly.

        What a claim leaves out of a place, or counts in, is a part of it: "has taken Dorn except for the ford".
        """
        found = {place.id: frozenset(self._outward(place.id)) for place in self.places}
        for part, whole in self._parts():
            if part not in found[whole]:
                found[part] |= {whole, *found[whole]} - {part}
        return found

    def _parts(self) -> Iterable[tuple[str, str]]:
        """Places that a claim about another place excepts from it or includes in it."""
        phrases = [f" {phrase} " for phrase in (*load("compare")["exceptions"], "including")]
        for mention in self.mention.values():
            if mention.kind == "control" and mention.place in self.place:
                plain = f" {self.words(mention)} "
                after = min((plain.find(p) + len(p) for p in phrases if p in plain), default=len(plain))
                part = self._place_in(f" {plain[after:]} ")
                if part is not None and part != mention.place:
                    yield part, str(mention.place)

    def _outward(self, place: str) -> Iterable[str]:
        found: set[str] = set()
        open_ = list(self.place[place].within)
        while open_:
            outer = open_.pop()
            if outer not in found and outer != place:
                found.add(outer)
                open_ += self.place[outer].within if outer in self.place else ()
        return found

    @cached_property
    def passages(self) -> dict[str, list[tuple[str, Passage]]]:
        """The copied passages of each report, with the id of their group."""
        found: dict[str, list[tuple[str, Passage]]] = {}
        for group in self.copies:
            for passage in group.passages:
                found.setdefault(passage.report, []).append((group.id, passage))
        return found

    @cached_property
    def copied_in(self) -> dict[str, tuple[str, ...]]:
        """For each mention, the groups whose passage in its report holds most of it."""
        return {m.id: tuple(id for id, p in self.passages.get(m.report, ()) if holds(p, m)) for m in self.mentions}

    @cached_property
    def text(self) -> dict[str, str]:
        """For each report, the first of all reports that it shares text with, through others too."""
        leader = {report: report for report in self.report}
        for group in self.copies:
            first, *others = (_lead(leader, p.report) for p in group.passages if p.report in leader)
            for other in others:
                low, high = sorted((_lead(leader, first), _lead(leader, other)))
                leader[high] = low
        return {report: _lead(leader, report) for report in leader}

    @cached_property
    def name_stems(self) -> frozenset[str]:
        """The words that name actors and places: they say who and where, not what was done.

        Small words count only in the names of parties ("the rebels"): "the gas attack" may be somebody's source, and
        is a deed all the same.
        """
        names: set[str] = set()
        for named in (self.actors, self.places):
            names.update(word for n in named for name in (n.name, *n.aliases) for word in name.split())
        names = {word for word in names if word[0].isupper()}
        names.update(word for party in self.parties for name in (party.name, *party.aliases) for word in name.split())
        return stems(" ".join(sorted(names)))

    def apart_from_names(self, words: tuple[str, ...]) -> tuple[str, ...]:
        """The words that name no actor and no place; where none does, the very same row."""
        found = tuple(word for word in words if word not in self.name_stems)
        return words if len(found) == len(words) else found

    @cached_property
    def side_names(self) -> dict[str, str]:
        """The parties by those of their names that are one word, in small letters; a word for two parties is out."""
        found: dict[str, set[str]] = {}
        for party in self.parties:
            for name in (party.name, *party.aliases):
                if " " not in name and len(name) > 3:
                    found.setdefault(lowered(name), set()).add(party.id)
        return {name: min(ids) for name, ids in sorted(found.items()) if len(ids) == 1}

    def name(self, id: str | None) -> str | None:
        """What an actor, party or place is called."""
        for known in (self.party, self.actor, self.place):
            if id is not None and id in known:
                return known[id].name
        return None

    def side(self, actor: str | None) -> str | None:
        """The party that an actor is or belongs to."""
        if actor is None or actor in self.party:
            return actor
        return self.actor[actor].party if actor in self.actor else None

    def words(self, mention: Mention) -> str:
        """What the mention says, in its own words."""
        text = self.report[mention.report].text
        if mention.content not in (known := self._words.setdefault(text, {})):
            known[mention.content] = " … ".join(" ".join(span.of(text).split()) for span in mention.content)
        return known[mention.content]

    @cached_property
    def _words(self) -> dict[str, dict[Spans, str]]:
        """Per text, the words that were read already: each mention is compared with many."""
        return {}

    def day(self, mention: Mention) -> str | None:
        """The day it was said, or else the day of its report, where known to the day."""
        published = self.report[mention.report].published
        return mention.said.day or (published.day if published and published.precision == "day" else None)

    def near(self, left: str | None, right: str | None) -> bool:
        """The two places are one, or one holds the other, or one of them is not known."""
        if left is None or right is None or left == right:
            return True
        return left in self.held_by.get(right, ()) or right in self.held_by.get(left, ())

    @cached_property
    def places_by_name(self) -> dict[str, str]:
        """The places by their names, where a name is of one place only."""
        found: dict[str, set[str]] = {}
        for place in self.places:
            for name in (place.name, *place.aliases):
                found.setdefault(name, set()).add(place.id)
        return {name: min(ids) for name, ids in sorted(found.items()) if len(ids) == 1}

    def place_named(self, mention: Mention) -> str | None:
        """The place that a mention names as its object ("took Dorn"), or else the longest name in its words."""
        named = self.places_by_name.get(self.name(mention.object) or "")
        return named or self._place_in(f" {self.words(mention)} ")

    def _place_in(self, words: str) -> str | None:
        plain = "".join(c if c.isalnum() or c in "'-" else " " for c in words)
        known = [name for word in dict.fromkeys(plain.split()) for name in self._names_by_word.get(word, ())]
        found = [name for name in known if f" {name} " in plain]
        return self.places_by_name[max(found, key=lambda name: (len(name), name))] if found else None

    @cached_property
    def _names_by_word(self) -> dict[str, list[str]]:
        """The names of places by their first words."""
        found: dict[str, list[str]] = {}
        for name in self.places_by_name:
            found.setdefault(name.split(" ")[0], []).append(name)
        return found

    def elsewhere(self, left: str | None, right: str | None) -> bool:
        """The two are different places of one country; a place in another country is often but a speaker's seat."""
        if self.near(left, right):
            return False
        countries = [self.place[place].country for place in (left, right) if place in self.place]
        return len(set(countries)) == 1

    def texts(self, mentions: Iterable[Mention]) -> int:
        """How many texts tell it: reports that have it in one copied passage count once."""
        leader: dict[str, str] = {}
        reports = set()
        for mention in mentions:
            reports.add(mention.report)
            for group in self.copied_in.get(mention.id, ()):
                leader[_lead(leader, mention.report)] = _lead(leader, group)
        return len({_lead(leader, report) for report in reports})


def _lead(leader: dict[str, str], key: str) -> str:
    """The one that stands for all that are joined with this one."""
    while leader.setdefault(key, key) != key:
        leader[key] = leader.setdefault(leader[key], leader[key])
        key = leader[key]
    return key


def holds(passage: Passage, mention: Mention) -> bool:
    """At least half of what the mention says lies in the passage."""
    inside = sum(max(0, min(s.end, passage.end) - max(s.start, passage.start)) for s in mention.content)
    return 2 * inside >= sum(map(len, mention.content))
