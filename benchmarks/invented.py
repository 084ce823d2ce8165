"""An invented event of any size, the same for the same seed: a ledger as the chain would write it.

Its towns stand on the Kerguelen islands, where nobody fights. Sizes follow what real events give: a third of the claims
are mere statements, a few questions hold most of the others, one relation for every two claims. Beyond a thousand
claims the towns, days and speakers grow with the root of their number, as new words do in a growing text (Heaps' law).
"""

import random
from collections.abc import Iterator
from datetime import date, timedelta

from counterclaim.model import (
    Actor,
    Block,
    Claim,
    CopyGroup,
    Hedge,
    Ledger,
    Made,
    Mention,
    Party,
    Passage,
    Place,
    Position,
    Published,
    Quantity,
    Question,
    Rejected,
    Relation,
    Report,
    Said,
    Span,
    When,
)  # fmt: skip

PER_REPORT = 15
TOGETHER = 67  # reports that carry one passage
FIRST = date(2031, 5, 3)
PARTIES = ("Ostra Front", "Velmaran army", "Harbour Council")
TOWNS = {
    "Karvel": (-49.35, 70.21), "Dresna": (-49.12, 69.57), "Oda": (-48.98, 69.08), "Sarn": (-49.55, 69.90),
    "Pell": (-49.20, 70.02), "Quay": (-49.52, 69.30), "Halden": (-48.72, 69.02), "Mill Quarter": (None, None),
}  # fmt: skip
KINDS = {
    "control": "the {who} holds {place}", "killed": "{n} fighters of the {other} were killed in {place}",
    "captured": "{n} soldiers were captured near {place}", "displaced": "at least {n} people fled {place}",
    "talks": "talks about {place} will be held", "statement": "the people of {place} will be heard",
}  # fmt: skip
OPENING = "Residents left by the river road before dawn, carrying bedding and tins of oil, and the market stayed shut."


def ledger(claims: int, seed: int = 1) -> Ledger:
    """A ledger of so many claims."""
    chance, growth = random.Random(seed), max(1.0, (claims / 1000) ** 0.5)
    drafts = [draft(chance, n, claims, growth) for n in range(claims)]
    reports, mentions = written(drafts)
    found = tuple(claim(m, d) for m, d in zip(mentions, drafts, strict=True))
    asked = tuple(questions(found))
    speakers = sorted({(d["speaker"], d["party"]) for d in drafts})
    return Ledger(
        made=Made("counterclaim, an invented ledger", {}),
        reports=reports,
        actors=(
            *(Actor(f"a-{n}", name, (), "group", None, f"a-{n}") for n, name in enumerate(PARTIES)),
            *(Actor(s, f"Speaker {s[4:]}", (), "person", "spokesperson", p) for s, p in speakers),
        ),
        parties=tuple(Party(f"a-{n}", name, (), "spokesmen speak for it") for n, name in enumerate(PARTIES)),
        places=tuple(place(n) for n in range(round(len(TOWNS) * growth))),
        mentions=mentions,
        claims=found,
        relations=tuple(relations(chance, asked)),
        questions=asked,
        copies=tuple(copied(reports[n : n + TOGETHER]) for n in range(0, len(reports), TOGETHER)),
        notes=(),
        rejected=(Rejected("scan.pdf", "no text layer"),),
    )


def draft(chance: random.Random, number: int, claims: int, growth: float) -> dict[str, object]:
    """What one claim says; a few places and kinds have most of them."""
    kind = chance.choices(list(KINDS), (24, 14, 10, 8, 10, 34))[0]
    town = min(int(chance.expovariate(0.6 / growth)), round(len(TOWNS) * growth) - 1)
    party = min(int(chance.expovariate(0.8)), len(PARTIES) - 1)
    count = 10 * (number % 40 + 1) + town
    words = KINDS[kind].format(who=PARTIES[party], other=PARTIES[party - 1], place=town_name(town), n=count)
    day = (FIRST + timedelta(days=int(number * 20 * growth / max(claims, 1000)))).isoformat()
    speaker = f"a-s-{party}{chance.randrange(round(14 * growth)):02}"
    return {"kind": kind, "town": f"p-{town}", "party": f"a-{party}", "speaker": speaker, "words": words,
            "count": count, "day": day}  # fmt: skip


def town_name(number: int) -> str:
    """The eight towns, then what lies around them: "Karvel", …, "Karvel 2"."""
    around, town = divmod(number, len(TOWNS))
    return list(TOWNS)[town] + (f" {around + 1}" if around else "")


def place(number: int) -> Place:
    name = town_name(number)
    latitude, longitude = TOWNS.get(name, (None, None))
    return Place(f"p-{number}", name, (), None, latitude, longitude, None, (), None if latitude is None else "town")


