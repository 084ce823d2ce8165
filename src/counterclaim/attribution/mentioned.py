"""Somebody at a place of a report: what can be said of whoever stands there, named or not."""

from collections.abc import Iterator
from typing import NamedTuple

from counterclaim.attribution.cues import is_speech, lexeme
from counterclaim.attribution.phrases import Phrase
from counterclaim.attribution.register import Entry
from counterclaim.attribution.words import SUFFIXES, gender, is_role
from counterclaim.language import subtree
from counterclaim.lexicon import load, word_set
from counterclaim.model import Sentence, Token


class Mentioned(NamedTuple):
    """Somebody at a place of the report: a named entry, or a speaker without a name."""

    start: int
    sentence: int
    entry: Entry | None
    phrase: Phrase | None
    subject: bool
    speaks: bool


def subjects(sentence: Sentence) -> Iterator[int]:
    """Subjects of verbs, and those according to whom something is."""
    for i, token in enumerate(sentence.tokens):
        if token.dep in ("nsubj", "nsubjpass") or (token.dep == "pobj" and is_speaking(sentence, i)):
            yield i


def is_speaking(sentence: Sentence, i: int) -> bool:
    """Token i is the subject of a verb of speech or the agent of its passive, or follows "according to"."""
    token, head = sentence.tokens[i], sentence.tokens[sentence.tokens[i].head]
    if token.dep == "pobj":
        told = head.dep == "agent" and _tells(sentence.tokens[head.head])
        return told or (head.lower == "to" and sentence.tokens[head.head].lower == "according")
    return token.dep == "nsubj" and head.pos == "VERB" and _tells(head)


def _tells(verb: Token) -> bool:
    """A verb of speech that tells of no deed: "said", not "challenged"."""
    return is_speech(lexeme(verb)) and lexeme(verb) not in load("cues")["deeds"]


def whole(sentence: Sentence, i: int) -> Phrase:
    """The phrase that token i heads, with all below it."""
    below = subtree(sentence, i)
    return Phrase(sentence, below[0], below[-1] + 1, i)


def descriptions(entry: Entry) -> tuple[str, ...]:
    """The common nouns by which the report may take up somebody again: "the spokesman", "the ministry"."""
    is_one = entry.name.kind == "person"
    suits = sorted(word for word in entry.described if _is_of_persons(word) == is_one)
    return tuple(suits if is_one else dict.fromkeys([*suits, *(word for s in entry.sightings for word in s.words)]))


def _is_of_persons(word: str) -> bool:
    return word in word_set("people", "roles") or word.endswith(SUFFIXES)


def is_person(mentioned: Mentioned) -> bool:
    if mentioned.entry is not None:
        return mentioned.entry.name.kind == "person"
    words = mentioned.phrase
    return words is not None and not words.is_plural and is_role(words.sentence.tokens[words.head])


def is_group(mentioned: Mentioned) -> bool:
    return not is_person(mentioned)


def is_plural(mentioned: Mentioned) -> bool:
    return mentioned.phrase is not None and mentioned.phrase.is_plural


def gender_of(mentioned: Mentioned) -> str | None:
    if mentioned.entry is not None:
        return mentioned.entry.gender
    return None if mentioned.phrase is None else gender({mentioned.phrase.lemma})
