"""A neutral brief in Markdown: every sentence names who says it, and a footnote the report and its words."""

import re
from collections.abc import Iterator

from counterclaim.dossier.index import Index
from counterclaim.dossier.questions import ranked
from counterclaim.dossier.words import RELATIONS, claim_weight, count, day_range, long_day, status_words, weight
from counterclaim.export.rows import words
from counterclaim.model import Claim, Mention, Position, Question, Relation, Report

# What Markdown, its tables and its footnotes read as marks, and what starts a link.
_MARKS = re.compile(r"([\\`*_\[\]<>&|~#$^@{}]|:(?=//)|(?<=www)\.)")
_LIST = re.compile(r"^(\s*)([-+=]|\d+[.)])")
_BIDI = dict.fromkeys([*range(0x202A, 0x202F), *range(0x2066, 0x206A), 0x200E, 0x200F, 0x061C])

# A claim's words in a brief: some three lines.
LONGEST = 300

# The relations that a brief tells; what goes together is seen from the positions.
TOLD = ("contradicts", "denies", "concedes", "drifts")


class Notes:
    """The footnotes of a brief, numbered as they are asked for; one a mention."""

    def __init__(self, index: Index) -> None:
        self.index = index
        self.numbers: dict[str, int] = {}

    def mark(self, mention: Mention) -> str:
        return f"[^{self.numbers.setdefault(mention.id, len(self.numbers) + 1)}]"

    def lines(self) -> Iterator[str]:
        for identity, number in self.numbers.items():
            yield f"[^{number}]: {self._where(self.index.mentions[identity])}"

    def _where(self, mention: Mention) -> str:
        report = self.index.reports[mention.report]
        spans = ", ".join(f"{span.start}–{span.end}" for span in mention.content)
        return f"{source(report)}; {escaped(report.id)}, characters {spans}: “{escaped(words(self.index, mention))}”"


def brief(index: Index) -> str:
    """The brief: a section a question, the most contested first, with each side's answers and why they conflict."""
    notes = Notes(index)
    asked = [line for question in ranked(index.ledger.questions) for line in _section(index, question, notes)]
    head = [f"# {escaped(_title(index))}", "", _counts(index), "", _CAUTION, ""]
    return "\n".join([*head, *asked, *notes.lines(), ""])


_CAUTION = (
    "This brief says who says what, and on what basis. It does not say who is right. Each footnote names the report "
    "and gives the words."
)


def _title(index: Index) -> str:
    places = [q.place for q in ranked(index.ledger.questions) if q.place in index.places]
    return f"Claims about {index.places[places[0]].name}" if places and places[0] else "Claims"


def _counts(index: Index) -> str:
    days = sorted(r.published.day for r in index.ledger.reports if r.published)
    told = f", published {day_range(days[0], days[-1])}" if days else ""
    read, made = count(len(index.ledger.reports), "report"), count(len(index.ledger.claims), "claim")
    return f"{read}{told}; {made}; {count(len(index.ledger.questions), 'question')}."


def _section(index: Index, question: Question, notes: Notes) -> Iterator[str]:
    _, status = status_words(question.status, question.origins)
    yield f"## {escaped(question.text)}"
    yield ""
    yield f"{status.capitalize()}: {weight(question.reports, question.origins)}."
    yield ""
    for position in question.positions:
        yield from _position(index, position, notes)
    related = list(_related(index, question, notes))
    yield from (*related, "") if related else ()


def _position(index: Index, position: Position, notes: Notes) -> Iterator[str]:
    days = f", {day_range(position.since, position.to)}" if position.since or position.to else ""
    yield f"**{escaped(_who(index, position))}**{days} ({weight(position.reports, position.origins)})"
    yield ""
    for claim in position.claims:
        yield f"- {sentence(index, index.claims[claim], notes)}"
    yield ""


def _who(index: Index, position: Position) -> str:
    if position.party or position.speaker:
        return index.name(position.party or position.speaker)
    told = [index.told[claim][0].voice for claim in position.claims]
    return "Reports in their own voice" if set(told) == {"report"} else "Others"


def sentence(index: Index, claim: Claim, notes: Notes) -> str:
    """A claim as one attributed sentence: who said it, by what channel, on what day, and its words."""
    told = index.told[claim.id]
    original = told[0]
    day = f"on {long_day(original.said.day)}" if original.said.day else "on a day not given"
    channel = f" ({escaped(original.channel)})" if original.channel else ""
    marks = "".join(notes.mark(m) for m in told)
    retold = f" ({claim_weight(claim.reports, claim.texts)})" if claim.reports > 1 else ""
    return f"{_speaker(index, original)} {_verb(original)} {day}{channel}: “{shown(index, original)}”{retold}.{marks}"


def _speaker(index: Index, mention: Mention) -> str:
    if mention.voice == "report":
        return f"{escaped(index.label(mention.report))}, in its own voice,"
    if mention.speaker is None:
        return "Somebody whom the report does not name"
    speaker, party = index.actors.get(mention.speaker), mention.party
    known = [speaker.role if speaker else None, index.name(party) if party and party != mention.speaker else None]
    told = ", ".join(escaped(k) for k in known if k)
    return escaped(index.name(mention.speaker)) + (f" ({told})" if told else "")


def _verb(mention: Mention) -> str:
    if mention.kind == "denial" or mention.hedge.scale == "denied":
        return "denied"
    return "reported" if mention.voice == "report" else "said"


def shown(index: Index, mention: Mention) -> str:
    """The words of a mention on one line, cut where they are long."""
    line = " ".join(words(index, mention).split()).strip("\"“”„«» ")
    return escaped(line if len(line) <= LONGEST else line[:LONGEST].rstrip() + " …")


def _related(index: Index, question: Question, notes: Notes) -> Iterator[str]:
    claims = dict.fromkeys(claim for position in question.positions for claim in position.claims)
    found = [r for claim in claims for r in index.leading.get(claim, ()) if r.kind in TOLD]
    for kind in TOLD:
        yield from (_reason(index, relation, notes) for relation in found if relation.kind == kind)


def _reason(index: Index, relation: Relation, notes: Notes) -> str:
    marks = "".join(notes.mark(index.mentions[m]) for side in relation.evidence for m in side if m in index.mentions)
    return f"- *{RELATIONS[relation.kind]}.* {escaped(relation.because)}{marks}"


def source(report: Report) -> str:
    """A report as one cites it: outlet, title, day, address."""
    named = [report.outlet, f"“{report.title}”" if report.title else None,
             long_day(report.published.day) if report.published else None, report.url or report.source]  # fmt: skip
    return ", ".join(escaped(" ".join(n.split())) for n in named if n)


def escaped(text: str) -> str:
    """The text as Markdown shows it and never reads it: no mark, link, tag or change of direction takes effect."""
    line = " ".join("".join(c if c.isprintable() or c.isspace() else "\ufffd" for c in text.translate(_BIDI)).split())
    return _LIST.sub(r"\1\\\2", _MARKS.sub(r"\\\1", line))
