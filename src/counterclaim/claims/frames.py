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


STRICT = frozenset({"patient", "known", "sure", "deed"})  # needs that a patient of an unknown class does not meet


class Frame(NamedTuple):
    """A class of predicates: what they assert, and what must stand with them."""

    name: str
    kind: Kind
    source: str
    patient: frozenset[str]
    agent: frozenset[str]
    needs: tuple[frozenset[str], ...]  # of each group one suffices; none asks nothing
    polarity: Polarity
    without: frozenset[str]  # words above or below a noun that make it something else

    @property
    def strict(self) -> bool:
        """The patient, where there is one, must be known to be of its class."""
        return any(group & STRICT for group in self.needs)

    @property
    def sure(self) -> bool:
        """That the patient has a name does not suffice either."""
        return any("sure" in group for group in self.needs)


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


@cache
def frame_named(name: str) -> Frame:
    """The frame of that name."""
    return next(_frame(entry) for file in FILES for entry in load(file)["frame"] if entry["name"] == name)


def _frame(entry: dict[str, Any]) -> Frame:
    needs = entry.get("needs", "")
    return Frame(
        entry["name"], entry["kind"], entry["source"],
        frozenset(entry.get("patient", ())), frozenset(entry.get("agent", ())),
        tuple(frozenset(group.split(" or ")) for group in needs.split(" and ") if group),
        "-" if entry.get("polarity") == "-" else "+", frozenset(entry.get("without", ())),
    )  # fmt: skip
