"""Planted copies: how many are found, how many findings are right, and how the time grows.

    python benchmarks/copies.py [--reports N] [--plants N] [--seed N] [--grow N ...] [--phrases N] [--minhash]

Base texts are made of invented words drawn with the skew of natural language, so that no two share a run of eight
words. Passages of 30 to 200 words are spliced from one text into another with 0, 10 and 25 per cent of their words
edited (replaced, dropped or added in equal parts). A plant is found where at least half of it is covered in both
texts by one group; a finding is right where it is about a pair of texts that shares a plant. `--grow` adds rows of
other sizes with plants in proportion. `--phrases` puts so many turns of phrase of six words into each text, drawn with
the same skew from 20,000, as news on one subject has them: no passages, but most pairs of reports come to share one.
`--minhash` measures datasketch's document-level MinHash LSH beside it
(`pip install datasketch`).

A text is made whenever it is asked for, from its number alone, so a million of them are never held. Seconds are of the
clock and of the processor (other work on the machine counts only in the first), without those that making texts takes;
peak memory is that of the whole run.
"""

import argparse
import resource
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import combinations

import numpy as np

from counterclaim.copies import copy_groups
from counterclaim.model import Block, CopyGroup, Reading, Report

EDITS = (0.0, 0.1, 0.25)
SYLLABLES = ("ba", "do", "ke", "li", "mu", "na", "po", "ri", "sa", "te", "vo", "zu", "fa", "gi", "hu", "je")
SHORTEST, LONGEST = 150, 650
COMMONEST = 5  # added to each rank: the first words are as common as the sixth of the plain law, and so on
DRAWN = 2**20  # a word stands so often in the table that is drawn from as its weight says
PHRASE = 6


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


class Corpus(Sequence[Reading]):
    """So many reports of 150 to 650 words and more with so many plants; no report has part in two of them."""

    def __init__(self, count: int, plants: int, seed: int, phrases: int = 0) -> None:
        self.size, self.seed, self.phrases = count, seed, phrases
        self.words = vocabulary(20_000)
        weights = np.cumsum(1 / (np.arange(len(self.words)) + 1 + COMMONEST))
        self.drawn = weights.searchsorted(np.linspace(0, weights[-1], DRAWN, endpoint=False)).astype(np.uint16)
        self.seconds, self.worked = 0.0, 0.0
        order = np.random.default_rng(seed).permutation(count)[: 2 * min(plants, count // 2)].tolist()
        self.source = dict(zip(order[1::2], order[::2], strict=True))

    def __len__(self) -> int:
        return self.size

    def __getitem__(self, number: int) -> Reading:  # type: ignore[override]
        seconds, worked = time.perf_counter(), time.process_time()
        found = reading(name(number), " ".join(self.text(number)))
        self.seconds += time.perf_counter() - seconds
        self.worked += time.process_time() - worked
        return found

    def __iter__(self) -> Iterator[Reading]:
        return (self[number] for number in range(self.size))

    def text(self, number: int) -> list[str]:
        """The words of a report, with the passage that was spliced into it."""
        words = self.base(number)
        if number in self.source:
            _, passage, cut = self.spliced(number)
            words[cut:cut] = passage
        return words

    def base(self, number: int) -> list[str]:
        """The words that are the report's own."""
        rng = np.random.default_rng((self.seed, number))
        drawn = rng.integers(DRAWN, size=rng.integers(SHORTEST, LONGEST + 1))
        words = [self.words[word] for word in self.drawn[drawn].tolist()]
        for phrase, at in zip(
            rng.integers(DRAWN, size=self.phrases), rng.integers(len(words) - PHRASE, size=self.phrases), strict=True
        ):
            words[at : at + PHRASE] = self.phrase(int(self.drawn[phrase]))
        return words

    @cache  # noqa: B019 - a corpus lives as long as its run
    def phrase(self, number: int) -> list[str]:
        """One of the turns of phrase."""
        drawn = np.random.default_rng((self.seed, number, 2)).integers(DRAWN, size=PHRASE)
        return [self.words[word] for word in self.drawn[drawn].tolist()]

    def spliced(self, target: int) -> tuple[tuple[int, int], list[str], int]:
        """Which words of its source stand in a report, how they read there, and before which of its own."""
        rng = np.random.default_rng((self.seed, target, 1))
        source = self.base(self.source[target])
        length = min(int(rng.integers(30, 201)), len(source))
        start = int(rng.integers(0, len(source) - length + 1))
        passage = self.edited(rng, source[start : start + length], EDITS[target % len(EDITS)])
        return (start, start + length), passage, int(rng.integers(0, len(self.base(target)) + 1))

    def edited(self, rng: np.random.Generator, passage: list[str], rate: float) -> list[str]:
        """The passage with this share of its words replaced, dropped or followed by another."""
        out: list[str] = []
        for word, drawn in zip(passage, rng.random(len(passage)), strict=True):
            how = rng.integers(3) if drawn < rate else None
            other = () if how is None or how == 1 else (self.words[rng.integers(len(self.words))],)
            out += [*([word] if how is None or how == 2 else []), *other]
        return out

    def plan(self) -> Iterator[Plant]:
        """Where the plants stand."""
        for target, source in self.source.items():
            own, passage, cut = self.spliced(target)
            yield Plant(
                EDITS[target % len(EDITS)],
                name(source),
                name(target),
                characters(self.base(source), *own),
                characters(self.text(target), cut, cut + len(passage)),
            )


def name(number: int) -> str:
    """The id of a report."""
    return f"r-{number:07d}"


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


def minhash(readings: Sequence[Reading], plan: list[Plant]) -> dict[float, float]:
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
    parser.add_argument("--phrases", type=int, default=0)
    parser.add_argument("--minhash", action="store_true")
    arguments = parser.parse_args()
    print("| reports | found at 0 % | 10 % | 25 % | precision | seconds | of the processor | peak GB |")
    print("|---" * 8 + "|")
    for count in [arguments.reports, *arguments.grow]:
        readings = Corpus(count, arguments.plants * count // arguments.reports, arguments.seed, arguments.phrases)
        plan = list(readings.plan())
        started, worked = time.perf_counter(), time.process_time()
        groups = copy_groups(readings)
        seconds = time.perf_counter() - started - readings.seconds
        worked = time.process_time() - worked - readings.worked
        found, precision = measure(groups, plan)
        rates = " | ".join(f"{found[rate]:.3f}" for rate in EDITS)
        print(f"| {count:,} | {rates} | {precision:.3f} | {seconds:.1f} | {worked:.1f} | {peak():.2f} |", flush=True)
        if arguments.minhash:
            started, worked = time.perf_counter(), time.process_time()
            rates = " | ".join(f"{rate:.3f}" for rate in minhash(readings, plan).values())
            seconds, worked = time.perf_counter() - started, time.process_time() - worked
            print(f"| {count:,} (MinHash LSH) | {rates} | | {seconds:.1f} | {worked:.1f} | {peak():.2f} |")


if __name__ == "__main__":
    main()
