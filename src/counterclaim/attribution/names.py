"""The register of names of a report: whom a phrase of it means, by the fullest name that it gives.

A phrase is a pronoun, a bare role, a name or a description. Pronouns and bare roles are resolved from what
stands before them where that is safe; otherwise they are nobody (None).
"""

from bisect import bisect_right
from collections.abc import Sequence

from counterclaim.attribution.context import Context
from counterclaim.attribution.phrases import Phrase, phrase
from counterclaim.attribution.register import Entry, entries
from counterclaim.attribution.sightings import sightings
from counterclaim.model import Name, Report, Sentence, Span
from counterclaim.text import words as text_words


class Names:
    """Whom the phrases of one report mean."""

    def __init__(self, report: Report, sentences: Sequence[Sentence]) -> None:
        self.report = report
        self.sentences = sentences
        self._starts = [sentence.start for sentence in sentences]
        self.entries = entries(report, sentences, tuple(sightings(sentences)))
        self._by_words = {s.words: e.name for e in reversed(self.entries) for s in e.sightings}
        self._context = Context(report, sentences, self.entries)

    def of(self, span: Span) -> Name | None:
        """Whom the words of a span mean, or None where that is not known."""
        found = self.phrase(span)
        return None if found is None else self.meant(found)

    def argument(self, span: Span, speaker: Name | None = None) -> Name | None:
        """Whom the words of a span mean of whom `speaker` tells something: "we" and "our men" are the speaker's side.

        Counted people are named by their noun alone, and by nobody where only their number is given.
        """
        found = self.phrase(span)
        return None if found is None else self._context.argument(found, speaker)

    def last_speaker(self, found: Phrase) -> Name | Phrase | None:
        """Who spoke last before a phrase in the sentences before it: by name, or a phrase where they have none."""
        back = self._context.last_speaker(found)
        return None if back is None else back.entry.name if back.entry else back.phrase

    def meant(self, found: Phrase) -> Name | None:
        """Whom a phrase means, or None where that is not known."""
        return self._context.name(found)

    def parts(self, span: Span) -> tuple[Span, ...]:
        """The spans of several bodies or persons who speak together, each by itself; else the span alone."""
        found = self.phrase(span)
        parts = () if found is None else self._context.parts(found)
        if len(parts) < 2:
            return (span,)
        return tuple(Span(p.sentence.tokens[p.first].start, p.sentence.tokens[p.last - 1].end) for p in parts)

    def entry(self, span: Span) -> Entry | None:
        """The named somebody that a span means, with all that the report says of them."""
        found = self.phrase(span)
        return None if found is None else self._context.entry(found)

    def called(self, span: Span) -> Name | None:
        """The somebody with exactly these words for a name, wherever they stand; for words outside the parse."""
        words = tuple(word.lower() for _, _, word in text_words(span.of(self.report.text)))
        return self._by_words.get(words)

    def phrase(self, span: Span) -> Phrase | None:
        """The phrase of the parse that the words of a span are."""
        at = bisect_right(self._starts, span.start) - 1
        for sentence in self.sentences[max(at, 0) : at + 2]:
            if sentence.span.overlaps(span):
                return phrase(sentence, span)
        return None


def names(report: Report, sentences: Sequence[Sentence]) -> Names:
    """The register of the report's names."""
    return Names(report, sentences)
