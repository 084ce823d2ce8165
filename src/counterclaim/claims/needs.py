"""What a frame needs beside its word: a rule a name, by which `lexicon/frames_*.toml` ask for it."""

from collections.abc import Callable

from counterclaim.claims.arguments import Arguments, by_agent, modifier_agent
from counterclaim.claims.classes import classes
from counterclaim.claims.frames import Frame
from counterclaim.claims.status import is_nobody
from counterclaim.language import child, children, subtree
from counterclaim.lexicon import word_set
from counterclaim.model import Sentence

NUMBERS = frozenset({"CD"})
RECOVERY = word_set("predicates", "recovery")
STAKES = word_set("predicates", "stakes")
COMPLEMENT = 24  # tokens behind a request in which what it is about is named
# Tokens round "toll" in which its figure stands: "a toll of 12", "The toll from a blast in the town has risen to 12".
TOLL_BEFORE, TOLL_AFTER = 4, 28
SEVERAL = frozenset({"they", "them", "we", "us", "those", "these", "all", "which", "who"})  # may stand for several
# Prepositions after which a noun is not the whole that fell or was lost ("losses on the rebels").
NOT_OF = frozenset({"on", "against", "for", "to"})


def met(sentence: Sentence, i: int, frame: Frame, arguments: Arguments) -> bool:
    """Of each group of needs one is there."""
    return all(any(NEEDS[need](sentence, i, arguments) for need in group) for group in frame.needs)


def _patient(sentence: Sentence, i: int, arguments: Arguments) -> bool:
    """Whom or what it befalls is told, and is not nobody."""
    return arguments.patient is not None and not is_nobody(sentence, arguments.patient)


def _known(sentence: Sentence, i: int, arguments: Arguments) -> bool:
    """Nothing: but the patient, where it is told, must be known to be of its class; of "sure", by more than a name."""
    return True


def _agent(sentence: Sentence, i: int, arguments: Arguments) -> bool:
    """Who does it is told, and can act."""
    agent = arguments.agent
    return agent is not None and agent != arguments.patient and _can_act(sentence, agent)


def _owner(sentence: Sentence, i: int, arguments: Arguments) -> bool:
    """Whose it is can act ("Ruritania's involvement")."""
    agent = arguments.agent
    return agent is not None and sentence.tokens[agent].dep == "poss" and _can_act(sentence, agent)


def _doer(sentence: Sentence, i: int, arguments: Arguments) -> bool:
    """Who or what does it is told."""
    return arguments.agent is not None and arguments.agent != arguments.patient


def _teller(sentence: Sentence, i: int, arguments: Arguments) -> bool:
    """The verb itself tells who did it."""
    agent = arguments.agent
    return agent is not None and _can_act(sentence, agent) and _tells_who(sentence, i)


def _volley(sentence: Sentence, i: int, arguments: Arguments) -> bool:
    """What does it was aimed by somebody."""
    agent = arguments.agent
    return agent is not None and agent != arguments.patient and "volley" in classes(sentence, agent)


def _subject(sentence: Sentence, i: int, arguments: Arguments) -> bool:
    """The verb has a subject of its own."""
    return child(sentence, i, "nsubj", "nsubjpass") is not None


def _deed(sentence: Sentence, i: int, arguments: Arguments) -> bool:
    """Who does it can act, and what is done is told."""
    agent = arguments.agent
    return agent is not None and _can_act(sentence, agent) and arguments.patient is not None


def _stakes(sentence: Sentence, i: int, arguments: Arguments) -> bool:
    """What is asked for is what sides of a conflict bargain over."""
    below = (sentence.tokens[j] for j in subtree(sentence, i) if i < j <= i + COMPLEMENT)
    return any(t.lemma in STAKES or t.lower in STAKES for t in below)


