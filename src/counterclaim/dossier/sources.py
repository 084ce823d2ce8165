"""The sources: each report's own and copied words, who copied whom, and the passages they share."""

from collections import defaultdict
from collections.abc import Iterable

from counterclaim.dossier.drifts import paths, retold
from counterclaim.dossier.index import Index, clipped, report_day
from counterclaim.dossier.links import part_links, parts, report_link, report_path
from counterclaim.dossier.making import tally
from counterclaim.dossier.pages import Arc, Graph, Node, OutletLine, PassageLine, ReportLine, SourcesPage
from counterclaim.dossier.quoting import SHORT, passage
from counterclaim.dossier.reports import length, twin_link
from counterclaim.dossier.runs import copy_anchor
from counterclaim.dossier.words import count
from counterclaim.model import CopyGroup, Passage, Record, Span

EACH = 250  # reports on one page, and as many of each other list; their lines weigh a kilobyte each
TITLE = 100  # characters of a headline in a table
STEP = 30  # pixels from one report to the next in the picture
EDGE = 20
REACH = 104  # how far an arc may reach out


class Shared(Record, frozen=True):
    """How many words a report took from, or shares with, another."""

    taken: dict[tuple[str, str], int]  # (copier, origin): words
    common: dict[tuple[str, str], int]  # where the direction is unknown

    def of(self, copiers: Iterable[str]) -> "Shared":
        """What these reports took or share."""
        own = set(copiers)
        taken = {pair: n for pair, n in self.taken.items() if pair[0] in own}
        return Shared(taken, {pair: n for pair, n in self.common.items() if pair[0] in own})


def sources_parts(index: Index) -> int:
    """How many pages the sources need."""
    return parts(EACH, *totals(index))


def totals(index: Index) -> tuple[int, int, int]:
    """The reports, the passages that they share and the claims that were retold otherwise."""
    shared = sum(bool(group.passages) for group in index.ledger.copies)
    return len(index.order), shared, len(retold(index, index.ledger.relations))


def sources_page(index: Index, number: int = 0) -> SourcesPage:
    """The page of that number, from 0: each list is cut into pages, the outlets stand on the first.

    The picture of a page shows the reports of its list that took words, and from whom.
    """
    here, shared = slice(number * EACH, (number + 1) * EACH), exchanges(index)
    takes: dict[str, list[str]] = defaultdict(list)
    gives: dict[str, list[str]] = defaultdict(list)
    for copier, origin in shared.taken:
        takes[copier].append(origin)
        gives[origin].append(copier)
    shown = index.order[here]
    before, after = part_links("sources", number, sources_parts(index))
    return SourcesPage(
        tuple(_line(index, report, takes[report], gives[report]) for report in shown),
        graph(index, shared.of(shown)), outlets(index) if number == 0 else (), passages(index, here),
        paths(index, retold(index, index.ledger.relations)[here]), totals(index), before, after,
    )  # fmt: skip


def exchanges(index: Index) -> Shared:
    """The words that pass from report to report."""
    taken: dict[tuple[str, str], int] = defaultdict(int)
    common: dict[tuple[str, str], int] = defaultdict(int)
    for group in index.ledger.copies:
        held = list(dict.fromkeys(p.report for p in group.passages))
        size = passage_words(index, group)
        for n, report in enumerate(held):
            if group.origin and report != group.origin:
                taken[report, group.origin] += size
            elif group.origin is None and n:
                common[report, held[0]] += size
    return Shared(dict(taken), dict(common))


def passage_words(index: Index, group: CopyGroup) -> int:
    """The words of the longest form of a passage."""
    return max((_words(index, p.report, p.span) for p in group.passages), default=0)


def _words(index: Index, report: str, span: Span) -> int:
    return length(span.of(index.reports[report].text))


def _line(index: Index, report: str, takes: Iterable[str], gives: Iterable[str]) -> ReportLine:
    found = index.reports[report]
    total, copied = length(found.text), copied_words(index, report)
    return ReportLine(
        number=index.numbers[report],
        link=report_link(index, report),
        title=clipped(found.title, TITLE) if found.title else None,
        outlet=found.outlet,
        day=report_day(found),
        words=total,
        copied=copied,
        share=round(100 * copied / total) if total else 0,
        made=tally(index, found),
        claims=len(index.standing.get(report, ())),
        from_=tuple(report_link(index, r) for r in takes),
        to=tuple(report_link(index, r) for r in gives),
    )


