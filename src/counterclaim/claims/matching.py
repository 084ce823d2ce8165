"""The predicates of a sentence that assert something of a known kind, with their arguments."""

from collections.abc import Iterator
from typing import NamedTuple

from counterclaim.claims.arguments import (
    Arguments,
    by_agent,
    modifier_agent,
    of_intransitive,
    of_noun,
    of_phrase,
    of_state,
    of_verb,
)
from counterclaim.claims.classes import classes, fits, table
from counterclaim.claims.frames import Evocation, Form, Frame, evocations
from counterclaim.claims.status import is_nobody
from counterclaim.language import child, children, descend, subtree
from counterclaim.lexicon import word_set
from counterclaim.model import Sentence

# Dependencies that begin a clause of its own: the words of a phrase never stand across one.
CLAUSES = frozenset({"ccomp", "advcl", "relcl", "parataxis", "csubj"})
VERBAL = frozenset({"VERB", "AUX"})
HURTING = frozenset({"killed", "wounded"})
NOMINAL = frozenset({"NOUN", "PROPN"})
# Words for people told of elsewhere in the sentence: "nine were among those killed".
PARTICLES = word_set("predicates", "particles")
LIGHT = word_set("predicates", "light")
LIFTED = word_set("predicates", "lifted")
NUMBERS = frozenset({"CD"})
NAMING = frozenset({"ORG", "PERSON", "GPE", "FAC", "LOC", "EVENT", "WORK_OF_ART", "PRODUCT", "LAW"})
WENT = frozenset({"place", "seat", "way", "building", "name", "number", "measure"})
WAYS = word_set("predicates", "toward") | word_set("predicates", "particles") | {"in", "on", "for"}
DWELT = frozenset({"place", "settled"})
RECOVERY = word_set("predicates", "recovery")
STAKES = word_set("predicates", "stakes")
COMPLEMENT = 24  # tokens behind a request in which what it is about is named


# Tokens round "toll" in which its figure stands: "a toll of 12", "The toll from a blast in the town has risen to 12".
TOLL_BEFORE, TOLL_AFTER = 4, 28


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
    if not (_in_form(sentence, i, form) or (flat and form == "verbs" and _counts_next(sentence, i))):
        return None
    if others and not _others_below(sentence, i, others):
        return None
    if frame.without and form == "nouns" and sentence.tokens[sentence.tokens[i].head].lemma in frame.without:
        return None
    if form == "verbs" and not others and sentence.tokens[i].lemma in LIGHT and child(sentence, i, "prt") is not None:
        return None
    if form == "intransitive" and not others and (_is_passive(sentence, i) or _does_to(sentence, i)):
        return None
    if form == "intransitive" and others and set(others) <= WAYS and _does_to(sentence, i):
        return None
    arguments = lifted(sentence, i, _arguments(sentence, i, form, others))
    if flat and not _is_people(sentence, arguments.patient):
        arguments = arguments._replace(patient=_nearest_people(sentence, i, arguments.patient))
    if form in ("verbs", "intransitive") and _has_idiom(sentence, i, frame, others, arguments):
        return None
    if form == "states" and "attack" in frame.patient:
        return _fatal(sentence, i, evocation)
    if not _classes_fit(sentence, i, frame, form, arguments, others):
        return None
    if not all(any(_has(sentence, i, need, arguments) for need in group) for group in frame.needs):
        return None
    if frame.kind == "displaced" and form == "verbs" and frame.patient <= DWELT:
        arguments = Arguments(None, arguments.agent)  # who fled a town is who was displaced
    return Match(frame, form, i, arguments)


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
    below = (arguments.patient, *_after_prepositions(sentence, i))
    return any(j is not None and sentence.tokens[j].lower in frame.without for j in below)


def _after_prepositions(sentence: Sentence, i: int) -> list[int]:
    """The nouns of the token's prepositional phrases."""
    return [noun for j in children(sentence, i, "prep") if (noun := child(sentence, j, "pobj")) is not None]


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


def _in_form(sentence: Sentence, i: int, form: Form) -> bool:
    """The token stands in the form that the frame speaks of."""
    token = sentence.tokens[i]
    hyphened = i > 0 and sentence.tokens[i - 1].text == "-" and sentence.tokens[i - 1].end == token.start
    if form == "suffixes" or hyphened:
        return form == "suffixes" and hyphened
    if form in ("verbs", "intransitive"):
        return (
            token.pos in VERBAL
            and not _hyphen_follows(sentence, i)
            and token.dep not in ("aux", "auxpass", "compound")
            and not (token.dep == "amod" and token.tag == "VBG")
        )
    if form == "nouns":
        return (token.pos in NOMINAL and token.dep != "compound" and not _in_a_name(sentence, i)) or (
            token.tag == "VBG" and token.dep in ("pobj", "dobj", "nsubj", "nsubjpass")
        )
    if form == "states":
        return token.pos in ("ADJ", "VERB", "NOUN", "ADV", "PROPN", "ADP")
    if form == "modals":
        return token.tag == "MD" or token.dep == "aux"
    return True


