"""Whom pronouns and bare roles mean, from who was named and who spoke before them.

Nearness decides, speakers before others: "he said" goes on with who spoke last. Where two could be meant,
nobody is.
"""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence

import msgspec

from counterclaim.attribution.mentioned import (
    Mentioned,
    descriptions,
    gender_of,
    is_group,
    is_person,
    is_plural,
    is_speaking,
    subjects,
    whole,
)
from counterclaim.attribution.phrases import Phrase, phrase
from counterclaim.attribution.quotes import holding, quotations
from counterclaim.attribution.register import Entry
from counterclaim.attribution.words import heads_a_body, is_collective, is_organ, is_role, is_title, lemma
from counterclaim.language import children, subtree
from counterclaim.lexicon import word_set
from counterclaim.model import Name, Report, Sentence, Span
from counterclaim.text import lowered
from counterclaim.text import words as text_words

_ARM = 8  # words on either side of "army" or "ministry" in which the name of its body is looked for
_JOINT = 6  # who speak together and are told apart; longer lists are no speakers
_REACH = 4  # sentences back in which a pronoun finds whom it means
_FAR = 30  # sentences back at most, those in a quotation between included
_HE, _SHE = frozenset(["he", "him", "his", "himself"]), frozenset(["she", "her", "hers", "herself"])
_IT, _THEY = frozenset(["it", "its", "itself"]), frozenset(["they", "them", "their", "themselves"])


