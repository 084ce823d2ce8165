"""Who does it and to whom it is done: agent and patient of a verb, a state or a noun, on the parse."""

from typing import NamedTuple

from counterclaim.attribution.sources import joined_outside
from counterclaim.claims.classes import entity_classes, table
from counterclaim.language import child, children
from counterclaim.lexicon import word_set
from counterclaim.model import Sentence

RELATIVE = frozenset({"who", "which", "that", "whom"})
SUBJECTS = ("nsubj", "nsubjpass", "csubj")
LEAVING = word_set("predicates", "leaving")
AGENTIVE = frozenset({"people", "power"})
FLOATING = frozenset({"all", "both", "each"})  # said again of a subject: "the two were each held"
FINITE = frozenset({"VBZ", "VBD"})
NOMINAL = frozenset({"NOUN", "PROPN"})


class Arguments(NamedTuple):
    """Token indices; None where the sentence names nobody."""

    agent: int | None
    patient: int | None


def of_verb(sentence: Sentence, v: int) -> Arguments:
    """Agent and patient of a transitive verb, active, passive, relative or participle."""
    by, object_ = by_agent(sentence, v), direct_object(sentence, v)
    doer, undergoer = subject(sentence, v)
    if object_ is not None and doer is not None and _is_headline_list(sentence, v, doer, object_):
        return Arguments(by, doer)  # "25 killed 80 injured in blast"
    if undergoer is not None and _acts_on(sentence, v, object_):
        return Arguments(undergoer, object_)  # "a deal stalled and stranded thousands", where the parse has participles
    if undergoer is not None:
        return Arguments(by, object_ if object_ is not None and _ditransitive(sentence, v) else undergoer)
    if object_ is None and doer is not None and sentence.tokens[v].tag in ("VBN", "VBD") and not _rules(sentence, v):
        return Arguments(by, doer)  # "58 killed in blast": a headline's passive
    return Arguments(doer if by is None else by, object_)


def of_intransitive(sentence: Sentence, v: int) -> Arguments:
    """The one who undergoes it is the subject."""
    doer, undergoer = subject(sentence, v)
    return Arguments(None, doer if doer is not None else undergoer)


def of_state(sentence: Sentence, s: int) -> Arguments:
    """Whoever is in the state: before "dead" in "24 dead", subject or object of "was", "left", "found"."""
    token = sentence.tokens[s]
    if token.dep in ("amod", "acl", "nmod", "compound", "appos", "npadvmod"):
        return Arguments(by_agent(sentence, s), token.head)
    number = next(
        (j for j in children(sentence, s, "nummod", "det", "quantmod") if sentence.tokens[j].tag == "CD"), None
    )
    if number is not None:
        return Arguments(by_agent(sentence, s), number)
    left = _left_so(sentence, s)
    if left is not None:
        return left
    doer, undergoer = subject(sentence, s)
    if doer is not None or undergoer is not None:
        return Arguments(by_agent(sentence, s), doer if doer is not None else undergoer)
    if (
        token.dep in ("acomp", "oprd", "attr", "conj", "advcl", "xcomp", "ccomp", "prep", "advmod", "dobj", "pobj")
        and token.head != s
    ):
        head = token.head
        object_ = direct_object(sentence, head)
        if object_ is not None and object_ != s:
            return Arguments(subject(sentence, head)[0], object_)
        if token.dep == "conj" and sentence.tokens[head].pos in ("ADJ", "NOUN", "VERB"):
            return of_state(sentence, head) if sentence.tokens[head].dep != "conj" else Arguments(None, None)
        doer, undergoer = subject(sentence, head)
        return Arguments(None, undergoer if undergoer is not None else doer)
    return Arguments(None, child(sentence, s, "nummod", "nsubj", "npadvmod", "quantmod"))


