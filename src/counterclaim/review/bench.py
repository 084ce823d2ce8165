"""The ledger on the bench: what decisions take hold of, until it is put together again."""

import re
from collections.abc import Callable, Mapping
from typing import Protocol

import msgspec

from counterclaim.actors.spelling import plain
from counterclaim.ids import content_id
from counterclaim.model import Actor, Ledger, Mention, NameKind, Party, Place, Report
from counterclaim.places.naming import key_of

replace = msgspec.structs.replace
_ID = re.compile(r"[ap]-[0-9a-f]{16}")


class Vanished(LookupError):
    """A decision names somebody by an id that the ledger no longer has."""


class Named(Protocol):
    """What has a name and other names."""

    @property
    def name(self) -> str: ...
    @property
    def aliases(self) -> tuple[str, ...]: ...


class Bench:
    """The records of a ledger by id, as far as decisions have changed them. Records themselves stay frozen."""

    def __init__(self, ledger: Ledger) -> None:
        self.reports: dict[str, Report] = {r.id: r for r in ledger.reports}
        self.actors: dict[str, Actor] = {a.id: a for a in ledger.actors}
        self.parties: dict[str, Party] = {p.id: p for p in ledger.parties}
        for party in ledger.parties:
            self.actors.setdefault(party.id, Actor(party.id, party.name, party.aliases, "group", None, party.id))
        self.places: dict[str, Place] = {p.id: p for p in ledger.places}
        self.mentions: dict[str, Mention] = {m.id: m for m in ledger.mentions}
        self.rejected: set[str] = set()
        self.gone: dict[str, str] = {}  # what was joined to another, by id
        # Two mentions that belong together or apart, in a claim or in a question.
        self.together: dict[str, dict[tuple[str, str], bool]] = {"claim": {}, "question": {}}

    def set(self, mention: str, **values: object) -> None:
        self.mentions[mention] = replace(self.mentions[mention], **values)

    def side(self, actor: str | None) -> str | None:
        """The party that an actor is or belongs to."""
        if actor is None or actor in self.parties:
            return actor
        return self.actors[actor].party if actor in self.actors else None

    def actor(self, name: str | None) -> str | None:
        """Who is called so, by id, name or alias; made where nobody is."""
        found = self.known_actor(name)
        if found is None and name is not None:
            found = content_id("a", plain(name) or name, "named")
            self.actors[found] = Actor(found, name, (), sort_of(name), None, None)
        return found

    def known_actor(self, name: str | None) -> str | None:
        return name and (self.known(name, self.actors, plain) or self.known(name, self.parties, plain))

    def party(self, name: str | None, basis: str) -> str | None:
        """The party that is called so; an actor of that name becomes one, and nobody's name a new one."""
        found = (name and self.known(name, self.parties, plain)) or self.actor(name)
        if found is not None and found not in self.parties:
            actor = replace(self.actors[found], kind="group", party=found)
            self.actors[found] = actor
            self.parties[found] = Party(found, actor.name, actor.aliases, basis)
        return found

    def place(self, name: str | None) -> str | None:
        """The place that is called so; made, without a position, where none is."""
        found = self.known_place(name)
        if found is None and name is not None:
            found = content_id("p", key_of(name) or name, "named")
            self.places[found] = Place(found, name, (), None, None, None, None, ())
        return found

    def known_place(self, name: str | None) -> str | None:
        return name and self.known(name, self.places, key_of)

    def known(self, name: str, among: Mapping[str, Named], key: Callable[[str], str]) -> str | None:
        """The one of this id, or else of this name, or else with this alias; of several the first by id.

        Raises Vanished where the name is an id that a rebuild has done away with.
        """
        name = self.gone.get(name, name)
        if name in among:
            return name
        if _ID.fullmatch(name) and name not in self.actors and name not in self.parties:
            raise Vanished(name)
        wanted = key(name) or name
        of_name = (id for id, one in sorted(among.items()) if (key(one.name) or one.name) == wanted)
        of_alias = (id for id, one in sorted(among.items()) if wanted in map(key, one.aliases))
        return next(of_name, None) or next(of_alias, None)


def sort_of(name: str) -> NameKind:
    """What a name that no report has is taken for: words with capitals name a person, anything else a body."""
    parts = name.split()
    return "person" if len(parts) > 1 and all(part[0].isupper() for part in parts) else "group"
