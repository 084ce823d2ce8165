"""Attributions whose cue is a verb: "X said that Y", "Y, said X", "X denied doing Y"."""

from collections.abc import Iterator

from counterclaim.attribution.complements import Complement, complement
from counterclaim.attribution.cues import frames, is_speech, lexeme
from counterclaim.attribution.findings import Finding
from counterclaim.attribution.layout import Layout, Range
from counterclaim.attribution.sources import ends_sentence, is_passive, source
from counterclaim.language import child, children
from counterclaim.model import Sentence


def verb_findings(layout: Layout) -> Iterator[Finding]:
    """The attributions of a sentence by verbs; content may be empty where a verb of speech has none in the parse."""
    for i, token in enumerate(layout.sentence.tokens):
        if token.pos in ("VERB", "AUX") and frames(lexeme(token)):
            found = _finding(layout, i)
            if found is not None:
                yield found


def _finding(layout: Layout, i: int) -> Finding | None:
    what = complement(layout, i)
    who = None if what is not None and what.frame == "having" else source(layout, i)
    if what is None:
        what = _foregoing(layout, i, who)
    if what is None:
        return None
    cue = cue_range(layout.sentence, i)
    whole = [who] if who else []
    speaks = is_speech(lexeme(layout.sentence.tokens[i])) and not is_passive(layout.sentence, i)
    if not what.parts:
        return Finding(layout.sentence.index, what.kind, layout.spans(whole), layout.spans([cue]), (), speaks)
    parts = [part for p in what.parts for part in layout.without(p, cue)]
    if who is not None and what.frame in ("clause", "quote"):
        parts = [part for p in parts for part in layout.without(p, who)]
    if who is not None:
        whole = [part for p in [who] for part in _less(layout, p, parts)]
    content = layout.spans(parts)
    source_spans, cue_spans = layout.spans(whole), layout.spans([cue])
    return Finding(layout.sentence.index, what.kind, source_spans, cue_spans, content, speaks) if content else None


def _less(layout: Layout, whole: Range, holes: list[Range]) -> list[Range]:
    parts = [whole]
    for hole in holes:
        parts = [part for p in parts for part in layout.without(p, hole)]
    return parts[:1]


def cue_range(sentence: Sentence, i: int) -> Range:
    """The verb with the auxiliaries, negation and particle that stand directly beside it."""
    near = set(children(sentence, i, "aux", "auxpass", "neg", "prt", "advmod"))
    first, last = i, i + 1
    while first - 1 in near:
        first -= 1
    while last in near and sentence.tokens[last].dep == "prt":
        last += 1
    return first, last


def _foregoing(layout: Layout, i: int, who: Range | None) -> Complement | None:
    """What stands before a verb of speech that governs nothing: "The town fell officials said" parsed amiss.

    Without such words the verb may still belong to a quotation beside it, and the content is left empty.
    """
    sentence, verb = layout.sentence, lexeme(layout.sentence.tokens[i])
    passive = is_passive(sentence, i) and not (who is not None and who[1] == i)
    if not is_speech(verb) or passive:
        return None
    kind = frames(verb)["quote"]
    thing = child(sentence, i, "dobj", "ccomp", "xcomp")
    heard = thing is not None and "order" in frames(verb) and layout.left[thing] == i + 1
    if who is None or (thing is not None and not heard and layout.branch(thing) != who):
        return Complement("quote", kind, [])
    end = min(who[0], i)
    holds_verb = any(t.pos in ("VERB", "AUX") for t in sentence.tokens[:end])
    fits = _follows_stop(sentence, end) or (ends_sentence(layout, i) and max(who[1], i + 1) >= i)
    return Complement("clause", kind, [(0, end)] if end >= 3 and holds_verb and fits else [])


def _follows_stop(sentence: Sentence, end: int) -> bool:
    """A comma or quotation mark divides what stands before from the cue."""
    return end > 0 and sentence.tokens[end - 1].text in (",", '"', "''", "-", "—", ";")