class Context:
    """Who has been mentioned, where, and how prominently."""

    def __init__(self, report: Report, sentences: Sequence[Sentence], entries: Sequence[Entry]) -> None:
        self.report = report
        self._quotes = quotations(report)
        self._inside: dict[int, list[tuple[Entry, int]]] = defaultdict(list)
        for entry in entries:
            for seen in entry.sightings:
                self._inside[seen.sentence].append((entry, seen.span.start))
        self._home = {(s.sentence, i): e for e in entries for s in e.sightings for i in range(s.run.first, s.run.last)}
        self._mentioned = sorted(self._all(sentences, entries), key=lambda m: m.start)
        self._starts = [m.start for m in self._mentioned]
        self._bodies = {s.words: e.name for e in reversed(entries) for s in e.sightings if e.name.kind != "person"}
        organs = list(self._organs(sentences))
        arms = (m.phrase.described(report) for m in reversed(organs) if m.phrase)
        self._arms = {lowered(arm.text): arm for arm in arms}
        called = {entry.name: descriptions(entry) for entry in entries}
        self._by_noun: dict[str, list[Mentioned]] = defaultdict(list)
        for mentioned in sorted([*self._mentioned, *organs], key=lambda m: m.start):
            own = (mentioned.phrase.lemma,) if mentioned.phrase else ()
            for word in called[mentioned.entry.name] if mentioned.entry else own:
                self._by_noun[word].append(mentioned)

    def entry(self, found: Phrase) -> Entry | None:
        """The named somebody that a phrase means by name, apposition, or reference back."""
        return self._named(found) or self._back_entry(found)

    def name(self, found: Phrase) -> Name | None:
        """Whom a phrase means, in the fullest words the report has for them."""
        return self._meant(found) or self._called(found) or (None if self._is_nobody(found) else self._described(found))

    def _called(self, found: Phrase) -> Name | None:
        """The body that spoke last, where a phrase takes it up by what it is: "the monitoring group"."""
        first, last = found.core()
        tokens = found.sentence.tokens
        definite = first > 0 and tokens[first - 1].lower == "the" and last == found.head + 1
        if not definite or found.lemma not in word_set("people", "taken_up") or found.is_plural:
            return None
        if any(t.text[:1].isupper() or is_organ(t) for t in tokens[first:last]):
            return None
        back = self._nearest(found, lambda m: is_group(m) and m.speaks and m.entry is not None)
        return back.entry.name if back is not None and back.entry else None

    def argument(self, found: Phrase, speaker: Name | None) -> Name | None:
        """Whom a phrase means of whom `speaker` tells something: as `name`, but counted people by their noun alone."""
        if speaker is not None and found.is_own:
            return self.body(speaker) or speaker
        meant = self._told_of(found, speaker) or self._meant(found)
        if meant is not None or self._is_nobody(found):
            return meant
        counted = found.counted(self.report)
        return None if counted is None else self._bodied(found, counted)

    def _told_of(self, found: Phrase, speaker: Name | None) -> Name | None:
        """Whose people "its fighters" are in words told of a speaker: of the body named last before, or his own."""
        if speaker is None or found.possessor is None or not found.is_plural:
            return None
        start = found.sentence.tokens[found.head].start
        if holding(self._quotes, start) is not None:
            return self._owner(found) or self.body(speaker)
        here = (m.entry for m in self._before(found) if m.sentence == found.sentence.index)
        named = next((e.name for e in here if e is not None and e.name.kind == "group" and not e.is_place), None)
        return named or self.body(speaker) or self._owner(found)

    def parts(self, found: Phrase) -> tuple[Phrase, ...]:
        """The phrases of several bodies or persons that are joined by "and", each by itself; else the phrase alone."""
        heads = found.joint()
        if len(heads) > _JOINT:
            return (found,)
        parts = tuple(_part(found, heads, i) for i in range(len(heads)))
        if len(parts) < 2 or not all(self._named(p) or p.kind == "group" for p in parts):
            return (found,)
        return parts if any(self._named(p) for p in parts) else (found,)

    def last_speaker(self, found: Phrase) -> Mentioned | None:
        """Who spoke last before a phrase, or the outlet told of since: whose words "the message" goes on to give."""
        return next((m for m in self._before(found) if m.speaks or (m.subject and _publishes(m))), None)

    def _meant(self, found: Phrase) -> Name | None:
        """Whom a phrase names, takes up again, or calls the people of."""
        if len(found.joint()) > 1 and not found.is_pronoun:
            return self._together(found)
        if (entry := self._named(found)) is not None:
            return entry.name
        if (relative := self._relative(found)) is not None:
            return self.name(relative)
        if found.is_pronoun or found.is_bare:
            back = self._back(found)
            if back is not None:
                return back.entry.name if back.entry else self._described(back.phrase) if back.phrase else None
        return self._owner(found)

    def _is_nobody(self, found: Phrase) -> bool:
        return found.is_pronoun or found.is_clause

    def _described(self, found: Phrase) -> Name:
        return self._bodied(found, found.described(self.report))

    def _bodied(self, found: Phrase, name: Name) -> Name:
        """The name with the fullest form of its body: "front representative" is of the Ostra Front."""
        if name.body is None or name.body[:1].isupper() or " " in name.body:
            return name
        back = self._last(name.body, found.sentence.tokens[found.head].start)
        if back is None or (back.entry is not None and back.entry.name.kind == "person"):
            return name
        fuller = back.entry.name if back.entry else back.phrase.described(self.report) if back.phrase else None
        return name if fuller is None else msgspec.structs.replace(name, body=fuller.text)

    def _owner(self, found: Phrase) -> Name | None:
        """The body whose people a phrase means: "its fighters" are the front's, "his men" those of his body."""
        at = found.possessor
        if at is None:
            return None
        owner = self.name(Phrase(found.sentence, at, at + 1, at))
        plural = found.is_plural or is_organ(found.sentence.tokens[found.head])
        return None if owner is None or not plural else self.body(owner)

    def body(self, name: Name) -> Name | None:
        """The body for which somebody speaks: a body for itself, a person for the one the report puts them with."""
        if name.kind == "group" or name.body is None:
            return name if name.kind == "group" else None
        words = tuple(word for _, _, word in text_words(lowered(name.body)))
        return self._bodies.get(words) or self._arms.get(lowered(name.body))

    def _together(self, found: Phrase) -> Name:
        """Several who speak with one voice, in the report's words."""
        heads = found.joint()
        named = self._named(_part(found, heads, 0))
        if named is not None:
            return named.name
        first = Phrase(found.sentence, found.first, found.last, heads[0]).described(self.report)
        last = Phrase(found.sentence, found.first, found.last, heads[-1]).described(self.report)
        span = Span(first.span.start, max(first.span.end, last.span.end))
        proper = any((found.sentence.index, i) in self._home for i in heads)
        return Name(span.of(self.report.text), "group" if proper else first.kind, span, None, first.body)

    def _back_entry(self, found: Phrase) -> Entry | None:
        back = self._back(found) if found.is_pronoun or found.is_bare else None
        return back.entry if back else None

    def _named(self, found: Phrase) -> Entry | None:
        """The entry whose name heads the phrase, stands in apposition to its head, or bears it as a role."""
        at = found.sentence.index
        own = self._home.get((at, found.head))
        if own is not None and not self._is_cut_off(found) and not _is_owned(found):
            return own
        for i in range(found.head + 1, min(found.last, found.head + 12)):
            entry = self._home.get((at, i))
            if entry is not None and (_beside(found, i, entry) or self._closes(found, i, entry)):
                return entry
        return None

    def _closes(self, found: Phrase, i: int, entry: Entry) -> bool:
        """A person's name ends a role and its body, where commas were lost: "head of the port office Ola Rand"."""
        here = (s.run for s in entry.sightings if s.sentence == found.sentence.index)
        run = next(run for run in here if run.first <= i < run.last)
        tokens, before = found.sentence.tokens, run.first - 1
        while before > found.head and is_title(tokens[before]):
            before -= 1
        body = tokens[before].pos in ("NOUN", "PROPN") and not is_role(tokens[before]) and before > found.core()[1]
        of = any(t.lower in ("of", "in", "at") for t in tokens[found.head + 1 : before])
        return entry.name.kind == "person" and is_role(tokens[found.head]) and run.last == found.last and body and of

    def _is_cut_off(self, found: Phrase) -> bool:
        """The phrase is a word for an observer that only stands beside a name: "blast hits Orsel Monitor"."""
        named = found.first > 0 and (found.sentence.index, found.first - 1) in self._home
        return named and found.head < found.first + 2 and is_collective(found.sentence.tokens[found.head])

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
        last = self._last(word, token.start)
        if last is None and word in word_set("people", "taken_up"):
            return self._nearest(found, lambda m: is_group(m) and m.speaks)
        return last or (self._just_spoke(found) if is_role(token) else None)

    def _just_spoke(self, found: Phrase) -> Mentioned | None:
        """The person who spoke in the sentence before, of whom the report has not said what they are."""
        back = next((m for m in self._before(found) if m.speaks), None)
        near = back is not None and back.sentence == found.sentence.index - 1
        return back if near and back and back.entry and is_person(back) and not back.entry.described else None

    def _last(self, word: str, start: int) -> Mentioned | None:
        """Who was last called by a common noun before a place in the report."""
        known = self._by_noun.get(word, [])
        at = bisect_left(known, start, key=lambda m: m.start)
        return known[at - 1] if at else None

    def _organs(self, sentences: Sequence[Sentence]) -> Iterator[Mentioned]:
        """Every arm of a body that is told from others by its words: "the Orsk army"."""
        for sentence in sentences:
            for i, token in enumerate(sentence.tokens):
                if token.pos in ("NOUN", "PROPN") and is_organ(token) and (sentence.index, i) not in self._home:
                    words = Phrase(sentence, max(0, i - _ARM), min(i + _ARM, len(sentence.tokens)), i)
                    if words.is_proper:
                        yield Mentioned(token.start, sentence.index, None, words, False, False)

    def _pronoun(self, found: Phrase, word: str) -> Mentioned | None:
        if word in _HE | _SHE:
            wanted = "m" if word in _HE else "f"
            return self._nearest(found, lambda m: is_person(m) and gender_of(m) in (None, wanted))
        if word in _IT:
            return self._nearest(found, lambda m: is_group(m) and not is_plural(m) and not _is_shown(m))
        if word in _THEY:
            return self._nearest(found, lambda m: is_plural(m) or is_group(m))
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
        """Who stands before the phrase, nearest first, in the last sentences that name anybody, quotations apart."""
        start = found.sentence.tokens[found.head].start
        own, seen = holding(self._quotes, start), {found.sentence.index}
        for i in range(bisect_left(self._starts, start) - 1, -1, -1):
            mentioned = self._mentioned[i]
            within = holding(self._quotes, mentioned.start)
            if mentioned.sentence < found.sentence.index - _FAR:
                return
            if within is not None and within != own:
                continue
            seen.add(mentioned.sentence)
            if len(seen) > _REACH + 1:
                return
            yield mentioned

    def _all(self, sentences: Sequence[Sentence], entries: Sequence[Entry]) -> Iterator[Mentioned]:
        for sentence in sentences:
            prominent: set[Entry] = set()
            for i in subjects(sentence):
                words, speaks = whole(sentence, i), is_speaking(sentence, i)
                entry = self._named(words)
                if entry is not None:
                    prominent.add(entry)
                    yield Mentioned(sentence.tokens[i].start, sentence.index, entry, None, True, speaks)
                elif (speaks or _is_many(words)) and not words.is_pronoun and not words.is_bare:
                    yield Mentioned(sentence.tokens[i].start, sentence.index, None, words, True, speaks)
            for entry, start in self._inside[sentence.index]:
                if entry not in prominent:
                    yield Mentioned(start, sentence.index, entry, None, False, False)


