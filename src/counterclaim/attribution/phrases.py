"""Noun phrases that name a source: their head, and their words without the noise around them."""

from typing import NamedTuple

from counterclaim.attribution.layout import tokens_in
from counterclaim.attribution.words import heads_a_body, is_collective, is_organ, is_outlet, is_role, lemma
from counterclaim.language import child, children, descend, subtree
from counterclaim.lexicon import word_set
from counterclaim.model import Name, NameKind, Report, Sentence, Span, Token

_NOMINAL = ("NOUN", "PROPN", "PRON", "NUM", "ADJ", "DET", "X")
_OPENING = frozenset(
    ["the", "a", "an", "this", "that", "these", "those", "both", "its", "their", "his", "her", "our", "my"]
)
_MEASURES = 3  # nouns that measure out one another: "hundreds of thousands of people"
_STOPS = ("relcl", "acl", "appos", "cc", "conj", "punct", "parataxis", "advcl")


class Phrase(NamedTuple):
    """Tokens of a sentence with the one that heads them."""

    sentence: Sentence
    first: int
    last: int  # one past the last token
    head: int

    @property
    def lemma(self) -> str:
        return self.sentence.tokens[self.head].lemma.lower()

    @property
    def is_pronoun(self) -> bool:
        return self.sentence.tokens[self.head].pos == "PRON" or self.sentence.tokens[self.head].tag in ("WP", "WDT")

    @property
    def is_plural(self) -> bool:
        token = self.sentence.tokens[self.head]
        return token.tag in ("NNS", "NNPS") or token.lower in ("they", "them", "we", "us", "police", "many", "some")

    @property
    def is_bare(self) -> bool:
        """Nothing but an article and a noun, as in "the spokesman"."""
        tokens = self.sentence.tokens
        first, last = self.core()
        return (
            self.head > 0 and tokens[self.head - 1].lower in ("the", "this", "that") and first == self.head
            and last == self.head + 1 and tokens[self.head].pos in ("NOUN", "PROPN", "ADJ")
        )  # fmt: skip

    def core(self) -> tuple[int, int]:
        """Tokens of the head with its modifiers, without articles, clauses and appositions."""
        sentence, first = self.sentence, self.head
        while first > self.first and _belongs(sentence, first - 1, self.head):
            first -= 1
        while first < self.head and _is_noise(sentence.tokens[first]):
            first += 1
        return first, self._tail()

    def _tail(self) -> int:
        """Where "of", "for", "from" and the like below the head end."""
        last = self.head + 1
        for prep in children(self.sentence, self.head, "prep"):
            inner = child(self.sentence, prep, "pobj")
            near = prep == last and inner is not None and inner < self.last and inner - prep <= 6
            if near and inner is not None and self.sentence.tokens[prep].lower in ("of", "for", "from", "at", "with"):
                last = inner + 1
        return min(last, self.last)

    def joint(self) -> tuple[int, ...]:
        """The heads of "X, Y and Z", this one's first; alone where nothing is joined: "X, chief of staff"."""
        joined = [i for i in descend(self.sentence, self.head, "conj") if self.first <= i < self.last]
        if not any(child(self.sentence, i, "cc") is not None for i in joined):
            return (self.head,)
        return tuple(i for i in joined if self.sentence.tokens[i].pos in ("NOUN", "PROPN"))

    @property
    def is_clause(self) -> bool:
        """The head has a subject of its own: a parse took a verb for a noun ("Hundreds flee")."""
        return child(self.sentence, self.head, "nsubj", "nsubjpass") is not None

    @property
    def possessor(self) -> int | None:
        """The token of the pronoun whose people these are: "its" of "its fighters"."""
        owner = child(self.sentence, self.head, "poss")
        told = owner is not None and self.sentence.tokens[owner].tag == "PRP$"
        return owner if told and self.is_body else None

    @property
    def is_own(self) -> bool:
        """What the speaker says of his own side: "we", "our fighters"."""
        owner = child(self.sentence, self.head, "poss")
        whose = self.head if self.is_pronoun else owner if owner is not None and self.is_body else None
        return whose is not None and self.sentence.tokens[whose].lower in ("we", "us", "our", "ours", "ourselves")

    @property
    def is_body(self) -> bool:
        """The head is a word for a body, or for the people who fight or speak for one."""
        token = self.sentence.tokens[self.head]
        return lemma(token) in word_set("people", "voices") | word_set("people", "organs")

    def described(self, report: Report) -> Name:
        """The name that a description gives: its own words, without "at least" and the like."""
        first, last = self.core()
        while first < self.head and self._bounds(first):
            first += 1
        return self._name(report, first, last)

    def counted(self, report: Report) -> Name | None:
        """The name of those counted, without the count ("villagers" of "dozens of villagers"); none of a mere count."""
        found = self
        for _ in range(_MEASURES):
            if not _counts(found.sentence.tokens[found.head]):
                break
            inner = found._measured()
            if inner is None:
                return None
            found = inner
        first, last = found.core()
        while first < found.head and found._is_count(first):
            first += 1
        return None if _counts(found.sentence.tokens[found.head]) else found._name(report, first, last)

    def _name(self, report: Report, first: int, last: int) -> Name:
        tokens = self.sentence.tokens
        span = Span(tokens[first].start, tokens[last - 1].end)
        return Name(span.of(report.text), self.kind, span, None, self._body(report, first))

    def _measured(self) -> "Phrase | None":
        """What a measuring noun is of: "villagers" of "dozens of villagers"."""
        for prep in children(self.sentence, self.head, "prep"):
            inner = child(self.sentence, prep, "pobj")
            if inner is not None and self.sentence.tokens[prep].lower in ("of", "among"):
                below = subtree(self.sentence, inner)
                return Phrase(self.sentence, below[0], below[-1] + 1, inner)
        return None

    def _bounds(self, i: int) -> bool:
        """Token i says how near a count is, and a count follows."""
        tokens = self.sentence.tokens
        ahead = next((t for t in tokens[i + 1 : self.head + 1] if t.lower not in word_set("people", "bounding")), None)
        return tokens[i].lower in word_set("people", "bounding") and ahead is not None and ahead.tag == "CD"

    def _is_count(self, i: int) -> bool:
        """Token i is part of the count of the head, or a small word around it."""
        token = self.sentence.tokens[i]
        own = token.head == self.head and (token.dep == "nummod" or _counts(token))
        return own or self._bounds(i) or _is_noise(token)

    @property
    def kind(self) -> NameKind:
        head = self.sentence.tokens[self.head]
        if is_role(head) or head.pos in ("NUM", "ADJ", "DET"):
            return "anonymous"
        if is_outlet(head) and not is_organ(head):
            return "outlet"
        if is_collective(head) or is_organ(head) or head.pos == "PROPN" or self._is_titled:
            return "group"
        return "anonymous"

    @property
    def _is_titled(self) -> bool:
        """A common noun for a body with a name before it: "Red Lantern relief society"."""
        return heads_a_body(self.sentence.tokens[self.head]) and self.is_proper

    @property
    def is_proper(self) -> bool:
        """A name stands among the words: "the Orsk army"."""
        first, last = self.core()
        return any(self.sentence.tokens[i].pos == "PROPN" or is_named(self.sentence, i) for i in range(first, last))

    def _body(self, report: Report, first: int) -> str | None:
        """The body whose arm or officials these are: "Orsk" of "the Orsk army" and "Orsk officials"."""
        tokens, head = self.sentence.tokens, self.sentence.tokens[self.head]
        if not (is_organ(head) or (is_role(head) and lemma(head) in word_set("people", "voices"))):
            return None
        last = first
        while last < self.head and (tokens[last].pos == "PROPN" or is_named(self.sentence, last)):
            last += 1
        if last > first:
            return Span(tokens[first].start, tokens[last - 1].end).of(report.text)
        return self._of(report) or self._arm(report, first)

    def _arm(self, report: Report, first: int) -> str | None:
        """The body that a common noun before a role gives: "front" of "a front representative"."""
        tokens = self.sentence.tokens
        if is_organ(tokens[self.head]):
            return None
        arms = [t for t in tokens[first : self.head] if is_organ(t) or heads_a_body(t) or is_collective(t)]
        return arms[-1].span.of(report.text) if arms else None

    def _of(self, report: Report) -> str | None:
        """The body in "officials of the Orsk Front", "a spokesman for the ministry"."""
        for prep in children(self.sentence, self.head, "prep"):
            inner = child(self.sentence, prep, "pobj")
            if inner is not None and self.sentence.tokens[prep].lower in ("of", "for", "from", "with"):
                first, last = Phrase(self.sentence, prep + 1, inner + 1, inner).core()
                return Span(self.sentence.tokens[first].start, self.sentence.tokens[last - 1].end).of(report.text)
        return None


