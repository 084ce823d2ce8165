"""What a noun can be the name of: people, a place, a vehicle, an offer, ..., as far as its words tell."""

from functools import cache

from counterclaim.language import child, children
from counterclaim.lexicon import load, word_set
from counterclaim.model import Sentence

# What spaCy's labels for named entities say of their class.
OF_LABEL = {
    "PERSON": {"people"}, "NORP": {"people", "power"}, "ORG": {"people", "power"}, "GPE": {"place", "power"},
    "LOC": {"place"},
    "FAC": {"place", "building", "seat"}, "PRODUCT": {"vehicle", "arms"},
}  # fmt: skip
# Classes that are people of some sort.
WHO = frozenset({"force", "civilian", "crowd"})
PEOPLE = word_set("predicates", "people_pronouns")
ONE = word_set("predicates", "one_person")
ANYTHING = word_set("predicates", "open_pronouns")
# Nouns that measure out another: what counts is what they are of.
PARTITIVE = word_set("predicates", "partitive")
PEOPLE_ENDINGS = tuple(sorted(word_set("predicates", "people_endings")))


@cache
def table() -> dict[str, frozenset[str]]:
    """Lemma to classes."""
    found: dict[str, set[str]] = {}
    for name, words in load("nouns").items():
        for word in words:
            found.setdefault(word, set()).add(name)
    return {word: frozenset(names | {"people"} if names & WHO else names) for word, names in found.items()}


def classes(sentence: Sentence, i: int) -> frozenset[str]:
    """The classes that token i can be of; empty where nothing tells."""
    token = sentence.tokens[i]
    if token.lower in PEOPLE:
        return frozenset({"people"} if token.lower in ONE else {"people", "crowd"}) | _measured(sentence, i)
    if token.lower in ANYTHING:
        return frozenset()
    labels = entity_classes(sentence, i)
    if token.pos == "PROPN":
        return _proper(labels, table().get(token.lower, frozenset()))
    if token.pos == "NUM" or token.tag == "CD":
        return frozenset({"people", "number"}) | _measured(sentence, i)
    found = table().get(token.lemma) or table().get(token.lower) or table().get(token.lower.rstrip("s"), frozenset())
    if token.lemma in PARTITIVE:
        return _measured(sentence, i) or found
    return found or labels or _by_ending(token.lemma)


def _proper(labels: frozenset[str], own: frozenset[str]) -> frozenset[str]:
    """What a name is: as labelled, but a "Region" is a place and a "Ministry" a seat whatever they are labelled."""
    if own & {"place", "seat"} and "power" not in own and labels <= {"people", "power"}:
        return labels | own if "power" in labels else own
    return labels or own or frozenset({"name"})


@cache
def countries() -> frozenset[str]:
    """Names of countries as they stand before a noun whose possessive has lost its mark: "Ruritanias army"."""
    rows = load("countries")["country"].items()
    return frozenset(f"{word.lower()}s" for name, (others, _, _) in rows for word in (name, *others))


def entity_classes(sentence: Sentence, i: int) -> frozenset[str]:
    """The classes that the label of the named entity round token i gives."""
    token = sentence.tokens[i]
    if token.dep in ("compound", "nmod") and token.lower in countries():
        return frozenset({"place", "power"})
    for entity in sentence.entities:
        if entity.first <= i < entity.last:
            return frozenset(OF_LABEL.get(entity.label, ()))
    return frozenset()


def fits(found: frozenset[str], wanted: frozenset[str], strictly: bool) -> bool:
    """Something of these classes can be what is wanted; the unknown passes where it is not asked for strictly."""
    if not wanted or found & wanted:
        return True
    return (not found and not strictly) or ("name" in found and bool(wanted & {"people", "power", "place", "vehicle"}))


def _measured(sentence: Sentence, i: int) -> frozenset[str]:
    """The classes of what a number or a measuring noun is of ("dozens of houses")."""
    for of in children(sentence, i, "prep"):
        inner = child(sentence, of, "pobj")
        if sentence.tokens[of].lower in ("of", "among") and inner is not None and inner != i:
            token = sentence.tokens[inner]
            return table().get(token.lemma, frozenset()) or entity_classes(sentence, inner) or _by_ending(token.lemma)
    return frozenset()


def _by_ending(lemma: str) -> frozenset[str]:
    return frozenset({"people"}) if lemma.endswith(PEOPLE_ENDINGS) else frozenset()
