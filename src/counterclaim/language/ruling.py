"""spaCy's attribute ruler with its answers kept: part of speech, morphology and lemma that a tag or a word sets.

Nearly all of its patterns are of one token and ask for tag, word and relation alone, so its answer for a token is the
same wherever these three are the same. Matching every pattern at every token is a tenth of the pipeline's time.
"""

from typing import Any

NAME = "kept_ruler"
_RULER = "attribute_ruler"
_ASKED = frozenset({"TAG", "LOWER", "DEP", "IS_SPACE"})  # what a word, its tag and its relation settle

# Answers held at most: names and figures of many reports would fill the memory.
_MOST = 50_000


def keep_rules(nlp: Any) -> None:
    """Put the kept ruler in the place of a pipeline's own; one with other kinds of patterns keeps its own."""
    from spacy.language import Language

    if _RULER not in nlp.pipe_names or not _is_settled(nlp.get_pipe(_RULER)):
        return
    if not Language.has_factory(NAME):
        Language.factory(NAME, func=lambda nlp, name: KeptRuler(nlp.get_pipe(_RULER)))
    nlp.add_pipe(NAME, after=_RULER)
    nlp.disable_pipe(_RULER)


def _is_settled(ruler: Any) -> bool:
    """Patterns of one token ask for nothing but what settles them."""
    asked = {key for entry in ruler.patterns for tokens in entry["patterns"] if len(tokens) == 1 for key in tokens[0]}
    return asked <= _ASKED


class KeptRuler:
    """Does to a document what the ruler does; the ruler itself is asked where a pattern of several tokens is met."""

    def __init__(self, ruler: Any) -> None:
        from spacy.attrs import LEMMA, MORPH, POS
        from spacy.matcher import Matcher

        self.ruler = ruler
        self.set = [POS, MORPH, LEMMA]
        self.known: dict[tuple[int, int, int], tuple[Any, ...]] = {}
        self.several = Matcher(ruler.vocab)
        wide = [tokens for entry in ruler.patterns for tokens in entry["patterns"] if len(tokens) > 1]
        if wide:
            self.several.add(NAME, wide)

    def __call__(self, doc: Any) -> Any:
        """The document, as the ruler leaves it."""
        import numpy as np

        if not len(doc) or (len(self.several) and self.several(doc, allow_missing=True)):
            return self.ruler(doc)
        if len(self.known) > _MOST:
            self.known.clear()
        found = [self._found(token) for token in doc]
        doc.from_array(self.set, np.array([values for values, _ in found], dtype=np.uint64))
        for token, (_, others) in zip(doc, found, strict=True):
            if others:
                token.tag, token.dep = others
        return doc

    def _found(self, token: Any) -> tuple[Any, ...]:
        key = token.tag, token.lower, token.dep
        found = self.known.get(key)
        if found is None:
            found = self.known[key] = self._asked(token)
        return found

    def _asked(self, token: Any) -> tuple[Any, ...]:
        """What the ruler sets for such a token alone: the attributes of `set`; tag and relation if it changes them."""
        from spacy.tokens import Doc

        alone = Doc(
            token.vocab, words=[token.text], spaces=[False], tags=[token.tag_], deps=[token.dep_], heads=[0]
        )  # fmt: skip
        ruled = self.ruler(alone)[0]
        values = tuple(int(value) for value in alone.to_array(self.set)[0])
        others = (ruled.tag, ruled.dep)
        return values, None if others == (token.tag, token.dep) else others
