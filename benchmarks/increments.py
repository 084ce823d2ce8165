"""One report added to a ledger: its cost with a memory and without; a full rebuild gives the same.

    python benchmarks/increments.py [CLAIMS ...]

Made-up readings of twenty claims each in invented words: 120 persons of six bodies and of none, forty places, 120 days.
The language and tagging of the added report are apart: it comes as it was read. Seconds are of the processor.
"""

import random
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from claims import COUNTED, DAYS, KINDS, PARTIES, PER_REPORT, PLACES, SPEAKERS
from counterclaim.actors import cast
from counterclaim.building import assemble
from counterclaim.compare import Case
from counterclaim.compare.merging import merge
from counterclaim.compare.questions import questions
from counterclaim.compare.relations import relations
from counterclaim.compare.study import Study
from counterclaim.copies import copy_groups
from counterclaim.disk import put
from counterclaim.ledger import faults, write_ledger
from counterclaim.ledger.files import encode
from counterclaim.memory import Kept
from counterclaim.mentions import mentions
from counterclaim.model import (
    Attribution,
    Block,
    Draft,
    Hedge,
    Kind,
    Name,
    Published,
    Quantity,
    Reading,
    Report,
    Said,
    Span,
    Speech,
    When,
)  # fmt: skip
from counterclaim.options import Options
from counterclaim.places import sites

Answer = TypeVar("Answer")
STAGES = ("cast", "sites", "copies", "mentions", "merge", "relations", "questions", "check", "encode", "write")


class Maker:
    """Readings with claims in them, the same for the same seed."""

    def __init__(self, seed: int = 1) -> None:
        self.rng = random.Random(seed)
        self.words = [self.word(3) for _ in range(3000)]
        self.places = [self.word(3).title() for _ in range(PLACES)]
        self.bodies = [f"{self.word(3).title()} Front" for _ in range(PARTIES)]
        self.people = [f"{self.word(2).title()} {self.word(3).title()}" for _ in range(SPEAKERS)]
        self.text: list[str] = []

    def word(self, syllables: int) -> str:
        return "".join(self.rng.choice("bdfgklmnprst") + self.rng.choice("aeiou") for _ in range(syllables))

    def reading(self, number: int) -> Reading:
        """A report of twenty claims."""
        id, day = f"r-{number:06d}", f"2031-{1 + number % DAYS // 28:02d}-{1 + number % DAYS % 28:02d}"
        self.text = []
        drafts = tuple(self.draft(id, day) for _ in range(PER_REPORT))
        text = "".join(self.text)
        block = Block(0, len(text), "paragraph")
        report = Report(id, f"{number}.txt", None, None, None, Published(day, "day", ""), "en", text, (block,))
        places = tuple(sorted({d.place for d in drafts if d.place}))
        return Reading(report, places, tuple(d.speech for d in drafts if d.speech), drafts, ())

    def draft(self, report: str, day: str) -> Draft:
        """ "Gafo Lemiru said Dupale Front botik 12 people in Karevo." """
        kind: Kind = self.rng.choice(KINDS)
        source = self.name("person", self.people, 0.7)
        cue = self.put("said") if source else None
        start = self.length
        subject = self.name("group", self.bodies, 0.5)
        self.put(" ".join(self.rng.choices(self.words, k=self.rng.randint(5, 12))))
        count = self.rng.randint(1, 60)
        counted = (
            self.put(f"{count} {self.rng.choice(['people', 'soldiers', 'civilians'])}") if kind in COUNTED else None
        )
        object = self.name("group", self.bodies, 0.3)
        place = self.name("group", self.places, 0.7, "in ")
        content = Span(start, self.length - 1)
        self.text[-1] = ".\n"
        found = {"subject": subject, "object": object, "place": place}
        spans = {key: (name.span,) for key, name in found.items() if name}
        return Draft(
            report=report, kind=kind, content=(content,), subject=subject, object=object,
            speech=spoken(source, cue, content, day) if source and cue else None,
            place=place.span if place else None, when=When(day, day) if self.rng.random() < 0.5 else When(),
            quantity=Quantity(count, count, "people", str(count)) if counted else None,
            polarity="-" if self.rng.random() < 0.05 else "+", hedge=Hedge("claimed" if source else "fact", None),
            spans={**spans, **({"quantity": (counted,)} if counted else {})},
        )  # fmt: skip

    @property
    def length(self) -> int:
        return sum(map(len, self.text))

    def put(self, words: str) -> Span:
        start = self.length
        self.text += [words, " "]
        return Span(start, start + len(words))

    def name(self, kind: str, names: list[str], share: float, before: str = "") -> Name | None:
        if self.rng.random() >= share:
            return None
        self.text.append(before)
        number = self.rng.randrange(len(names))
        body = self.bodies[number % PARTIES] if kind == "person" and number % 2 else None
        text, span = names[number], self.put(names[number])
        return Name(text, kind, span, "spokesman" if body else None, body)  # type: ignore[arg-type]


