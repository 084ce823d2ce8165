"""Sentences, tokens and parse: the one place that knows spaCy."""

from counterclaim.language.parsing import Pipeline, load_pipeline
from counterclaim.language.tree import ancestors, child, children, descend, span_of, subtree

__all__ = ["Pipeline", "ancestors", "child", "children", "descend", "load_pipeline", "span_of", "subtree"]
