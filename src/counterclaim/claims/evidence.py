"""What speaks for and against a hit: the named features that its weight is summed from.

No feature holds a word of a report: only words of the lexicon, labels of the parse and classes of nouns.
"""

from collections.abc import Iterator, Sequence

from counterclaim.claims.classes import classes
from counterclaim.claims.frames import evocations
from counterclaim.claims.hits import Hit
from counterclaim.language import child, children
from counterclaim.lexicon import word_set
from counterclaim.model import Sentence

LENGTHS = (2, 4, 8, 16)  # words of a clause at which its weight may change


def features(sentence: Sentence, hit: Hit, beside: Sequence[Hit]) -> list[str]:
    """The features of a hit; `beside` are all the hits of its sentence."""
    frame = hit.match.frame
    own = [*_words(sentence, hit), *_grammar(sentence, hit), *_arguments(sentence, hit), *_company(sentence, hit, beside)]
    return [f"{frame.kind}|{feature}" for feature in own] + [f"*|{hit.match.form}|{feature}" for feature in own if feature[0] == "g"]


def _words(sentence: Sentence, hit: Hit) -> Iterator[str]:
    token = sentence.tokens[hit.match.trigger]
    yield f"frame={hit.match.frame.name}"
    yield f"form={hit.match.form}"
    yield f"lemma={token.lemma if token.lemma in evocations() else token.lower}"
    head = sentence.tokens[token.head]
    if head.lemma in evocations() and token.head != hit.match.trigger:
        yield f"under={head.lemma}"


def _grammar(sentence: Sentence, hit: Hit) -> Iterator[str]:
    i = hit.match.trigger
    token = sentence.tokens[i]
    yield f"g:dep={token.dep}"
    yield f"g:tag={token.tag}"
    yield f"g:status={hit.status}"
    yield f"g:words={sum(len(hit.clause) > 6 * n for n in LENGTHS)}"
    det = child(sentence, i, "det", "poss")
    if det is not None:
        yield f"g:det={sentence.tokens[det].lower if sentence.tokens[det].dep == 'det' else 'poss'}"
    for j in children(sentence, i, "aux"):
        yield f"g:aux={sentence.tokens[j].lower if sentence.tokens[j].tag == 'MD' else sentence.tokens[j].lemma}"
    head = sentence.tokens[token.head]
    yield f"g:head={head.pos}:{head.dep}"
    if head.lemma in word_set("hedges", "planning"):
        yield "g:planned"
    if i == sentence.tokens[i].head:
        yield "g:root"


def _arguments(sentence: Sentence, hit: Hit) -> Iterator[str]:
    for role, i in zip(("agent", "patient"), hit.match.arguments, strict=True):
        if i is None:
            yield f"g:{role}=none"
            continue
        for found in sorted(classes(sentence, i)) or ["unknown"]:
            yield f"{role}={found}"
        token = sentence.tokens[i]
        yield f"g:{role}={token.pos}"
        det = child(sentence, i, "det", "poss")
        if det is not None:
            yield f"{role}:det={sentence.tokens[det].lower if sentence.tokens[det].dep == 'det' else 'poss'}"
    quantity = hit.quantity
    yield "count=none" if quantity is None else "count=words" if quantity.low is None and quantity.high is None else "count=one" if quantity.low == 1 else "count=many"


def _company(sentence: Sentence, hit: Hit, beside: Sequence[Hit]) -> Iterator[str]:
    """What else the sentence claims, at the same word and elsewhere."""
    frame = hit.match.frame
    for kind in sorted({h.match.frame.kind for h in beside if h.match.trigger == hit.match.trigger} - {frame.kind}):
        yield f"same={kind}"
    for kind in sorted({h.match.frame.kind for h in beside if h.match.trigger != hit.match.trigger}):
        yield f"with={kind}"
    if any(h is not hit and h.clause.holds(hit.clause) and h.match.frame.kind == frame.kind for h in beside):
        yield "within"
    if sentence.index == 0:
        yield "g:title"
    for kind, words in (("harm", ("kill", "die", "death")), ("force", ("attack", "strike", "fire"))):
        if any(t.lemma in words for t in sentence.tokens):
            yield f"near={kind}"
