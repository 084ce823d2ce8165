"""A claim found in a sentence, before its values are named."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from counterclaim.claims.content import content
from counterclaim.claims.counts import Found, count_of, figure, joined
from counterclaim.claims.frames import Frame, frame_named
from counterclaim.claims.matching import Match, matches
from counterclaim.claims.status import Status, status
from counterclaim.language import child, children, descend, span_of, subtree
from counterclaim.lexicon import word_set
from counterclaim.model import Quantity, Sentence, Span

# Kinds for which a wish, a plan or an offer is already the act.
OF_WISHES = frozenset({"talks", "denial"})
OF_ATTEMPTS = OF_WISHES | {"movement", "responsibility"}


OF_THINGS = frozenset({"seized", "destroyed"})
# What one verb of taking can be said to take, the likelier first where its object could be any.
TAKING = ("control", "captured", "seized")
SHADOWED = frozenset({"movement", "trapped", *TAKING})
OF_PARTS = frozenset({"killed", "wounded", "captured", "missing", "trapped", "displaced"})
# Kinds of which several verbs of one sentence tell one course of things.
ONGOING = frozenset({"movement"})
VERBS = frozenset({"verbs", "intransitive"})
ATTEMPT = "attempt at a place"
AIMED = frozenset({"advcl", "acl", "relcl", "dobj"})
STEPS = 3  # verbs between two that tell one course
INCLUDING = word_set("predicates", "including")
HURT = frozenset({"wounded", "injured", "hurt"})
FEWEST = 3  # people who make a crowd
NEXT = 6  # tokens behind "among them" in which its noun stands
REACH = 3  # characters after a clause where "including" may follow it


class Hit(NamedTuple):
    """A match with its clause, how the sentence puts it, and its count (`counted`: where the figure stands)."""

    match: Match
    clause: Span
    status: Status
    quantity: Quantity | None
    counted: Span | None


def hits(sentence: Sentence, found: Sequence[Found]) -> list[Hit]:
    """Every claim that a predicate of the sentence makes; `found` are the counts in it."""
    matched = list(matches(sentence))
    triggers = frozenset(m.trigger for m in matched)
    made: list[Hit] = []
    for match in matched:
        put = status(sentence, match.trigger)
        if put == "tried" and match.form == "verbs" and _is_of_a_place(match.frame):
            match = match._replace(frame=frame_named(ATTEMPT))
        if _counts_as_said(match, put):
            hit = _hit(sentence, match, triggers, put, found)
            if not _is_no_crowd(hit):
                made.append(hit)
    made += [other for hit in made for other in others(sentence, hit, found)]
    made += [part for hit in made for part in parts(sentence, hit, found, made)]
    return [hit for hit in made if not _is_shadowed(hit, made) and not _goes_on(sentence, hit, made)]


def _goes_on(sentence: Sentence, hit: Hit, made: Sequence[Hit]) -> bool:
    """The verb is joined to one of its kind with the same doer, or is its aim: "turned and tried to flee"."""
    if hit.match.form not in VERBS:
        return False
    if hit.match.frame.kind not in ONGOING:
        return _does_more(sentence, hit, made)
    kinds = {hit.match.frame.kind, "responsibility"} if hit.match.frame.name == ATTEMPT else {hit.match.frame.kind}
    before = {h.match.trigger: h for h in made if h.match.frame.kind in kinds}
    i = hit.match.trigger
    for _ in range(STEPS):
        token = sentence.tokens[i]
        aim = token.dep in AIMED and sentence.tokens[hit.match.trigger].tag == "VB"
        if not aim and token.dep not in ("conj", "xcomp"):
            return False
        i = token.head
        if i in before:
            return _doer(before[i]) == _doer(hit) or None in (_doer(before[i]), _doer(hit))
    return False


def _does_more(sentence: Sentence, hit: Hit, made: Sequence[Hit]) -> bool:
    """The verb is joined to one of its kind that befalls the same ("found and confiscated")."""
    token, patient = sentence.tokens[hit.match.trigger], hit.match.arguments.patient
    if token.dep != "conj" or patient is None or hit.match.frame.kind not in OF_THINGS:
        return False
    return any(h.match.trigger == token.head and h.match.arguments.patient == patient for h in made)


def _doer(hit: Hit) -> int | None:
    """Who goes: the subject of the verb."""
    agent, patient = hit.match.arguments
    return patient if hit.match.form == "intransitive" else agent


def _is_of_a_place(frame: Frame) -> bool:
    """The frame tells of taking or holding a place."""
    return frame.kind == "control" and "place" in frame.patient


def _is_shadowed(hit: Hit, made: Sequence[Hit]) -> bool:
    """The same word says something more telling: who fled home is displaced; who failed to enter has no hold there."""
    kind = hit.match.frame.kind
    if kind not in SHADOWED:
        return False
    same = {h.match.frame.kind for h in made if h.match.trigger == hit.match.trigger}
    if kind == "movement":
        return "displaced" in same or ("control" in same and hit.status == "-")
    if kind == "trapped":
        return "control" in same
    if kind == "control":
        return "movement" in same and hit.status != "-"
    return bool(same & {*TAKING[: TAKING.index(kind)]})


def _is_no_crowd(hit: Hit) -> bool:
    """One or two are no crowd ("one protester threw a stone")."""
    count = hit.quantity
    return hit.match.frame.kind == "crowd" and count is not None and count.high is not None and count.high < FEWEST


def _counts_as_said(match: Match, put: Status) -> bool:
    """A plan says nothing of most kinds; an attempt is a movement or an attack."""
    kind = match.frame.kind
    return put in ("+", "-", "possible") or kind in (OF_ATTEMPTS if put == "tried" else OF_WISHES)


def others(sentence: Sentence, one: Hit, found: Sequence[Found]) -> Iterator[Hit]:
    """Groups joined to the one counted, each with its own figure ("30 soldiers and 39 rebels were killed")."""
    patient = one.match.arguments.patient
    if patient is None or one.counted is None or one.match.frame.kind not in OF_PARTS:
        return
    for noun in list(joined(sentence, patient))[1:]:
        match = one.match._replace(arguments=one.match.arguments._replace(patient=noun))
        count = count_of(sentence, noun, match, found)
        if count is not None and count[0] is not None and not one.counted.overlaps(count[0]):
            words = subtree(sentence, noun, frozenset(children(sentence, noun, "conj", "relcl")))
            yield Hit(match, span_of(sentence, words), one.status, count[1], count[0])


def parts(sentence: Sentence, whole: Hit, found: Sequence[Found], made: Sequence[Hit]) -> Iterator[Hit]:
    """The groups that a count says it includes ("15 people, including 3 children"): claims of their own."""
    if whole.match.frame.kind not in OF_PARTS:
        return
    start = max(
        whole.clause.start, sentence.tokens[whole.match.trigger].start if whole.counted is None else whole.counted.end
    )
    for i, token in enumerate(sentence.tokens):
        if start <= token.start and token.lower in INCLUDING and token.start <= whole.clause.end + REACH:
            if any(_counts_between(other, whole, start, token.start) for other in made):
                continue  # "two died and nine were hurt, including a child": of the nine
            for noun in members(sentence, i):
                if _is_of_another(sentence, noun, whole):
                    continue
                part = whole.match._replace(arguments=whole.match.arguments._replace(patient=noun))
                clause = span_of(
                    sentence, [i, *subtree(sentence, noun, frozenset(children(sentence, noun, "conj", "relcl")))]
                )
                count = count_of(sentence, noun, part, found)
                if count is not None:
                    yield Hit(part, clause, whole.status, count[1], count[0])


def _counts_between(other: Hit, whole: Hit, start: int, end: int) -> bool:
    """Another kind has its own count between the whole's and what is included."""
    if other.counted is None or other.match.frame.kind == whole.match.frame.kind:
        return False
    return start <= other.counted.start and other.counted != whole.counted and other.counted.end <= end


