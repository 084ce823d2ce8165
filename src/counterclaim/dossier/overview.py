"""The first page: what is disputed, who says what now, and how solid each side's word is."""

from collections import Counter
from collections.abc import Sequence

import msgspec

from counterclaim.dossier.changes import changes, earlier
from counterclaim.dossier.charts import Axis, Scale, axis_of, band, figure_of, scale_of, ticks, value_ticks
from counterclaim.dossier.drifts import at_a_glance, drifts
from counterclaim.dossier.index import HUES, Index, clipped, days
from counterclaim.dossier.links import question_path, report_path
from counterclaim.dossier.pages import Answer, Brief, Card, LeftOut, Legend, OverviewPage, Side
from counterclaim.dossier.questions import question_weight, ranked
from counterclaim.dossier.quoting import SHORT, quote
from counterclaim.dossier.sides import Camp, camps, spokesman, told_slots
from counterclaim.dossier.sources import passages
from counterclaim.dossier.views import Tick
from counterclaim.dossier.voices import day, denied, hedge, voice
from counterclaim.dossier.words import COUNTED, count, day_range, language, short_day, status_words, weight
from counterclaim.model import Position, Question, Report

CARDS = 12  # questions shown with their answers; the rest are a line each
ANSWERS = 2  # positions of one side on a card; the page of the question has them all
NEUTRAL_ANSWERS = 3
GLANCE = 130  # characters of a copied passage
FEW = 4  # entries of a list whose whole stands on another page
NOTHING = "No question yet: it takes two claims about the same thing. Add reports, or read the ones below."


def overview(index: Index) -> OverviewPage:
    """What a reader should see first."""
    asked = [q for q in ranked(index.ledger.questions) if any(index.told.get(c) for p in q.positions for c in p.claims)]
    carded = [q for q in asked if q.status != "single"][:CARDS]
    axis = shared_axis(index, carded)
    retold, copied = drifts(index, index.ledger.relations), passages(index, slice(FEW), GLANCE)
    missing, (changed, more) = left_out(index), changes(index, asked, FEW)
    return OverviewPage(
        title=title(index),
        facts=facts(index),
        parties=parties(index),
        cards=tuple(card(index, q, axis) for q in carded),
        briefs=tuple(brief(index, q) for q in asked if q not in carded),
        changes=changed,
        more_changes=more,
        drifts=tuple(map(at_a_glance, retold[:FEW])),
        more_drifts=len(retold),
        passages=copied,
        more_passages=sum(bool(group.passages) for group in index.ledger.copies),
        left_out=missing[: 2 * FEW],
        more_left_out=len(missing),
        empty=None if asked else NOTHING,
    )


def title(index: Index) -> str:
    """The place that is spoken of most, as the name of the event."""
    named = Counter(m.place for m in index.ledger.mentions if m.place in index.places)
    ranked_places = sorted(named, key=lambda p: (-named[p], index.places[p or ""].name))
    return clipped(index.places[ranked_places[0] or ""].name, 60) if ranked_places else "Reports"


def facts(index: Index) -> tuple[str, ...]:
    """The masthead: reports, days, claims, parties."""
    known = days(index)
    return (
        count(len(index.reports), "report"),
        *([day_range(known[0], known[-1])] if known else []),
        count(len(index.claims), "claim"),
        count(len(index.parties), "party", "parties"),
    )


def parties(index: Index) -> tuple[Legend, ...]:
    """The parties by how much each is heard."""
    heard = Counter(c.party for c in index.ledger.claims if c.party in index.parties)
    known = sorted(heard, key=lambda p: (-heard[p], index.name(p)))
    return tuple(Legend(index.name(p), index.hue(p), "party", heard[p]) for p in known[:HUES])


def shared_axis(index: Index, questions: Sequence[Question]) -> Axis | None:
    """One axis of days for all cards, so that they can be compared down the page."""
    held = [p for q in questions if not _scale(q) for p in q.positions]
    return axis_of((day for p in held for day in (p.since, p.to)), days(index))


