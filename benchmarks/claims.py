"""Made-up claims compared: how the time of merging, relations and questions grows with their number.

    python benchmarks/claims.py [N ...]

Reports of twenty claims each, by 120 speakers of six parties and of none, about forty places on 120 days, in invented
words. So many rivals about so few places is harder than any real event: every question has dozens of answers. Seconds
are of the processor, so that other work on the machine does not count.
"""

import random
import sys
import time
from itertools import pairwise

from counterclaim.compare import Case
from counterclaim.compare.merging import merge
from counterclaim.compare.questions import questions
from counterclaim.compare.relations import relations
from counterclaim.compare.study import Study
from counterclaim.model import (
    Actor,
    Block,
    Hedge,
    Kind,
    Mention,
    Party,
    Place,
    Published,
    Quantity,
    Report,
    Said,
    Span,
    When,
)  # fmt: skip

PER_REPORT, DAYS, PLACES, SPEAKERS, PARTIES = 20, 120, 40, 120, 6
COUNTED: tuple[Kind, ...] = ("killed", "wounded", "captured", "displaced", "destroyed", "seized", "crowd")
OTHER: tuple[Kind, ...] = ("control", "responsibility", "denial", "talks", "movement", "blockade", "support")
KINDS: tuple[Kind, ...] = (*("killed",) * 5, *COUNTED, *OTHER * 2, *("statement",) * 3)


class Maker:
    """Reports with claims in them, the same for the same seed."""

    def __init__(self, seed: int = 1) -> None:
        self.rng = random.Random(seed)
        self.words = ["".join(self.rng.choice("bdfgklmnprst") + self.rng.choice("aeiou") for _ in "abc")
                      for _ in range(3000)]  # fmt: skip
        self.reports: list[Report] = []
        self.mentions: list[Mention] = []

    def case(self, claims: int) -> Case:
        for number in range(claims // PER_REPORT):
            self.report(number)
        parties = [f"a-party-{n}" for n in range(PARTIES)]
        people = [Actor(f"a-{n}", f"Speaker{n}", (), "person", None, side(n)) for n in range(SPEAKERS)]
        return Case(
            reports=tuple(self.reports), copies=(), mentions=tuple(self.mentions),
            actors=(*(Actor(p, p, (), "group", None, p) for p in parties), *people),
            parties=tuple(Party(p, p, (), "") for p in parties),
            places=tuple(place(n) for n in range(PLACES)),
        )  # fmt: skip

    def report(self, number: int) -> None:
        day = f"2031-{1 + number % DAYS // 28:02d}-{1 + number % DAYS % 28:02d}"
        text = ""
        for line in range(PER_REPORT):
            words = " ".join(self.rng.choices(self.words, k=self.rng.randint(6, 14)))
            span = Span(len(text), len(text) + len(words))
            self.mentions.append(self.mention(f"r-{number:06d}", line, span, day))
            text += f"{words}\n"
        published = Published(day, "day", "")
        block = Block(0, len(text), "paragraph")
        self.reports.append(Report(f"r-{number:06d}", f"{number}", None, None, None, published, "en", text, (block,)))

    def mention(self, report: str, line: int, span: Span, day: str) -> Mention:
        kind, speaker, count = self.rng.choice(KINDS), self.sometimes(0.7, SPEAKERS), self.rng.randint(1, 60)
        subject, object, where = (self.sometimes(p, n) for p, n in ((0.5, PARTIES), (0.3, PARTIES), (0.7, PLACES)))
        people = self.rng.choice(["people", "soldiers", "civilians"])
        return Mention(
            id=f"m-{report}-{line:02d}", report=report, claim="", content=(span,), cue=(), source=(),
            voice="report" if speaker is None else "indirect", speaker=named("a-", speaker),
            party=None if speaker is None else side(speaker), via=(), channel=None,
            said=Said(None if speaker is None else day, None, ""), kind=kind, subject=named("a-party-", subject),
            object=named("a-party-", object), place=named("p-", where),
            when=When(day, day) if self.rng.random() < 0.5 else When(),
            quantity=Quantity(count, count, people, str(count)) if kind in COUNTED else None,
            polarity="-" if self.rng.random() < 0.05 else "+",
            hedge=Hedge("fact" if speaker is None else "claimed", None), spans={},
        )  # fmt: skip

    def sometimes(self, share: float, among: int) -> int | None:
        return self.rng.randrange(among) if self.rng.random() < share else None


def named(prefix: str, number: int | None) -> str | None:
    return None if number is None else f"{prefix}{number}"


def side(speaker: int) -> str | None:
    """Every other speaker speaks for a party."""
    return f"a-party-{speaker % PARTIES}" if speaker % 2 else None


def place(number: int) -> Place:
    """Every eighth place holds the seven after it."""
    outer = (f"p-{number // 8 * 8}",) if number % 8 else ()
    return Place(f"p-{number}", f"Place{number}", (), None, None, None, "XX", outer)


def main() -> None:
    print("| claims | relations | questions | most answers | merge | relations | questions | seconds in all |")
    print("|---" * 8 + "|")
    for count in map(int, sys.argv[1:] or ("7000", "28000")):
        case = Maker().case(count)
        marks = [time.process_time()]
        _, claims = merge(case)
        marks.append(time.process_time())
        study = Study(case, claims)
        related = relations(study)
        marks.append(time.process_time())
        asked = questions(study, related)
        marks.append(time.process_time())
        most = max(len(q.positions) for q in asked)
        steps = " | ".join(f"{after - before:.1f}" for before, after in pairwise(marks))
        row = f"| {len(claims):,} | {len(related):,} | {len(asked):,} | {most} | {steps} | {marks[-1] - marks[0]:.1f} |"
        print(row, flush=True)


if __name__ == "__main__":
    main()
