"""Noun phrases that name a source: their head, and their words without the noise around them."""

from typing import NamedTuple

from counterclaim.attribution.layout import tokens_in
from counterclaim.attribution.words import is_collective, is_organ, is_outlet, is_role, lemma
from counterclaim.language import child, children, descend
from counterclaim.lexicon import word_set
from counterclaim.model import Name, NameKind, Report, Sentence, Span, Token

_NOMINAL = ("NOUN", "PROPN", "PRON", "NUM", "ADJ", "DET", "X")
_OPENING = frozenset(
    ["the", "a", "an", "this", "that", "these", "those", "both", "its", "their", "his", "her", "our", "my"]
)
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
        """The heads of "X, Y and Z", this one's first; alone where nothing is joined."""
        joined = [i for i in descend(self.sentence, self.head, "conj") if self.first <= i < self.last]
        return tuple(i for i in joined if self.sentence.tokens[i].pos in ("NOUN", "PROPN"))

    def described(self, report: Report) -> Name:
        """The name that a description gives: its own words."""
        first, last = self.core()
        tokens = self.sentence.tokens
        span = Span(tokens[first].start, tokens[last - 1].end)
        return Name(span.of(report.text), self.kind, span, None, self._body(report, first))

    @property
    def kind(self) -> NameKind:
        head = self.sentence.tokens[self.head]
        if is_role(head) or head.pos in ("NUM", "ADJ", "DET"):
            return "anonymous"
        if is_outlet(head) and not is_organ(head):
            return "outlet"
        if is_collective(head) or is_organ(head) or head.pos == "PROPN":
            return "group"
        return "anonymous"

    def _body(self, report: Report, first: int) -> str | None:
        """The body whose arm or officials these are: "Orsk" of "the Orsk army" and "Orsk officials"."""
        tokens, head = self.sentence.tokens, self.sentence.tokens[self.head]
        if not (is_organ(head) or (is_role(head) and lemma(head) in word_set("people", "voices"))):
            return None
        last = first
        while last < self.head and (tokens[last].pos == "PROPN" or _is_named(self.sentence, last)):
            last += 1
        return Span(tokens[first].start, tokens[last - 1].end).of(report.text) if last > first else self._of(report)

    def _of(self, report: Report) -> str | None:
        """The body in "officials of the Orsk Front", "a spokesman for the ministry"."""
        for prep in children(self.sentence, self.head, "prep"):
            inner = child(self.sentence, prep, "pobj")
            if inner is not None and self.sentence.tokens[prep].lower in ("of", "for", "from", "with"):
                first, last = Phrase(self.sentence, prep + 1, inner + 1, inner).core()
                return Span(self.sentence.tokens[first].start, self.sentence.tokens[last - 1].end).of(report.text)
        return None


def _is_named(sentence: Sentence, i: int) -> bool:
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
    head = (nominal or [i for i in inside if sentence.tokens[i].pos in _NOMINAL] or inside)[0]
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
