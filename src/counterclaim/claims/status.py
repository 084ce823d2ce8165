"""Whether a predicate is asserted, denied, or only planned, feared or wished."""

from typing import Literal

from counterclaim.language import child, children
from counterclaim.lexicon import word_set
from counterclaim.model import Sentence, Token

Status = Literal["+", "-", "?", "tried", "possible"]  # "?" is neither: a plan, a wish, a condition

NOBODY = word_set("predicates", "nobody")
SOUGHT = frozenset({"information", "tip", "clue", "evidence"})
LASTING = frozenset({"continue", "remain", "stay"})
CONDITIONS = word_set("predicates", "conditions")
# Words before what goes on beside a plan, and is no part of it ("was expected to fall, with the army fleeing").
CIRCUMSTANCE = frozenset({"with", "amid", "after", "before"})
ORDINALS = word_set("predicates", "ordinals")


def status(sentence: Sentence, i: int) -> Status:
    """How the sentence puts the predicate at token i, from the token up to what governs it."""
    found: Status = "+"
    for step in range(12):  # deeper than that, what stands above says nothing of the event
        verdict = _own(sentence, i) if step == 0 or sentence.tokens[i].pos in ("VERB", "AUX") else _noun(sentence, i)
        if verdict in ("-", "?"):
            return verdict
        found = verdict if verdict != "+" else found
        above = _above(sentence, i)
        if above is not None:
            return found if above == "+" else above
        token = sentence.tokens[i]
        if token.head == i or not _passes_up(sentence, i):
            return found
        i = token.head
    return found


def _own(sentence: Sentence, i: int) -> Status:
    """What the token's own helpers say."""
    for j in sentence.children[i]:
        token = sentence.tokens[j]
        if token.dep == "neg" or token.lower in ("never", "not"):
            return "-"
        if token.dep in ("nsubj", "nsubjpass", "dobj", "attr") and is_nobody(sentence, j):
            return "-"
        if token.dep == "det" and token.lower in NOBODY:
            return "-"
        if _asks_how_many(sentence, j):
            return "?"
        if token.dep == "mark" and token.lower in CONDITIONS:
            return "?"
    return _modal(sentence, i)


def _asks_how_many(sentence: Sentence, j: int) -> bool:
    """The token is what "how many" asks for."""
    near = (j, *children(sentence, j, "amod", "advmod", "nummod"))
    return any(sentence.tokens[k].lower == "how" for i in near for k in children(sentence, i, "advmod"))


def _noun(sentence: Sentence, i: int) -> Status:
    return "-" if is_nobody(sentence, i) else "+"


def _modal(sentence: Sentence, i: int) -> Status:
    for j in children(sentence, i, "aux"):
        token = sentence.tokens[j]
        if sentence.tokens[i].lemma in LASTING:
            return "+"  # "will remain in custody" tells of now
        if token.lower in word_set("hedges", "possibly"):
            return "possible"
        if token.tag == "MD" and token.lower not in ("can", "could") and not _perfect(sentence, i):
            return "?"
    return "+"


def _perfect(sentence: Sentence, i: int) -> bool:
    return any(sentence.tokens[j].lower == "have" for j in children(sentence, i, "aux"))


def _above(sentence: Sentence, i: int) -> Status | None:
    """What the governor says of the predicate below it ("failed to", "hoped to", "prevented from"); None: nothing."""
    token = sentence.tokens[i]
    if token.head == i or token.dep in ("conj", "appos"):
        return None
    head = sentence.tokens[token.head]
    if token.dep in ("xcomp", "ccomp", "pcomp", "dobj", "pobj", "acl", "advcl", "prep", "relcl"):
        if token.lemma == "lead" and head.lemma in SOUGHT:
            return "?"  # "information leading to an arrest"
        if head.lemma in word_set("hedges", "averting") and token.dep not in ("advcl", "relcl"):
            return "+" if _is_undone(sentence, token.head) else "?"
        if head.lemma in word_set("hedges", "failing") and token.dep not in ("advcl", "relcl"):
            return "-"
        if _is_tried(sentence, i):
            return "tried"
        if head.lemma in word_set("hedges", "planning") and _is_planned(token):
            return "?"
        if head.dep == "neg" or head.lower == "without":
            return "-"
    if token.dep in ("acl", "relcl") and _singled_out(sentence, token.head):
        return "+"
    if (
        _infinitive(sentence, i)
        and token.dep in ("advcl", "acl", "relcl", "xcomp", "ROOT", "pobj")
        and head.lemma not in word_set("hedges", "realising")
    ):
        return "?"
    return None


def _is_planned(token: Token) -> bool:
    """The token is what a plan is about; "with" and "amid" only tell what goes beside it."""
    about = token.dep == "prep" and token.lower not in CIRCUMSTANCE | {"in", "by", "as"}
    return about or token.dep in ("xcomp", "ccomp", "pcomp", "acl")


def _is_undone(sentence: Sentence, i: int) -> bool:
    """The token is itself denied ("failed to prevent", "did not stop")."""
    head = sentence.tokens[sentence.tokens[i].head]
    failed = sentence.tokens[i].dep == "xcomp" and head.lemma in word_set("hedges", "failing")
    return failed or child(sentence, i, "neg") is not None


def _is_tried(sentence: Sentence, i: int) -> bool:
    """The token is what somebody tries: "tried to take", "launched an attack to take", "efforts at taking"."""
    token = sentence.tokens[i]
    attempting = word_set("hedges", "attempting")
    if sentence.tokens[token.head].lemma in attempting:
        aim = token.dep in ("acl", "advcl", "relcl") and _infinitive(sentence, i)
        below_noun = sentence.tokens[token.head].pos == "NOUN" and child(sentence, i, "pcomp") is not None
        return token.dep == "xcomp" or aim or (token.dep == "prep" and below_noun)
    begun = child(sentence, token.head, "dobj") if token.dep in ("advcl", "xcomp") and token.head != i else None
    return begun is not None and sentence.tokens[begun].lemma in attempting and _infinitive(sentence, i)


def _singled_out(sentence: Sentence, noun: int) -> bool:
    """The noun is the second or the only one: what it is "to" do it did ("the last town to hold out")."""
    return any(sentence.tokens[j].lower in ORDINALS for j in sentence.children[noun])


def _infinitive(sentence: Sentence, i: int) -> bool:
    token = sentence.tokens[i]
    bare = token.tag == "VB" or (token.tag == "VBN" and token.lemma == token.lower)  # "to put", not "to forced"
    return bare and any(sentence.tokens[j].lower == "to" for j in children(sentence, i, "aux"))


def _passes_up(sentence: Sentence, i: int) -> bool:
    """What governs the token can still undo it."""
    token = sentence.tokens[i]
    if token.dep == "prep" and token.lower in CIRCUMSTANCE:
        return False
    return token.dep in (
        "xcomp",
        "acomp",
        "attr",
        "oprd",
        "dobj",
        "pobj",
        "prep",
        "pcomp",
        "nsubj",
        "nsubjpass",
        "compound",
        "amod",
        "agent",
        "auxpass",
    )


def is_nobody(sentence: Sentence, j: int) -> bool:
    """Token j is nobody, or has "no" before it."""
    if sentence.tokens[j].lower in NOBODY:
        return True
    det = child(sentence, j, "det")
    return det is not None and sentence.tokens[det].lower in NOBODY
