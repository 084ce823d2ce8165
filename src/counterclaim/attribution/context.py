"""Whom pronouns and bare roles mean, from who was named and who spoke before them.

Nearness decides, speakers before others: "he said" goes on with who spoke last. Where two could be meant,
nobody is.
"""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from counterclaim.attribution.cues import is_speech, lexeme
from counterclaim.attribution.phrases import Phrase, phrase
from counterclaim.attribution.register import Entry
from counterclaim.attribution.words import gender, is_collective, is_role, lemma
from counterclaim.language import subtree
from counterclaim.lexicon import word_set
from counterclaim.model import Name, Report, Sentence, Span

_REACH = 4  # sentences back in which a pronoun finds whom it means
_HE, _SHE = frozenset(["he", "him", "his", "himself"]), frozenset(["she", "her", "hers", "herself"])
_IT, _THEY = frozenset(["it", "its", "itself"]), frozenset(["they", "them", "their", "themselves"])


class Mentioned(NamedTuple):
    """Somebody at a place of the report: a named entry, or a speaker without a name."""

    start: int
    sentence: int
    entry: Entry | None
    phrase: Phrase | None
    subject: bool
    speaks: bool


class Context:
    """Who has been mentioned, where, and how prominently."""

    def __init__(self, report: Report, sentences: Sequence[Sentence], entries: Sequence[Entry]) -> None:
        self.report = report
        self._inside: dict[int, list[tuple[Entry, int]]] = defaultdict(list)
        for entry in entries:
            for seen in entry.sightings:
                self._inside[seen.sentence].append((entry, seen.span.start))
        self._home = {(s.sentence, i): e for e in entries for s in e.sightings for i in range(s.run.first, s.run.last)}
        self._mentioned = sorted(self._all(sentences, entries), key=lambda m: m.start)
        self._starts = [m.start for m in self._mentioned]
        self._described: dict[str, list[Mentioned]] = defaultdict(list)
        for mentioned in self._mentioned:
            for word in _descriptions(mentioned):
                self._described[word].append(mentioned)

    def entry(self, found: Phrase) -> Entry | None:
        """The named somebody that a phrase means by name, apposition, or reference back."""
        return self._named(found) or self._back_entry(found)

    def name(self, found: Phrase) -> Name | None:
        """Whom a phrase means, in the fullest words the report has for them."""
        if len(found.joint()) > 1 and not found.is_pronoun:
            return self._together(found)
        if (entry := self._named(found)) is not None:
            return entry.name
        if (relative := self._relative(found)) is not None:
            return self.name(relative)
        if found.is_pronoun or found.is_bare:
            back = self._back(found)
            if back is not None:
                return back.entry.name if back.entry else back.phrase.described(self.report) if back.phrase else None
        return None if found.is_pronoun else found.described(self.report)

    def _together(self, found: Phrase) -> Name:
        """Several who speak with one voice, in the report's words."""
        heads = found.joint()
        first = Phrase(found.sentence, found.first, found.last, heads[0]).described(self.report)
        last = Phrase(found.sentence, found.first, found.last, heads[-1]).described(self.report)
        span = Span(first.span.start, max(first.span.end, last.span.end))
        named = any((found.sentence.index, i) in self._home for i in heads)
        return Name(span.of(self.report.text), "group" if named else first.kind, span, None, first.body)

    def _back_entry(self, found: Phrase) -> Entry | None:
        back = self._back(found) if found.is_pronoun or found.is_bare else None
        return back.entry if back else None

    def _named(self, found: Phrase) -> Entry | None:
        """The entry whose name heads the phrase, stands in apposition to its head, or bears it as a role."""
        at = found.sentence.index
        if (at, found.head) in self._home:
            return self._home[at, found.head]
        for i in range(found.head + 1, min(found.last, found.head + 12)):
            entry = self._home.get((at, i))
            if entry is not None and _beside(found, i, entry):
                return entry
        return None

    def _relative(self, found: Phrase) -> Phrase | None:
        """The phrase that "who" or "which" takes up."""
        token = found.sentence.tokens[found.head]
        if token.tag not in ("WP", "WDT"):
            return None
        verb = token.head
        for _ in range(3):
            if found.sentence.tokens[verb].dep in ("relcl", "acl"):
                noun = found.sentence.tokens[verb].head
                return None if noun >= found.head else phrase(found.sentence, found.sentence.tokens[noun].span)
            verb = found.sentence.tokens[verb].head
        return None

    def _back(self, found: Phrase) -> Mentioned | None:
        token = found.sentence.tokens[found.head]
        if found.is_pronoun:
            return self._pronoun(found, token.lower)
        word = lemma(token)
        known = self._described.get(word, [])
        at = bisect_left([m.start for m in known], token.start)
        if at:
            return known[at - 1]
        if word in word_set("people", "taken_up"):
            return self._nearest(found, lambda m: _is_group(m) and m.speaks)
        return None

    def _pronoun(self, found: Phrase, word: str) -> Mentioned | None:
        if word in _HE | _SHE:
            wanted = "m" if word in _HE else "f"
            return self._nearest(found, lambda m: _is_person(m) and _gender(m) in (None, wanted))
        if word in _IT:
            return self._nearest(found, lambda m: _is_group(m) and not _is_plural(m))
        if word in _THEY:
            return self._nearest(found, lambda m: _is_plural(m) or _is_group(m))
        return None

    def _nearest(self, found: Phrase, fits: Callable[[Mentioned], bool]) -> Mentioned | None:
        """The last speaker that fits, else the last subject, else the only one in the nearest sentence."""
        before = [m for m in self._before(found) if fits(m)]
        for prominent in ([m for m in before if m.speaks], [m for m in before if m.subject]):
            if prominent:
                return prominent[0]
        nearest = [] if not before else [m for m in before if m.sentence == before[0].sentence]
        return nearest[0] if len({m.entry.name if m.entry else m.start for m in nearest}) == 1 else None

    def _before(self, found: Phrase) -> Iterator[Mentioned]:
        """Who stands before the phrase, nearest first, as far back as _REACH sentences."""
        at = bisect_left(self._starts, found.sentence.tokens[found.head].start)
        for i in range(at - 1, -1, -1):
            if self._mentioned[i].sentence < found.sentence.index - _REACH:
                return
            yield self._mentioned[i]

    def _all(self, sentences: Sequence[Sentence], entries: Sequence[Entry]) -> Iterator[Mentioned]:
        for sentence in sentences:
            prominent: set[Entry] = set()
            for i in _subjects(sentence):
                words, speaks = _whole(sentence, i), _speaks(sentence, i)
                entry = self._named(words)
                if entry is not None:
                    prominent.add(entry)
                    yield Mentioned(sentence.tokens[i].start, sentence.index, entry, None, True, speaks)
                elif speaks and not words.is_pronoun and not words.is_bare:
                    yield Mentioned(sentence.tokens[i].start, sentence.index, None, words, True, True)
            for entry, start in self._inside[sentence.index]:
                if entry not in prominent:
                    yield Mentioned(start, sentence.index, entry, None, False, False)


