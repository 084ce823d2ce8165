"""The predicates of a sentence that assert something of a known kind, with their arguments."""

from collections.abc import Iterator
from typing import NamedTuple

from counterclaim.claims.arguments import (
    Arguments,
    of_intransitive,
    of_noun,
    of_phrase,
    of_state,
    of_verb,
)
from counterclaim.claims.classes import classes, fits, table
from counterclaim.claims.forms import VERBAL, in_form, others_below
from counterclaim.claims.frames import Evocation, Form, Frame, evocations
from counterclaim.claims.needs import after_prepositions, is_counted, met
from counterclaim.claims.status import is_nobody
from counterclaim.language import child, children, descend
from counterclaim.lexicon import word_set
from counterclaim.model import Sentence

HURTING = frozenset({"killed", "wounded"})
LIGHT = word_set("predicates", "light")
# Words for people told of elsewhere in the sentence: "nine were among those killed".
LIFTED = word_set("predicates", "lifted")
WENT = frozenset({"place", "seat", "way", "building", "name", "number", "measure"})
WAYS = word_set("predicates", "toward") | word_set("predicates", "particles") | {"in", "on", "for"}
UNKNOWN = LIFTED | {"person", "persons", "anyone", "anybody"}
DWELT = frozenset({"place", "settled"})


class Match(NamedTuple):
    """A frame evoked at a token, with the tokens of its arguments."""

    frame: Frame
    form: Form
    trigger: int
    arguments: Arguments


def matches(sentence: Sentence) -> Iterator[Match]:
    """Every frame that a token of the sentence evokes, in text order; at most one of a kind at a token."""
    index = evocations()
    for i, token in enumerate(sentence.tokens):
        found = index.get(token.lemma, ())
        if token.lower != token.lemma:
            found += index.get(token.lower, ())
        if not found or token.pos == "PUNCT":
            continue
        kinds: set[str] = set()
        for evocation in found:
            if evocation.frame.kind not in kinds:
                match = _match(sentence, i, evocation)
                if match is not None:
                    kinds.add(evocation.frame.kind)
                    yield match


def _match(sentence: Sentence, i: int, evocation: Evocation) -> Match | None:
    frame, form, others = evocation
    flat = frame.kind in HURTING and "people" in frame.patient and form in ("verbs", "states") and not others
    if not (in_form(sentence, i, form) or (flat and form == "verbs" and _counts_next(sentence, i))):
        return None
    if others and not others_below(sentence, i, others):
        return None
    if frame.without and form == "nouns" and frame.without & _around(sentence, i):
        return None
    if form == "verbs" and not others and sentence.tokens[i].lemma in LIGHT and child(sentence, i, "prt") is not None:
        return None
    if sentence.tokens[i].dep == "amod" and _is_told_apart(sentence, i, frame, form):
        return None
    if form == "intransitive" and not others and (_is_passive(sentence, i) or _does_to(sentence, i)):
        return None
    if form == "intransitive" and others and set(others) <= WAYS and _does_to(sentence, i):
        return None
    arguments = lifted(sentence, i, _arguments(sentence, i, form, others))
    if flat and not (_is_people(sentence, arguments.patient) and _governs(sentence, i, arguments.patient)):
        arguments = arguments._replace(patient=_nearest_people(sentence, i, arguments.patient))
    if form in ("verbs", "intransitive") and _has_idiom(sentence, i, frame, others, arguments):
        return None
    if form == "states" and "attack" in frame.patient:
        return _fatal(sentence, i, evocation)
    if not _classes_fit(sentence, i, frame, form, arguments, others):
        return None
    if not met(sentence, i, frame, arguments):
        return None
    if frame.kind == "displaced" and form == "verbs" and frame.patient <= DWELT:
        arguments = Arguments(None, arguments.agent)  # who fled a town is who was displaced
    return Match(frame, form, i, arguments)


def _is_told_apart(sentence: Sentence, i: int, frame: Frame, form: Form) -> bool:
    """The word only says which are meant: "the defended towns", "the persons responsible"."""
    if form == "states" and frame.kind == "responsibility":
        return sentence.tokens[sentence.tokens[i].head].lower in UNKNOWN
    return form == "verbs" and frame.kind == "control"


