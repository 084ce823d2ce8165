"""Attribution on the dev part of PolNeAR: the rules and the trained tagger, scored alike, and their speed.

    python benchmarks/attribution.py [--shared DIR] [--out DIR] [--articles N]

Prints relation F1, recall by type, token F1 and exact contents of each, and the time each takes beside spaCy's
small pipeline over the same text in the same run, one thread each. Without `../shared` there is nothing to
measure, which is said.
"""

import argparse
import gzip
import json
import os
import subprocess
import sys
import time
from pathlib import Path

for variable in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "BLIS_NUM_THREADS"):
    os.environ[variable] = "1"

from counterclaim.language import load_pipeline
from counterclaim.options import Tagger
from counterclaim.readings import attributions

BESIDE = Path(__file__).resolve().parents[2] / "shared"
TAGGERS: tuple[Tagger, ...] = ("rules", "model")


def main() -> int:
    arguments = parse()
    gold, tool = arguments.shared / "datasets/polnear/dev.jsonl.gz", arguments.shared / "tools/attribution_score.py"
    if not gold.exists():
        print("attribution: nothing to measure on: there is no shared/datasets/polnear beside the project")
        return 0
    with gzip.open(gold, "rt", encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines][: arguments.articles]
    arguments.out.mkdir(parents=True, exist_ok=True)
    texts = [row["text"] for row in rows]
    with (arguments.out / "gold.jsonl").open("w", encoding="utf-8") as out:
        out.writelines(json.dumps(row) + "\n" for row in rows)
    alone = timed_parse(texts)
    print("| tagger | relation F1 | direct / mixed / indirect R | token source / cue / content F1 | content exact F1 "
          "| time against spaCy alone |\n|---|---|---|---|---|---|")  # fmt: skip
    for tagger in TAGGERS:
        seconds = predict(rows, tagger, arguments.out / f"{tagger}.jsonl")
        command = [sys.executable, str(tool), str(arguments.out / "gold.jsonl"), str(arguments.out / f"{tagger}.jsonl")]
        result = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
        show(tagger, result, seconds / alone)
    return 0


def parse() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path, default=BESIDE)
    parser.add_argument("--out", type=Path, default=Path("out/attribution"))
    parser.add_argument("--articles", type=int, default=None)
    return parser.parse_args()


def timed_parse(texts: list[str]) -> float:
    """Seconds that spaCy's pipeline takes by itself, loaded."""
    nlp = load_pipeline().nlp
    list(nlp.pipe(texts[:2]))
    started = time.perf_counter()
    list(nlp.pipe(texts))
    return time.perf_counter() - started


def predict(rows: list[dict], tagger: Tagger, path: Path) -> float:
    """Write the attributions of every row; the seconds it took, loading apart."""
    attributions(rows[0]["text"], tagger)
    started = time.perf_counter()
    found = [(row["doc"], attributions(row["text"], tagger)) for row in rows]
    seconds = time.perf_counter() - started
    with path.open("w", encoding="utf-8") as out:
        for doc, given in found:
            parts = [{role: spans(getattr(a, role)) for role in ("source", "cue", "content")} for a in given]
            out.write(json.dumps({"doc": doc, "attributions": parts}) + "\n")
    return seconds


def spans(found: tuple) -> list[list[int]]:
    return [[span.start, span.end] for span in found]


def show(tagger: str, r: dict, ratio: float) -> None:
    by_type = " / ".join(f"{r['relation_by_type'][t]['r']:.2f}" for t in ("direct", "mixed", "indirect"))
    tokens = " / ".join(f"{r['token'][role]['f1']:.3f}" for role in ("source", "cue", "content"))
    relation, exact = r["relation"]["f1"], r["content_exact"]["f1"]
    print(f"| {tagger} | {relation:.3f} | {by_type} | {tokens} | {exact:.3f} | {ratio:.2f} |")


if __name__ == "__main__":
    sys.exit(main())
