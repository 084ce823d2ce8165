"""Names that run into each other, parted: lost apostrophes and commas, and the kinds that stay outside a name."""

import re
from collections.abc import Iterator

from counterclaim.lexicon import load
from counterclaim.model import Sentence, Span
from counterclaim.places.finding.evidence import BODIES, FIRST, INSIDE, OUTSIDE, is_country
from counterclaim.places.finding.gazetteer import gazetteer
from counterclaim.places.finding.runs import Run

_SMALL = sorted(INSIDE - frozenset(load("places")["kinds"]["apart"]), key=lambda w: (-len(w), w))
_KIND_SMALL = re.compile(rf" (?:{'|'.join(_SMALL)})(?![\w'’-])")

Labelled = list[tuple[Span, str]]


def labelled(sentence: Sentence) -> Labelled:
    """The parse's named entities as spans."""
    tokens = sentence.tokens
    return [(Span(tokens[e.first].start, tokens[e.last - 1].end), e.label) for e in sentence.entities]


def parted(run: Run, labels: Labelled, small: frozenset[str]) -> Iterator[Run]:
    """The names in a run: cut after an owner ("Alders Bay"), around a country, and where the parse ends a place.

    Also where the report writes `small` what follows a place, as headlines without punctuation run on.
    """
    waiting = [run]
    while waiting:
        part = _unowned(waiting.pop())
        words = part.words.split(" ")
        cut = None if len(words) == 1 or _is_whole(part.words) else _cut(part, words, labels, small)
        if cut is None:
            yield part
        else:
            at = len(" ".join(words[:cut]))
            waiting += [_slice(part, at + 1, len(part.words)), _slice(part, 0, at)]


def _is_whole(name: str) -> bool:
    """A known place, or a name with its kind in it ("Gulf of Alder", "Alder Bridge")."""
    words = name.lower().split(" ")
    return words[0] in FIRST or words[-1] in INSIDE or _is_known(name)


def _cut(run: Run, words: list[str], labels: Labelled, small: frozenset[str]) -> int | None:
    """After how many words a run of several, itself no known place, is to be cut, if anywhere."""
    for index in range(1, len(words)):
        if _is_owner(" ".join(words[:index])) or _is_owner(words[index - 1]):
            return index
    if is_country(words[-1]) and _is_known(" ".join(words[:-1])):
        return len(words) - 1
    rest = " ".join(words[1:])
    if is_country(words[0]) and (_is_known(rest) or rest.isupper()):
        return 1
    by_label = _cut_by_label(run, words, labels)
    return _cut_by_case(words, small) if by_label is None else by_label


def _cut_by_case(words: list[str], small: frozenset[str]) -> int | None:
    """Before letters that stand for a body ("Alder Veldt NGO"), and between a known place and common words after it."""
    if words[-1].lower() in BODIES:
        return None
    if words[-1].isupper() and len(words[-1]) > 1 and not is_country(words[-1]) and not words[0].isupper():
        return len(words) - 1
    common = next((n for n in range(len(words)) if all(w.lower() in small for w in words[n:])), len(words))
    return common if 0 < common < len(words) and _is_known(" ".join(words[:common])) else None


def _cut_by_label(run: Run, words: list[str], labels: Labelled) -> int | None:
    """Where the parse sees a known place in a part of the run, at its beginning or end."""
    for span, label in labels:
        if label in ("GPE", "LOC") and run.span.holds(span) and span != run.span:
            name = run.words[span.start - run.span.start : span.end - run.span.start]
            count = name.count(" ") + 1
            if _is_known(name) and words[-count:] == name.split(" "):
                return len(words) - count
    return None


def _is_known(name: str) -> bool:
    return bool(gazetteer().levels(name))


def _unowned(run: Run) -> Run:
    """"Aldernia" of "Aldernias", an owner that lost its apostrophe, at the end of a run."""
    return _slice(run, 0, len(run.words) - 1) if _is_owner(run.words) else run


def _is_owner(name: str) -> bool:
    """A known place with an "s" that has lost its apostrophe."""
    plural = len(name) > 5 and name.endswith("s") and not name.endswith("ss")
    return plural and not _is_known(name) and _is_known(name[:-1])


def without_kind(run: Run) -> Run:
    """The run as `bare` leaves its words."""
    return _slice(run, 0, len(bare(run.words)))


def with_kind(run: Run, after: str) -> Run:
    """The run with the kind of thing after it, written small, that makes it another place ("the Alder bridge")."""
    kind = _KIND_SMALL.match(after)
    if kind is None or run.words.isupper():
        return run
    return Run(Span(run.span.start, run.span.end + kind.end()), run.sentence, run.words + kind.group())


def bare(name: str) -> str:
    """"Alder" of "Alder Province", but the whole where the gazetteer knows it as a town or country ("Mexico City")."""
    head, _, last = name.rpartition(" ")
    if head and last.lower() in OUTSIDE and not gazetteer().levels(name) & {"city", "country"}:
        return bare(head)
    return name


def _slice(run: Run, start: int, end: int) -> Run:
    return Run(Span(run.span.start + start, run.span.start + end), run.sentence, run.words[start:end])