def _around(sentence: Sentence, i: int) -> set[str]:
    """The words that make something else of a noun: what describes it, what governs it, over a preposition too."""
    head = sentence.tokens[i].head
    above = (head, sentence.tokens[head].head) if sentence.tokens[head].pos == "ADP" else (head,)
    near = [sentence.tokens[j] for j in (*above, *children(sentence, i, "amod", "compound", "nmod"))]
    return {token.lemma for token in near} | {token.lower for token in near}


def _counts_next(sentence: Sentence, i: int) -> bool:
    """A headline's verb that a parse takes for a noun: "Bomb kills woman, wounds 25"."""
    following = sentence.tokens[i + 1 : i + 2]
    return sentence.tokens[i].pos == "NOUN" and bool(following) and following[0].tag == "CD"


def _is_people(sentence: Sentence, patient: int | None) -> bool:
    """Whom it befalls can be people, or what it is cannot be told."""
    if patient is None:
        return False
    found = classes(sentence, patient)
    return not found or bool(found & {"people", "crowd", "name", "number", "animal"})


def _governs(sentence: Sentence, i: int, patient: int | None) -> bool:
    """No other figure stands right before the participle ("eight residents and over 40 wounded")."""
    token = sentence.tokens[i]
    return token.dep != "acl" or sentence.tokens[i - 1].tag != "CD" or patient is None or patient >= i - 1


def _nearest_people(sentence: Sentence, i: int, otherwise: int | None) -> int | None:
    """The people right before a state or after a verb, where the parse has others ("24 dead", "wounds 25")."""
    near = (i + 1,) if sentence.tokens[i].tag in ("VBZ", "VB", "VBP", "NN", "NNS") else (i - 1,)
    for j in near:
        if 0 <= j < len(sentence.tokens) and (
            sentence.tokens[j].tag == "CD" or "people" in table().get(sentence.tokens[j].lemma, ())
        ):
            return j
    return otherwise


def _is_passive(sentence: Sentence, i: int) -> bool:
    """A verb that takes no object stands in the passive: it is another verb ("headed by", "was recalled")."""
    token = sentence.tokens[i]
    return token.tag == "VBN" and not any(sentence.tokens[j].lemma == "have" for j in children(sentence, i, "aux"))


def _does_to(sentence: Sentence, i: int) -> bool:
    """The verb has an object that is no place to go to or leave ("heading a meeting", "returned fire")."""
    object_ = child(sentence, i, "dobj")
    if object_ is None or reflexive(sentence, object_):
        return False
    return not classes(sentence, object_) & WENT


def _has_idiom(sentence: Sentence, i: int, frame: Frame, others: tuple[str, ...], arguments: Arguments) -> bool:
    """The object, or what soon follows a phrase, makes an idiom of it ("take place", "asked not to be named")."""
    if others:
        return any(token.lower in frame.without for token in sentence.tokens[i + 1 : i + 7])
    object_ = child(sentence, i, "dobj")
    below = (arguments.patient, object_, *_called(sentence, i, object_), *after_prepositions(sentence, i))
    words = (sentence.tokens[j] for j in (*below, *children(sentence, i, "prep")) if j is not None)
    return any(token.lower in frame.without or token.lemma in frame.without for token in words)


def _called(sentence: Sentence, i: int, object_: int | None) -> list[int]:
    """What the verb calls its object ("held the army responsible")."""
    behind = [] if object_ is None else [j for j in children(sentence, object_, "amod") if j > object_]
    return [*children(sentence, i, "oprd"), *behind]


def _fatal(sentence: Sentence, i: int, evocation: Evocation) -> Match | None:
    """A deadly event: whom it struck is told after the event's own noun ("the fatal shooting of a guard")."""
    event = of_state(sentence, i).patient
    if event is None or not fits(classes(sentence, event), evocation.frame.patient, strictly=True):
        return None
    return Match(evocation.frame, evocation.form, i, of_noun(sentence, event))


def lifted(sentence: Sentence, i: int, arguments: Arguments) -> Arguments:
    """With the patient that "nine were among those killed" is about, in place of "those"; of "two of the dead", two."""
    if arguments.patient is None:
        return arguments._replace(patient=_of_the(sentence, i) if sentence.tokens[i].lower in LIFTED else None)
    patient = arguments.patient
    if sentence.tokens[patient].lower not in LIFTED:
        return arguments
    named = _told_of(sentence, patient)
    return arguments if named is None else arguments._replace(patient=named)


