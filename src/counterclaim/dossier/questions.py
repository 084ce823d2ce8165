"""A question's page: the sides beside each other, every claim a row, and what is computed from them below."""

from collections.abc import Iterable

from counterclaim.dossier.changes import marks
from counterclaim.dossier.courses import course, scatter
from counterclaim.dossier.drifts import drifts
from counterclaim.dossier.index import Index
from counterclaim.dossier.links import place_link, question_path
from counterclaim.dossier.pages import Column, QuestionPage, Standing
from counterclaim.dossier.relations import bundles
from counterclaim.dossier.rows import days_back, row
from counterclaim.dossier.sides import Camp, camps, worded
from counterclaim.dossier.views import Link, Row
from counterclaim.dossier.words import KINDS, MARKS, count, day_range, since, sourced, status_words, weight
from counterclaim.model import Position, Question, Relation, Status

RANK: dict[Status, int] = {"contested": 0, "differs": 1, "conceded": 2, "changed": 3, "agreed": 4, "single": 5}


def ranked(questions: Iterable[Question]) -> list[Question]:
    """The most contested first, then the most reported."""
    return sorted(questions, key=lambda q: (RANK[q.status], -q.origins, -q.reports, q.text, q.id))


def question_weight(question: Question) -> str:
    claims = len({claim for position in question.positions for claim in position.claims})
    return f"{count(claims, 'claim')} · {count(question.reports, 'report')} · {sourced(question.origins)}"


def question_page(index: Index, question: Question, before: Question | None, after: Question | None) -> QuestionPage:
    """All that is known about one question."""
    related = related_to(index, question)
    numbers = scatter(index, question)
    sign, words = status_words(question.status, question.origins)
    return QuestionPage(
        text=question.text,
        status=question.status,
        sign=sign,
        status_words=words,
        marks=tuple(MARKS[mark] for mark in question.marks if mark != question.status),
        weight=question_weight(question),
        days=day_range(question.when.since, question.when.to),
        kind=KINDS[question.kind],
        place=place_link(index, question.place),
        columns=_columns(index, question),
        course=None if numbers else course(index, question),
        scatter=numbers,
        bundles=bundles(index, question, related),
        drifts=drifts(index, related),
        before=_neighbour(before),
        after=_neighbour(after),
    )


def _neighbour(question: Question | None) -> Link | None:
    return Link(question.text, question_path(question.id)) if question else None


def related_to(index: Index, question: Question) -> list[Relation]:
    """The relations of the question's own claims."""
    own = dict.fromkeys(claim for position in question.positions for claim in position.claims)
    leading = (relation for claim in own for relation in index.leading.get(claim, ()))
    return [relation for relation in leading if relation.target in own or relation.kind == "drifts"]


def _columns(index: Index, question: Question) -> tuple[Column, ...]:
    seen: set[str] = set()
    return tuple(_column(index, camp, seen) for camp in camps(index, question))


def _column(index: Index, camp: Camp, seen: set[str]) -> Column:
    standings = tuple(_standing(index, camp, position, seen) for position in reversed(camp.positions))
    claims = sum(len(standing.rows) for standing in standings)
    return Column(camp.name, camp.hue, camp.kind, camp.href, standings, claims)


def _standing(index: Index, camp: Camp, position: Position, seen: set[str]) -> Standing:
    rows: list[Row] = []
    for claim in position.claims:
        if index.told.get(claim):
            rows.append(row(index, index.claims[claim], anchored=claim not in seen))
            seen.add(claim)
    return Standing(
        answer="" if worded(index, position) else position.answer,
        days=since(position.since, position.to),
        weight=weight(position.reports, position.origins),
        marks=marks(index, camp, position),
        rows=days_back(rows),
    )