def written(drafts: list[dict[str, object]]) -> tuple[tuple[Report, ...], tuple[Mention, ...]]:
    """Reports of a claim a sentence, three sentences a paragraph, under a passage that all share."""
    reports, mentions = [], []
    for start in range(0, len(drafts), PER_REPORT):
        own, number = drafts[start : start + PER_REPORT], start // PER_REPORT
        text, spans = f"Karvel, report {number}", [(0, len(f"Karvel, report {number}"))]
        for first in range(0, len(own), 3):
            text += "\n\n"
            begin = len(text)
            for d in own[first : first + 3]:
                text += f"Speaker {str(d['speaker'])[4:]} said that "
                mentions.append(mention(len(mentions), f"r-{number:04}", len(text), d))
                text += f"{d['words']}, according to a statement on Sunday. "
            spans.append((begin, len(text)))
        text += "\n\n"
        spans.append((len(text), len(text) + len(OPENING)))
        day = Published(str(own[0]["day"]), "day", "dateline")
        blocks = tuple(Block(a, b, "title" if n == 0 else "paragraph") for n, (a, b) in enumerate(spans))
        reports.append(
            Report(f"r-{number:04}", f"wire/{number:04}.txt", None, f"Wire {number % 12}", "Karvel", day, "en",
                   text + OPENING, blocks)
        )  # fmt: skip
    return tuple(reports), tuple(mentions)


def mention(number: int, report: str, start: int, d: dict[str, object]) -> Mention:
    words = str(d["words"])
    figure = str(d["count"]) in words
    at = start + words.find(str(d["count"]))
    return Mention(
        id=f"m-{number:05}", report=report, claim=f"c-{number:05}", content=(Span(start, start + len(words)),),
        cue=(Span(start - 10, start - 6),), source=(), voice="indirect", speaker=str(d["speaker"]),
        party=str(d["party"]), via=(), channel=None, said=Said(str(d["day"]), None, "the report"), kind=d["kind"],
        subject=str(d["party"]),
        object=None, place=str(d["town"]), when=When(),
        quantity=Quantity(d["count"], d["count"], "people", str(d["count"])) if figure else None, polarity="+",
        hedge=Hedge("claimed", Span(start - 10, start - 6)),
        spans={"quantity": (Span(at, at + len(str(d["count"]))),)} if figure else {},
    )  # fmt: skip


def claim(m: Mention, d: dict[str, object]) -> Claim:
    return Claim(m.claim, m.kind, str(d["words"]), m.id, m.speaker, m.party, m.place, m.quantity, "+",
                 When(m.said.day, m.said.day), (m.id,), 1, 1)  # fmt: skip


def questions(claims: tuple[Claim, ...]) -> Iterator[Question]:
    """One for each kind and place; a party's claims of one day are a position."""
    for number, (kind, town) in enumerate(sorted({(c.kind, c.place) for c in claims if c.kind != "statement"})):
        own = [c for c in claims if (c.kind, c.place) == (kind, town)]
        told = {(c.party, c.said.since) for c in own}
        positions = [position([c for c in own if (c.party, c.said.since) == key]) for key in sorted(told)]
        if len(own) > 1:
            status = "contested" if len({p.party for p in positions}) > 1 else "changed"
            name = town_name(int((town or "p-0")[2:]))
            yield Question(f"q-{number:03}", kind, f"{kind.capitalize()}: what is said of {name}?", town, None,
                           When(own[0].said.since, own[-1].said.since), status, (status,), len(own), len(own), len(own),
                           tuple(positions))  # fmt: skip


def position(own: list[Claim]) -> Position:
    first = own[0]
    return Position(first.party, None, first.summary, first.quantity, first.said.since, first.said.since,
                    tuple(c.id for c in own), len(own), len(own), len(own), False)  # fmt: skip


def relations(chance: random.Random, asked: tuple[Question, ...]) -> Iterator[Relation]:
    """For each claim a rival, where there is one."""
    for question in asked:
        held = [(p.party, c) for p in question.positions for c in p.claims]
        pairs = {tuple(sorted(chance.sample(held, 2), key=lambda h: h[1])) for _ in held}
        for (side, one), (other_side, other) in sorted(pairs):
            if side == other_side:
                continue
            yield Relation("contradicts", one, other, "subject", "Both answer at the same time, and otherwise.",
                           ((one.replace("c", "m", 1),), (other.replace("c", "m", 1),)))  # fmt: skip


def copied(reports: tuple[Report, ...]) -> CopyGroup:
    found = (Passage(r.id, len(r.text) - len(OPENING), len(r.text)) for r in reports)
    return CopyGroup(f"k-{reports[0].id[2:]}", reports[0].id, "earliest date", tuple(found))