def card(index: Index, question: Question, axis: Axis | None) -> Card:
    """A question with each side's answers."""
    scale = _scale(question)
    found = tuple(_side(index, question, camp, scale, axis) for camp in camps(index, question))
    sides = tuple(s for s in found if s.answers)
    sign, words = status_words(question.status, question.origins)
    drawn = any(a.figure or a.band for s in sides for a in s.answers)
    return Card(
        text=question.text,
        href=question_path(question.id),
        status=question.status,
        sign=sign,
        status_words=words,
        weight=question_weight(question),
        sides=sides,
        ticks=_ticks(scale, axis) if drawn else (),
        chart="nothing" if not drawn else "figures" if scale else "course",
    )


def _scale(question: Question) -> Scale | None:
    """The scale of a question's figures; None where it asks for none or has none."""
    return scale_of(p.quantity for p in question.positions if p.quantity) if question.kind in COUNTED else None


def _ticks(scale: Scale | None, axis: Axis | None) -> tuple[Tick, ...]:
    if scale:
        return tuple(Tick(round(at * 100, 2), f"{n:,}", _lean(at)) for n, at in value_ticks(scale))
    return ticks(axis) if axis else ()


def _lean(at: float) -> str:
    return "start" if at < 0.05 else "end" if at > 0.95 else "middle"


def _side(index: Index, question: Question, camp: Camp, scale: Scale | None, axis: Axis | None) -> Side:
    """A side's latest answers, the earlier ones first."""
    room = ANSWERS if camp.party else NEUTRAL_ANSWERS
    shown = latest(camp.positions, room)
    found = [a for p in shown if (a := _answer(index, question, camp, p, scale, axis))]
    answers = sorted(found, key=lambda a: a.iso)
    if answers:
        answers[-1] = msgspec.structs.replace(answers[-1], more=len(camp.positions) - len(shown))
    return Side(camp.name, camp.hue, camp.kind, camp.href, tuple(answers))


def latest(positions: Sequence[Position], room: int) -> list[Position]:
    """The last answer of a side and what it said on days before; only then other answers of the same days."""
    by_day = {p.since: p for p in positions}
    chosen = list(by_day.values())[-room:]
    others = [p for p in reversed(positions) if p not in chosen][: room - len(chosen)]
    return [p for p in positions if p in chosen or p in others]


def _answer(
    index: Index, question: Question, camp: Camp, position: Position, scale: Scale | None, axis: Axis | None
) -> Answer | None:
    """A position in the words that say it best; None where no words stand behind it."""
    mention = spokesman(index, position, question.place)
    if mention is None:
        return None
    said, first = day(index, mention), short_day(position.since) if position.since else None
    quoted = quote(index, mention, marked=told_slots(question), limit=SHORT)
    drawn = figure_of(scale, position.quantity, camp.hue, position.answer) if scale and position.quantity else None
    return Answer(
        day=said,
        iso=mention.said.day or position.since or "9999",
        quote=quoted,
        denied=denied(index, mention, quoted),
        voice=voice(index, mention),
        since=first if first and first != said else None,
        weight=weight(position.reports, position.origins),
        hedge=hedge(index, mention),
        changed=not position.concession and earlier(camp, position) is not None,
        conceded=position.concession,
        band=band(axis, position.since, position.to, camp.hue, position.answer) if axis and not scale else None,
        figure=drawn,
        more=0,
    )


def brief(index: Index, question: Question) -> Brief:
    """A question in one line, with the words of its first position."""
    mention = next(m for p in question.positions if (m := spokesman(index, p, question.place)))
    return Brief(
        question.text, question_path(question.id), question.status, *status_words(question.status, question.origins),
        question_weight(question), quote(index, mention, marked=told_slots(question), limit=SHORT),
        voice(index, mention), day(index, mention),
    )  # fmt: skip


def left_out(index: Index) -> tuple[LeftOut, ...]:
    """Sources that were not read, and passages that a reader should know about, each with its reason."""
    refused = [LeftOut(r.source, r.reason, None) for r in index.ledger.rejected]
    silent = [
        LeftOut(index.label(r), _silence(index.reports[r]), report_path(r))
        for r in index.order
        if r not in index.standing
    ]
    return (*refused, *silent)


def _silence(report: Report) -> str:
    """Why no claim stands in a report."""
    if report.language in ("en", "und"):
        return "no claim was found in it"
    return f"in {language(report.language)}: compared for copies only"
