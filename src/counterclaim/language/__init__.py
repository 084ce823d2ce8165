"""Sentences, tokens and parse: the one place that knows spaCy."""

from counterclaim.language.parsing import ENGLISH, Pipeline, load_pipeline, pipeline_version
from counterclaim.language.tree import ancestors, child, children, descend, span_of, subtree

__all__ = [
    "ENGLISH", "Pipeline", "ancestors", "child", "children", "descend", "load_pipeline", "pipeline_version", "span_of",
    "subtree",
]  # fmt: skip
