"""Build the five clusters and print one table of the scorer's figures, pooled last.

    python benchmarks/quality.py [--shared DIR] [--out DIR] [--attribution rules|model] [--extra] [SLUG ...]

With `--extra` the twelve sets of single reports of other events are built instead; they have claims only.

The clusters, the hand-made answers and the scorer stand beside the project in `../shared`; where they are
absent there is nothing to measure, which is said. Cells: precision/recall/F1, or the share of right values.
"""

import argparse
import json
import subprocess
import sys
import time
from pathlib import Path

from counterclaim.building import build
from counterclaim.ledger import write_ledger
from counterclaim.options import Options

BESIDE = Path(__file__).resolve().parents[2] / "shared"
VALUES = ("speaker", "quantity", "party", "place", "said_on", "polarity")


def main() -> int:
    arguments = parse()
    corpora, gold, tool = (arguments.shared / part for part in ("corpora", "gold", "tools/ledger_score.py"))
    if not corpora.is_dir():
        print(f"quality: nothing to measure on: there is no {corpora.parent.name}/corpora beside the project")
        return 0
    if arguments.extra:
        corpora, gold = corpora / "extra", gold / "extra"
    slugs = arguments.slugs or sorted(p.stem for p in corpora.glob("*.jsonl"))
    for slug in slugs:
        started = time.perf_counter()
        write_ledger(
            build([corpora / f"{slug}.jsonl"], Options(attribution=arguments.attribution)), arguments.out / slug
        )
        print(f"{slug}: built in {time.perf_counter() - started:.1f} s", file=sys.stderr)
    command = [sys.executable, str(tool), "--all", *map(str, (arguments.out, gold, corpora)), *slugs]
    lines = subprocess.run(command, check=True, capture_output=True, text=True).stdout.splitlines()
    results = [json.loads(line) for line in lines]
    show(results)
    show_kinds(results[-1])
    return 0


def parse() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("slugs", nargs="*")
    parser.add_argument("--shared", type=Path, default=BESIDE)
    parser.add_argument("--out", type=Path, default=Path("out/quality"))
    parser.add_argument("--extra", action="store_true")
    parser.add_argument("--attribution", choices=["rules", "model"], default=Options().attribution)
    return parser.parse_args()


def show(results: list[dict]) -> None:
    """A line a cluster: claims and full p/r/F1, the values right, questions, copies and drift p/r/F1."""
    print(f"| cluster | claims P/R/F1 | full F1 | {' | '.join(VALUES)} | contested P/R | copies F1 | drift P/R |")
    print("|---" * (6 + len(VALUES)) + "|")
    for r in results:
        values = " | ".join(f"{r['right'].get(v, float('nan')):.2f}" for v in VALUES)
        print(
            f"| {r['cluster']} | {triple(r['claims'])} | {r['full']['f1']:.2f} | {values} | {pair(r['questions'])} "
            f"| {r['copies']['f1']:.2f} | {pair(r['drift'])} |"
        )


def show_kinds(pooled: dict) -> None:
    print("\n| kind (pooled) | P/R/F1 | asked |\n|---|---|---|")
    for kind, rates in pooled["kinds"].items():
        print(f"| {kind} | {triple(rates)} | {rates['gold']} |")


def triple(r: dict) -> str:
    return f"{r['p']:.2f}/{r['r']:.2f}/{r['f1']:.2f}"


def pair(r: dict) -> str:
    return f"{r['p']:.2f}/{r['r']:.2f} ({r['gold']})"


if __name__ == "__main__":
    sys.exit(main())