def _counts(token: Token) -> bool:
    """A number, or a noun that only measures out another: "dozens", "most", "others"."""
    if token.tag == "CD":
        return True
    return token.pos != "PROPN" and token.lemma.lower() in word_set("people", "measures")


def is_named(sentence: Sentence, i: int) -> bool:
    """The token stands in the name of a people, land or body."""
    return any(e.first <= i < e.last and e.label in ("NORP", "GPE", "ORG") for e in sentence.entities)


def _is_noise(token: Token) -> bool:
    return token.lower in _OPENING or not token.text[:1].isalnum()


def phrase(sentence: Sentence, span: Span) -> Phrase | None:
    """The phrase whose words a span covers, if it covers any word of the sentence."""
    inside = [i for i in tokens_in(sentence, span) if sentence.tokens[i].text[:1].isalnum()]
    while inside and sentence.tokens[inside[0]].pos in ("ADP", "SCONJ", "CCONJ"):
        inside.pop(0)
    if not inside:
        return None
    within = frozenset(inside)
    tops = [i for i in inside if sentence.tokens[i].head not in within or sentence.tokens[i].head == i]
    nominal = [i for i in tops if sentence.tokens[i].pos in _NOMINAL]
    nouns = [i for i in inside if sentence.tokens[i].pos in _NOMINAL]
    full = [i for i in nouns if sentence.tokens[i].dep != "det"]  # an article heads nothing where more is there
    head = (nominal or full or nouns or inside)[0]
    return Phrase(sentence, inside[0], inside[-1] + 1, head)


def _belongs(sentence: Sentence, i: int, head: int) -> bool:
    """Token i, left of the head, modifies it: directly or through other modifiers."""
    for _ in range(6):
        if i == head:
            return True
        if sentence.tokens[i].dep in _STOPS and sentence.tokens[i].text not in ("-", "'", ".", '"'):
            return False
        i = sentence.tokens[i].head
    return False
