"""Whether a word stands in the form, and with the words beside it, that a frame asks for."""

from counterclaim.claims.frames import Form
from counterclaim.language import child
from counterclaim.lexicon import word_set
from counterclaim.model import Sentence

# Dependencies that begin a clause of its own: the words of a phrase never stand across one.
CLAUSES = frozenset({"ccomp", "advcl", "relcl", "parataxis", "csubj"})
VERBAL = frozenset({"VERB", "AUX"})
NOMINAL = frozenset({"NOUN", "PROPN"})
PARTICLES = word_set("predicates", "particles")
NAMING = frozenset({"ORG", "PERSON", "GPE", "FAC", "LOC", "EVENT", "WORK_OF_ART", "PRODUCT", "LAW"})


def in_form(sentence: Sentence, i: int, form: Form) -> bool:
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
        return token.pos in ("ADJ", "VERB", "NOUN", "ADV", "PROPN", "ADP") and child(sentence, i, "dobj") is None
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


def others_below(sentence: Sentence, i: int, others: tuple[str, ...]) -> bool:
    """Each of the other words stands below the token, in its own clause, at most three steps down."""
    wanted = set(others)
    has_object = child(sentence, i, "dobj") is not None
    level = [i]
    for depth in range(3):
        below: list[int] = []
        for k in level:
            for j in sentence.children[k]:
                token = sentence.tokens[j]
                if depth == 0 and (token.dep == "aux" or (token.dep == "nsubj" and has_object)):
                    continue  # its own "to" or "will" is no word beside it
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
