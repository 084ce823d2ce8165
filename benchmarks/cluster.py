"""Reports read a second by two workers of a Ray cluster on this machine, all clusters and extra sets together.

    python benchmarks/cluster.py [--shared DIR]

`benchmarks/workers.py` has the same of two worker processes. The start of the cluster is told apart; nothing is kept.
"""

import argparse
import sys
import tempfile
import time
from pathlib import Path

from counterclaim.building import gather, silent
from counterclaim.engines.ray_cluster import cluster
from counterclaim.engines.stages import Stages
from counterclaim.options import Options

BESIDE = Path(__file__).resolve().parents[2] / "shared"


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path, default=BESIDE)
    paths = sorted((parser.parse_args().shared / "corpora").rglob("*.jsonl"))
    if not paths:
        print("cluster: nothing to measure on: there are no test reports beside the project")
        return 0
    reports = {report.id: report for report in gather(paths)[0]}
    started = time.perf_counter()
    with tempfile.TemporaryDirectory() as folder, cluster(None, 2):
        begun = time.perf_counter()
        Stages(Path(folder), Options(), silent).readings([("all", tuple(reports))], reports)
        took = time.perf_counter() - begun
    rate = len(reports) / took
    print(f"Ray, 2 workers: {len(reports)} reports in {took:.1f} s, {rate:.1f} a second; start {begun - started:.1f} s")
    return 0


if __name__ == "__main__":
    sys.exit(main())