def _of_the(sentence: Sentence, i: int) -> int | None:
    """How many of them, or who they were: "two of the victims", "the victims included 12 nurses"."""
    token = sentence.tokens[i]
    head = sentence.tokens[token.head]
    if token.dep == "pobj" and head.lower == "of" and sentence.tokens[head.head].tag == "CD":
        return head.head
    return _told_of(sentence, i)


def _told_of(sentence: Sentence, i: int) -> int | None:
    """Who "those killed" are said to be, to include or to have had among them."""
    token = sentence.tokens[i]
    head = sentence.tokens[token.head]
    if token.dep == "pobj" and head.lower in ("among", "amongst") and sentence.tokens[head.head].pos in VERBAL:
        return child(sentence, head.head, "nsubj")
    if token.dep == "nsubj" and head.lemma in ("be", "include"):
        return child(sentence, token.head, "attr", "dobj")
    return None


def _arguments(sentence: Sentence, i: int, form: Form, others: tuple[str, ...]) -> Arguments:
    if form == "verbs":
        return _of_the_object(sentence, of_verb(sentence, i), others)
    if form == "intransitive":
        object_ = child(sentence, i, "dobj") if others else None
        if (
            object_ is not None
            and "people" in classes(sentence, object_)
            and sentence.tokens[object_].lemma not in others
        ):
            return Arguments(None, object_)  # "the clinic received 50 people with injuries"
        return of_intransitive(sentence, i)
    if form == "nouns":
        return of_noun(sentence, i)
    if form == "suffixes":
        before = i - 2 if i > 1 else None
        return Arguments(before, sentence.tokens[i].head)
    if form == "modals":
        return of_verb(sentence, sentence.tokens[i].head)
    if form == "states":
        return of_state(sentence, i)
    if sentence.tokens[i].dep == "prep":
        return of_phrase(sentence, i)
    return of_intransitive(sentence, sentence.tokens[i].head)


def _fits(sentence: Sentence, patient: int, frame: Frame) -> bool:
    """The patient is of a class that the frame asks for, as surely as it asks."""
    found = classes(sentence, patient)
    return bool(found & frame.patient) if frame.sure else fits(found, frame.patient, frame.strict)


def _of_the_object(sentence: Sentence, found: Arguments, others: tuple[str, ...]) -> Arguments:
    """With what a word of the phrase is "of" as the patient: the airport, in "took control of the airport"."""
    patient = found.patient
    if patient is None or sentence.tokens[patient].lemma not in others:
        return found
    of = next((j for j in children(sentence, patient, "prep") if sentence.tokens[j].lower == "of"), None)
    named = None if of is None else child(sentence, of, "pobj")
    return found if named is None else found._replace(patient=named)


def _classes_fit(
    sentence: Sentence, i: int, frame: Frame, form: Form, arguments: Arguments, others: tuple[str, ...]
) -> bool:
    """The arguments are of the classes that the frame asks for."""
    agent, patient = arguments
    if form == "states" and _is_bare_attribute(sentence, i, frame, patient):
        return False
    if patient is not None and sentence.tokens[patient].lemma in others:
        patient = None  # "control" of "took control" is part of the phrase
    if patient is not None and not any(_fits(sentence, j, frame) for j in descend(sentence, patient, "conj")):
        return False
    if not frame.agent or agent is None or form not in ("verbs", "modals"):
        return True
    return bool(others) or fits(classes(sentence, agent), frame.agent, strictly=False)


def reflexive(sentence: Sentence, i: int) -> bool:
    """The token is "himself" or the like."""
    return sentence.tokens[i].lower.endswith(("self", "selves"))


def _is_bare_attribute(sentence: Sentence, i: int, frame: Frame, patient: int | None) -> bool:
    """The state only names people already told of ("injured people were taken to"), without counting them."""
    token = sentence.tokens[i]
    if frame.kind not in ("killed", "wounded") or "disaster" in frame.patient or token.dep not in ("amod", "compound"):
        return False
    return patient is None or not (is_counted(sentence, patient) or is_nobody(sentence, patient))