def _hyphen_follows(sentence: Sentence, i: int) -> bool:
    """The word is the first part of a compound ("pick-up", "fighting-age")."""
    following = sentence.tokens[i + 1 : i + 2]
    return bool(following) and following[0].text == "-" and following[0].start == sentence.tokens[i].end


def _in_a_name(sentence: Sentence, i: int) -> bool:
    """The word is part of a longer name ("the Homicide Bureau", "the Council for Peace")."""
    if sentence.tokens[i].pos != "PROPN":
        return False
    return any(e.first <= i < e.last and e.last - e.first > 1 and e.label in NAMING for e in sentence.entities)


def _others_below(sentence: Sentence, i: int, others: tuple[str, ...]) -> bool:
    """Each of the other words stands below the token, in its own clause, at most three steps down."""
    wanted = set(others)
    has_object = child(sentence, i, "dobj") is not None
    level = [i]
    for depth in range(3):
        below: list[int] = []
        for k in level:
            for j in sentence.children[k]:
                token = sentence.tokens[j]
                if depth == 0 and token.dep == "nsubj" and has_object:
                    continue
                if token.dep in CLAUSES and token.tag != "VB" and not (depth == 0 and token.dep == "ccomp"):
                    continue
                if token.dep == "conj" and depth == 0 and token.pos in VERBAL:
                    continue
                if not _governs_a_noun(sentence, i, j) and not (token.lower == "to" and depth > 1):
                    wanted -= {token.lemma, token.lower}
                below.append(j)
        if not wanted:
            return True
        level = below
    token, head = sentence.tokens[i], sentence.tokens[sentence.tokens[i].head]
    return token.pos in NOMINAL and wanted <= {head.lemma, head.lower, *_beside(sentence, i)}


def _governs_a_noun(sentence: Sentence, i: int, j: int) -> bool:
    """The word below a verb is a preposition where the phrase means a particle ("over" of "take over")."""
    token = sentence.tokens[j]
    return sentence.tokens[i].pos in VERBAL and token.lower in PARTICLES and child(sentence, j, "pobj") is not None


def _beside(sentence: Sentence, i: int) -> set[str]:
    """The words that govern a noun with its preposition: "under" and "bring" for "brought it under control"."""
    head = sentence.tokens[i].head
    above = sentence.tokens[sentence.tokens[head].head]
    return {above.lemma, above.lower}


def _arguments(sentence: Sentence, i: int, form: Form, others: tuple[str, ...]) -> Arguments:
    if form == "verbs":
        return of_verb(sentence, i)
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


def _classes_fit(
    sentence: Sentence, i: int, frame: Frame, form: Form, arguments: Arguments, others: tuple[str, ...]
) -> bool:
    """The arguments are of the classes that the frame asks for."""
    agent, patient = arguments
    if form == "states" and _is_bare_attribute(sentence, i, frame, patient):
        return False
    if patient is not None and sentence.tokens[patient].lemma in others:
        patient = None  # "control" of "took control" is part of the phrase
    if patient is not None and not any(
        fits(classes(sentence, j), frame.patient, frame.strict) for j in descend(sentence, patient, "conj")
    ):
        return False
    if not frame.agent or agent is None or form not in ("verbs", "modals"):
        return True
    return bool(others) or fits(classes(sentence, agent), frame.agent, strictly=False)


