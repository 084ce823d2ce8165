"""Which words of one report are names of places.

A name is weighed over all its occurrences in the report, since one sentence often misleads: the parse's labels, the
words around it ("in", "province", "capital of"), the gazetteer, and what shows a person, a body or an outlet.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from counterclaim.model import Report, Sentence, Span
from counterclaim.places.finding.evidence import (
    NEAR,
    OUTSIDE,
    Occurrence,
    demonyms,
    is_located,
    is_somebody,
    known_weight,
    weight,
)
from counterclaim.places.finding.gazetteer import folded_name, gazetteer
from counterclaim.places.finding.runs import Run, runs, views
from counterclaim.text import lowered

__all__ = ["place_spans"]

ENOUGH = 2.0  # the weight from which a name is a place's: one strong preposition, or one label, uncontradicted


def place_spans(report: Report, sentences: Sequence[Sentence]) -> tuple[Span, ...]:
    """The names of places in the report, in text order, without their kind ("Alder" of "Alder province").

    Names of persons, parties and outlets, words for peoples ("Alderian") and places that stand for people there
    ("Alder officials", "Alder said") are left out.
    """
    found = [o for sentence, view in views(report.text, sentences) for o in _occurrences(sentence, view)]
    weights: defaultdict[str, float] = defaultdict(float)
    for occurrence in found:
        weights[_key(occurrence)] += weight(occurrence)
    for key in weights:
        weights[key] += known_weight(key)
    _less_surnames(weights, found)
    named = [o for o in found if weights[_key(o)] >= ENOUGH and not is_somebody(o)]
    return tuple(o.run.span for o in named)


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


def _occurrences(sentence: Sentence, view: str) -> Iterator[Occurrence]:
    """The names of a sentence with what stands around them."""
    low = lowered(view)
    labels = _labels(sentence)
    located, end = False, -1
    for run in _named(sentence, view):
        start, stop = run.span.start - sentence.start, run.span.end - sentence.start
        follows = located and view[end:start] in (" and ", ", ", " or ", ", and ", " and in ")
        occurrence = Occurrence(
            run, low[max(0, start - NEAR) : start], low[stop : stop + NEAR], *_read(sentence, run, labels), follows
        )
        located, end = is_located(occurrence) or follows, stop
        yield occurrence


def _named(sentence: Sentence, view: str) -> Iterator[Run]:
    """The runs of a sentence, parted where punctuation was lost, without their kind, without demonyms."""
    for run in runs(sentence, view):
        for part in _parted(run):
            core = _without_kind(part)
            if folded_name(core.words) not in demonyms():
                yield core


def _parted(run: Run) -> Iterator[Run]:
    """"Alders Bay City Aldernia" without its apostrophe and comma: cut after an owner, and before a country."""
    words = run.words.split(" ")
    if len(words) == 1:
        yield _owner(run)
        return
    if gazetteer().levels(run.words):
        yield run
        return
    cut = _cut(words)
    if cut is None:
        yield run
        return
    at = len(" ".join(words[:cut]))
    yield from _parted(_slice(run, 0, at))
    yield from _parted(_slice(run, at + 1, len(run.words)))


def _cut(words: list[str]) -> int | None:
    """After how many words the run is to be cut, if anywhere."""
    for index, word in enumerate(words[:-1], 1):
        if _is_owner(word):
            return index
    rest = " ".join(words[:-1])
    if "country" in gazetteer().levels(words[-1]) and gazetteer().levels(rest):
        return len(words) - 1
    return None


def _owner(run: Run) -> Run:
    return _slice(run, 0, len(run.words) - 1) if _is_owner(run.words) else run


def _is_owner(word: str) -> bool:
    """A known place with an "s" that has lost its apostrophe."""
    levels = gazetteer().levels
    return len(word) > 5 and word.endswith("s") and not word.endswith("ss") and not levels(word) and bool(levels(word[:-1]))


def _slice(run: Run, start: int, end: int) -> Run:
    return Run(Span(run.span.start + start, run.span.start + end), run.sentence, run.words[start:end])


def _without_kind(run: Run) -> Run:
    """"Alder" of "Alder Province", unless the gazetteer knows the whole as a town or country ("Mexico City")."""
    head, _, last = run.words.rpartition(" ")
    if head and last.lower() in OUTSIDE and not gazetteer().levels(run.words) & {"city", "country"}:
        return _slice(run, 0, len(head))
    return run


Labelled = list[tuple[Span, str]]


def _labels(sentence: Sentence) -> Labelled:
    tokens = sentence.tokens
    return [(Span(tokens[e.first].start, tokens[e.last - 1].end), e.label) for e in sentence.entities]


def _read(sentence: Sentence, run: Run, labels: Labelled) -> tuple[str | None, str]:
    """The parse's label for the run and the tag of its last word."""
    label = next((name for span, name in labels if span.overlaps(run.span) and _is_most(span, run.span)), None)
    tag = next((t.tag for t in reversed(sentence.tokens) if t.start < run.span.end and t.end > run.span.start), "")
    return label, tag


def _is_most(entity: Span, run: Span) -> bool:
    """The entity covers at least half of the run."""
    return 2 * (min(entity.end, run.end) - max(entity.start, run.start)) >= len(run)
