"""Planted copies: how many are found, how many findings are right, and how the time grows.

    python benchmarks/copies.py [--reports N] [--plants N] [--seed N] [--grow N ...] [--minhash]

Base texts are made of invented words drawn with the skew of natural language, so that no two share a run of eight
words. Passages of 30 to 200 words are spliced from one text into another with 0, 10 and 25 per cent of their words
edited (replaced, dropped or added in equal parts). A plant is found where at least half of it is covered in both
texts by one group; a finding is right where it is about a pair of texts that shares a plant. `--minhash` measures
datasketch's document-level MinHash LSH beside it (`pip install datasketch`).

Seconds are of the clock and of the processor (other work on the machine counts only in the first); peak memory is that
of the whole run, made-up texts within.
"""

import argparse
import random
import resource
import time
from dataclasses import dataclass
from itertools import combinations

from counterclaim.copies import copy_groups
from counterclaim.model import Block, CopyGroup, Reading, Report

EDITS = (0.0, 0.1, 0.25)
SYLLABLES = ("ba", "do", "ke", "li", "mu", "na", "po", "ri", "sa", "te", "vo", "zu", "fa", "gi", "hu", "je")


@dataclass(frozen=True)
class Plant:
    """A passage of `words` words that stands in two reports, edited on the way at a rate of `edits`."""

    edits: float
    source: str
    target: str
    at_source: tuple[int, int]
    at_target: tuple[int, int]


