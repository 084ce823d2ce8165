"""Who a verb of saying has as its source: its subject, the agent of a passive, or the subject of what governs it."""

from counterclaim.attribution.cues import frames, is_speech, lexeme
from counterclaim.attribution.layout import Layout, Range
from counterclaim.attribution.words import is_collective, is_organ, is_role
from counterclaim.language import child, children
from counterclaim.lexicon import word_set
from counterclaim.model import Sentence

_SUBJECTS = ("nsubj", "csubj")
_ADJUNCT = ("NOUN", "PROPN", "ADP", "DET", "ADV", "NUM", "ADJ", "PART")
_ADJUNCTS = 12  # words behind a verb at the end of its sentence: "on Tuesday in a statement to the press"
_FAR = 6  # steps up from a verb in which its subject is sought


def is_passive(sentence: Sentence, i: int) -> bool:
    """The verb is in the passive, with or without its auxiliary."""
    if child(sentence, i, "auxpass", "nsubjpass") is not None:
        return True
    token = sentence.tokens[i]
    if token.tag != "VBN" or child(sentence, i, "aux", "nsubj") is not None:
        return False
    return token.dep != "conj" or child(sentence, token.head, "aux") is None or is_passive(sentence, token.head)


def source(layout: Layout, i: int) -> Range | None:
    """The tokens of the source of the cue verb i, or None where the sentence gives none."""
    sentence = layout.sentence
    if is_passive(sentence, i) and not _is_reporting_past(layout, i):
        quoted = child(sentence, i, "nsubjpass") if lexeme(sentence.tokens[i]) == "quote" else None
        return _agent(layout, i) if quoted is None else layout.branch(quoted)
    subjects = list(children(sentence, i, *_SUBJECTS))
    own = max((j for j in subjects if j < i), default=next(iter(subjects), None))  # the nearest, where commas were lost
    if own is not None:
        return None if sentence.tokens[own].dep == "csubj" else layout.branch(own)
    return _inverted(layout, i) or _adjoining(layout, i) or _governing(layout, i)


def _is_reporting_past(layout: Layout, i: int) -> bool:
    """A past tense taken for a participle: "… in the town local media reported on Monday"."""
    sentence, token = layout.sentence, layout.sentence.tokens[i]
    beside = token.dep == "acl" and token.head == i - 1
    return beside and child(sentence, i, "agent", "auxpass", "dobj") is None and ends_sentence(layout, i)


def ends_sentence(layout: Layout, i: int) -> bool:
    """Behind the verb stand only its own adjuncts, up to the end of the sentence."""
    tokens, hearer = layout.sentence.tokens, child(layout.sentence, i, "dobj")
    last = layout.right[hearer] if hearer == i + 1 or (hearer is not None and layout.left[hearer] == i + 1) else i + 1
    rest = [token for token in tokens[last : last + 20] if token.text[:1].isalnum()]
    return len(rest) <= _ADJUNCTS and all(token.pos in _ADJUNCT for token in rest)


def _inverted(layout: Layout, i: int) -> Range | None:
    """The speaker behind the verb where the parse has them as its object: '"…", added the doctor'."""
    sentence = layout.sentence
    thing = child(sentence, i, "dobj", "dative", "oprd", "attr")
    if thing is None or thing < i or i == 0 or sentence.tokens[i - 1].text not in ('"', ",", "''"):
        return None
    if "order" in frames(lexeme(sentence.tokens[i])):  # "…, told the Herald" has its hearer there
        return None
    token = sentence.tokens[thing]
    person = token.pos == "PROPN" or is_role(token) or is_collective(token)
    return layout.branch(thing) if person and is_speech(lexeme(sentence.tokens[i])) else None


def _adjoining(layout: Layout, i: int) -> Range | None:
    """The noun phrase that ends right before a verb of speech, where a lost comma hid that it is the subject."""
    sentence, token = layout.sentence, layout.sentence.tokens[i]
    if i == 0 or not is_speech(lexeme(token)) or not _is_finite(layout, i):
        return None
    top = i - 1
    while _goes_up(layout, top, i):
        top = sentence.tokens[top].head
    nominal = sentence.tokens[top].pos in ("NOUN", "PROPN") and sentence.tokens[top].dep not in ("nsubj", "npadvmod")
    return (layout.left[top], i) if nominal else None


def _is_finite(layout: Layout, i: int) -> bool:
    """The verb can have a subject of its own."""
    sentence, token = layout.sentence, layout.sentence.tokens[i]
    if token.tag not in ("VBD", "VBZ", "VBP", "VBN") or token.dep in ("xcomp", "advcl", "conj", "pcomp"):
        return False
    return not is_passive(sentence, i) or ends_sentence(layout, i)