def _subjects(sentence: Sentence) -> Iterator[int]:
    """Subjects of verbs, and those according to whom something is."""
    for i, token in enumerate(sentence.tokens):
        if token.dep in ("nsubj", "nsubjpass") or (token.dep == "pobj" and _speaks(sentence, i)):
            yield i


def _speaks(sentence: Sentence, i: int) -> bool:
    """Token i is the subject of a verb of speech, or follows "according to"."""
    token, head = sentence.tokens[i], sentence.tokens[sentence.tokens[i].head]
    if token.dep == "pobj":
        return head.lower == "to" and sentence.tokens[head.head].lower == "according"
    return token.dep == "nsubj" and head.pos == "VERB" and is_speech(lexeme(head))


def _whole(sentence: Sentence, i: int) -> Phrase:
    """The phrase that token i heads, with all below it."""
    below = subtree(sentence, i)
    return Phrase(sentence, below[0], below[-1] + 1, i)


def _beside(found: Phrase, i: int, entry: Entry) -> bool:
    """The naming at token i says who the phrase's head is: an apposition, or a name right behind its role."""
    tokens, head = found.sentence.tokens, found.sentence.tokens[found.head]
    if tokens[i].dep == "appos" and tokens[i].head == found.head:
        return True
    here = (s for s in entry.sightings if s.sentence == found.sentence.index)
    if any(s.role is not None and s.role.holds(head.span) for s in here):
        return True
    between = [t.lower for t in tokens[found.core()[1] : i]]
    fits = is_role(head) if entry.name.kind == "person" else is_collective(head)
    return fits and between in ([], [","], ["the"], ["named"], ["called"], [",", "the"])


def _descriptions(mentioned: Mentioned) -> Iterator[str]:
    """The common nouns by which the report may take up somebody again: "the spokesman", "the ministry"."""
    if mentioned.entry is not None:
        yield from sorted(mentioned.entry.described)
        if mentioned.entry.name.kind != "person":
            yield from dict.fromkeys(word for s in mentioned.entry.sightings for word in s.words)
    elif mentioned.phrase is not None:
        yield mentioned.phrase.lemma


def _is_person(mentioned: Mentioned) -> bool:
    if mentioned.entry is not None:
        return mentioned.entry.name.kind == "person"
    words = mentioned.phrase
    return words is not None and not words.is_plural and is_role(words.sentence.tokens[words.head])


def _is_group(mentioned: Mentioned) -> bool:
    return not _is_person(mentioned)


def _is_plural(mentioned: Mentioned) -> bool:
    return mentioned.phrase is not None and mentioned.phrase.is_plural


def _gender(mentioned: Mentioned) -> str | None:
    if mentioned.entry is not None:
        return mentioned.entry.gender
    return None if mentioned.phrase is None else gender({mentioned.phrase.lemma})
