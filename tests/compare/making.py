"""An event made up for a test: what is told where, by whom, with which values."""

import random
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

import msgspec

from counterclaim import compare
from counterclaim.compare import Case, Compared
from counterclaim.model import (
    Actor,
    Block,
    CopyGroup,
    Hedge,
    Kind,
    Mention,
    Party,
    Passage,
    Place,
    Published,
    Quantity,
    Report,
    Said,
    Span,
    When,
)

DAY = "2031-05-02"

# Dorn and Lisk lie in the province of Amber, and that in the country of Marland; Petra's Ford in Dorn.
WITHIN = {"Dorn": ("Amber", "Marland"), "Lisk": ("Amber", "Marland"), "Amber": ("Marland",), "Marland": (),
          "Petra's Ford": ("Dorn", "Amber", "Marland")}  # fmt: skip
PARTIES = {"Army": ("Marland army", "army"), "League": ("River League", "leaguers"), "Guard": ("Border Guard",)}
SIDE_OF = {"Colonel Vey": "Army", "Captain Hask": "Army", "Ina Roth": "League", "Tam Okra": "League"}


@dataclass
class Event:
    """Reports with what they tell; each telling becomes a line of its report."""

    days: dict[str, str | None] = field(default_factory=dict)
    lines: dict[str, list[str]] = field(default_factory=dict)
    told: list[Mention] = field(default_factory=list)
    copied: list[tuple[str, ...]] = field(default_factory=list)

    def tell(
        self,
        report: str,
        words: str,
        kind: Kind = "statement",
        speaker: str | None = None,
        count: tuple[int | None, int | None] | None = None,
        of: str = "people",
        place: str | None = None,
        subject: str | None = None,
        object: str | None = None,
        day: str | None = DAY,
        happened: str | None = None,
        **more: Any,
    ) -> "Event":
        """The report of that day says this, on the speaker's word or its own."""
        self.days.setdefault(report, day)
        before = self.lines.setdefault(report, [])
        start = sum(len(line) + 1 for line in before)
        before.append(words)
        side = SIDE_OF.get(speaker or "", speaker if speaker in PARTIES else None)
        fields: dict[str, Any] = {
            "id": f"m-{report}-{len(before)}-{kind}",
            "report": report,
            "claim": "",
            "content": (Span(start, start + len(words)),),
            "cue": (),
            "source": (),
            "voice": "indirect" if speaker else "report",
            "speaker": actor_id(speaker),
            "party": actor_id(side),
            "via": (),
            "channel": None,
            "said": Said(None, None, ""),
            "kind": kind,
            "subject": actor_id(subject),
            "object": actor_id(object),
            "place": place and f"p-{place}",
            "when": When(happened, happened),
            "quantity": Quantity(*count, of, "") if count else None,
            "polarity": "+",
            "hedge": Hedge("claimed" if speaker else "fact", None),
            "spans": {},
        }
        self.told.append(Mention(**{**fields, **more}))
        return self

    def copies(self, *reports: str) -> "Event":
        """These reports carry all of their lines as one copied passage."""
        self.copied.append(reports)
        return self

    def case(self) -> Case:
        return Case(
            reports=tuple(self.report(id) for id in sorted(self.lines)),
            actors=tuple(actors(self.told)),
            parties=tuple(Party(f"a-{n}", n, aliases, "") for n, aliases in PARTIES.items()),
            places=tuple(
                Place(f"p-{n}", n, (), None, None, None, "ML", tuple(f"p-{w}" for w in outer))
                for n, outer in WITHIN.items()
            ),
            mentions=tuple(self.told),
            copies=tuple(self.group(group) for group in self.copied),
        )

    def report(self, id: str) -> Report:
        text = "\n".join(self.lines[id])
        day = self.days[id]
        published = Published(day, "day", "") if day else None
        return Report(id, f"{id}.txt", None, None, None, published, "en", text, (Block(0, len(text), "paragraph"),))

    def group(self, reports: tuple[str, ...]) -> CopyGroup:
        passages = tuple(Passage(r, 0, len("\n".join(self.lines[r]))) for r in reports)
        return CopyGroup("k-" + "-".join(reports), None, "unknown", passages)


def actor_id(name: str | None) -> str | None:
    return name and f"a-{name}"


def actors(told: Sequence[Mention]) -> list[Actor]:
    """Everybody named, in the order of their names."""
    ids = {id for m in told for id in (m.speaker, m.subject, m.object) if id} | {f"a-{name}" for name in PARTIES}
    found = []
    for name in sorted(id.removeprefix("a-") for id in ids):
        side = name if name in PARTIES else SIDE_OF.get(name)
        found.append(Actor(f"a-{name}", name, (), "group" if name in PARTIES else "person", None, actor_id(side)))
    return found


class Outcome(Compared, frozen=True):
    """What comparing an event gives, with the reasons of its relations."""

    def kinds(self) -> set[str]:
        return {r.kind for r in self.relations}

    def reasons(self, kind: str) -> list[str]:
        return sorted(r.because for r in self.relations if r.kind == kind)


def compared(event: Event) -> Outcome:
    return outcome(event.case())


def outcome(case: Case) -> Outcome:
    return Outcome(**msgspec.structs.asdict(compare.compared(case)))


def shuffled(case: Case, seed: int) -> Case:
    """The same event, its reports and mentions in another order and some of them twice."""
    rng = random.Random(seed)

    def mixed(items: Sequence[Any]) -> tuple[Any, ...]:
        return tuple(rng.sample(list(items), len(items)))

    return msgspec.structs.replace(
        case,
        reports=mixed(case.reports),
        mentions=mixed([*case.mentions, *case.mentions[:3]]),
        actors=mixed(case.actors),
        places=mixed(case.places),
        parties=mixed(case.parties),
        copies=mixed(case.copies),
    )
