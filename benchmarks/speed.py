"""Time the whole build against spaCy's own pipeline over the same text, in one process, models loaded.

    python benchmarks/speed.py [FOLDER_OR_FILE] [--runs N] [--attribution rules|model]

Without an argument: `../shared/corpora/greece-2008.jsonl` where it is present, else the example event. Prints
the medians, their ratio, and the peak memory. One thread for every library and seconds of the processor, so that the
ratio is of work done.
"""

import argparse
import os
import resource
import statistics
import time
from pathlib import Path

for variable in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "BLIS_NUM_THREADS"):
    os.environ[variable] = "1"

import spacy

from counterclaim.building import build, gather
from counterclaim.language import ENGLISH
from counterclaim.options import Options

ROOT = Path(__file__).resolve().parents[1]
REPORTS = ROOT.parent / "shared" / "corpora" / "greece-2008.jsonl"


def main() -> None:
    arguments = parse()
    source = arguments.source or (REPORTS if REPORTS.exists() else ROOT / "examples" / "dresna")
    options = Options(attribution=arguments.attribution)
    texts = [report.text for report in gather([source])[0]]
    nlp = spacy.load(ENGLISH)
    build([source], options)  # load everything
    pairs = [
        (timed(lambda: list(nlp.pipe(texts))), timed(lambda: build([source], options))) for _ in range(arguments.runs)
    ]
    alone, whole = (statistics.median(side) for side in zip(*pairs, strict=True))
    ratio = statistics.median(b / a for a, b in pairs)
    words = sum(len(text.split()) for text in texts)
    print(
        f"{source.name}: {len(texts)} reports, {words} words, {arguments.runs} runs, attribution {options.attribution}"
    )
    print(f"spaCy alone {alone:.2f} s ({words / alone:,.0f} words/s), whole build {whole:.2f} s, ratio {ratio:.2f}")
    print(f"peak memory {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e6:.2f} GB")


def parse() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("source", nargs="?", type=Path)
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--attribution", choices=["rules", "model"], default=Options().attribution)
    return parser.parse_args()


def timed(call: object) -> float:
    started = time.process_time()
    call()  # type: ignore[operator]
    return time.process_time() - started


if __name__ == "__main__":
    main()
