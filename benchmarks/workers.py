"""Reports read a second by one worker process and by two, all clusters and extra sets together.

    python benchmarks/workers.py [--shared DIR] [--ray]

The start of the workers is within; nothing is kept, so every report is read. With --ray two workers of a Ray cluster
too, whose own start is told apart.
"""

import argparse
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from counterclaim.building import gather, silent
from counterclaim.engines.local import readings
from counterclaim.model import Report
from counterclaim.options import Options

BESIDE = Path(__file__).resolve().parents[2] / "shared"


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path, default=BESIDE)
    parser.add_argument("--ray", action="store_true")
    given = parser.parse_args()
    paths = sorted((given.shared / "corpora").rglob("*.jsonl"))
    if not paths:
        print("workers: nothing to measure on: there are no test reports beside the project")
        return 0
    reports, _ = gather(paths)
    for workers in (1, 2):
        started = time.perf_counter()
        count = sum(1 for _ in readings(reports, Options(workers=workers), None, lambda done: None))
        took = time.perf_counter() - started
        print(f"{workers} process(es): {count} reports in {took:.1f} s, {count / took:.1f} a second")
    if given.ray:
        on_ray(reports)
    return 0


def on_ray(reports: Sequence[Report]) -> None:
    from counterclaim.engines.ray_cluster import cluster
    from counterclaim.engines.stages import Stages

    by_id = {report.id: report for report in reports}
    started = time.perf_counter()
    with tempfile.TemporaryDirectory() as folder, cluster(None, 2):
        begun = time.perf_counter()
        Stages(Path(folder), Options(), silent).readings([("all", tuple(by_id))], by_id)
        took = time.perf_counter() - begun
        print(f"Ray, 2 processes: {len(by_id)} reports in {took:.1f} s, {len(by_id) / took:.1f} a second, "
              f"after {begun - started:.1f} s to start the cluster")  # fmt: skip


if __name__ == "__main__":
    sys.exit(main())
