"""Where the content of a cue verb stands, by the frames that the verb takes."""

from collections.abc import Iterator
from typing import NamedTuple

from counterclaim.attribution.channels import is_medium
from counterclaim.attribution.cues import frames, lexeme
from counterclaim.attribution.layout import Layout, Range
from counterclaim.attribution.sources import is_passive, joined_outside
from counterclaim.language import child, children
from counterclaim.lexicon import word_set
from counterclaim.model import Sentence

_PREPOSITIONS = ("of", "for", "on", "with", "about", "as")


class Complement(NamedTuple):
    """The tokens that a verb conveys, the frame they stand in, and the verb's class there."""

    frame: str
    kind: str
    parts: list[Range]


def complement(layout: Layout, i: int) -> Complement | None:
    """What the verb i conveys by its best frame, or None where the parse shows nothing."""
    known = frames(lexeme(layout.sentence.tokens[i]))
    for frame, parts in _candidates(layout, i, known):
        kept = [layout.trimmed(part) for part in parts]
        kept = [part for part in kept if part[0] < part[1]]
        if kept:
            return Complement(frame, known[frame], kept)
    return None


def _candidates(layout: Layout, i: int, known: dict[str, str]) -> Iterator[tuple[str, list[Range]]]:
    if "clause" in known:
        yield "clause", _clause(layout, i)
    if "naming" in known:
        yield "naming", _naming(layout, i)
    if "order" in known:
        yield "order", _order(layout, i)
    for word in _PREPOSITIONS:
        if word in known:
            yield word, _prepositional(layout, i, word)
    if "infinitive" in known:
        yield "infinitive", _infinitive(layout, i)
    if ("having" in known and is_passive(layout.sentence, i)) or "seeming" in known:
        yield "having", _raised(layout, i)
    if "gerund" in known:
        yield "gerund", _gerund(layout, i)
    if "object" in known:
        yield "object", _object(layout, i)


def cluster(layout: Layout, i: int) -> Range:
    """The verb with its subject, auxiliaries and adverbs: all of its branch but its clauses and what follows them."""
    sentence, first, last = layout.sentence, i, i + 1
    for j in sentence.children[i]:
        if sentence.tokens[j].dep in ("nsubj", "nsubjpass", "aux", "auxpass", "neg", "prt", "advmod", "dative"):
            first, last = min(first, layout.left[j]), max(last, layout.right[j])
    return first, last


def _clause(layout: Layout, i: int) -> list[Range]:
    """The clause that the verb governs, or the one that it is inserted in."""
    sentence = layout.sentence
    for j in children(sentence, i, "ccomp"):
        if not _is_quoted_aside(sentence, i, j) and not _is_other(sentence, i, j):
            parts = layout.around(j, cluster(layout, i))
            for k in children(sentence, j, "conj"):
                if frames(lexeme(sentence.tokens[k])) and joined_outside(sentence, k) is not None:
                    parts = [left for part in parts for left in layout.without(part, _joined(layout, j, k))]
            return [_bare(layout, part) for part in parts]
    if (hung := _hung_on_medium(sentence, i)) is not None:
        return [_bare(layout, layout.branch(hung))]
    head = sentence.tokens[i].head
    if head != i and _inserted(layout, i):
        return [_bare(layout, part) for part in layout.around(head, layout.branch(i))]
    return []


def _joined(layout: Layout, j: int, k: int) -> Range:
    """The branch of a joined verb k with the "and" that joins it to verb j."""
    between = [at for at in children(layout.sentence, j, "cc") if j < at < k]
    return min([layout.left[k], *between]), layout.right[k]


def _hung_on_medium(sentence: Sentence, i: int) -> int | None:
    """The clause that the parse hangs on the medium: "said in a message that the port fell"."""
    for prep in children(sentence, i, "prep"):
        noun = child(sentence, prep, "pobj")
        if noun is None or not is_medium(sentence, noun):
            continue
        for j in children(sentence, noun, "relcl", "acl", "ccomp"):
            that = child(sentence, j, "mark", "dobj", "nsubj", "nsubjpass")
            if that is not None and sentence.tokens[that].lower == "that" and child(sentence, j, "nsubj", "nsubjpass"):
                return j
    return None


