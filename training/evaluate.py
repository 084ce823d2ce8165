"""Score the shipped weights on a part of PolNeAR: `python evaluate.py SCORER [--data FOLDER] [--part dev]`.

SCORER is the scoring program; it is given the gold file and what the tagger found.
"""

import argparse
import json
import subprocess
import sys
import tempfile
from pathlib import Path

from data import rows

from counterclaim.attribution.model import attribute

HERE = Path(__file__).resolve().parent


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("scorer", type=Path)
    parser.add_argument("--data", type=Path, default=HERE / "../../shared/datasets/polnear")
    parser.add_argument("--part", default="dev")
    options = parser.parse_args()
    gold = options.data / f"{options.part}.jsonl.gz"
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf-8") as file:
        for row in rows(gold):
            file.write(json.dumps(answer(row)) + "\n")
        file.flush()
        subprocess.run([sys.executable, options.scorer, gold, file.name], check=True)


def answer(row: dict) -> dict:
    """A document's attributions in the format of the gold file."""
    found = []
    for one in attribute(row["text"]):
        parts = {"source": one.source, "cue": one.cue, "content": one.content}
        found.append({name: [[s.start, s.end] for s in spans] for name, spans in parts.items()})
    return {"doc": row["doc"], "attributions": found}


if __name__ == "__main__":
    main()