def _is_of_another(sentence: Sentence, noun: int, whole: Hit) -> bool:
    """The group is told to be of another kind ("17 casualties, including nine wounded soldiers")."""
    states = {sentence.tokens[j].lower for j in children(sentence, noun, "amod", "acl")}
    return whole.match.frame.kind == "killed" and bool(states & HURT)


def _first_included(
    sentence: Sentence, match: Match, found: Sequence[Found], clause: Span
) -> tuple[Span | None, Quantity] | None:
    """The count of the first things that a list names ("seized equipment, including 70 rifles")."""
    inside = (i for i, t in enumerate(sentence.tokens) if t.lower in INCLUDING and clause.start <= t.start < clause.end)
    counts = (count_of(sentence, noun, match, found) for i in inside for noun in members(sentence, i))
    return next((count for count in counts if count is not None), None)


def members(sentence: Sentence, i: int) -> Iterator[int]:
    """The nouns after "including"."""
    first = child(sentence, i, "pobj", "dobj")
    if first is not None and sentence.tokens[first].lower in ("them", "whom"):
        behind = range(first + 1, min(first + NEXT, len(sentence.tokens)))
        first = next((j for j in behind if sentence.tokens[j].pos == "NOUN"), None)
    if first is not None:
        yield from descend(sentence, first, "conj")


def _hit(sentence: Sentence, match: Match, triggers: frozenset[int], put: Status, found: Sequence[Found]) -> Hit:
    clause = content(sentence, match, triggers)
    count = figure(sentence, match, found, clause)
    if count is None and match.frame.kind in OF_THINGS:
        count = _first_included(sentence, match, found, clause)
    return Hit(match, clause, put, count[1] if count else None, count[0] if count else None)
