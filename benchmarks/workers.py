"""Reports read a second by one worker process and by two, all clusters and extra sets together.

    python benchmarks/workers.py [--shared DIR]

The start of the workers is within; nothing is kept, so every report is read.
"""

import argparse
import sys
import time
from pathlib import Path

from counterclaim.building import gather
from counterclaim.engines.local import readings
from counterclaim.options import Options

BESIDE = Path(__file__).resolve().parents[2] / "shared"


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path, default=BESIDE)
    paths = sorted((parser.parse_args().shared / "corpora").rglob("*.jsonl"))
    if not paths:
        print("workers: nothing to measure on: there are no test reports beside the project")
        return 0
    reports, _ = gather(paths)
    for workers in (1, 2):
        started = time.perf_counter()
        count = sum(1 for _ in readings(reports, Options(workers=workers), None, lambda done: None))
        took = time.perf_counter() - started
        print(f"{workers} process(es): {count} reports in {took:.1f} s, {count / took:.1f} a second")
    return 0


if __name__ == "__main__":
    sys.exit(main())
