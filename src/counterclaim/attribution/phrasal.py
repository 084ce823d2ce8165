"""Attributions whose cue is no verb: "according to X", "X's claim that", "reportedly"."""

from collections.abc import Iterator

from counterclaim.attribution.cues import lexeme, noun_class
from counterclaim.attribution.findings import Finding
from counterclaim.attribution.layout import Layout, Range
from counterclaim.language import ancestors, child, children
from counterclaim.lexicon import load
from counterclaim.model import Sentence

_MAKING = frozenset(["make", "issue", "release", "repeat", "have"])
_TOLLS = frozenset(["toll", "number", "figure", "total", "count", "tally"])  # what somebody puts "at" a figure


def phrasal_findings(layout: Layout) -> Iterator[Finding]:
    """The attributions of a sentence by prepositions, nouns and adverbs."""
    for i, token in enumerate(layout.sentence.tokens):
        if token.lower == "according" or token.lower in ("per",):
            yield from _according(layout, i)
        elif token.pos == "NOUN" and (kind := noun_class(lexeme(token))):
            yield from _nominal(layout, i, kind)
        elif token.pos == "VERB" and lexeme(token) in ("put", "give"):
            yield from _reckoning(layout, i)
        elif token.lower in load("cues")["adverbs"]:
            yield from _adverbial(layout, i)


def _according(layout: Layout, i: int) -> Iterator[Finding]:
    """ "According to X, Y", "Y, according to X", "the figure, according to X"."""
    sentence = layout.sentence
    to = next(children(sentence, i, "prep"), i + 1)
    noun = child(sentence, to, "pobj") if to < len(sentence.tokens) else None
    if noun is None or to > i + 1:
        return
    who, cue = _short(layout, noun), (i, to + 1)
    what = _clause_around(layout, i, (i, max(layout.right[i], who[1])))
    content = layout.spans(what)
    if content:
        yield Finding(sentence.index, "say", layout.spans([who]), layout.spans([cue]), content)


def _short(layout: Layout, noun: int) -> Range:
    """The branch of a source, ended where a parse without commas let the clause itself into it."""
    first, last = layout.branch(noun)
    for j in layout.sentence.children[noun]:
        if layout.sentence.tokens[j].dep in ("ccomp", "parataxis") and j > noun:
            last = min(last, layout.left[j])
    return first, last


def _clause_around(layout: Layout, i: int, hole: Range) -> list[Range]:
    """The clause that a phrase comments on, without the phrase."""
    sentence = layout.sentence
    for j in ancestors(sentence, i):
        if sentence.tokens[j].pos in ("VERB", "AUX") or sentence.tokens[j].head == j:
            first, last = layout.branch(j)
            if sentence.tokens[j].dep == "conj":
                first = max(first, _after_joint(sentence, j))
            return _bare(layout, layout.without((first, last), hole))
    return layout.without((0, len(sentence.tokens)), hole)


def _after_joint(sentence: Sentence, j: int) -> int:
    return min(sentence.children[j], default=j)


def _bare(layout: Layout, parts: list[Range]) -> list[Range]:
    """Without the words that tie the clause to its surroundings."""
    out = []
    for first, last in parts:
        while first < last and layout.sentence.tokens[first].lower in ("and", "but", "that", "however", "meanwhile"):
            first += 1
        out.append((first, last))
    return out


def _nominal(layout: Layout, i: int, kind: str) -> Iterator[Finding]:
    """ "The claim that Y", "X's claim of Y", "X's promise to Y"."""
    what = _noun_content(layout, i)
    if what is None or layout.left[what] <= i:
        return
    content = layout.spans(_bare(layout, [layout.branch(what)]))
    if content:
        who = _possessor(layout, i)
        cue = layout.spans([(i, i + 1)])
        yield Finding(layout.sentence.index, kind, layout.spans([who] if who else []), cue, content)


def _reckoning(layout: Layout, i: int) -> Iterator[Finding]:
    """ "X put the toll at 12", "X gave a toll of 12"."""
    sentence = layout.sentence
    thing, who = child(sentence, i, "dobj"), child(sentence, i, "nsubj")
    if thing is None or who is None or lexeme(sentence.tokens[thing]) not in _TOLLS:
        return
    preps = [*children(sentence, thing, "prep"), *children(sentence, i, "prep")]
    figure = next((p for p in preps if sentence.tokens[p].lower in ("at", "of") and p > thing), None)
    if figure is not None:
        content = layout.spans([(layout.left[thing], layout.right[figure])])
        source, cue = layout.spans([layout.branch(who)]), layout.spans([(i, i + 1)])
        yield Finding(sentence.index, "report", source, cue, content)


def _noun_content(layout: Layout, i: int) -> int | None:
    """The token that heads what a noun such as "claim" reports."""
    sentence = layout.sentence
    for j in children(sentence, i, "acl", "ccomp", "relcl"):
        token = sentence.tokens[j]
        marked = child(sentence, j, "mark")
        if marked is not None and sentence.tokens[marked].lower == "that":
            return j
        if token.dep == "acl" and token.tag == "VB":
            return j
    for prep in children(sentence, i, "prep"):
        if sentence.tokens[prep].lower in ("of", "about") and prep == i + 1:
            inner = child(sentence, prep, "pobj", "pcomp")
            if inner is not None and (_is_owned(sentence, i) or sentence.tokens[inner].dep == "pcomp"):
                return inner
    return None


def _is_owned(sentence: Sentence, i: int) -> bool:
    return child(sentence, i, "poss") is not None


def _possessor(layout: Layout, i: int) -> Range | None:
    """Whose claim it is: "X's claim", "a claim by X", "the claim from X"."""
    sentence = layout.sentence
    owner = child(sentence, i, "poss")
    if owner is not None:
        first, last = layout.branch(owner)
        return (first, last - 1) if sentence.tokens[last - 1].lower in ("'s", "'") else (first, last)
    for prep in children(sentence, i, "prep"):
        noun = child(sentence, prep, "pobj")
        if sentence.tokens[prep].lower in ("by", "from") and noun is not None:
            return layout.branch(noun)
    head = sentence.tokens[i].head
    if sentence.tokens[i].dep == "dobj" and lexeme(sentence.tokens[head]) in _MAKING:
        subject = child(sentence, head, "nsubj")
        return None if subject is None else layout.branch(subject)
    return None


def _adverbial(layout: Layout, i: int) -> Iterator[Finding]:
    """ "Reportedly" and its like: the clause on somebody's word who is not named."""
    content = layout.spans(_clause_around(layout, i, (i, i + 1)))
    if content:
        yield Finding(layout.sentence.index, "report", (), layout.spans([(i, i + 1)]), content)