def _left_so(sentence: Sentence, s: int) -> Arguments | None:
    """Whom a verb such as "left" or "found" put or saw in the state ("left two others missing")."""
    token = sentence.tokens[s]
    head = sentence.tokens[token.head]
    if head.lemma not in LEAVING or token.dep not in ("oprd", "advcl", "xcomp", "ccomp", "acomp", "acl", "dobj"):
        return None
    own = child(sentence, s, "nsubj", "nsubjpass")
    object_ = own if own is not None else direct_object(sentence, token.head)
    return None if object_ is None or object_ == s else Arguments(subject(sentence, token.head)[0], object_)


def of_noun(sentence: Sentence, n: int) -> Arguments:
    """Patient after "of", agent after "by", as owner or before the noun ("the army's shelling of", "police raid")."""
    agent, patient = _staged_by(sentence, n), None
    for prep in children(sentence, n, "prep"):
        inner = child(sentence, prep, "pobj")
        if inner is not None and _is_day(sentence, inner):
            inner = _of(sentence, inner)  # "the murder on 26 May of the mayor"
        if inner is None:
            continue
        if sentence.tokens[prep].lower in ("of", "on", "against", "for", "to", "among") and patient is None:
            patient = inner
        elif sentence.tokens[prep].lower in ("from", "between") and agent is None and _may_act(sentence, inner):
            agent = inner
    if patient is None and agent is not None:
        patient = _of(sentence, agent)
    owner = child(sentence, n, "poss")
    if owner is not None:
        agent, patient = (owner, patient) if patient is not None else (agent if agent is not None else owner, owner)
    if agent is None:
        agent = modifier_agent(sentence, n)
    return Arguments(agent, patient)


def _staged_by(sentence: Sentence, n: int) -> int | None:
    """Whoever follows "by" below the noun, or below what tells of it that it was done ("strikes led by the army")."""
    staged = (j for j in children(sentence, n, "acl") if sentence.tokens[j].lemma in word_set("predicates", "staging"))
    return next((by for by in (by_agent(sentence, j) for j in (n, *staged)) if by is not None), None)


def _is_day(sentence: Sentence, i: int) -> bool:
    """The noun tells when ("the deaths on Sunday")."""
    return any(e.first <= i < e.last and e.label in ("DATE", "TIME") for e in sentence.entities)


def _of(sentence: Sentence, noun: int) -> int | None:
    """What follows the noun after "of"."""
    below = (child(sentence, j, "pobj") for j in children(sentence, noun, "prep") if sentence.tokens[j].lower == "of")
    return next(below, None)


def _may_act(sentence: Sentence, i: int) -> bool:
    """The noun is of a class that acts, or of none that is known."""
    found = entity_classes(sentence, i) | table().get(sentence.tokens[i].lemma, frozenset())
    return not found or bool(found & AGENTIVE)


def of_phrase(sentence: Sentence, p: int) -> Arguments:
    """Holder and held of "under rebel control", "in the hands of rebels", "in control of the town"."""
    noun = child(sentence, p, "pobj")
    if noun is None:  # "out of rebel control"
        noun = next((child(sentence, j, "pobj") for j in children(sentence, p, "prep")), None)
    whose = Arguments(None, None) if noun is None else of_noun(sentence, noun)
    holder = whose.agent if whose.agent is not None else whose.patient
    head = sentence.tokens[p].head
    if sentence.tokens[head].pos in NOMINAL:
        return Arguments(holder, head)
    held = (direct_object(sentence, head), *subject(sentence, head))
    return Arguments(holder, next((j for j in held if j is not None), None))


def modifier_agent(sentence: Sentence, n: int) -> int | None:
    """The modifier before a noun that names who does it: "police raid", "Ruritanian air strikes", "rebel-led"."""
    sited = sentence.tokens[n].lemma in word_set("predicates", "sited")
    for j in children(sentence, n, "compound", "amod", "nmod", "poss"):
        noun = table().get(sentence.tokens[j].lemma, frozenset())
        if sited and ("place" in entity_classes(sentence, j) or "civilian" in noun):
            continue  # "the Velin blast" happened there, "the evacuees bombing" to them
        common = frozenset() if sentence.tokens[j].dep == "amod" else noun
        if (entity_classes(sentence, j) | common) & AGENTIVE:
            return j
    return None


