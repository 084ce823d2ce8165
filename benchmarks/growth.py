"""What four times the reports cost, survey, copies and merging, in seconds of the processor.

    python benchmarks/growth.py [N]

Each at N made-up reports and at 4 N; N is done once before, that nothing is new. A survey: reports of 400 words, ten to
an event, grouped, and a ledger an event of readings of twenty claims a report, as they come from disk (reading is of a
report by itself). Copies: texts with planted passages. Merging: mentions of twenty claims a report.
"""

import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from increments import RULES, Maker
from memory import EVENT, fetched, reports

from claims import PER_REPORT
from claims import Maker as Mentioned
from copies import Corpus
from counterclaim.building import assemble
from counterclaim.compare.merging import merge
from counterclaim.copies import copy_groups
from counterclaim.engines.spool import Spool
from counterclaim.survey import grouped

TIMES = 4
MOST = 4.6  # asked


def main() -> None:
    given = int(sys.argv[1]) if sys.argv[1:] else 500
    print(f"| stage | {given:,} reports | {TIMES * given:,} reports | times (asked: {MOST}) |\n|---|---|---|---|")
    for stage, prepared in STAGES.items():
        few, _, many = (spent(prepared(count)) for count in (given, given, TIMES * given))
        print(f"| {stage} | {few:.1f} s | {many:.1f} s | {many / few:.2f} |", flush=True)


def spent(work: Callable[[], object]) -> float:
    started = time.process_time()
    work()
    return time.process_time() - started


def surveyed(count: int) -> Callable[[], object]:
    found = list(reports(count))
    maker = Maker()

    def survey() -> None:
        with tempfile.TemporaryDirectory() as folder, closing(Spool(Path(folder))) as spool:
            spool.update((report.id, report) for report in found)
            groups = grouped(spool, 2)
        for _ in groups:
            assemble([fetched(maker, n) for n in range(EVENT)], (), RULES)

    return survey


def grouped_only(count: int) -> Callable[[], object]:
    given = {report.id: report for report in reports(count)}
    return lambda: grouped(given, 2)


def copied(count: int) -> Callable[[], object]:
    given = list(Corpus(count, count // 10, 1))
    return lambda: copy_groups(given)


def merged(count: int) -> Callable[[], object]:
    case = Mentioned().case(count * PER_REPORT)
    return lambda: merge(case)


STAGES: dict[str, Callable[[int], Callable[[], object]]] = {
    "survey: grouping and ledgers": surveyed, "grouping alone": grouped_only, "copies": copied, "merge": merged,
}  # fmt: skip


if __name__ == "__main__":
    main()
