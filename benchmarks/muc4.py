"""Casualty figures on the two test parts of MUC-4, by the scorer that stands beside the project.

    python benchmarks/muc4.py [--shared DIR] [--out DIR] [--attribution rules|model]
"""

import argparse
import gzip
import json
import subprocess
import sys
from pathlib import Path

from counterclaim.building import build
from counterclaim.ledger import write_ledger
from counterclaim.options import Options

BESIDE = Path(__file__).resolve().parents[2] / "shared"
PARTS = ("tst1", "tst2")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path, default=BESIDE)
    parser.add_argument("--out", type=Path, default=Path("out/muc4"))
    parser.add_argument("--attribution", choices=["rules", "model"], default=Options().attribution)
    arguments = parser.parse_args()
    data, tool = arguments.shared / "datasets/muc4", arguments.shared / "tools/muc4_score.py"
    if not data.is_dir():
        print("muc4: nothing to measure on: there is no shared/datasets/muc4 beside the project")
        return 0
    print("| part | numbers P/R/F1 | any victim P/R/F1 |\n|---|---|---|")
    for part in PARTS:
        gold = data / f"{part}.jsonl.gz"
        ledger = built(gold, arguments.out / part, Options(attribution=arguments.attribution))
        command = [sys.executable, str(tool), str(ledger), str(gold)]
        result = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
        print(f"| {part} | {triple(result['numbers'])} | {triple(result['any'])} |")
    return 0


def built(gold: Path, folder: Path, options: Options) -> Path:
    """The ledger of the part's texts."""
    folder.mkdir(parents=True, exist_ok=True)
    with gzip.open(gold, "rt", encoding="utf-8") as lines, (folder / "texts.jsonl").open("w", encoding="utf-8") as out:
        for row in map(json.loads, lines):
            out.write(json.dumps({"id": row["id"], "text": row["text"]}) + "\n")
    return write_ledger(build([folder / "texts.jsonl"], options), folder)


def triple(r: dict) -> str:
    return f"{r['p']:.3f}/{r['r']:.3f}/{r['f1']:.3f}"


if __name__ == "__main__":
    sys.exit(main())
