"""Numbers told by a verb of their own: "The number of civilians killed rose to 17"."""

from counterclaim.lexicon import word_set
from counterclaim.model import Sentence

TALLIES = word_set("predicates", "tallies")
SUBJECTS = frozenset({"nsubj", "nsubjpass"})


def tally(sentence: Sentence, noun: int | None) -> int | None:
    """The verb that says how many of the noun there are; None where nothing counts it so."""
    if noun is None or sentence.tokens[noun].dep != "pobj":
        return None
    of = sentence.tokens[noun].head
    count = sentence.tokens[of].head
    if sentence.tokens[of].lower != "of" or sentence.tokens[count].lemma not in TALLIES:
        return None
    verb = sentence.tokens[count].head
    moves = sentence.tokens[verb].lemma in word_set("hedges", "moving") | {"be"}
    return verb if moves and sentence.tokens[count].dep in SUBJECTS else None
