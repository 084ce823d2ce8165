"""What a report weighs in each stage that sees more than one: the highest memory of the process, by the reports.

    python benchmarks/memory.py [REPORTS ...]

A survey of made-up reports of 400 words, ten to an event: gathered, grouped, and their ledgers made one at a time (of
the first thousand reports). Then a thousand of them as one event, stage by stage. "In all" is above what there was when
the survey, or the event, began; what a stage gave back may serve the next one. Linux only: the kernel counts.
"""

import gc
import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing
from pathlib import Path
from typing import TypeVar

import msgspec
from grouping import invented, report
from increments import RULES, Maker

from counterclaim.actors import cast
from counterclaim.building import assemble
from counterclaim.compare import Case
from counterclaim.compare.merging import merge
from counterclaim.compare.questions import questions
from counterclaim.compare.relations import relations
from counterclaim.compare.study import Study
from counterclaim.copies import copy_groups
from counterclaim.engines.sharing import shared
from counterclaim.engines.spool import Spool
from counterclaim.mentions import mentions
from counterclaim.model import Block, Claim, Question, Reading, Relation
from counterclaim.places import sites
from counterclaim.survey import grouped

WORDS, EVENT, LEDGERS = 400, 10, 1000

Answer = TypeVar("Answer")


def main() -> int:
    if not Path("/proc/self/clear_refs").exists():
        print("memory: only Linux tells the highest memory of a stage")
        return 0
    print("| reports | stage | kB a report, of the stage | in all |\n|---|---|---|---|")
    for count in map(int, sys.argv[1:] or ("10000", "100000")):
        surveyed(count)
    one_event(LEDGERS)
    return 0


def surveyed(count: int) -> None:
    """A survey's own steps, which see all reports, and its ledgers, which see an event each."""
    assemble(readings(EVENT), (), RULES)  # what is loaded once is there
    with tempfile.TemporaryDirectory() as folder, closing(Spool(Path(folder))) as spool:
        scale = Scale("survey", count)
        scale.weigh("gathered", lambda: spool.update((r.id, r) for r in reports(count)))
        groups = scale.weigh("grouped", lambda: len(grouped(spool, 2)))
        few = min(count, LEDGERS)
        scale.weigh(f"ledgers of the first {few:,} reports ({groups:,} events)", lambda: each_ledger(few))


def each_ledger(count: int) -> None:
    maker = Maker()
    for start in range(0, count, EVENT):
        assemble([fetched(maker, start + n) for n in range(EVENT)], (), RULES)


def one_event(count: int) -> None:
    """The group stages of one event of so many reports, one after the other, with what each leaves behind."""
    scale = Scale("one event", count)
    found = scale.weigh("readings", lambda: readings(count))
    people = scale.weigh("cast", lambda: cast(found))
    places = scale.weigh("places", lambda: sites(found))
    copies = scale.weigh("copies", lambda: copy_groups(found))
    told = scale.weigh("mentions", lambda: mentions(found, people, places))
    texts = tuple(r.report for r in found)
    case = Case(texts, people.actors, people.parties, places.places, told, copies)
    claims = scale.weigh("merging", lambda: merge(case)[1])
    scale.weigh("relations and questions", lambda: compared(case, claims))


def compared(case: Case, claims: tuple[Claim, ...]) -> tuple[tuple[Relation, ...], tuple[Question, ...]]:
    study = Study(case, claims)
    related = relations(study)
    return related, questions(study, related)


def reports(count: int) -> Iterator:  # type: ignore[type-arg]
    return (report(f"r-{n:08}", text) for n, text in enumerate(invented(count, WORDS)))


def readings(count: int) -> list[Reading]:
    maker = Maker()
    return [fetched(maker, number) for number in range(count)]


def fetched(maker: Maker, number: int) -> Reading:
    """A reading of twenty claims and as many words as the reports have, as it comes from disk."""
    made = maker.reading(number)
    text = made.report.text
    text += " ".join(maker.rng.choices(maker.words, k=max(0, WORDS - len(text.split()))))
    whole = msgspec.structs.replace(made.report, text=text, blocks=(Block(0, len(text), "paragraph"),))
    packed = msgspec.msgpack.encode(msgspec.structs.replace(made, report=whole))
    return shared(msgspec.msgpack.decode(packed, type=Reading))


class Scale:
    """Prints the highest memory of each stage."""

    def __init__(self, whole: str, count: int) -> None:
        gc.collect()
        self.whole, self.count, self.start = whole, count, resident()

    def weigh(self, stage: str, work: Callable[[], Answer]) -> Answer:
        """What the work gives."""
        gc.collect()
        Path("/proc/self/clear_refs").write_text("5")  # the highest so far is forgotten
        before = resident()
        answer = work()
        own, whole = ((resident("VmHWM") - since) / self.count for since in (before, self.start))
        print(f"| {self.count:,} | {self.whole}: {stage} | {own:.1f} | {whole:.1f} |", flush=True)
        return answer


def resident(line: str = "VmRSS") -> int:
    """Memory in kB: now, or (VmHWM) at the highest."""
    lines: Iterable[str] = Path("/proc/self/status").read_text().splitlines()
    return next(int(found.split()[1]) for found in lines if found.startswith(line))


if __name__ == "__main__":
    sys.exit(main())