def copied_words(index: Index, report: str) -> int:
    """The words that a report shares with another and did not write first; overlaps count once."""
    groups = index.ledger.copies
    held = [p.span for n, p in index.passages.get(report, ()) if groups[n].origin != report]
    return sum(_words(index, report, span) for span in union(held))


def union(spans: Iterable[Span]) -> list[Span]:
    """The spans without overlap."""
    found: list[Span] = []
    for span in sorted(spans):
        if found and span.start <= found[-1].end:
            found[-1] = Span(found[-1].start, max(found[-1].end, span.end))
        else:
            found.append(span)
    return found


def graph(index: Index, shared: Shared) -> Graph | None:
    """Reports from top to bottom by day, an arc from each to those that took words from it."""
    tied = {report for pair in (*shared.taken, *shared.common) for report in pair}
    nodes = [report for report in index.order if report in tied]
    if not nodes:
        return None
    at = {report: EDGE + n * STEP for n, report in enumerate(nodes)}
    drawn = [*((p, n, True) for p, n in shared.taken.items()), *((p, n, False) for p, n in shared.common.items())]
    furthest = max(1, *at.values()) - EDGE or 1
    arcs = tuple(_arc(index, at, furthest, copier, origin, n, known) for (copier, origin), n, known in drawn)
    lines = tuple(Node(at[r], index.numbers[r], report_link(index, r), report_day(index.reports[r])) for r in nodes)
    return Graph(at[nodes[-1]] + EDGE, lines, arcs)


def _arc(
    index: Index, at: dict[str, int], furthest: int, copier: str, origin: str, size: int, known: bool
) -> Arc:
    verb = "took" if known else "shares"
    title = f"{index.label(copier)} {verb} {count(size, 'word')} {'from' if known else 'with'} {index.label(origin)}"
    reach = 24 + round((REACH - 24) * abs(at[copier] - at[origin]) / furthest)
    return Arc(at[origin], at[copier], reach, known, min(6, 1 + size // 60), title)


def outlets(index: Index) -> tuple[OutletLine, ...]:
    """Outlets by how much of what they printed is copied."""
    grouped: dict[str, list[str]] = defaultdict(list)
    for report in index.order:
        grouped[index.reports[report].outlet or "outlet unknown"].append(report)
    return tuple(sorted((_outlet(index, *item) for item in grouped.items()), key=lambda o: (-o.reports, o.name)))


def _outlet(index: Index, name: str, reports: list[str]) -> OutletLine:
    total = sum(length(index.reports[r].text) for r in reports)
    copied = sum(copied_words(index, r) for r in reports)
    return OutletLine(name, len(reports), total, copied, round(100 * copied / total) if total else 0)


def passages(index: Index, here: slice, limit: int = SHORT) -> tuple[PassageLine, ...]:
    """The copied passages, the most copied first, each with every place where it stands."""
    return tuple(_passage(index, n, group, limit) for n, group in _groups(index)[here])


def _groups(index: Index) -> list[tuple[int, CopyGroup]]:
    found = [(n, group) for n, group in enumerate(index.ledger.copies) if group.passages]
    return sorted(found, key=lambda item: (-len(item[1].passages), -passage_words(index, item[1])))


def _passage(index: Index, number: int, group: CopyGroup, limit: int) -> PassageLine:
    first = next((p for p in group.passages if p.report == group.origin), group.passages[0])
    return PassageLine(
        words=passage_words(index, group),
        opening=passage(index, first.report, first.span, _place(index, number, first), limit),
        origin=report_link(index, group.origin) if group.origin else None,
        basis="" if group.basis == "unknown" else group.basis,
        places=tuple(twin_link(index, number, p) for p in group.passages),
    )


def _place(index: Index, number: int, held: Passage) -> str:
    return f"{report_path(held.report)}#{copy_anchor(index, number, held)}"