def _goes_up(layout: Layout, top: int, i: int) -> bool:
    """The token's governor still belongs to the same noun phrase before token i."""
    token = layout.sentence.tokens[top]
    head = layout.sentence.tokens[token.head]
    if token.head == top or token.head >= i or layout.right[token.head] > max(i, layout.right[i]):
        return False
    return (
        token.dep in ("compound", "poss", "amod", "nmod", "det", "flat", "appos")
        or (token.dep == "pobj" and head.lower in ("for", "of"))
        or (token.dep == "prep" and token.lower in ("for", "of") and head.pos in ("NOUN", "PROPN"))
    )


def _agent(layout: Layout, i: int) -> Range | None:
    """Those by whom it is said: "was told by …"."""
    by = child(layout.sentence, i, "agent")
    by = next((j for j in children(layout.sentence, i, "prep") if layout.sentence.tokens[j].lower == "by"), by)
    noun = None if by is None else child(layout.sentence, by, "pobj")
    return None if noun is None else layout.branch(noun)


def _governing(layout: Layout, i: int) -> Range | None:
    """The subject that a verb shares: of the verb it is joined to, or of the clause it hangs from."""
    sentence = layout.sentence
    quoted = False
    outer = joined_outside(sentence, i)
    if outer is not None:
        return layout.branch(outer)
    for _ in range(_FAR):
        token, i = sentence.tokens[i], sentence.tokens[i].head
        if token is sentence.tokens[i]:
            return None
        if token.dep == "acl" or (token.dep == "amod" and token.tag == "VBG"):
            return _noun(layout, i, token.start) if _can_say(sentence, i) else _further(layout, i)
        if token.dep not in ("conj", "xcomp", "advcl", "pcomp", "prep", "ccomp", "acomp", "dep", "agent", "pobj"):
            return None
        if token.dep == "ccomp" and token.tag not in ("VBG", "VB"):
            return None
        quoted = quoted or (token.dep == "prep" and token.lower == "as")
        if sentence.tokens[i].pos in ("VERB", "AUX"):
            subject = _subject(sentence, i, token.dep == "xcomp" or (quoted and not is_passive(sentence, i)))
            if subject is not None:
                return layout.branch(subject)
    return None


def _can_say(sentence: Sentence, i: int) -> bool:
    """The noun is somebody's name or word, or a text's, or nothing speaks of which its participle could be."""
    text = word_set("channels", "texts") | word_set("people", "things")
    return _can_speak(sentence, i) or lexeme(sentence.tokens[i]) in text or _speaking_subject(sentence, i) is None


def _further(layout: Layout, i: int) -> Range | None:
    """Who speaks where a participle hangs on a mere thing: the subject of "Osk spoke for an hour, blaming the army"."""
    subject = _speaking_subject(layout.sentence, i)
    return None if subject is None else layout.branch(subject)


def _speaking_subject(sentence: Sentence, i: int) -> int | None:
    """The subject of the clause around a noun, where that is somebody who can speak."""
    for _ in range(_FAR):
        if sentence.tokens[i].head == i:
            return None
        i = sentence.tokens[i].head
        subject = child(sentence, i, "nsubj") if sentence.tokens[i].pos in ("VERB", "AUX") else None
        if subject is not None:
            return subject if _can_speak(sentence, subject) else None
    return None


def joined_outside(sentence: Sentence, i: int) -> int | None:
    """The subject that a verb of speech shares with the verb whose clause the parse joined it into.

    "The ministry said that five were killed, and accused the rebels": the ministry accused them, not the five.
    """
    token = sentence.tokens[i]
    inner = token.head
    if token.dep != "conj" or is_passive(sentence, i) or child(sentence, i, "nsubj") is not None:
        return None
    own, outer = child(sentence, inner, "nsubj", "nsubjpass"), sentence.tokens[inner].head
    if own is None or sentence.tokens[inner].dep != "ccomp" or not is_speech(lexeme(sentence.tokens[outer])):
        return None
    undergoes = sentence.tokens[own].dep == "nsubjpass"
    return child(sentence, outer, "nsubj") if undergoes or not _can_speak(sentence, own) else None


def _can_speak(sentence: Sentence, i: int) -> bool:
    """The token is a word or name for somebody."""
    token = sentence.tokens[i]
    return token.pos in ("PRON", "PROPN") or is_role(token) or is_collective(token) or is_organ(token)


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