def by_agent(sentence: Sentence, i: int) -> int | None:
    """Whoever follows "by" below the token."""
    for prep in children(sentence, i, "agent", "prep"):
        if sentence.tokens[prep].lower == "by":
            return child(sentence, prep, "pobj")
    return None


def direct_object(sentence: Sentence, v: int) -> int | None:
    """The object of a verb, shared between joined verbs ("killed and wounded dozens")."""
    own = child(sentence, v, "dobj")
    if own is not None:
        return _antecedent(sentence, v, own)
    relative = _relative_object(sentence, v)
    if relative is not None:
        return relative
    for joined in children(sentence, v, "conj"):
        if _like(sentence, joined, v) and joined - v <= 3 and child(sentence, joined, "nsubj", "nsubjpass") is None:
            return child(sentence, joined, "dobj")
    token = sentence.tokens[v]
    if token.dep == "conj" and token.head < v and _like(sentence, token.head, v):
        shared = child(sentence, token.head, "dobj")
        return shared if shared is not None and shared > v else None
    return None


def _is_infinitive(sentence: Sentence, v: int) -> bool:
    return any(sentence.tokens[j].tag == "TO" for j in children(sentence, v, "aux"))


def _like(sentence: Sentence, one: int, other: int) -> bool:
    """Two verbs of one form; parsers take the past tense for the participle and back."""
    tags = {sentence.tokens[one].tag, sentence.tokens[other].tag}
    return len(tags) == 1 or tags == {"VBD", "VBN"}


def subject(sentence: Sentence, v: int) -> tuple[int | None, int | None]:
    """(who does it, to whom it is done) as the subject of the verb says; at most one is given."""
    outer = joined_outside(sentence, v)
    if outer is not None:
        return outer, None
    late = _after_as(sentence, v)
    if late is not None:
        return late, None
    active = _is_active(sentence, v)
    for _ in range(8):  # a chain of joined or dependent verbs; longer ones carry no subject one would trust
        token = sentence.tokens[v]
        own = list(children(sentence, v, *SUBJECTS)) or _noun_before(sentence, v)
        if own:
            own = [k for k in own if sentence.tokens[k].lower not in FLOATING] or own
            j = max((k for k in own if k < v), default=own[0])  # the nearest, where a headline ran into the sentence
            found = _antecedent(sentence, v, j)
            return (None, found) if sentence.tokens[j].dep == "nsubjpass" and not active else (found, None)
        if token.dep == "acl" and token.head != v:
            beside = _before_being(sentence, v)
            if beside is not None:
                return None, beside
            return (None, token.head) if token.tag in ("VBN", "VBD") and not active else (token.head, None)
        if token.dep == "relcl" and token.head != v and _is_infinitive(sentence, v):
            return (None, token.head) if token.tag == "VBN" else (token.head, None)  # "the second climber to die"
        if token.dep == "amod" and token.head != v:
            return (None, token.head) if token.tag == "VBN" else (token.head, None)
        if token.dep == "pcomp" and token.head != v:
            accused = _accused(sentence, token.head)
            if accused is not None:
                return accused, None
        if token.dep == "pobj" or token.head == v:
            return None, None
        if token.dep in (
            "conj",
            "xcomp",
            "advcl",
            "pcomp",
            "ccomp",
            "acomp",
            "oprd",
            "dep",
            "relcl",
            "prep",
        ) and sentence.tokens[token.head].pos in ("VERB", "AUX", "ADJ", "ADP"):
            if token.dep == "xcomp":
                object_ = child(sentence, token.head, "dobj")
                if object_ is not None:
                    return object_, None
            v = token.head
            continue
        return None, None
    return None, None


def _accused(sentence: Sentence, prep: int) -> int | None:
    """Whom an accusation is about ("accused the army of shelling", "a man suspected of killing")."""
    head = sentence.tokens[prep].head
    if sentence.tokens[prep].lower not in ("of", "for", "from", "with") or head == prep:
        return None
    if sentence.tokens[head].pos in ("NOUN", "PROPN"):
        return head
    named = child(sentence, head, "dobj")
    return named if named is not None else child(sentence, head, "nsubjpass")