def _has(sentence: Sentence, i: int, need: str, arguments: Arguments) -> bool:
    """What the frame needs is there."""
    agent, patient = arguments
    if need == "patient":
        return patient is not None and not is_nobody(sentence, patient)
    if need == "agent":
        return agent is not None and agent != patient and _can_act(sentence, agent)
    if need == "teller":
        return agent is not None and _can_act(sentence, agent) and _tells_who(sentence, i)
    if need == "volley":
        return agent is not None and agent != patient and "volley" in classes(sentence, agent)
    if need == "subject":
        return child(sentence, i, "nsubj", "nsubjpass") is not None
    if need == "deed":
        return agent is not None and _can_act(sentence, agent) and patient is not None
    if need == "stakes":
        below = (sentence.tokens[j] for j in subtree(sentence, i) if i < j <= i + COMPLEMENT)
        return any(t.lemma in STAKES or t.lower in STAKES for t in below)
    if need == "owner":
        return agent is not None and sentence.tokens[agent].dep == "poss" and _can_act(sentence, agent)
    if need == "whole":
        above = None if patient is None else sentence.tokens[sentence.tokens[patient].head].lower
        return above not in ("on", "against", "for", "to")
    if need == "known":
        return True
    if need == "there":
        return any("place" in classes(sentence, j) for j in _after_prepositions(sentence, i))
    if need == "doer":
        return agent is not None and agent != patient
    if need == "count":
        return is_counted(sentence, i) or (patient is not None and is_counted(sentence, patient))
    if need == "acting":
        return is_many(sentence, i) and _acts(sentence, i)
    if need == "many":
        return any(is_many(sentence, j) for j in (i, arguments.patient, arguments.agent) if j is not None)
    if need == "number":
        near = sentence.tokens[max(0, i - TOLL_BEFORE) : i + TOLL_AFTER]
        return any(t.tag in NUMBERS or t.lemma in word_set("hedges", "moving") for t in near)
    if need == "recovery":
        return _is_recovered(sentence, i) or is_counted(sentence, i)
    if need == "victim":
        return patient is not None and sentence.tokens[patient].dep != "poss"
    if need == "parts":
        return sentence.tokens[sentence.tokens[i].head].lemma in ("include", "be")
    if need == "nought":
        return is_nobody(sentence, i)
    return need == "verb" and sentence.tokens[i].dep in ("nsubj", "nsubjpass", "dobj", "attr", "ROOT", "pobj")


def _acts(sentence: Sentence, i: int) -> bool:
    """The noun is whoever does something, not to whom something is done."""
    token = sentence.tokens[i]
    head = sentence.tokens[token.head]
    if token.dep == "pobj" and head.lower == "of":  # "thousands of students"
        return _acts(sentence, head.head) if sentence.tokens[head.head].lemma in word_set("hedges", "many") else True
    return token.dep in ("nsubj", "ROOT", "attr") or (token.dep == "pobj" and head.lower in ("by", "with"))


def _tells_who(sentence: Sentence, i: int) -> bool:
    """The verb has a subject or "by" of its own: it is not the outcome of an attack told before ("…, killing 5")."""
    return child(sentence, i, "nsubj") is not None or by_agent(sentence, i) is not None


def _can_act(sentence: Sentence, agent: int) -> bool:
    """The agent is somebody, or an attack whose author is named."""
    found = classes(sentence, agent)
    if found & {"attack", "arms"} and not found & {"people", "power", "name"}:
        return modifier_agent(sentence, agent) is not None or by_agent(sentence, agent) is not None
    return bool(found & {"people", "power", "name", "vehicle", "crowd"})


def is_counted(sentence: Sentence, i: int) -> bool:
    """The noun has a number, or is one."""
    token = sentence.tokens[i]
    return token.tag in NUMBERS or child(sentence, i, "nummod") is not None or is_many(sentence, i)


def is_many(sentence: Sentence, i: int) -> bool:
    """The noun has a number or a word for many; or is such a word."""
    token = sentence.tokens[i]
    if token.tag in NUMBERS or token.lemma in word_set("hedges", "many") or token.lower in word_set("hedges", "many"):
        return True
    for j in children(sentence, i, "nummod", "amod", "quantmod", "det", "nmod", "compound"):
        below = sentence.tokens[j]
        if below.tag in NUMBERS or below.lemma in word_set("hedges", "many"):
            return True
    head = sentence.tokens[token.head]
    return token.dep == "pobj" and head.lower == "of" and sentence.tokens[head.head].lemma in word_set("hedges", "many")


def _is_recovered(sentence: Sentence, i: int) -> bool:
    """The bodies are said to be found, taken away, lying."""
    token = sentence.tokens[i]
    below = {sentence.tokens[j].lemma for j in sentence.children[i]}
    return sentence.tokens[token.head].lemma in RECOVERY or bool(below & RECOVERY)


def reflexive(sentence: Sentence, i: int) -> bool:
    """The token is "himself" or the like."""
    return sentence.tokens[i].lower.endswith(("self", "selves"))


def _is_bare_attribute(sentence: Sentence, i: int, frame: Frame, patient: int | None) -> bool:
    """The state only names people already told of ("injured people were taken to"), without counting them."""
    token = sentence.tokens[i]
    if frame.kind not in ("killed", "wounded") or "disaster" in frame.patient or token.dep not in ("amod", "compound"):
        return False
    return patient is None or not (is_counted(sentence, patient) or is_nobody(sentence, patient))
