"""Shared passages: which reports carry the same text, where exactly, and who had it first."""

from counterclaim.copies.finding import copy_groups
from counterclaim.copies.paragraphs import Made, paragraphs

__all__ = ["Made", "copy_groups", "paragraphs"]
