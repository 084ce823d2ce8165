"""Relations as a reader checks them: the reason, and both claims in their own words."""

from collections.abc import Iterable, Iterator

from counterclaim.dossier.index import Index
from counterclaim.dossier.links import question_path, relations_path
from counterclaim.dossier.pages import RelationsPage
from counterclaim.dossier.quoting import SHORT, quote
from counterclaim.dossier.views import Bundle, Conflict, Link
from counterclaim.dossier.voices import day, voice
from counterclaim.dossier.words import RELATIONS
from counterclaim.model import Mention, Question, Relation, RelationKind

# In the order in which a reader asks; drift has a form of its own.
SHOWN: tuple[RelationKind, ...] = ("contradicts", "denies", "concedes", "updates", "corroborates", "repeats")
FIRST = 6  # relations under a heading before the rest is folded away
MOST = 60  # on the question's own page; where there are more, all stand on pages of their own
EACH = 300  # on one of these, which is then about as long as the longest other page


def bundles(index: Index, question: Question, relations: Iterable[Relation]) -> tuple[Bundle, ...]:
    """The relations by sort, each sort under its heading."""
    return tuple(_bundle(index, question, kind, found) for kind, found in sorts(index, relations).items())


def sorts(index: Index, relations: Iterable[Relation]) -> dict[RelationKind, list[Relation]]:
    """The relations of which both ends can be shown, by sort."""
    known = [r for r in relations if _mention(index, r, 0) and _mention(index, r, 1)]
    found = {kind: [r for r in known if r.kind == kind] for kind in SHOWN}
    return {kind: held for kind, held in found.items() if held}


def _bundle(index: Index, question: Question, kind: RelationKind, relations: list[Relation]) -> Bundle:
    shown = list(_conflicts(index, relations[:MOST]))
    title = f"{RELATIONS[kind]} ({len(relations)})"
    every = Link(f"All {len(relations):,}", relations_path(question.id, kind, 0)) if len(relations) > MOST else None
    return Bundle(title, tuple(shown[:FIRST]), tuple(shown[FIRST:]), every)


def chunks(index: Index, relations: Iterable[Relation]) -> Iterator[tuple[RelationKind, int, int]]:
    """The pages that a question's relations need beside its own: sort, number of the page, and of how many."""
    for kind, found in sorts(index, relations).items():
        if len(found) > MOST:
            pages = -(-len(found) // EACH)
            yield from ((kind, number, pages) for number in range(pages))


def relations_page(
    index: Index, question: Question, relations: Iterable[Relation], kind: RelationKind, number: int, of: int
) -> RelationsPage:
    """One such page."""
    found = sorts(index, relations)[kind]
    first = number * EACH
    ways = [Link(_numbers(n, len(found)), relations_path(question.id, kind, n)) for n in range(of)]
    return RelationsPage(
        question=Link(question.text, question_path(question.id)),
        title=f"{RELATIONS[kind]} ({len(found):,})",
        pairs=tuple(_conflicts(index, found[first : first + EACH])),
        before=ways[number - 1] if number else None,
        after=ways[number + 1] if number + 1 < of else None,
    )


def _numbers(number: int, total: int) -> str:
    return f"{number * EACH + 1:,}–{min((number + 1) * EACH, total):,}"


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