def _is_other(sentence: Sentence, i: int, j: int) -> bool:
    """The "clause" is a cue of its own, set beside this one: "A claims the town, B says it is false", "A says it holds
    the town; B denies it"."""
    one, other = (i, j) if i < j else (j, i)
    if not _speaks_alone(sentence, one) or not _speaks_alone(sentence, other):
        return False
    if child(sentence, one, "dobj") is None and not _takes_up(sentence, other):
        return False
    subject = next(children(sentence, other, "nsubj"))
    below = [subject, *children(sentence, subject)]
    return sentence.tokens[min(below) - 1].text in (",", ";") and child(sentence, other, "mark") is None


def _takes_up(sentence: Sentence, i: int) -> bool:
    """The verb's object is what was said before: "deny it"."""
    thing = child(sentence, i, "dobj")
    return thing is not None and thing > i and sentence.tokens[thing].lower in ("it", "that", "this")


def _speaks_alone(sentence: Sentence, i: int) -> bool:
    """The verb can be a cue, with a subject of its own before it."""
    own = child(sentence, i, "nsubj")
    return own is not None and own < i and bool(frames(lexeme(sentence.tokens[i])))


def _is_quoted_aside(sentence: Sentence, i: int, j: int) -> bool:
    """The "clause" is a mere adverbial: "as expected"."""
    first = next(iter(sentence.children[j]), j)
    return sentence.tokens[first].lower == "as" and sentence.tokens[first].dep == "mark" and j < i


def _inserted(layout: Layout, i: int) -> bool:
    """The verb and its subject stand between commas inside what they convey: "The town, he said, fell"."""
    sentence, token = layout.sentence, layout.sentence.tokens[i]
    if token.dep not in ("parataxis", "ccomp", "advcl", "intj", "dep") or child(sentence, i, "nsubj") is None:
        return False
    if token.head != i and _is_other(sentence, token.head, i):
        return False
    first, last = layout.branch(i)
    if token.dep != "parataxis" and child(sentence, i, "mark", "advmod") is not None:
        return False
    return _is_parted(sentence, first - 1, first) and _is_parted(sentence, last, last - 1)


def _is_parted(sentence: Sentence, beyond: int, edge: int) -> bool:
    """A comma, dash or quotation mark, or the end of the sentence, stands at the edge of a stretch."""
    if not 0 <= beyond < len(sentence.tokens):
        return True
    return any(sentence.tokens[i].text in (",", '"', "'", "-", "—", ".", ":") for i in (beyond, edge))


def _bare(layout: Layout, part: Range) -> Range:
    """The clause without the "that" which introduces it."""
    first, last = layout.trimmed(part)
    tokens = layout.sentence.tokens
    if last - first > 1 and tokens[first].lower == "that" and tokens[first + 1].pos not in ("VERB", "AUX"):
        first += 1
    return layout.trimmed((first, last))


def _naming(layout: Layout, i: int) -> list[Range]:
    """Object and name: "called it a crime", "was called a crime"."""
    sentence = layout.sentence
    name = child(sentence, i, "oprd", "acomp")
    clause = child(sentence, i, "ccomp", "xcomp")
    if name is None and clause is not None and child(sentence, clause, "nsubj") is not None:
        return [layout.branch(clause)]
    named = child(sentence, i, "nsubjpass") if is_passive(sentence, i) else child(sentence, i, "dobj", "nsubj")
    if name is None or named is None or (named > i) != (child(sentence, i, "nsubjpass") is None):
        return [] if name is None else [layout.branch(name)]
    return [layout.branch(named), layout.branch(name)]


def _order(layout: Layout, i: int) -> list[Range]:
    """Those who should do something, and what: "urged rebels to leave"."""
    sentence = layout.sentence
    deed = child(sentence, i, "xcomp", "ccomp", "advcl")
    if deed is None or deed < i or not _has_to(sentence, deed) or _is_named(sentence, deed):
        return []
    thing = child(sentence, i, "dobj", "dative", "nsubjpass")
    if thing is not None and thing < i:
        return [layout.branch(thing), layout.branch(deed)]
    return [(min(layout.left[deed], layout.left[deed] if thing is None else layout.left[thing]), layout.right[deed])]


