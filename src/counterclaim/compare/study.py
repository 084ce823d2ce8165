"""The claims of an event laid out to be compared: worked out once, read by relations and questions alike."""

from functools import cached_property

import msgspec

from counterclaim.compare.asked import Asked
from counterclaim.compare.case import Case
from counterclaim.compare.denials import denied_by
from counterclaim.compare.facts import Fact, facts
from counterclaim.compare.incidents import Topic
from counterclaim.compare.stances import Answer, answers
from counterclaim.compare.topics import topics
from counterclaim.memory import FORGETFUL, Memory
from counterclaim.model import Claim


class Study(msgspec.Struct, frozen=True, dict=True):
    """The claims of a case, what each asserts, which denies which, and which of them answer one question."""

    case: Case
    claims: tuple[Claim, ...]
    memory: Memory = FORGETFUL

    @cached_property
    def asked(self) -> Asked:
        """The case, for what is kept of answers about it."""
        return Asked(self.case, self.memory)

    @cached_property
    def facts(self) -> list[Fact]:
        """The claims with what their mentions know, earlier ones first."""
        return facts(self.asked, self.claims)

    @cached_property
    def denied(self) -> dict[str, Fact]:
        """For each denial, by its claim's id, the claim that it denies."""
        return denied_by(self.case, self.facts)

    @cached_property
    def inquiries(self) -> list[tuple[Topic, list[Answer]]]:
        """The claims that answer one question, and the answers that they give."""
        found = topics(self.asked, self.facts, self.denied)
        return [(topic, self.asked.about(answers, *topic)) for topic in found]