def vocabulary(size: int) -> list[str]:
    """Invented words, the commonest first and shortest."""
    n = len(SYLLABLES)
    return ["".join(SYLLABLES[i // n**k % n] for k in range(2 + (i >= n**2) + (i >= n**3))) for i in range(size)]


def base(rng: random.Random, words: list[str], weights: list[float], length: int) -> list[str]:
    return rng.choices(words, cum_weights=weights, k=length)


def edited(rng: random.Random, passage: list[str], rate: float, words: list[str]) -> list[str]:
    """The passage with this share of its words replaced, dropped or followed by another."""
    out: list[str] = []
    for word in passage:
        if rng.random() >= rate:
            out.append(word)
            continue
        how = rng.randrange(3)
        if how == 0:
            out.append(rng.choice(words))
        elif how == 1:
            out += [word, rng.choice(words)]
    return out


def corpus(count: int, plants: int, seed: int) -> tuple[list[Reading], list[Plant]]:
    """So many reports of 150 to 650 words with so many plants, and where the plants stand."""
    rng = random.Random(seed)
    words = vocabulary(20_000)
    weights, total = [], 0.0
    for rank in range(1, len(words) + 1):
        total += 1 / (rank + 5)
        weights.append(total)
    texts = [base(rng, words, weights, rng.randint(150, 650)) for _ in range(count)]
    order = rng.sample(range(count), min(2 * plants, count))
    marks = []
    for number, (source, target) in enumerate(zip(order[::2], order[1::2], strict=False)):
        length = min(rng.randint(30, 200), len(texts[source]))
        start = rng.randint(0, len(texts[source]) - length)
        rate = EDITS[number % len(EDITS)]
        passage = edited(rng, texts[source][start : start + length], rate, words)
        cut = rng.randint(0, len(texts[target]))
        texts[target][cut:cut] = passage
        marks.append((rate, source, target, (start, start + length), (cut, cut + len(passage))))
    ids = [f"r-{number:06d}" for number in range(count)]
    plan = [
        Plant(rate, ids[s], ids[t], characters(texts[s], *a), characters(texts[t], *b)) for rate, s, t, a, b in marks
    ]
    return [reading(i, " ".join(t)) for i, t in zip(ids, texts, strict=True)], plan


def characters(words: list[str], first: int, last: int) -> tuple[int, int]:
    """Where these words stand in the text."""
    start = sum(len(w) + 1 for w in words[:first])
    return start, start + sum(len(w) + 1 for w in words[first:last]) - 1


def reading(id: str, text: str) -> Reading:
    blocks = (Block(0, len(text), "paragraph"),)
    return Reading(Report(id, id, None, None, None, None, "en", text, blocks), (), (), (), ())


def covered(group: CopyGroup, report: str, place: tuple[int, int]) -> bool:
    """At least half of the place lies in the group's passage."""
    return any(
        p.report == report and 2 * (min(p.end, place[1]) - max(p.start, place[0])) >= place[1] - place[0]
        for p in group.passages
    )


def measure(groups: tuple[CopyGroup, ...], plan: list[Plant]) -> tuple[dict[float, float], float]:
    """The share found at each rate of edits, and the precision of all findings."""
    by_pair: dict[frozenset[str], list[CopyGroup]] = {}
    for group in groups:
        for pair in combinations(sorted({p.report for p in group.passages}), 2):
            by_pair.setdefault(frozenset(pair), []).append(group)
    found = {}
    for rate in EDITS:
        asked = [p for p in plan if p.edits == rate]
        hits = sum(
            any(
                covered(g, p.source, p.at_source) and covered(g, p.target, p.at_target)
                for g in by_pair.get(frozenset((p.source, p.target)), ())
            )
            for p in asked
        )
        found[rate] = hits / max(1, len(asked))
    planted = {frozenset((p.source, p.target)) for p in plan}
    given = sum(map(len, by_pair.values()))
    right = sum(len(found) for pair, found in by_pair.items() if pair in planted)
    return found, right / max(1, given)


def minhash(readings: list[Reading], plan: list[Plant]) -> dict[float, float]:
    """The share of plants whose two reports document-level MinHash LSH pairs, at its loosest useful threshold."""
    from datasketch import MinHash, MinHashLSH

    lsh, sketches = MinHashLSH(threshold=0.2, num_perm=128), {}
    for item in readings:
        words = item.report.text.split()
        sketch = MinHash(num_perm=128)
        sketch.update_batch([" ".join(words[i : i + 5]).encode() for i in range(len(words) - 4)])
        lsh.insert(item.report.id, sketch)
        sketches[item.report.id] = sketch
    return {
        rate: sum(p.target in lsh.query(sketches[p.source]) for p in plan if p.edits == rate)
        / max(1, sum(p.edits == rate for p in plan))
        for rate in EDITS
    }


def peak() -> float:
    """The most memory that this process has held, in GB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e6


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--reports", type=int, default=10_000)
    parser.add_argument("--plants", type=int, default=900)
    parser.add_argument("--seed", type=int, default=5)
    parser.add_argument("--grow", type=int, nargs="*", default=[])
    parser.add_argument("--minhash", action="store_true")
    arguments = parser.parse_args()
    print("| reports | found at 0 % | 10 % | 25 % | precision | seconds | of the processor | peak GB |")
    print("|---" * 8 + "|")
    for count in [arguments.reports, *arguments.grow]:
        readings, plan = corpus(count, min(arguments.plants, count // 2), arguments.seed)
        started, worked = time.perf_counter(), time.process_time()
        groups = copy_groups(readings)
        seconds, worked = time.perf_counter() - started, time.process_time() - worked
        found, precision = measure(groups, plan)
        rates = " | ".join(f"{found[rate]:.3f}" for rate in EDITS)
        print(f"| {count:,} | {rates} | {precision:.3f} | {seconds:.1f} | {worked:.1f} | {peak():.1f} |", flush=True)
        if arguments.minhash:
            started, worked = time.perf_counter(), time.process_time()
            rates = " | ".join(f"{rate:.3f}" for rate in minhash(readings, plan).values())
            seconds, worked = time.perf_counter() - started, time.process_time() - worked
            print(f"| {count:,} (MinHash LSH) | {rates} | | {seconds:.1f} | {worked:.1f} | {peak():.1f} |")


if __name__ == "__main__":
    main()