def _has_to(sentence: Sentence, i: int) -> bool:
    return any(sentence.tokens[j].tag == "TO" for j in sentence.children[i])


def _prepositional(layout: Layout, i: int, word: str) -> list[Range]:
    """The object, if any, and what follows the preposition: "accused them of lying", "warned of floods"."""
    sentence = layout.sentence
    thing = child(sentence, i, "nsubjpass") if is_passive(sentence, i) else child(sentence, i, "dobj")
    at = _preposition(sentence, i, thing, word)
    inner = None if at is None else child(sentence, at, "pobj", "pcomp", "amod", "acomp")
    if at is None or inner is None:
        return []
    if thing is None:
        return [layout.branch(at)] if word == "as" else [layout.branch(inner)]
    if thing > i:
        return [(layout.left[thing], max(layout.right[thing], layout.right[at]))]
    return [layout.branch(thing), layout.branch(at)]


def _preposition(sentence: Sentence, i: int, thing: int | None, word: str) -> int | None:
    """The preposition that the verb, or its object, governs."""
    for j in (i, thing):
        for at in () if j is None else children(sentence, j, "prep"):
            if sentence.tokens[at].lower == word and at > i:
                return at
    return None


def _infinitive(layout: Layout, i: int) -> list[Range]:
    deed = child(layout.sentence, i, "xcomp")
    if deed is None or deed < i or not _has_to(layout.sentence, deed) or _is_named(layout.sentence, deed):
        return []
    return [layout.branch(deed)]


def _is_named(sentence: Sentence, i: int) -> bool:
    """ "Asked not to be named" conveys nothing of the matter."""
    return sentence.tokens[i].lower in ("named", "identified", "quoted")


def _raised(layout: Layout, i: int) -> list[Range]:
    """Somebody and what they are held to have done: "the rebels are believed to have fled"."""
    sentence = layout.sentence
    deed = child(sentence, i, "xcomp", "oprd", "acomp", "ccomp")
    who = child(sentence, i, "nsubjpass", "nsubj")
    if deed is None or deed < i:
        return []
    return [layout.branch(deed)] if who is None else [layout.branch(who), layout.branch(deed)]


def _gerund(layout: Layout, i: int) -> list[Range]:
    deed = child(layout.sentence, i, "xcomp", "pcomp")
    return [layout.branch(deed)] if deed is not None and deed > i and layout.sentence.tokens[deed].tag == "VBG" else []


def _object(layout: Layout, i: int) -> list[Range]:
    """What is denied, condemned or confirmed; whoever is quoted is no content, nor are the lives a blast claims."""
    if lexeme(layout.sentence.tokens[i]) == "quote":
        return []
    if is_passive(layout.sentence, i):
        told = layout.sentence.tokens[i]
        thing = told.head if told.dep == "acl" else child(layout.sentence, i, "nsubjpass")
        if told.dep == "acl" and child(layout.sentence, i, "agent") is not None:
            return [(layout.left[told.head], i)]
        return [] if thing is None or child(layout.sentence, i, "agent") is None else [layout.branch(thing)]
    thing = child(layout.sentence, i, "dobj")
    if thing is None or thing < i or lexeme(layout.sentence.tokens[thing]) in ("life", "victim"):
        return []
    return [] if _is_place_claimed(layout, i, thing) else [layout.branch(thing)]


def _is_place_claimed(layout: Layout, i: int, thing: int) -> bool:
    """ "Both claim the town": a deed, no word."""
    token = layout.sentence.tokens[thing]
    is_place = any(e.first <= thing < e.last and e.label in ("GPE", "LOC") for e in layout.sentence.entities)
    return frames(lexeme(layout.sentence.tokens[i]))["object"] == "claim" and (
        is_place or lexeme(token) in word_set("nouns", "place")
    )
