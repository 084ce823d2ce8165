"""Which words of one report are names of places.

A name is weighed over all its occurrences in the report, since one sentence often misleads: the parse's labels, the
words around it ("in", "province", "capital of"), the gazetteer, and what shows a person, a body or an outlet.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from counterclaim.model import Report, Sentence, Span
from counterclaim.places.finding.evidence import (
    FIRST,
    INSIDE,
    NEAR,
    OUTSIDE,
    Occurrence,
    demonyms,
    is_country,
    is_located,
    is_people_of,
    is_somebody,
    known_weight,
    weight,
)
from counterclaim.places.finding.gazetteer import folded_name
from counterclaim.places.finding.parting import Labelled, labelled, parted, with_kind, without_kind
from counterclaim.places.finding.runs import Run, runs, views
from counterclaim.text import WORD, lowered

__all__ = ["place_spans"]

ENOUGH = 2.0  # the weight from which a name is a place's: one strong preposition, or one label, uncontradicted
AGAINST = -4.0  # a misspelt name is often mistaken for a person's; a title or a body's ending is more than that
LONG = 6  # letters from which a misspelling can be told
MANY = 200  # names against which others are held; no report has so many, lists do
ALIKE = 84  # of 100: one letter in six, or two swapped


def place_spans(report: Report, sentences: Sequence[Sentence]) -> tuple[Span, ...]:
    """The names of places in the report, in text order, without their kind ("Alder" of "Alder province").

    Names of persons, parties and outlets, words for peoples ("Alderian") and places that stand for people there
    ("Alder officials", "Alder said") are left out.
    """
    small = _small_words(report.text)
    found = [o for sentence, view in views(report.text, sentences) for o in _occurrences(sentence, view, small)]
    weights: defaultdict[str, float] = defaultdict(float)
    for occurrence in found:
        weights[_key(occurrence)] += weight(occurrence)
    for key in weights:
        weights[key] += known_weight(key) - (4.0 if key in small else 0.0)
    _less_surnames(weights, found)
    names = _names(weights)
    named = [o for o in found if _key(o) in names and not is_somebody(o)]
    return tuple(o.run.span for o in named)


def _names(weights: dict[str, float]) -> frozenset[str]:
    """The keys that are names of places.

    A kind by itself ("the Polytechnic") counts only as short for a longer name, and a misspelling of a name that is
    one counts where little speaks against it.
    """
    from rapidfuzz.fuzz import ratio

    enough = {k for k, total in weights.items() if total >= ENOUGH and k not in FIRST | OUTSIDE}
    parts = {word for key in enough if " " in key for word in key.split(" ")}
    lands = {k for k in enough if k not in INSIDE or k in parts}
    names = {k for k in lands if is_country(k) or not lands & _stems(k)}
    long = sorted(k for k in names if len(k) >= LONG)[:MANY]
    other = [k for k, total in weights.items() if total > AGAINST and len(k) >= LONG]
    spelt = {k for k in other if any(ratio(k, n) >= ALIKE and not is_people_of(k, n) for n in long)}
    return frozenset(names | spelt)


def _stems(key: str) -> frozenset[str]:
    """The names whose people the key may be the word for: "alder" for "alderian"."""
    return frozenset(n for n in (key[:-1], key[:-2], key[:-3], key[:-1] + "a") if is_people_of(key, n))


def _small_words(text: str) -> frozenset[str]:
    """The words that the report also writes small: capitals elsewhere are for standing first, or for show."""
    return frozenset(m.group() for m in WORD.finditer(text) if m.group()[0].islower())


def _key(occurrence: Occurrence) -> str:
    return folded_name(occurrence.run.words)


def _less_surnames(weights: dict[str, float], found: list[Occurrence]) -> None:
    """The last word of a person's name weighs less as a place for every time that it stands alone."""
    persons = {_key(o) for o in found if o.label == "PERSON" and " " in o.run.words and weights[_key(o)] < 0}
    surnames = {key.rsplit(" ", 1)[-1] for key in persons}
    for occurrence in found:
        key = _key(occurrence)
        if key in surnames:
            weights[key] -= 2.0


def _occurrences(sentence: Sentence, view: str, small: frozenset[str]) -> Iterator[Occurrence]:
    """The names of a sentence with what stands around them."""
    low = lowered(view)
    labels = labelled(sentence)
    located, end = False, -1
    for run in _named(sentence, view, labels, small):
        start, stop = run.span.start - sentence.start, run.span.end - sentence.start
        follows = located and view[end:start] in (" and ", ", ", " or ", ", and ", " and in ")
        occurrence = Occurrence(
            run, low[max(0, start - NEAR) : start], low[stop : stop + NEAR], *_read(sentence, run, labels), follows
        )
        located, end = is_located(occurrence) or follows, stop
        yield occurrence


def _named(sentence: Sentence, view: str, labels: Labelled, small: frozenset[str]) -> Iterator[Run]:
    """The runs of a sentence, parted where punctuation was lost, without their kind, without demonyms."""
    for run in runs(sentence, view):
        for part in parted(run, labels, small):
            core = without_kind(part)
            if folded_name(core.words) not in demonyms():
                yield with_kind(core, view[core.span.end - sentence.start :])


def _read(sentence: Sentence, run: Run, labels: Labelled) -> tuple[str | None, str]:
    """The parse's label for the run and the tag of its last word."""
    label = next((name for span, name in labels if span.overlaps(run.span) and _is_most(span, run.span)), None)
    tag = next((t.tag for t in reversed(sentence.tokens) if t.start < run.span.end and t.end > run.span.start), "")
    return label, tag


def _is_most(entity: Span, run: Span) -> bool:
    """The entity covers at least half of the run."""
    return 2 * (min(entity.end, run.end) - max(entity.start, run.start)) >= len(run)
