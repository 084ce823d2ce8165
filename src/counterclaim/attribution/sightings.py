"""Every place where a report names somebody, with what stands beside the name about who that is."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from counterclaim.attribution.runs import Run, runs
from counterclaim.attribution.words import (
    gender,
    heads_a_body,
    is_collective,
    is_office,
    is_organ,
    is_outlet,
    is_portfolio,
    is_role,
    is_title,
    lemma,
)
from counterclaim.language import children, subtree
from counterclaim.lexicon import word_set
from counterclaim.model import NameKind, Sentence, Span, Token

_SMALL = frozenset(["and", "of", "for", "the", "a", "an", "its", "their", "his", "her", "another", "one"])
_LONGEST_ROLE = 12  # tokens of a description beside a name; longer ones are clauses


class Sighting(NamedTuple):
    """One naming of somebody: where, as what kind, and the role and body that the words beside it give."""

    sentence: int
    run: Run
    span: Span
    words: tuple[str, ...]  # the name's words in small letters
    kind: NameKind
    role: Span | None
    body: Span | None
    gender: str | None
    described: frozenset[str]  # common nouns that the report uses for it here


def sightings(sentences: Sequence[Sentence]) -> Iterator[Sighting]:
    """Every naming in the report, in text order."""
    for sentence in sentences:
        named = runs(sentence)
        people = frozenset(i for run in named if run.label == "PERSON" for i in range(run.first, run.last))
        for run in named:
            yield _sighting(sentence, run, named, people)


def _sighting(sentence: Sentence, run: Run, named: Sequence[Run], people: frozenset[int]) -> Sighting:
    before = _before(sentence, run, people) or _apposed(sentence, run)
    after = _after(sentence, run)
    beside = [sentence.tokens[i] for i in (*before, *after)]
    owners = {i for i in (*before, *after) if i + 1 < len(sentence.tokens) and sentence.tokens[i + 1].tag == "POS"}
    person = _is_person(sentence, run, beside)
    own = [sentence.tokens[i] for i in (*before, *after) if i not in owners]  # an officer's partner is no officer here
    described = frozenset(lemma(t) for t in own if is_role(t) or is_collective(t) or is_organ(t))
    role = _fuller(sentence, before, after) if person else None
    beside_body = _body(sentence, before, named) or _body(sentence, after, named)
    body = beside_body or _from(sentence, run, named) if person else None
    tokens = sentence.tokens[run.first : run.last]
    return Sighting(
        sentence.index, run, run.span(sentence), tuple(t.lower for t in tokens if t.text[:1].isalnum()),
        "person" if person else "outlet" if any(map(is_outlet, tokens)) else "group",
        role, body, gender({t.lower.rstrip(".") for t in beside}), described,
    )  # fmt: skip


def _is_person(sentence: Sentence, run: Run, beside: Sequence[Token]) -> bool:
    tokens = sentence.tokens[run.first : run.last]
    if any(heads_a_body(t) or is_outlet(t) for t in tokens[-1:]) or len(tokens) > 6:
        return False
    if any(t.lower in word_set("people", "platforms") for t in tokens):
        return False
    if run.first and _is_descriptor(sentence.tokens[run.first - 1]) and run.label != "PERSON":
        return False  # "a member of the rebel group Dask"
    titled = any((is_title(t) or is_role(t)) and t.tag not in ("NNS", "NNPS") for t in beside)
    return titled if run.label in ("GPE", "NORP", "LOC") else titled or run.label == "PERSON"


def _before(sentence: Sentence, run: Run, people: frozenset[int]) -> range:
    """The tokens of a role or title that stand directly before a name: "army spokesman", "Mr."."""
    tokens, i = sentence.tokens, run.first - 1
    while i >= 0 and tokens[i].text in (".", '"'):
        i -= 1
    if i >= 1 and tokens[i].lower == "the" and _is_descriptor(tokens[i - 1]):
        i -= 1
    if i < 0 or not (is_title(tokens[i]) or is_role(tokens[i]) or _is_descriptor(tokens[i])):
        return range(0)
    if tokens[i].tag == "NNS" and run.label == "PERSON":  # "the rebels Osk fears": a comma was lost between them
        return range(0)
    stop = i + 1
    while i >= 0 and stop - i <= _LONGEST_ROLE and i not in people and _leads(sentence, i, stop):
        i -= 1
    return range(i + 1, stop)


def _apposed(sentence: Sentence, run: Run) -> range:
    """The tokens of a role that the name only explains: "the police chief of Velin, Ola Rand"."""
    head = sentence.tokens[_head(sentence, run)]
    if head.dep != "appos" or not is_role(sentence.tokens[head.head]) or not 0 < run.first - head.head <= _LONGEST_ROLE:
        return range(0)
    first = min([head.head, *children(sentence, head.head, "compound", "amod", "poss", "nmod")])
    return range(subtree(sentence, first)[0], run.first)


def _is_descriptor(token: Token) -> bool:
    """A noun that says what a body is: "monitor", "agency"."""
    return token.pos == "NOUN" and is_collective(token)


def _leads(sentence: Sentence, i: int, stop: int) -> bool:
    """Token i goes on, to the left, a role that ends before `stop`.

    A small noun before a capital ends it: reports that lost their punctuation run sentences together.
    """
    tokens, token = sentence.tokens, sentence.tokens[i]
    if token.lower in ("of", "for"):
        return i > 0 and is_role(tokens[i - 1])
    if token.lower == "the":
        return i > 0 and tokens[i - 1].lower in ("of", "for")
    if token.pos == "NOUN" and i + 1 < stop and tokens[i + 1].text[:1].isupper() and not is_role(token):
        return False
    return _describes(token)


def _describes(token: Token) -> bool:
    if token.lower in word_set("people", "calendar"):
        return False
    return (
        token.pos in ("NOUN", "ADJ", "PROPN")
        or token.lower in ("of", "for", "'s", "-", ".", "and", "the")
        or (token.lower == "based" and token.pos == "VERB")
    )


def _after(sentence: Sentence, run: Run) -> range:
    """The tokens of an apposition behind a name: ", a spokesman for the party,"."""
    head = _head(sentence, run)
    for i in children(sentence, head, "appos"):
        if i >= run.last and (is_role(sentence.tokens[i]) or is_collective(sentence.tokens[i])):
            below = subtree(sentence, i)
            first, last = max(below[0], run.last), _phrase_end(sentence, i)
            return range(first, min(last, first + _LONGEST_ROLE))
    return _comma_role(sentence, run)


def _comma_role(sentence: Sentence, run: Run) -> range:
    """The stretch between two commas behind a name, where it holds a role: parses often miss these."""
    tokens, first = sentence.tokens, run.last + 1
    if run.last >= len(tokens) or tokens[run.last].text != ",":
        return range(0)
    last = first
    while last < min(len(tokens), first + _LONGEST_ROLE) and (_describes(tokens[last]) or tokens[last].pos == "DET"):
        last += 1
    closed = last < len(tokens) and tokens[last].text in (",", ".", ";", ")")
    holds = any(is_role(tokens[i]) for i in range(first, last)) and not tokens[first].text[:1].isupper()
    return range(first, last) if closed and holds else range(0)


def _phrase_end(sentence: Sentence, i: int) -> int:
    """Where a describing phrase headed by i ends: before its clauses and commas."""
    end = i + 1
    while end < len(sentence.tokens) and (_describes(sentence.tokens[end]) or sentence.tokens[end].pos == "DET"):
        end += 1
    return end


def _head(sentence: Sentence, run: Run) -> int:
    inside = range(run.first, run.last)
    return next((i for i in inside if sentence.tokens[i].head not in inside), run.last - 1)


def _role(sentence: Sentence, indices: range) -> Span | None:
    """The describing words from the first that is no article to the last, where a role is among them."""
    tokens = sentence.tokens
    kept = [i for i in indices if tokens[i].text[:1].isalnum()]
    while kept and tokens[kept[0]].lower in _SMALL:
        kept.pop(0)
    while kept and (tokens[kept[-1]].lower in _SMALL or (is_title(tokens[kept[-1]]) and not is_role(tokens[kept[-1]]))):
        kept.pop()
    if not kept or not any(is_role(tokens[i]) for i in kept):
        return None
    return Span(tokens[kept[0]].start, tokens[kept[-1]].end)


def _fuller(sentence: Sentence, before: range, after: range) -> Span | None:
    """What stands before the name, unless that is a mere title and more is said behind it."""
    first, second = _role(sentence, before), _role(sentence, after)
    inside = [t for t in sentence.tokens[before.start : before.stop] if first is not None and first.holds(t.span)]
    return second if second is not None and all(map(is_title, inside)) else first or second


def _body(sentence: Sentence, indices: range, named: Sequence[Run]) -> Span | None:
    """The name inside a role phrase that says for whom the role is held."""
    tokens = sentence.tokens
    if not any(is_office(tokens[i]) for i in indices):
        return None
    for run in named:
        inside = run.first in indices and run.last - 1 in indices
        if inside and not all(map(is_portfolio, tokens[run.first : run.last])):
            return _with_arm(sentence, indices, run)
    return _common_body(sentence, indices)


def _from(sentence: Sentence, run: Run, named: Sequence[Run]) -> Span | None:
    """The body right behind a name that says whose the person is: "Ada Lind of the Orsk Front"."""
    tokens, first = sentence.tokens, run.last + 1
    if run.last >= len(tokens) or tokens[run.last].lower not in ("of", "from"):
        return None
    first += first < len(tokens) and tokens[first].lower == "the"
    body = next((other for other in named if other.first == first and heads_a_body(tokens[other.last - 1])), None)
    return None if body is None else body.span(sentence)


def _with_arm(sentence: Sentence, indices: range, run: Run) -> Span:
    """The name with the arm behind it: "Orsk army" of "Orsk army spokesman"."""
    tokens, last = sentence.tokens, run.last
    while last in indices and tokens[last].pos in ("NOUN", "ADJ") and not is_role(tokens[last]):
        last += 1
    while last > run.last and not is_organ(tokens[last - 1]):
        last -= 1
    return Span(tokens[run.first].start, tokens[last - 1].end)


def _common_body(sentence: Sentence, indices: range) -> Span | None:
    """A body without a name in a role phrase: the "disaster agency" of "disaster agency spokesman"."""
    tokens = sentence.tokens
    heads = [i for i in indices if tokens[i].pos == "NOUN" and not is_role(tokens[i]) and _speaks_as_one(tokens[i])]
    if not heads:
        return None
    first = heads[-1]
    while first - 1 in indices and tokens[first - 1].pos in ("NOUN", "ADJ", "PROPN") and not is_role(tokens[first - 1]):
        first -= 1
    return Span(tokens[first].start, tokens[heads[-1]].end)


def _speaks_as_one(token: Token) -> bool:
    return is_organ(token) or is_collective(token)
