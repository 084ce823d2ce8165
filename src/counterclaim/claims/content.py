"""The words that carry a claim: from the subject's edge to the last complement of its clause."""

from counterclaim.claims.arguments import LEAVING
from counterclaim.claims.matching import LIFTED, Match
from counterclaim.claims.tallies import tally
from counterclaim.language import ancestors, child, subtree
from counterclaim.lexicon import word_set
from counterclaim.model import Sentence, Span

SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "expl"})
EDGES = frozenset({"punct", "cc", "mark"})
VERBAL = frozenset({"VERB", "AUX"})
# Kinds whose complement clause is what is asked, denied or charged, and so part of the claim.
OF_CLAUSES = frozenset({"talks", "denial", "responsibility"})


def content(sentence: Sentence, match: Match, triggers: frozenset[int]) -> Span:
    """The span of the clause that carries the match; clauses that carry others are left to those.

    `triggers` are the tokens of all the matches of the sentence.
    """
    head = clause_head(sentence, match)
    cut = frozenset(_branches_to_cut(sentence, head, match, triggers))
    kept = subtree(sentence, head, cut)
    first = _start(sentence, head, kept)
    kept = [i for i in kept if i >= first]
    if match.trigger not in kept and match.form == "states":  # a headline's "24 dead", hung on another word
        kept = sorted({match.trigger, *(j for j in match.arguments if j is not None and j < match.trigger)})
    return _trimmed(sentence, kept or [match.trigger])


def clause_head(sentence: Sentence, match: Match) -> int:
    """The token that governs the clause: the verb, the noun that a participle or state belongs to, or the noun."""
    i, token = match.trigger, sentence.tokens[match.trigger]
    counting = tally(sentence, match.arguments.patient)
    if counting is not None:
        return counting
    if match.form == "nouns":
        return _noun_head(sentence, match)
    if match.form in ("anywhere", "modals"):
        return _nearest_verb(sentence, i)
    if match.form in ("states", "suffixes") or token.dep in ("acl", "relcl", "amod"):
        if token.dep in ("acl", "relcl", "amod", "compound", "nmod") and token.head != i:
            return _nearest_verb(sentence, token.head) if is_lifted(sentence, match) else token.head
        if token.pos in VERBAL and not (
            sentence.tokens[token.head].lemma in LEAVING and token.dep in ("oprd", "advcl", "xcomp", "acomp")
        ):
            return i
        return _nearest_verb(sentence, i)
    return _begun(sentence, i)


def _begun(sentence: Sentence, i: int) -> int:
    """The verb that says whether the act came about ("failed to enter", "began to leave"), or the act itself."""
    token = sentence.tokens[i]
    head = sentence.tokens[token.head]
    if token.dep == "xcomp" and head.lemma in word_set("hedges", "failing", "attempting") and head.pos in VERBAL:
        return token.head
    return i


def is_lifted(sentence: Sentence, match: Match) -> bool:
    """The patient is named elsewhere in the sentence ("nine were among those killed")."""
    token, patient = sentence.tokens[match.trigger], match.arguments.patient
    named_before = sentence.tokens[token.head].lower in LIFTED
    return token.dep == "acl" and patient is not None and patient != token.head and named_before


def _noun_head(sentence: Sentence, match: Match) -> int:
    """A noun's own phrase, or the clause that says how many or what of it."""
    i = match.trigger
    token = sentence.tokens[i]
    if match.frame.name in ("death toll", "bodies", "victims", "crowd", "answer for", "losses") or token.dep == "ROOT":
        return _nearest_verb(sentence, i)
    if token.dep in ("compound", "amod", "nmod"):
        return token.head
    if token.dep in ("dobj", "attr", "nsubj", "nsubjpass") and sentence.tokens[token.head].pos in VERBAL:
        return (
            token.head if token.dep in ("dobj", "attr") or match.frame.kind in ("talks", "blockade", "support") else i
        )
    return i


def _nearest_verb(sentence: Sentence, i: int) -> int:
    """The verb of the clause in which the token stands, or the topmost token where there is none."""
    top = i
    for j in ancestors(sentence, i):
        top = j
        if sentence.tokens[j].pos in VERBAL:
            return j
    return top


def _branches_to_cut(sentence: Sentence, head: int, match: Match, triggers: frozenset[int]) -> list[int]:
    """Branches that are clauses of their own: joined verbs, asides, and what the claim's kind does not need."""
    cut = []
    of_clauses = match.frame.kind in OF_CLAUSES
    for j in sentence.children[head]:
        token = sentence.tokens[j]
        if j == match.trigger or match.trigger in _below(sentence, j):
            continue
        joined = token.dep == "conj" and (token.pos in VERBAL or child(sentence, j, "nsubj", "nsubjpass") is not None)
        other = token.dep in ("advcl", "parataxis", "relcl") or (token.dep == "ccomp" and not of_clauses)
        if (
            joined
            or token.dep == "parataxis"
            or (other and ((j > head and _after_comma(sentence, j)) or triggers & set(_below(sentence, j))))
        ):
            cut.append(j)
    return cut + [j for j in subtree(sentence, head, frozenset(cut)) if _is_aside(sentence, j, match, triggers)]


def _is_aside(sentence: Sentence, j: int, match: Match, triggers: frozenset[int]) -> bool:
    """A relative clause that carries a claim of its own (", which remains in rebel hands")."""
    if sentence.tokens[j].dep != "relcl":
        return False
    below = _below(sentence, j)
    return match.trigger not in below and bool(triggers & below)


def _below(sentence: Sentence, j: int) -> frozenset[int]:
    return frozenset(subtree(sentence, j))


def _after_comma(sentence: Sentence, j: int) -> bool:
    first = min(_below(sentence, j))
    return first > 0 and sentence.tokens[first - 1].pos == "PUNCT"


def _start(sentence: Sentence, head: int, kept: list[int]) -> int:
    """Where the clause begins once what stands before its subject is left out."""
    if sentence.tokens[head].pos not in VERBAL:
        return kept[0]
    subjects = [j for j in sentence.children[head] if sentence.tokens[j].dep in SUBJECTS and j in set(kept)]
    if not subjects or min(subjects) > head:
        return kept[0] if sentence.tokens[head].dep != "conj" else min(kept[0], head)
    return min(_below(sentence, min(subjects)) & set(kept))


def _trimmed(sentence: Sentence, kept: list[int]) -> Span:
    """From the first to the last token, without punctuation and joining words at the edges."""
    while len(kept) > 1 and (sentence.tokens[kept[0]].pos == "PUNCT" or sentence.tokens[kept[0]].dep in EDGES):
        kept = kept[1:]
    while len(kept) > 1 and (sentence.tokens[kept[-1]].pos == "PUNCT" or sentence.tokens[kept[-1]].dep == "cc"):
        kept = kept[:-1]
    return Span(sentence.tokens[kept[0]].start, sentence.tokens[kept[-1]].end)
