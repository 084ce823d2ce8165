"""What one rule found: an attribution with the class of its cue and where it stands."""

from typing import NamedTuple

from counterclaim.model import Attribution, Span, Spans


class Finding(NamedTuple):
    """Source, cue and content as spans; `kind` is the class of the cue."""

    sentence: int
    kind: str
    source: Spans
    cue: Spans
    content: Spans
    speaks: bool = False  # the cue can stand beside a quotation

    @property
    def at(self) -> int:
        """Where the cue stands."""
        return self.cue[0].start

    @property
    def frame(self) -> Spans:
        """Source and cue."""
        return self.source + self.cue

    @property
    def first(self) -> int:
        return min(span.start for span in self.frame)

    @property
    def last(self) -> int:
        return max(span.end for span in self.frame)

    @property
    def attribution(self) -> Attribution:
        return Attribution(self.source, self.cue, self.content)

    def with_content(self, content: Spans) -> "Finding":
        return self._replace(content=content)


def united(spans: Spans) -> Spans:
    """The spans in order, overlapping ones made one."""
    out: list[Span] = []
    for span in sorted(spans):
        if out and span.start <= out[-1].end:
            out[-1] = Span(out[-1].start, max(out[-1].end, span.end))
        else:
            out.append(span)
    return tuple(out)


def without(spans: Spans, holes: Spans) -> Spans:
    """The spans less what the holes cover."""
    out = list(spans)
    for hole in holes:
        parts = ((Span(s.start, min(s.end, hole.start)), Span(max(s.start, hole.end), s.end)) for s in out)
        out = [part for pair in parts for part in pair if part.start < part.end]
    return tuple(sorted(set(out)))
