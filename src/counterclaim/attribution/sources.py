"""Who a verb of saying has as its source: its subject, the agent of a passive, or the subject of what governs it."""

from counterclaim.attribution.layout import Layout, Range
from counterclaim.language import child, children
from counterclaim.model import Sentence

_SUBJECTS = ("nsubj", "csubj")
_FAR = 6  # steps up from a verb in which its subject is sought


def is_passive(sentence: Sentence, i: int) -> bool:
    """The verb is in the passive, with or without its auxiliary."""
    if child(sentence, i, "auxpass", "nsubjpass") is not None:
        return True
    token = sentence.tokens[i]
    reduced = token.dep in ("acl", "amod") or (token.dep == "relcl" and child(sentence, i, "aux", "nsubj") is None)
    return token.tag == "VBN" and reduced and child(sentence, i, "aux") is None


def source(layout: Layout, i: int) -> Range | None:
    """The tokens of the source of the cue verb i, or None where the sentence gives none."""
    sentence = layout.sentence
    if is_passive(sentence, i):
        return _agent(layout, i)
    own = child(sentence, i, *_SUBJECTS)
    if own is not None:
        return None if sentence.tokens[own].dep == "csubj" else layout.branch(own)
    return _governing(layout, i)


def _agent(layout: Layout, i: int) -> Range | None:
    """Those by whom it is said: "was told by …"."""
    by = child(layout.sentence, i, "agent")
    by = next((j for j in children(layout.sentence, i, "prep") if layout.sentence.tokens[j].lower == "by"), by)
    noun = None if by is None else child(layout.sentence, by, "pobj")
    return None if noun is None else layout.branch(noun)


def _governing(layout: Layout, i: int) -> Range | None:
    """The subject that a verb shares: of the verb it is joined to, or of the clause it hangs from."""
    sentence = layout.sentence
    for _ in range(_FAR):
        token, i = sentence.tokens[i], sentence.tokens[i].head
        if token.head == i and token is sentence.tokens[i]:
            return None
        if token.dep == "acl" or (token.dep == "amod" and token.tag == "VBG"):
            return _noun(layout, i, token.start)
        if token.dep not in ("conj", "xcomp", "advcl", "pcomp", "prep", "ccomp", "acomp", "dep"):
            return None
        if token.dep == "ccomp" and token.tag not in ("VBG", "VB"):
            return None
        subject = _subject(sentence, i, controlled=token.dep == "xcomp")
        if subject is not None:
            return layout.branch(subject)
    return None


def _subject(sentence: Sentence, i: int, controlled: bool) -> int | None:
    """The subject of a governing verb; of "urged them to say" it is the object."""
    if controlled and (thing := child(sentence, i, "dobj")) is not None:
        return thing
    return child(sentence, i, "nsubj", "nsubjpass")


def _noun(layout: Layout, i: int, start: int) -> Range:
    """A noun with what stands before it, as the source of a participle: "a statement saying"."""
    last = i + 1
    while last < len(layout.sentence.tokens) and layout.sentence.tokens[last].start < start:
        last += 1
    return layout.left[i], max(last, i + 1)
