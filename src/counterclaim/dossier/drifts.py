"""How an original was retold: the original first, then each telling, with the word that changed."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

import msgspec

from counterclaim.dossier.index import Index, safe
from counterclaim.dossier.links import question_link, report_link
from counterclaim.dossier.pages import Drift, Step
from counterclaim.dossier.quoting import SHORT, quote
from counterclaim.dossier.voices import channel, day, voice
from counterclaim.dossier.words import KINDS, SCALES, figure, short_day
from counterclaim.model import Mention, Relation, Slot

KEPT = 6  # tellings that kept the words, beside those that changed them
CHANGED = 3  # tellings that changed them, at a glance


Retold = Sequence[tuple[str, list[Relation]]]  # an original's claim, and how it was retold


def drifts(index: Index, relations: Iterable[Relation]) -> tuple[Drift, ...]:
    """One path for each original that was retold otherwise, the most changed first."""
    return paths(index, retold(index, relations))


def retold(index: Index, relations: Iterable[Relation]) -> Retold:
    """The claims whose originals were retold otherwise, the most changed first."""
    grouped: dict[str, list[Relation]] = defaultdict(list)
    for relation in relations:
        if relation.kind == "drifts" and index.told.get(relation.source):
            grouped[relation.source].append(relation)
    found = [(claim, held) for claim, held in grouped.items() if _changed(index, claim, held)]
    return sorted(found, key=lambda item: -len(_changed(index, *item)))


def paths(index: Index, retold: Retold) -> tuple[Drift, ...]:
    """A path for each of them."""
    return tuple(_path(index, claim, held) for claim, held in retold)


def _changed(index: Index, claim: str, relations: list[Relation]) -> dict[str, Relation]:
    """The mentions that retell the original otherwise."""
    original = _original(index, claim, relations).id
    return {m: r for r in relations for m in r.evidence[1] if m in index.mentions and m != original}


def _path(index: Index, claim: str, relations: list[Relation]) -> Drift:
    original, changed = _original(index, claim, relations), _changed(index, claim, relations)
    slots = {r.slot for r in relations if r.slot}
    kept = [m for m in index.told[claim] if m.id not in changed and m.id != original.id]
    told = sorted([*kept[:KEPT], *(index.mentions[m] for m in changed)], key=lambda m: _order(index, m))
    steps = [_step(index, m, original, changed.get(m.id), slots) for m in told]
    first = _step(index, original, original, None, slots)
    changes = dict.fromkeys(step.change for step in steps if step.change)
    return Drift(
        f"drift-{safe(claim)}", "; ".join(changes), voice(index, original),
        (first, *steps), max(0, len(kept) - KEPT), question_link(index, claim),
    )  # fmt: skip


def at_a_glance(path: Drift) -> Drift:
    """The original and the first tellings that changed it; those that kept it are only counted."""
    kept = sum(step.state == "kept" for step in path.steps)
    changed = [step for step in path.steps if step.state == "changed"][:CHANGED]
    return msgspec.structs.replace(path, steps=(path.steps[0], *changed), kept=path.kept + kept)


def _original(index: Index, claim: str, relations: list[Relation]) -> Mention:
    """The claim's own original, or the mention that the relation compares with."""
    known = {m for r in relations for m in r.evidence[0]}
    told = index.told[claim]
    return next((m for m in told if m.id in known), told[0])


def _order(index: Index, mention: Mention) -> tuple[int, int, str]:
    return index.numbers[mention.report], mention.content[0].start if mention.content else 0, mention.id


def _step(index: Index, mention: Mention, original: Mention, how: Relation | None, slots: set[Slot]) -> Step:
    marked = [how.slot] if how and how.slot else sorted(slots)
    return Step(
        state="original" if mention is original else "changed" if how else "kept",
        report=report_link(index, mention.report),
        day=day(index, mention),
        channel=channel(mention),
        quote=quote(index, mention, marked=marked, limit=SHORT),
        change=change(index, original, mention, how.slot) if how and how.slot else None,
        because=how.because if how else None,
    )


def change(index: Index, before: Mention, after: Mention, slot: Slot) -> str | None:
    """What a slot said first and what it says now: "trapped → killed"."""
    old, new = value(index, before, slot), value(index, after, slot)
    return f"{old} → {new}" if old != new else None


def value(index: Index, mention: Mention, slot: Slot) -> str:
    """A slot's value in the program's words."""
    match slot:
        case "kind":
            return KINDS[mention.kind]
        case "quantity":
            return figure(mention.quantity) if mention.quantity else "no figure"
        case "place":
            return index.places[mention.place].name if mention.place in index.places else "no place"
        case "subject" | "object":
            actor = getattr(mention, slot)
            return index.name(actor) if actor else "nobody named"
        case "hedge":
            return SCALES[mention.hedge.scale]
        case "when":
            return short_day(mention.when.since or mention.when.to)
        case "polarity":
            return "affirmed" if mention.polarity == "+" else "denied"
