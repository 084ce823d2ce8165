"""Reports read a second by one process and by two, in fresh processes: the test reports, with --more also ECB+.

    python benchmarks/workers.py [--shared DIR] [--more] [--attribution rules]

The start is the time to the first reading; the throughput is told with it and without. Nothing is kept, so every report
is read. Libraries work with one thread, so that one process is one core's work. Seconds of the processor are those of
all processes together: what two of them can reach on an idle machine is twice the first figure by the second. Python's
compiled files are made by a run that is not counted.
"""

import argparse
import multiprocessing
import os
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from counterclaim.building import gather
from counterclaim.engines.local import readings
from counterclaim.options import Options

BESIDE = Path(__file__).resolve().parents[2] / "shared"


def main() -> int:
    arguments = parse()
    if arguments.given:
        measured([Path(path) for path in arguments.given], arguments.workers, arguments.attribution)
        return 0
    paths = sorted((arguments.shared / "corpora").rglob("*.jsonl"))
    if not paths:
        print("workers: nothing to measure on: there are no test reports beside the project")
        return 0
    if arguments.more:
        paths.append(arguments.shared / "datasets" / "ecbplus" / "reports.jsonl.gz")
    with tempfile.TemporaryDirectory() as compiled:
        alone(1, paths[:1], arguments.attribution, compiled)
        for workers in (1, 2):
            print(alone(workers, paths, arguments.attribution, compiled), end="", flush=True)
    return 0


def parse() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path, default=BESIDE)
    parser.add_argument("--more", action="store_true")
    parser.add_argument("--attribution", choices=("model", "rules"), default="model")
    parser.add_argument("--workers", type=int, help=argparse.SUPPRESS)
    parser.add_argument("given", nargs="*", help=argparse.SUPPRESS)
    return parser.parse_args()


def alone(workers: int, paths: list[Path], attribution: str, compiled: str) -> str:
    """What a process of its own measures."""
    env = {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}
    command = [sys.executable, __file__, "--workers", str(workers), "--attribution", attribution, *map(str, paths)]
    one_thread = {"OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1"}
    return subprocess.check_output(command, env={**env, **one_thread, "PYTHONPYCACHEPREFIX": compiled}, text=True)


def measured(paths: list[Path], workers: int, attribution: str) -> None:
    reports, _ = gather(paths)
    options = Options(attribution=attribution, workers=workers)  # type: ignore[arg-type]
    started, here, there = time.perf_counter(), time.process_time(), of_children()
    first, count = 0.0, 0
    for _ in readings(reports, options, None, lambda done: None):
        count += 1
        first = first or time.perf_counter() - started
    took = time.perf_counter() - started
    for child in multiprocessing.active_children():
        child.join()
    print(
        f"{workers} process(es): {count} reports in {took:.1f} s, {count / took:.2f} a second; "
        f"the first after {first:.1f} s, the others {(count - 1) / (took - first):.2f} a second; "
        f"seconds of the processor: {time.process_time() - here:.1f} here, {of_children() - there:.1f} in workers"
    )


def of_children() -> float:
    """Seconds of the processor of the child processes that have ended."""
    spent = resource.getrusage(resource.RUSAGE_CHILDREN)
    return spent.ru_utime + spent.ru_stime


if __name__ == "__main__":
    sys.exit(main())
