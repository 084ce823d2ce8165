"""Which figure counts what the claim is about, by the parse."""

from collections.abc import Iterator, Sequence

from msgspec import structs

from counterclaim.claims.classes import classes, entity_classes, table
from counterclaim.claims.matching import Match
from counterclaim.claims.needs import is_counted
from counterclaim.claims.phrases import phrase
from counterclaim.claims.tallies import tally
from counterclaim.language import child, children, descend
from counterclaim.lexicon import word_set
from counterclaim.model import Quantity, Sentence, Span

Found = tuple[Span, Quantity]
# Kinds that count whom or what they befall, and kinds that count who acts.
OF_PATIENT = frozenset(
    {"killed", "wounded", "captured", "trapped", "missing", "displaced", "destroyed", "seized", "crowd", "control"}
)
OF_AGENT = frozenset({"movement", "crowd"})
ARMS = frozenset({"arms", "attack", "projectile", "vehicle"})
OF_HARM = frozenset({"killed", "wounded", "missing", "trapped", "captured"})
BEFORE = 12  # tokens of a joined subject before its last noun
NEAR = 6  # tokens between a figure and the harm it counts, where only their order ties them
OWNERS = word_set("predicates", "owners")
GROUPS = word_set("predicates", "groups")
ONES = frozenset({"he", "she", "him", "his", "her", "himself", "herself", "someone", "somebody"})
TWO = frozenset({"both", "pair", "couple", "duo"})
ORDINALS = word_set("predicates", "ordinals")
INDEFINITE = frozenset({"a", "an", "another", "one"})
# Members of a list up to this many are one count together ("two women and a man"); larger groups stay apart.
FEW = 10
TITLED = frozenset({"NNP", "NNPS"})


def figure(
    sentence: Sentence, match: Match, found: Sequence[Found], clause: Span
) -> tuple[Span | None, Quantity] | None:
    """The quantity of the claim and where it stands; one, where a single person or thing is named."""
    if match.frame.name == "death toll" or tally(sentence, match.arguments.patient) is not None:
        return _toll(sentence, match, found, clause)
    noun = counted(sentence, match)
    if match.frame.kind in OF_HARM:
        beside = _beside(sentence, match, noun, found)
        if beside is not None:
            return beside
    if noun is None:
        return None
    nouns = list(joined(sentence, noun))
    counts = [count_of(sentence, j, match, found) for j in nouns]
    exact = [count[1] for count in counts if count is not None and count[1].low == count[1].high is not None]
    if len(counts) > 1 and match.frame.kind in OF_PATIENT | {"movement"} and len(exact) == len(counts):
        whole = _sum(sentence, nouns, exact)
        if whole.low is not None and whole.low <= FEW:
            return None, whole
    return _agreeing(sentence, match, noun, counts[0])


def _agreeing(
    sentence: Sentence, match: Match, noun: int, count: tuple[Span | None, Quantity] | None
) -> tuple[Span | None, Quantity] | None:
    """The count, unless it is one and the verb says that there were more ("an officer and bomb technician were")."""
    verb = sentence.tokens[noun].head
    many = any(sentence.tokens[j].lower in ("were", "are") for j in children(sentence, verb, "aux", "auxpass"))
    own = sentence.tokens[noun].dep in ("nsubj", "nsubjpass") and verb == match.trigger
    if count is None or count[0] is not None or count[1].high != 1 or not (many and own):
        return count
    two = any(t.lower == "and" for t in sentence.tokens[max(0, noun - BEFORE) : noun])
    return (None, structs.replace(count[1], low=2, high=2)) if two else None


