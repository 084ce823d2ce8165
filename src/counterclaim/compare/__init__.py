"""Claims compared: mentions merged to claims, claims related, and the questions they answer."""

from counterclaim.compare.case import Case
from counterclaim.compare.merging import merge
from counterclaim.compare.questions import questions
from counterclaim.compare.relations import relations
from counterclaim.compare.wanting import Wanted

__all__ = ["Case", "Wanted", "merge", "questions", "relations"]