def _whole(sentence: Sentence, i: int, arguments: Arguments) -> bool:
    """The patient is what fell, not upon whom something fell ("the loss of the town", not "losses on the rebels")."""
    patient = arguments.patient
    return patient is None or sentence.tokens[sentence.tokens[patient].head].lower not in NOT_OF


def _there(sentence: Sentence, i: int, arguments: Arguments) -> bool:
    """A place is told where."""
    return any("place" in classes(sentence, j) for j in after_prepositions(sentence, i))


def _count(sentence: Sentence, i: int, arguments: Arguments) -> bool:
    """The noun or its patient is counted."""
    return is_counted(sentence, i) or (arguments.patient is not None and is_counted(sentence, arguments.patient))


def _plural(sentence: Sentence, i: int, arguments: Arguments) -> bool:
    """The patient is several or counted, as far as it is told."""
    patient = arguments.patient
    if patient is None:
        return True
    token = sentence.tokens[patient]
    several = token.tag in ("NNS", "NNPS") or token.lower in SEVERAL or child(sentence, patient, "conj") is not None
    return several or is_counted(sentence, patient)


def _acting(sentence: Sentence, i: int, arguments: Arguments) -> bool:
    """Many do something."""
    return is_many(sentence, i) and _acts(sentence, i)


def _many(sentence: Sentence, i: int, arguments: Arguments) -> bool:
    """Many are told of."""
    return any(is_many(sentence, j) for j in (i, arguments.patient, arguments.agent) if j is not None)


def _number(sentence: Sentence, i: int, arguments: Arguments) -> bool:
    """A figure, or that it rises, stands near."""
    near = sentence.tokens[max(0, i - TOLL_BEFORE) : i + TOLL_AFTER]
    return any(t.tag in NUMBERS or t.lemma in word_set("hedges", "moving") for t in near)


def _recovery(sentence: Sentence, i: int, arguments: Arguments) -> bool:
    """Bodies are found, taken away, lying, or counted."""
    below = {sentence.tokens[j].lemma for j in sentence.children[i]}
    found = sentence.tokens[sentence.tokens[i].head].lemma in RECOVERY or bool(below & RECOVERY)
    return found or is_counted(sentence, i)


def _victim(sentence: Sentence, i: int, arguments: Arguments) -> bool:
    """Whom it befell is told, and not as its owner."""
    return arguments.patient is not None and sentence.tokens[arguments.patient].dep != "poss"


def _parts(sentence: Sentence, i: int, arguments: Arguments) -> bool:
    """They are said to be or to include others."""
    return sentence.tokens[sentence.tokens[i].head].lemma in ("include", "be")


def _nought(sentence: Sentence, i: int, arguments: Arguments) -> bool:
    """There were none."""
    return is_nobody(sentence, i)


def _negated(sentence: Sentence, i: int, arguments: Arguments) -> bool:
    """It is said not to be so."""
    return child(sentence, i, "neg") is not None


def _verb(sentence: Sentence, i: int, arguments: Arguments) -> bool:
    """A verb says something of the noun."""
    return sentence.tokens[i].dep in ("nsubj", "nsubjpass", "dobj", "attr", "ROOT", "pobj")


NEEDS: dict[str, Callable[[Sentence, int, Arguments], bool]] = {
    "patient": _patient, "known": _known, "agent": _agent, "owner": _owner, "doer": _doer, "teller": _teller,
    "volley": _volley, "subject": _subject, "deed": _deed, "stakes": _stakes, "whole": _whole, "there": _there,
    "count": _count, "acting": _acting, "many": _many, "number": _number, "recovery": _recovery, "victim": _victim,
    "parts": _parts, "nought": _nought, "negated": _negated, "plural": _plural, "sure": _known, "verb": _verb,
}  # fmt: skip


def after_prepositions(sentence: Sentence, i: int) -> list[int]:
    """The nouns of the token's prepositional phrases."""
    return [noun for j in children(sentence, i, "prep") if (noun := child(sentence, j, "pobj")) is not None]


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