def _beside(sentence: Sentence, match: Match, noun: int | None, found: Sequence[Found]) -> Found | None:
    """The figure of people right before a passive harm or right after an active one, where the parse gives no other."""
    i = match.trigger
    if match.form != "verbs" or (noun is not None and count_of(sentence, noun, match, found) is not None):
        return None
    passive = sentence.tokens[i].tag in ("VBN", "VBD") and child(sentence, i, "dobj") is None
    near = range(i - 1, max(i - NEAR, -1), -1) if passive else range(i + 1, min(i + NEAR, len(sentence.tokens)))
    for j in near:
        token = sentence.tokens[j]
        if token.pos in ("VERB", "PUNCT"):
            return None
        if "people" in table().get(token.lemma, ()) or token.tag == "CD":
            own = phrase(sentence, j)
            return next(((s, q) for s, q in found if own.start < s.end <= token.end), None)
    return None


def counted(sentence: Sentence, match: Match) -> int | None:
    """The noun that the claim counts, if it counts."""
    agent, patient = match.arguments
    kind = match.frame.kind
    candidates = [patient] if kind in OF_PATIENT and not _is_told_of(sentence, match) else []
    if kind == "responsibility":
        return _armed(sentence, match)
    candidates += [agent] if kind in OF_AGENT else []
    if kind == "crowd":  # "20,000 people joined the marches" as well as "police faced 20,000 marchers"
        candidates.sort(key=lambda j: j is None or not is_counted(sentence, j))
    if kind == "movement":
        candidates.insert(
            0,
            patient if match.form == "intransitive" or _is_moved(sentence, match) else None,
        )
    if match.form == "nouns" and kind in OF_PATIENT - {"control"}:
        candidates.append(match.trigger)
    chosen = next((j for j in candidates if j is not None), None)
    return None if chosen is None else _owner(sentence, chosen)


def _armed(sentence: Sentence, match: Match) -> int | None:
    """What was fired or thrown ("fired 12 rockets", "hit it with two bombs"), else who did it; of charges nothing."""
    if match.frame.name == "answer for":
        return None
    agent, patient = match.arguments
    preps = children(sentence, match.trigger, "prep")
    used = (child(sentence, j, "pobj") for j in preps if sentence.tokens[j].lower == "with")
    arms = (j for j in (patient, *used, agent) if j is not None and classes(sentence, j) & ARMS)
    several = (j for j in (*arms, agent) if j is not None and _is_several(sentence, j))
    return next((j for j in several if not _is_one_of(sentence, j)), None)


def _is_several(sentence: Sentence, noun: int) -> bool:
    return is_counted(sentence, noun) or sentence.tokens[noun].lemma in GROUPS


def _is_one_of(sentence: Sentence, noun: int) -> bool:
    """The noun is counted as one ("one protester threw a stone"), which a claim of blame does not turn on."""
    words = [sentence.tokens[j].lower for j in (noun, *children(sentence, noun, "nummod"))]
    return "one" in words or "1" in words


def _is_told_of(sentence: Sentence, match: Match) -> bool:
    """The place is only told apart by who holds it ("the two villages besieged by rebels", "two rebel-held towns")."""
    aside = match.form == "suffixes" or sentence.tokens[match.trigger].dep in ("acl", "relcl", "amod")
    return match.frame.kind == "control" and aside


def joined(sentence: Sentence, noun: int) -> Iterator[int]:
    """The noun and those joined to it by "and"."""
    return descend(sentence, noun, "conj")


def count_of(
    sentence: Sentence, noun: int, match: Match, found: Sequence[Found]
) -> tuple[Span | None, Quantity] | None:
    """The figure within the noun's own words, or one where it is single."""
    own = phrase(sentence, noun)
    head = sentence.tokens[noun]
    for span, quantity in reversed(found):
        if own.start < span.end <= head.end or span.start <= head.start < span.end:
            return span, quantity
    measured = next(((s, q) for s, q in found if own.holds(s)), None)
    if measured is not None and head.lemma in GROUPS:
        return measured
    one = single(sentence, noun, match)
    return None if one is None else (None, one)


def _owner(sentence: Sentence, noun: int) -> int:
    """Whose lives or bodies they are ("the lives of 8 persons")."""
    if sentence.tokens[noun].lemma in OWNERS:
        for j in sentence.children[noun]:
            inner = child(sentence, j, "pobj")
            if sentence.tokens[j].lower == "of" and inner is not None:
                return inner
    return noun


