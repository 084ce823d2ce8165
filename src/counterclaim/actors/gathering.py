"""Every name of every report, each once: what the stages that join them see."""

from collections.abc import Iterable, Iterator, Sequence

from counterclaim.actors.kinds import word_set_of
from counterclaim.actors.spelling import name_words, plain
from counterclaim.memory import FORGETFUL, Memory
from counterclaim.model import Name, NameKind, Reading, Record

# Of these the object is a side that loses: killed, wounded, ….
SUFFERED = frozenset({"killed", "wounded", "captured", "trapped", "destroyed", "seized"})


class Sighting(Record, frozen=True):
    """How one report names somebody: all that it says of them, whatever number of times."""

    report: str
    text: str
    kind: NameKind
    roles: tuple[str, ...]
    bodies: tuple[str, ...]
    aliases: tuple[str, ...]
    starts: tuple[int, ...]  # where in the report's text the name stands
    acts: bool = True  # they speak, do something or lose people; False where they are only spoken of
    speaks: bool = True

    @property
    def key(self) -> tuple[str, str]:
        """What a name is looked up by: its report and its text, whatever the capitals."""
        return self.report, plain(self.text)

    @property
    def spellings(self) -> tuple[str, ...]:
        return (self.text, *self.aliases)


def once(readings: Sequence[Reading]) -> list[Reading]:
    """Each report's reading once, by the report's id."""
    return [r for _, r in sorted({r.report.id: r for r in readings}.items())]


def sightings(readings: Iterable[Reading], memory: Memory = FORGETFUL) -> list[Sighting]:
    """The names of these readings, one for each report and text, in an order that input order does not change."""
    found = {reading.report.id: memory.of(_sightings, reading) for reading in readings}
    return [sighting for _, of_report in sorted(found.items()) for sighting in of_report]


def _sightings(reading: Reading) -> tuple[Sighting, ...]:
    """The names of one report, one for each text."""
    found: dict[str, list[Name]] = {}
    acting: set[str] = set()
    speaking = {plain(s.speaker.text) for s in reading.speeches if s.speaker is not None}
    for name, acts in _names(reading):
        if name_words(name.text):
            key = plain(name.text)
            found.setdefault(key, []).append(name)
            if acts:
                acting.add(key)
    return tuple(_sighting(reading.report.id, n, key in acting, key in speaking) for key, n in sorted(found.items()))


def _names(reading: Reading) -> Iterator[tuple[Name, bool]]:
    """Every name with whether its bearer speaks or acts there."""
    for speech in reading.speeches:
        yield from _told(True, speech.speaker)
        yield from _told(False, *speech.via)
    for draft in reading.drafts:
        if draft.speech:
            yield from _told(True, draft.speech.speaker)
            yield from _told(False, *draft.speech.via)
        yield from _told(True, draft.subject)
        yield from _told(draft.kind in SUFFERED, draft.object)


def _told(acts: bool, *names: Name | None) -> Iterator[tuple[Name, bool]]:
    return ((name, acts) for name in names if name is not None)


def _sighting(report: str, names: list[Name], acts: bool, speaks: bool) -> Sighting:
    names = sorted(names, key=lambda n: (n.span, n.text, n.kind, n.role or "", n.body or "", n.aliases))
    return Sighting(
        report,
        names[0].text,
        _commonest_kind(names),
        _distinct(n.role for n in names),
        _distinct(n.body for n in names),
        _distinct(a for n in names for a in n.aliases),
        tuple(sorted({n.span.start for n in names})),
        acts,
        speaks,
    )


def _commonest_kind(names: list[Name]) -> NameKind:
    kinds = [n.kind for n in names]
    return max(sorted(set(kinds)), key=kinds.count)


def _distinct(values: Iterable[str | None]) -> tuple[str, ...]:
    return tuple(sorted({v.strip() for v in values if v and v.strip()}))


def is_counted(text: str) -> bool:
    """The words pick some out of many, so that another report's are others: two officials, a police officer."""
    words = name_words(text)
    return bool(words) and (words[0] in word_set_of("counting") or words[0].isdigit())
