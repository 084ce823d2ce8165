"""Relations as a reader checks them: the reason, and both claims in their own words."""

from collections.abc import Iterable, Iterator

from counterclaim.dossier.index import Index
from counterclaim.dossier.pages import Bundle, Conflict
from counterclaim.dossier.quoting import SHORT, quote
from counterclaim.dossier.voices import day, voice
from counterclaim.dossier.words import RELATIONS
from counterclaim.model import Mention, Relation, RelationKind

# In the order in which a reader asks; drift has a form of its own.
SHOWN: tuple[RelationKind, ...] = ("contradicts", "denies", "concedes", "updates", "corroborates", "repeats")
FIRST = 6  # relations under a heading before the rest is folded away
MOST = 60  # a heading says how many there are; past these a list says nothing more


def bundles(index: Index, relations: Iterable[Relation]) -> tuple[Bundle, ...]:
    """The relations by sort, each sort under its heading."""
    known = [r for r in relations if _mention(index, r, 0) and _mention(index, r, 1)]
    return tuple(filter(None, (_bundle(index, kind, [r for r in known if r.kind == kind]) for kind in SHOWN)))


def _bundle(index: Index, kind: RelationKind, relations: list[Relation]) -> Bundle | None:
    if not relations:
        return None
    shown = list(_conflicts(index, relations[:MOST]))
    title = f"{RELATIONS[kind]} ({len(relations)})"
    return Bundle(title, tuple(shown[:FIRST]), tuple(shown[FIRST:]))


def _conflicts(index: Index, relations: Iterable[Relation]) -> Iterator[Conflict]:
    for relation in relations:
        left, right = _mention(index, relation, 0), _mention(index, relation, 1)
        if left and right:
            yield _conflict(index, relation, left, right)


def _conflict(index: Index, relation: Relation, left: Mention, right: Mention) -> Conflict:
    marked = (relation.slot,) if relation.slot else ()
    return Conflict(
        relation.kind, relation.because,
        quote(index, left, marked=marked, limit=SHORT), voice(index, left), day(index, left),
        quote(index, right, marked=marked, limit=SHORT), voice(index, right), day(index, right),
    )  # fmt: skip


def _mention(index: Index, relation: Relation, end: int) -> Mention | None:
    """The mention that stands for one end: the first of its evidence, else the claim's original."""
    named = next((index.mentions[m] for m in relation.evidence[end] if m in index.mentions), None)
    told = index.told.get((relation.source, relation.target)[end])
    return named or (told[0] if told else None)