def spoken(source: Name, cue: Span, content: Span, day: str) -> Speech:
    attribution = Attribution((source.span,), (cue,), (content,))
    return Speech(attribution, "indirect", source, (), None, Said(day, None, ""))


def staged(readings: list[Reading], folder: Path) -> tuple[int, list[float]]:
    """How many claims there are, and the seconds of each stage."""
    took: list[float] = []

    def timed(call: Callable[[], Answer]) -> Answer:
        started = time.process_time()
        answer = call()
        took.append(time.process_time() - started)
        return answer

    people = timed(lambda: cast(readings))
    places = timed(lambda: sites(readings))
    copies = timed(lambda: copy_groups(readings))
    told = timed(lambda: mentions(readings, people, places))
    reports = tuple(r.report for r in readings)
    case = Case(reports, people.actors, people.parties, places.places, told, copies)
    claims = timed(lambda: merge(case))[1]
    study = Study(case, claims)
    related = timed(lambda: relations(study))
    timed(lambda: questions(study, related))
    ledger = assemble(readings, (), RULES)
    timed(lambda: faults(ledger))
    data = timed(lambda: encode(ledger))
    timed(lambda: put(folder / "ledger.json", data))
    assert data == encode(assemble(readings[::-1], (), RULES)), "the order of the readings changed the ledger"
    return len(claims), took


RULES = Options(attribution="rules")


def added(readings: list[Reading], report: Reading, folder: Path) -> tuple[float, float, float]:
    """Seconds of building all, and those of adding a report with a memory: the group stages, and check and writing."""
    memory = Kept()
    assemble(readings, (), RULES, None, memory)
    memory.rest()
    readings = [*readings, report]
    started = time.process_time()
    ledger = assemble(readings, (), RULES, None, memory)
    grouped = time.process_time()
    write_ledger(ledger, folder)
    written = time.process_time()
    assert encode(ledger) == encode(assemble(readings, (), RULES)), "the memory changed the ledger"
    return time.process_time() - written, grouped - started, written - grouped


def main() -> None:
    print(f"| claims | {' | '.join(STAGES)} | in all | all anew | added | written |")
    print("|---" * (len(STAGES) + 5) + "|")
    for wanted in map(int, sys.argv[1:] or ("2500", "10000")):
        maker = Maker()
        readings = [maker.reading(number) for number in range(wanted // PER_REPORT)]
        report = maker.reading(len(readings))
        with tempfile.TemporaryDirectory() as folder:
            took = added(readings, report, Path(folder))
            claims, stages = staged([*readings, report], Path(folder))
        times = (*stages, sum(stages), *took)
        print(f"| {claims:,} | {' | '.join(f'{t:.2f}' for t in times)} |", flush=True)


if __name__ == "__main__":
    main()
