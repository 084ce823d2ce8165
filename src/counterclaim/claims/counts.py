"""Which figure of a clause counts what the claim is about, by the parse."""

from collections.abc import Sequence

from counterclaim.claims.classes import classes, table
from counterclaim.claims.matching import Match
from counterclaim.language import child, children
from counterclaim.model import Kind, Quantity, Sentence, Span

Found = tuple[Span, Quantity]
# Kinds that count people or things; the others take a figure only where it stands with their patient or agent.
COUNTING = frozenset({"killed", "wounded", "captured", "trapped", "missing", "displaced", "crowd", "destroyed", "seized"})
ONE = frozenset(["a", "an", "another", "this", "that", "his", "her", "their", "the"])
NOUNS = frozenset({"NOUN", "PROPN", "NUM", "PRON", "ADJ", "DET"})


def counted(sentence: Sentence, match: Match) -> int | None:
    """The noun that the claim counts, if it counts."""
    agent, patient = match.arguments
    if match.frame.kind == "crowd":
        return next((j for j in (patient, agent, match.trigger) if j is not None and sentence.tokens[j].pos in NOUNS), None)
    if patient is not None:
        return patient
    return match.trigger if match.form == "nouns" else None


def figure(sentence: Sentence, match: Match, found: Sequence[Found], clause: Span) -> Found | None:
    """The quantity that stands with the counted noun, or for a toll the last in its clause."""
    kind = match.frame.kind
    if match.frame.name == "death toll":
        return _toll(sentence, match, found, clause)
    noun = counted(sentence, match)
    if noun is None:
        return None
    direct = _at(sentence, noun, found)
    if direct is not None:
        return direct
    if match.form == "nouns" and noun != match.trigger and kind != "responsibility":
        own = _at(sentence, match.trigger, found)
        if own is not None:
            return own
    return None


def _at(sentence: Sentence, noun: int, found: Sequence[Found]) -> Found | None:
    """The quantity over the noun itself or over a number that modifies it."""
    for j in (noun, *children(sentence, noun, "nummod", "quantmod", "nmod", "amod", "compound", "advmod")):
        token = sentence.tokens[j]
        if j != noun and token.tag != "CD" and token.pos != "NUM":
            continue
        for span, quantity in found:
            if span.start <= token.start < span.end:
                return span, quantity
    return None


def _toll(sentence: Sentence, match: Match, found: Sequence[Found], clause: Span) -> Found | None:
    inside = [(s, q) for s, q in found if clause.start <= s.start < clause.end and not _measures(sentence, s)]
    after = [(s, q) for s, q in inside if s.start > sentence.tokens[match.trigger].start]
    chosen = after or inside
    return chosen[-1] if chosen else None


def _measures(sentence: Sentence, span: Span) -> bool:
    """What follows the figure is a measure of time, length or money."""
    for token in sentence.tokens:
        if token.start >= span.end:
            return "measure" in table().get(token.lemma, ())
    return False


def single(sentence: Sentence, match: Match) -> Quantity | None:
    """One, where the counted noun is one person or thing: a name, "a man", "the driver"."""
    noun = counted(sentence, match)
    if noun is None or noun == match.trigger or match.frame.kind not in COUNTING - {"crowd"}:
        return None
    token = sentence.tokens[noun]
    found = classes(sentence, noun)
    text = token.text
    if token.tag in ("NN", "NNP") and token.lemma not in PLURAL and child(sentence, noun, "nummod") is None:
        if token.tag == "NNP" and not _is_person(sentence, noun):
            return None
        if token.tag == "NN" and not found & {"people", "vehicle"}:
            return None
        return Quantity(1, 1, None, text)
    if token.lower in ("he", "she", "him", "her", "himself", "herself"):
        return Quantity(1, 1, None, text)
    return None


# Singular nouns that name more than one.
PLURAL = frozenset(["people", "family", "police", "army", "force", "group", "crowd", "crew", "population", "community", "personnel", "staff", "militia", "military", "government", "regime", "navy", "unit", "gang", "mob", "opposition", "enemy", "team", "majority", "minority", "rest", "remainder", "number", "dozen", "hundred", "thousand", "couple", "pair", "lot", "score", "handful", "troop", "side", "coalition", "brigade", "battalion", "public", "squad", "household", "youth", "life"])


def _is_person(sentence: Sentence, noun: int) -> bool:
    return any(e.first <= noun < e.last and e.label == "PERSON" for e in sentence.entities)


def kind_counts(kind: Kind) -> bool:
    """Claims of the kind count people or things."""
    return kind in COUNTING
