"""Where a claim says that it happened, or which place it is about."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence

from counterclaim.claims.hits import Hit
from counterclaim.claims.homes import home, is_long, is_nationwide
from counterclaim.claims.locating import (
    AT,
    KINDS,
    MOVING,
    NEAR,
    SETTLED,
    Heard,
    bearings,
    is_actor,
    is_doers,
    is_past,
    is_put,
    is_site,
    is_spot,
    is_wide,
    kind_named,
    speaks_of_scene,
    told_events,
    told_kinds,
    where,
)
from counterclaim.claims.phrases import phrase
from counterclaim.model import Report, Sentence, Span, Speech

Told = tuple[Sentence, Hit]
OF_PLACES = frozenset({"control", "blockade"})  # the place is what is taken or closed
OF_MOVES = frozenset({"movement", "displaced"})
# Kinds that happen somewhere: they say where a report's event was.
OF_EVENTS = frozenset({"killed", "wounded", "responsibility", "trapped", "missing", "destroyed", "captured", "crowd"})
OF_WORDS = frozenset({"talks", "support"})  # said far from where the matter is
BACK = 500  # characters over which a claim without a place still speaks of the last one
TOLD = 4  # where the blast is said to have been weighs more than where its dead are counted
TOLD_NEAR = 2  # where it is only said to have been near
EARLY = 3  # a place in the first sentences weighs as much as two later ones


class Sites:
    """The place spans of one report, to be asked by claim; `told` are all its claims.

    Places of speech ("told a press conference in Alder") are left out: what is told happened elsewhere.
    """

    def __init__(
        self,
        report: Report,
        sentences: Sequence[Sentence],
        places: Sequence[Span],
        told: Sequence[Told],
        speeches: Sequence[Speech],
    ) -> None:
        self.report = report
        self._sentences = {s.index: s for s in sentences}
        heard = Heard(speeches)
        self._places = _not_heard(sentences, sorted(places), heard)
        self._starts = [p.start for p in self._places]
        self._kinds = told_kinds(report.text, self._places)
        self._bearings = bearings(report.text, self._places)
        self._beside_it = {(self._name(p), self._name(b.of)) for p, b in self._bearings.items() if b.beside}
        self._sites = [p for s in sentences for p in self._within(s.span) if is_site(s, p, AT)]
        self._site_starts = [p.start for p in self._sites]
        acting = {p for s in sentences for p in self._within(s.span) if self._acts(s, p)}
        self._home = home(report.text, [p for p in self._places if p not in acting])
        self._event, self._matter = self._foci(sentences, told)

    def of(self, sentence: Sentence, hit: Hit) -> Span | None:
        """Where the claim is put; of "Alder, a town near Velm" it is Alder."""
        place = self._put(sentence, hit)
        bearing = None if place is None or hit.match.frame.kind in OF_MOVES else self._bearings.get(place)
        within = bearing is not None and sentence.span.holds(bearing.of) and is_site(sentence, bearing.of, MOVING)
        return bearing.of if bearing is not None and within else place

    def _put(self, sentence: Sentence, hit: Hit) -> Span | None:
        """The place in the claim's own words, then in its sentence, then where the report's event was."""
        kind = hit.match.frame.kind
        own = self._own(sentence, hit)
        if own is not None and (not self._is_country(own) or kind not in OF_EVENTS):
            return self._finer(sentence, own)
        if own is not None and self._is_scene(sentence, own):
            return own
        meant = self._meant(sentence, hit)
        if meant is not None:
            return meant
        beside = None if own is not None or kind == "talks" else self._beside(sentence, hit)
        if beside is not None and not self._is_country(beside):
            return self._finer(sentence, beside)
        if beside is not None and self._is_scene(sentence, beside):
            return beside
        if self._is_of_the_land(sentence):
            return self._home
        before = self._last_before(sentence)
        if kind in OF_WORDS:
            scene = self._event if speaks_of_scene(sentence, hit.clause) else None
            order = (scene, self._home, self._matter, own, before)
        else:
            order = (before, self._event, own, beside, self._matter)
        return next((p for p in order if p is not None), None)

    def _own(self, sentence: Sentence, hit: Hit) -> Span | None:
        kind = hit.match.frame.kind
        if kind in OF_PLACES:
            for argument in (hit.match.arguments.patient, hit.match.arguments.agent):
                found = [] if argument is None else self._within(phrase(sentence, argument))
                if found:
                    return found[0]
        there = where(sentence, hit.match.trigger)
        named = [] if there is None else self._within(phrase(sentence, there))
        if named:
            return named[0]
        inside = self._within(hit.clause)
        words = MOVING if kind in OF_MOVES | OF_PLACES else AT
        sites = [p for p in inside if is_site(sentence, p, words)]
        rank = lambda p: (is_doers(sentence, p), not is_site(sentence, p, words - NEAR), p.start)  # noqa: E731
        return min(sites, key=rank, default=None)

    def _meant(self, sentence: Sentence, hit: Hit) -> Span | None:
        """The place that the clause calls by its kind alone: the last before it that is said to be of that kind."""
        kind = kind_named(sentence, hit.clause, self._within(sentence.span))
        if kind is None:
            return None
        before = [*reversed(self._places[: bisect_left(self._starts, hit.clause.end)])]
        beside = next((p for p in before if p.start >= sentence.start), None)
        if kind in SETTLED and beside is not None and self._may_be_settled(beside):
            return beside
        told = next((p for p in before if kind in self._kinds[self._name(p)]), None)
        return next(filter(self._may_be_settled, before), None) if told is None and kind in SETTLED else told

    def _may_be_settled(self, place: Span) -> bool:
        """Nothing tells that the place is no town."""
        name = self._name(place)
        return not (is_wide(name) or is_spot(name) or self._kinds[name] - SETTLED)

    def _beside(self, sentence: Sentence, hit: Hit) -> Span | None:
        """The nearest site in the sentence outside the clause; for what is held, closed or left, the nearest place."""
        anywhere = hit.match.frame.kind in OF_PLACES | OF_MOVES
        found = [p for p in self._within(sentence.span) if anywhere or is_site(sentence, p, AT)]
        distance = lambda p: (  # noqa: E731
            is_doers(sentence, p),
            not is_site(sentence, p, AT - NEAR),
            abs(p.start - hit.clause.start),
            p.start,
        )
        return min(found, key=distance, default=None)

    def _finer(self, sentence: Sentence, own: Span) -> Span:
        """The place of the report's event, where the claim is only put near what bears on it ("south of Alder")."""
        event = self._event
        if event is None or is_site(sentence, own, AT - NEAR):
            return own
        return event if (self._name(own), self._name(event)) in self._beside_it else own

    def _foci(self, sentences: Sequence[Sentence], told: Sequence[Told]) -> tuple[Span | None, Span | None]:
        """(where most of the report's event is told to be, the place most named): the first span of each."""
        events: Counter[str] = Counter()
        day = self.report.published.day if self.report.published else None
        told = [(s, hit) for s, hit in told if not is_past(s, day)]
        sentences = [s for s in sentences if not is_past(s, day)]
        for sentence, hit in told:
            if hit.match.frame.kind in OF_EVENTS:
                own = self._own(sentence, hit) or self._beside(sentence, hit)
                if own is not None and not self._is_country(own):
                    weight = 2 if sentence.index < EARLY else 1
                    events[self._name(own)] += weight * (3 if is_site(sentence, own, AT - NEAR) else 1)
        for sentence in sentences:
            for place in told_events(sentence, self._within(sentence.span)):
                if place not in self._bearings and not self._is_country(place):
                    events[self._name(place)] += TOLD if is_site(sentence, place, AT - NEAR) else TOLD_NEAR
        if not events:
            events.update(self._name(p) for p in self._sites if not self._is_country(p))
        for near, name in sorted(self._beside_it):
            if events[name] >= TOLD:  # what is beside the place of the event is not it, however often it is named
                events[name] += events.pop(near, 0)
        names = Counter(self._name(p) for s in sentences for p in self._within(s.span) if not self._acts(s, p))
        return self._first(events), self._first(names)

    def _first(self, named: Counter[str]) -> Span | None:
        """The first span of the commonest name; of equals, the one named first."""
        if not named:
            return None
        most = max(named.values())
        return next((p for p in self._places if named[self._name(p)] == most), None)

    def _within(self, span: Span) -> list[Span]:
        first = bisect_left(self._starts, span.start)
        return [p for p in self._places[first : bisect_left(self._starts, span.end)] if p.end <= span.end]

    def _last_before(self, sentence: Sentence) -> Span | None:
        """The site, finer than a country, named last before the sentence and not long before it."""
        before = bisect_left(self._site_starts, sentence.start)
        near = (p for p in reversed(self._sites[:before]) if sentence.start - p.start < BACK)
        last = next((p for p in near if not self._is_country(p) and not self._is_left(p, sentence)), None)
        return self._bearings[last].of if last is not None and last in self._bearings else last

    def _is_of_the_land(self, sentence: Sentence) -> bool:
        """The sentence speaks of the whole country or of long years; or it goes on after one of the whole country."""
        words = sentence.span.of(self.report.text)
        if self._home is None or is_nationwide(words) or is_long(words):
            return self._home is not None
        last = self._sentences.get(sentence.index - 1)
        goes_on = not self._within(sentence.span) and not any(token.lemma in KINDS for token in sentence.tokens)
        return goes_on and last is not None and is_nationwide(last.span.of(self.report.text))

    def _is_scene(self, sentence: Sentence, place: Span) -> bool:
        """The country is where a later sentence puts things; an early one leads up to a place in it."""
        return sentence.index >= EARLY and is_put(sentence, place, AT)

    def _acts(self, sentence: Sentence, place: Span) -> bool:
        """The country is named for what it does or whose something is, not as where the matter lies."""
        return self._is_country(place) and is_actor(sentence, place)

    def _is_left(self, place: Span, sentence: Sentence) -> bool:
        """The place is a spot of which an earlier paragraph told."""
        return is_spot(self._name(place)) and not self.report.blocks[sentence.block].span.holds(place)

    def _is_country(self, place: Span) -> bool:
        """A country, a part of the world or a seat of power: too wide or too far off for an event."""
        return is_wide(self._name(place))

    def _name(self, place: Span) -> str:
        return place.of(self.report.text)


def _not_heard(sentences: Sequence[Sentence], places: Sequence[Span], heard: Heard) -> list[Span]:
    """The places without those where something was said."""
    starts = [p.start for p in places]
    kept: list[Span] = []
    for sentence in sentences:
        inside = places[bisect_left(starts, sentence.start) : bisect_left(starts, sentence.end)]
        kept += [p for p in inside if not heard.at(sentence, p)]
    return sorted(kept)