def _is_owned(found: Phrase) -> bool:
    """The head is a mere word for a body that belongs to the name before it: "the District Attorney's Office"."""
    tokens = found.sentence.tokens
    behind = found.head > found.first + 1 and tokens[found.head - 1].tag == "POS"
    return behind and heads_a_body(tokens[found.head]) and found.core()[0] < found.head


def _is_many(words: Phrase) -> bool:
    """People of a body, whom "they" may take up: "rebel fighters"."""
    return words.is_plural and words.is_body


def _is_shown(mentioned: Mentioned) -> bool:
    """A picture or a record, which adds nothing to what it shows."""
    return mentioned.phrase is not None and mentioned.phrase.lemma in word_set("people", "things")


def _publishes(mentioned: Mentioned) -> bool:
    return mentioned.entry is not None and mentioned.entry.name.kind == "outlet"


def _part(found: Phrase, heads: Sequence[int], at: int) -> Phrase:
    """One of several joined phrases: the words from behind the one before it up to its own end."""
    sentence, head = found.sentence, heads[at]
    below = frozenset(subtree(sentence, head, frozenset(children(sentence, head, "conj", "cc", "preconj"))))
    first = last = head
    while first - 1 in below and first > found.first:
        first -= 1
    while last + 1 in below and last + 1 < found.last:
        last += 1
    return Phrase(sentence, first, last + 1, head)


def _beside(found: Phrase, i: int, entry: Entry) -> bool:
    """The naming at token i says who the phrase's head is: an apposition, or a name right behind its role."""
    tokens, head = found.sentence.tokens, found.sentence.tokens[found.head]
    if tokens[i].dep == "appos" and tokens[i].head == found.head:
        return True
    if i < found.core()[1]:
        return False
    here = (s for s in entry.sightings if s.sentence == found.sentence.index)
    if any(s.role is not None and s.role.holds(head.span) for s in here):
        return True
    between = [t.lower for t in tokens[found.core()[1] : i]]
    fits = is_role(head) if entry.name.kind == "person" else is_collective(head)
    return fits and between in ([], [","], ["the"], ["named"], ["called"], [",", "the"])