def _is_moved(sentence: Sentence, match: Match) -> bool:
    """The object is who or what is sent or moved, not where to ("approached the freighter")."""
    patient = match.arguments.patient
    if patient is None or not match.frame.patient & {"people", "force"}:
        return False
    return bool(classes(sentence, patient) & {"people", "vehicle"}) and not classes(sentence, patient) & {"place"}


def _sum(sentence: Sentence, nouns: list[int], counts: list[Quantity]) -> Quantity:
    total = sum(q.low or 0 for q in counts)
    return Quantity(total, total, None, " and ".join(sentence.tokens[j].text for j in nouns))


def _toll(sentence: Sentence, match: Match, found: Sequence[Found], clause: Span) -> Found | None:
    """The last figure in the toll's clause, after the word where there is one."""
    inside = [(s, q) for s, q in found if clause.start <= s.start < clause.end and not _modifies(sentence, s)]
    after = [(s, q) for s, q in inside if s.start > sentence.tokens[match.trigger].start]
    chosen = after or inside
    return chosen[-1] if chosen else None


def _modifies(sentence: Sentence, span: Span) -> bool:
    """The figure counts something that is not people ("two towns", "12 hours")."""
    for i, token in enumerate(sentence.tokens):
        if token.end == span.end:
            head = sentence.tokens[token.head]
            found = table().get(head.lemma, frozenset())
            return (
                token.dep == "nummod"
                and token.head > i
                and "people" not in found
                and head.pos == "NOUN"
                and bool(found)
            )
    return False


def single(sentence: Sentence, noun: int, match: Match) -> Quantity | None:
    """One, where the counted noun is one person or thing: a name, "a man", "he"; two for "both", "the pair"."""
    kind, token = match.frame.kind, sentence.tokens[noun]
    if kind not in (OF_PATIENT | {"movement"}) - {"crowd", "control"} or child(sentence, noun, "nummod") is not None:
        return None
    if token.lower in TWO or any(sentence.tokens[j].lower == "both" for j in children(sentence, noun, "det", "predet")):
        return Quantity(2, 2, None, token.text)
    is_one = _moves_alone(sentence, noun) if kind == "movement" else _is_one(sentence, noun, match)
    return Quantity(1, 1, None, token.text) if is_one else None


def _moves_alone(sentence: Sentence, noun: int) -> bool:
    """One person or vehicle not told of before ("a ship"): one that was has its own name or article."""
    token = sentence.tokens[noun]
    new = any(sentence.tokens[j].lower in INDEFINITE for j in children(sentence, noun, "det"))
    return token.lower in ONES or (token.tag == "NN" and new and _is_somebody(sentence, noun))


def _is_one(sentence: Sentence, noun: int, match: Match) -> bool:
    token = sentence.tokens[noun]
    if token.lower in ONES or token.lower.endswith("-old"):
        return True
    if noun == match.trigger:
        one = match.frame.name != "mass killing" and _is_new(sentence, noun)
        return token.tag == "NN" and (match.frame.name == "bodies" or one)
    if token.tag in TITLED:
        known = entity_classes(sentence, noun) <= {"people"}
        return token.tag == "NNP" and known and token.lemma.lower() not in word_set("hedges", "plural")
    if token.tag == "NN" and _is_somebody(sentence, noun):
        return True
    return token.lower in ("old", "one") and token.pos in ("ADJ", "NUM", "NOUN")


def _is_somebody(sentence: Sentence, noun: int) -> bool:
    plural = sentence.tokens[noun].lemma in word_set("hedges", "plural")
    return not plural and bool(classes(sentence, noun) & {"people", "vehicle"})


def _is_new(sentence: Sentence, noun: int) -> bool:
    """ "a killing", "the second death"."""
    words = {sentence.tokens[j].lower for j in children(sentence, noun, "det", "amod")}
    return bool(words & (INDEFINITE | ORDINALS))
