"""A claim as a row: the same on a question's page, under its speaker and wherever claims are listed."""

from collections.abc import Sequence

from counterclaim.dossier.index import Index, safe
from counterclaim.dossier.links import mention_path, question_link, report_link
from counterclaim.dossier.quoting import LONG, quote
from counterclaim.dossier.views import Link, Row
from counterclaim.dossier.voices import day, denied, hedge, voice
from counterclaim.dossier.words import KINDS, claim_weight
from counterclaim.model import Claim, Mention


def row(index: Index, claim: Claim, *, anchored: bool = True, asked: bool = False, limit: int = LONG) -> Row:
    """One claim by its original; `asked` adds the question that it answers."""
    original = index.told[claim.id][0]
    known = claim.said.since or original.said.day
    quoted = quote(index, original, marked=("quantity",), limit=limit)
    return Row(
        id=claim.id,
        anchor=safe(claim.id) if anchored else "",
        mark=safe(claim.id),
        day=day(index, original),
        iso=known or "9999",
        kind=KINDS[claim.kind],
        quote=quoted,
        voice=voice(index, original),
        hedge=hedge(index, original),
        denied=denied(index, original, quoted),
        weight=claim_weight(claim.reports, claim.texts),
        where=places(index, claim),
        question=question_link(index, claim.id) if asked else None,
    )


def places(index: Index, claim: Claim) -> tuple[Link, ...]:
    """Every place where the claim stands, by the number of its report and the paragraph."""
    return tuple(where(index, mention) for mention in index.told[claim.id])


def where(index: Index, mention: Mention) -> Link:
    known = report_link(index, mention.report)
    start = min(mention.content).start if mention.content else 0
    return Link(f"{known.label}\u00a0¶{index.paragraph(mention.report, start)}", mention_path(mention), known.title)


def newest(index: Index, claims: Sequence[Claim]) -> list[Claim]:
    """The claims as their rows will stand: newest first, those without a day last."""
    days = {c.id: c.said.since or index.told[c.id][0].said.day or "" for c in claims}
    return sorted(claims, key=lambda c: days[c.id], reverse=True)


def days_back(rows: list[Row]) -> tuple[Row, ...]:
    """Newest first; what has no day comes last."""
    dated = sorted((r for r in rows if r.iso != "9999"), key=lambda r: r.iso, reverse=True)
    return (*dated, *(r for r in rows if r.iso == "9999"))