def _noun_before(sentence: Sentence, v: int) -> list[int]:
    """The subject of a headline's verb, which a parse may take for part of a name: "Orsk army captures port"."""
    token = sentence.tokens[v]
    before = [j for j in children(sentence, v, "compound", "nmod") if j == v - 1]
    if token.dep == "conj" and token.tag in ("VBN", "VBD") and token.head < v - 1:
        noun = table().get(sentence.tokens[v - 1].lemma, frozenset())
        before += [v - 1] if "people" in noun or sentence.tokens[v - 1].tag == "CD" else []
    return before if token.tag in (*FINITE, "VBN") else []


def _after_as(sentence: Sentence, v: int) -> int | None:
    """The subject of a clause that "as" begins, which a parse may hang on "as": "Dozens hurt as quake hits port"."""
    noun = v - 1
    if noun < 1 or sentence.tokens[v].tag not in FINITE or sentence.tokens[noun].dep != "pobj":
        return None
    return noun if sentence.tokens[sentence.tokens[noun].head].lower == "as" else None


def _before_being(sentence: Sentence, v: int) -> int | None:
    """The noun right before "being": "reports of the town being held" are not what is held."""
    being = child(sentence, v, "auxpass")
    if being is None or sentence.tokens[being].lower != "being" or being == 0:
        return None
    return being - 1 if sentence.tokens[being - 1].pos in NOMINAL else None


def _is_active(sentence: Sentence, v: int) -> bool:
    """The verb's own form is active, whatever the verb is that it hangs from."""
    return sentence.tokens[v].tag in ("VBG", "VB", "VBP", "VBZ") and child(sentence, v, "auxpass", "nsubjpass") is None


def _is_headline_list(sentence: Sentence, v: int, doer: int, object_: int) -> bool:
    """Both the subject and the object are counted, and the object has a participle of its own."""
    counted = [
        any(sentence.tokens[j].tag == "CD" for j in (i, *children(sentence, i, "nummod")))
        or sentence.tokens[i].lower == "others"
        for i in (doer, object_)
    ]
    return (
        sentence.tokens[v].tag in ("VBN", "VBD")
        and all(counted)
        and child(sentence, object_, "acl", "amod") is not None
    )


def _antecedent(sentence: Sentence, v: int, j: int) -> int:
    """The noun that a relative pronoun stands for, or the token itself."""
    token = sentence.tokens[v]
    if sentence.tokens[j].lower in RELATIVE and token.dep == "relcl" and token.head != v:
        return _thing_before(sentence, j, token.head)
    return j


def _thing_before(sentence: Sentence, j: int, head: int) -> int:
    """The noun right before "which", where the parse hangs its clause on people ("most of them in Dorra, which")."""
    if sentence.tokens[j].lower != "which" or "people" not in table().get(sentence.tokens[head].lemma, ()):
        return head
    before = next((k for k in (j - 1, j - 2) if k > head and sentence.tokens[k].pos != "PUNCT"), head)
    return before if sentence.tokens[before].pos in NOMINAL else head


def _relative_object(sentence: Sentence, v: int) -> int | None:
    """The noun of which the verb tells in a relative clause without an object of its own ("the men they killed")."""
    token = sentence.tokens[v]
    if token.dep != "relcl" or token.head == v:
        return None
    own = child(sentence, v, "nsubj")
    return token.head if own is not None and sentence.tokens[own].lower not in RELATIVE else None


def _ditransitive(sentence: Sentence, v: int) -> bool:
    return child(sentence, v, "dative") is not None


def _acts_on(sentence: Sentence, v: int, object_: int | None) -> bool:
    """The participle has an object of its own, and no helper or "by" that makes it a passive."""
    if object_ is None or child(sentence, v, "dobj") != object_ or _ditransitive(sentence, v):
        return False
    return child(sentence, v, "auxpass", "agent", "nsubjpass") is None


def _rules(sentence: Sentence, v: int) -> bool:
    """The verb has a helper or a clause of its own ("denied that", "refused to"): it is no headline's passive."""
    return child(sentence, v, "aux", "auxpass", "ccomp", "xcomp") is not None
