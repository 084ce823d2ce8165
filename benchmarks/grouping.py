"""Group the reports of ECB+ into events and print B-cubed precision, recall and F1, beside a TF-IDF baseline.

    python benchmarks/grouping.py [--shared DIR]
    python benchmarks/grouping.py --synthetic 25000 100000

The baseline is agglomerative clustering (average linkage) of TF-IDF vectors by scikit-learn, which must be installed
for it, at its own best threshold. With `--synthetic` invented reports of ten to an event are grouped instead, and time
and memory are printed. B-cubed: Bagga and Baldwin 1998.
"""

import argparse
import gzip
import json
import random
import resource
import sys
import time
from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path

from counterclaim.events import events, telling
from counterclaim.events.grouping import ALIKE
from counterclaim.model import Block, Report

BESIDE = Path(__file__).resolve().parents[2] / "shared"
SEED = 20260101


def main() -> int:
    arguments = parse()
    if arguments.synthetic:
        for count in arguments.synthetic:
            grown(count)
        return 0
    path = arguments.shared / "datasets" / "ecbplus" / "reports.jsonl.gz"
    if not path.is_file():
        print(f"events: nothing to measure on: there is no {arguments.shared.name}/datasets/ecbplus beside the project")
        return 0
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        records = [json.loads(line) for line in lines]
    print("| grouping | events | B-cubed P/R/F1 | seconds |\n|---|---|---|---|")
    for alike in (0.20, 0.22, ALIKE, 0.26, 0.28):
        name = "counterclaim" if alike == ALIKE else f"the same, alike from {alike:.2f} on"
        measured(name, records, partial(ours, alike=alike))
    baseline(records)
    return 0


def parse() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path, default=BESIDE)
    parser.add_argument("--synthetic", type=int, nargs="*")
    return parser.parse_args()


def report(identity: str, text: str) -> Report:
    return Report(identity, identity, None, None, None, None, "en", text, (Block(0, len(text), "paragraph"),))


def ours(texts: Sequence[str], alike: float = ALIKE) -> list[int]:
    reports = [report(str(n), text) for n, text in enumerate(texts)]
    label = {int(id): number for number, ids in enumerate(events(map(telling, reports), alike)) for id in ids}
    return [label[n] for n in range(len(texts))]


def measured(name: str, records: list[dict], group) -> None:  # type: ignore[no-untyped-def, type-arg]
    started = time.perf_counter()
    labels = group([r["text"] for r in records])
    took = time.perf_counter() - started
    p, r, f = bcubed(labels, [record["event"] for record in records])
    print(f"| {name} | {len(set(labels))} | {p:.3f}/{r:.3f}/{f:.3f} | {took:.1f} |")


def bcubed(labels: Sequence[object], gold: Sequence[object]) -> tuple[float, float, float]:
    """Precision, recall and F1: of each report's group what is of its event, of its event what is in its group."""
    ours, theirs = members(labels), members(gold)
    shared = [len(ours[a] & theirs[b]) for a, b in zip(labels, gold, strict=True)]
    p = sum(n / len(ours[a]) for n, a in zip(shared, labels, strict=True)) / len(labels)
    r = sum(n / len(theirs[b]) for n, b in zip(shared, gold, strict=True)) / len(labels)
    return p, r, 2 * p * r / (p + r)


def members(labels: Sequence[object]) -> dict[object, set[int]]:
    found: dict[object, set[int]] = defaultdict(set)
    for n, label in enumerate(labels):
        found[label].add(n)
    return found


def baseline(records: list[dict]) -> None:  # type: ignore[type-arg]
    try:
        from sklearn.cluster import AgglomerativeClustering
        from sklearn.feature_extraction.text import TfidfVectorizer
    except ImportError:
        print("| TF-IDF, average linkage | – | scikit-learn is not installed | – |")
        return

    def group(texts: Sequence[str]) -> list[int]:
        vectors = TfidfVectorizer(sublinear_tf=True, stop_words="english").fit_transform(texts)
        apart = (1 - (vectors @ vectors.T).toarray()).clip(0)
        gold = [record["event"] for record in records]
        tried = []
        for threshold in (0.72, 0.74, 0.76, 0.78, 0.80, 0.82, 0.84):
            made = AgglomerativeClustering(None, metric="precomputed", linkage="average", distance_threshold=threshold)
            tried.append(made.fit_predict(apart).tolist())
        return max(tried, key=lambda labels: bcubed(labels, gold)[2])

    measured("TF-IDF, average linkage, at its best threshold", records, group)


def grown(count: int) -> None:
    """Time and memory of grouping so many invented reports, ten to an event."""
    started = time.perf_counter()
    told = [telling(report(f"r{n:08}", text)) for n, text in enumerate(invented(count))]
    read = time.perf_counter()
    found = events(told)
    took = time.perf_counter() - read
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    words = read - started
    print(f"{count} reports: {len(found)} events; words {words:.1f} s, grouping {took:.1f} s; peak {peak:.0f} MB")
    sys.stdout.flush()


def invented(count: int, length: int = 200) -> Iterator[str]:
    """Reports of so many words: half of common words, the rest of the words and names of one event."""
    rng = random.Random(SEED)
    common = [word(rng) for _ in range(3000)]
    for start in range(0, count, 10):
        own = [word(rng) for _ in range(80)] + [word(rng).title() for _ in range(20)]
        for _ in range(min(10, count - start)):
            yield " ".join(rng.choice(common) if rng.random() < 0.5 else rng.choice(own) for _ in range(length))


def word(rng: random.Random) -> str:
    return "".join(rng.choice("bdfgklmnprstvz") + rng.choice("aeiou") for _ in range(rng.randint(2, 4)))


if __name__ == "__main__":
    sys.exit(main())
