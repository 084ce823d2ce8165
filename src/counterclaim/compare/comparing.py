"""The group stages of one event in their order: mentions to claims, claims to relations and questions."""

from counterclaim.compare.case import Case
from counterclaim.compare.merging import merge
from counterclaim.compare.questions import questions
from counterclaim.compare.relations import relations
from counterclaim.compare.study import Study
from counterclaim.memory import FORGETFUL, Memory
from counterclaim.model import Claim, Mention, Question, Record, Relation


class Compared(Record, frozen=True):
    """What comparing the mentions of an event gives; each mention names its claim."""

    mentions: tuple[Mention, ...]
    claims: tuple[Claim, ...]
    relations: tuple[Relation, ...]
    questions: tuple[Question, ...]


def compared(case: Case, memory: Memory = FORGETFUL) -> Compared:
    """All claims of a case, how they stand to each other, and what they answer."""
    mentions, claims = merge(case, memory)
    study = Study(case, claims, memory)
    related = relations(study)
    return Compared(mentions, claims, related, questions(study, related))
