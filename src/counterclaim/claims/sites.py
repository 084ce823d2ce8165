"""Where a claim says that it happened, or which place it is about."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from functools import cache

from counterclaim.claims.hits import Hit
from counterclaim.claims.phrases import phrase
from counterclaim.lexicon import load, word_set
from counterclaim.model import Report, Sentence, Span

Told = tuple[Sentence, Hit]
# Words before a place that say that something is there, and kinds whose goal or start is their place.
NEAR = word_set("predicates", "near")
AT = NEAR | word_set("predicates", "at")
MOVING = AT | word_set("predicates", "toward")
OF_PLACES = frozenset({"control", "blockade"})  # the place is what is taken or closed
OF_MOVES = frozenset({"movement", "displaced"})
# Kinds that happen somewhere: they say where a report's event was.
OF_EVENTS = frozenset({"killed", "wounded", "responsibility", "trapped", "missing", "destroyed", "captured", "crowd"})
OF_WORDS = frozenset({"talks", "denial", "support"})  # said far from where the matter is
BACK = 500  # characters over which a claim without a place still speaks of the last one
EARLY = 3  # a place in the first sentences weighs as much as two later ones


class Sites:
    """The place spans of one report, to be asked by claim; `told` are all its claims."""

    def __init__(
        self, report: Report, sentences: Sequence[Sentence], places: Sequence[Span], told: Sequence[Told]
    ) -> None:
        self.report = report
        self._places = sorted(places)
        self._starts = [p.start for p in self._places]
        self._sites = [p for s in sentences for p in self._within(s.span) if self._is_site(s, p, AT)]
        self._site_starts = [p.start for p in self._sites]
        self._event, self._matter = self._foci(told)

    def of(self, sentence: Sentence, hit: Hit) -> Span | None:
        """The place in the claim's own words, then in its sentence, then where the report's event was."""
        kind = hit.match.frame.kind
        focus = self._matter if kind in OF_WORDS else self._event
        own = self._own(sentence, hit)
        if own is not None and (not self._is_country(own) or kind not in OF_EVENTS):
            return own
        beside = None if own is not None or kind in OF_WORDS else self._beside(sentence, hit)
        if beside is not None and not self._is_country(beside):
            return beside
        before = self._last_before(sentence)
        order = (focus, own, before) if kind in OF_WORDS else (before, focus, own, beside)
        return next((p for p in order if p is not None), None)

    def _own(self, sentence: Sentence, hit: Hit) -> Span | None:
        kind = hit.match.frame.kind
        if kind in OF_PLACES:
            for argument in (hit.match.arguments.patient, hit.match.arguments.agent):
                found = [] if argument is None else self._within(phrase(sentence, argument))
                if found:
                    return found[0]
        inside = self._within(hit.clause)
        words = MOVING if kind in OF_MOVES | OF_PLACES else AT
        sites = [p for p in inside if self._is_site(sentence, p, words)]
        return next((p for p in sites if self._is_site(sentence, p, words - NEAR)), next(iter(sites), None))

    def _beside(self, sentence: Sentence, hit: Hit) -> Span | None:
        """The nearest site in the sentence outside the clause."""
        found = [p for p in self._within(sentence.span) if self._is_site(sentence, p, AT)]
        distance = lambda p: (not self._is_site(sentence, p, AT - NEAR), abs(p.start - hit.clause.start), p.start)  # noqa: E731
        return min(found, key=distance, default=None)

    def _foci(self, told: Sequence[Told]) -> tuple[Span | None, Span | None]:
        """(where most of the report's event is told to be, the place most named): the first span of each."""
        events: Counter[str] = Counter()
        for sentence, hit in told:
            if hit.match.frame.kind in OF_EVENTS:
                own = self._own(sentence, hit) or self._beside(sentence, hit)
                if own is not None and not self._is_country(own):
                    weight = 2 if sentence.index < EARLY else 1
                    events[own.of(self.report.text)] += weight * (3 if self._is_site(sentence, own, AT - NEAR) else 1)
        if not events:
            events.update(p.of(self.report.text) for p in self._sites if not self._is_country(p))
        names = Counter(p.of(self.report.text) for p in self._places)
        return self._first(events), self._first(names)

    def _first(self, named: Counter[str]) -> Span | None:
        """The first span of the commonest name; of equals, the one named first."""
        if not named:
            return None
        most = max(named.values())
        return next((p for p in self._places if named[p.of(self.report.text)] == most), None)

    def _within(self, span: Span) -> list[Span]:
        first = bisect_left(self._starts, span.start)
        return [p for p in self._places[first : bisect_left(self._starts, span.end)] if p.end <= span.end]

    def _last_before(self, sentence: Sentence) -> Span | None:
        """The site, finer than a country, named last before the sentence and not long before it."""
        before = bisect_left(self._site_starts, sentence.start)
        near = (p for p in reversed(self._sites[:before]) if sentence.start - p.start < BACK)
        return next((p for p in near if not self._is_country(p)), None)

    def _is_site(self, sentence: Sentence, place: Span, words: frozenset[str]) -> bool:
        """The place stands after a word of place, or before the noun of what is there ("the Alder bombing")."""
        inside = [i for i, t in enumerate(sentence.tokens) if place.start <= t.start < place.end]
        if not inside:
            return False
        head = sentence.tokens[inside[-1]]
        for _ in range(6):  # "in the Alder district of", "in the town of Alder"
            if head.dep in ("pobj", "pcomp"):
                before = sentence.tokens[head.head]
                if before.lower != "of":
                    return before.lower in words
                head = before
            if head.dep in ("dobj", "nsubjpass"):
                return True
            if head.dep == "nsubj" or sentence.tokens[head.head] == head:
                return head.dep != "nsubj"
            head = sentence.tokens[head.head]
        return True

    def _is_country(self, place: Span) -> bool:
        return place.of(self.report.text).lower() in _countries()


@cache
def _countries() -> frozenset[str]:
    """Names of countries, in small letters."""
    rows = load("countries")["country"]
    return frozenset(name.lower() for country, (others, _, _) in rows.items() for name in (country, *others))
