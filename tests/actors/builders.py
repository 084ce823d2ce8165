"""Readings made by hand: a report's text and the names in it."""

from counterclaim.model import Attribution, Draft, Hedge, Name, Reading, Report, Said, Span, Speech, When, report_id


def name(text: str, where: str, kind: str = "person", **more: object) -> Name:
    """A name as the attribution room gives it, found in the text `where`."""
    start = where.index(text)
    return Name(text, kind, Span(start, start + len(text)), **more)  # type: ignore[arg-type]


def reading(text: str, *names: Name) -> Reading:
    """The reading of one report in which these names speak."""
    report = Report(report_id(text, None, text[:20]), text[:20], None, None, None, None, "en", text, ())
    attribution = Attribution((), (), (Span(0, 1),))
    speeches = tuple(Speech(attribution, "indirect", n, (), None, Said(None, None, "")) for n in names)
    return Reading(report, (), speeches, (), ())


def draft(subject: Name, text: str) -> Draft:
    """A claim of the report itself, in which somebody does something."""
    report, content = report_id(text, None, text[:20]), (Span(0, len(text)),)
    return Draft(report, "control", content, None, subject, None, None, When(), None, "+", Hedge("fact", None), {})
