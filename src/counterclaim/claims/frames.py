"""Predicate frames: which words, in which form, evoke which kind of claim.

The frames are data (`lexicon/frames_*.toml`, whose heads say how to read them); here they are indexed by lemma,
so that each token of a sentence is looked up once.
"""

from functools import cache
from typing import Any, Literal, NamedTuple

from counterclaim.lexicon import load
from counterclaim.model import Kind, Polarity

FILES = ("frames_harm", "frames_force", "frames_words")
Form = Literal["verbs", "intransitive", "states", "nouns", "anywhere", "suffixes", "modals"]
FORMS: tuple[Form, ...] = ("verbs", "intransitive", "states", "nouns", "anywhere", "suffixes", "modals")


class Frame(NamedTuple):
    """A class of predicates: what they assert, and what must stand with them."""

    name: str
    kind: Kind
    source: str
    patient: frozenset[str]
    agent: frozenset[str]
    needs: frozenset[str]  # one of these suffices; empty asks nothing
    polarity: Polarity
    without: frozenset[str]  # words above or below a noun that make it something else


class Evocation(NamedTuple):
    """A word that evokes a frame in one form, with the words that must stand below it."""

    frame: Frame
    form: Form
    others: tuple[str, ...]


Index = dict[str, tuple[Evocation, ...]]


@cache
def evocations() -> Index:
    """For each lemma the frames that it can evoke; those that ask for more words come first."""
    found: dict[str, list[Evocation]] = {}
    for file in FILES:
        for entry in load(file)["frame"]:
            frame = _frame(entry)
            for form in FORMS:
                for phrase in entry.get(form, ()):
                    head, _, others = phrase.partition(" > ")
                    found.setdefault(head, []).append(Evocation(frame, form, tuple(others.split())))
    return {head: tuple(sorted(all_of, key=lambda e: -len(e.others))) for head, all_of in found.items()}


def _frame(entry: dict[str, Any]) -> Frame:
    needs = entry.get("needs", "")
    return Frame(
        entry["name"], entry["kind"], entry["source"],
        frozenset(entry.get("patient", ())), frozenset(entry.get("agent", ())),
        frozenset(needs.split(" or ")) if needs else frozenset(), "-" if entry.get("polarity") == "-" else "+",
        frozenset(entry.get("without", ())),
    )  # fmt: skip
