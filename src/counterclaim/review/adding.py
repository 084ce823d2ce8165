"""A claim that a person marked by selecting words of a report."""

from typing import Any

import msgspec

from counterclaim.model import Hedge, Mention, Said, Span, When
from counterclaim.review.bench import Bench, Vanished
from counterclaim.review.correcting import SETTERS, correct


def add(bench: Bench, mention: str, value: dict[str, Any]) -> bool:
    """Put the mention on the bench, over one of the same words that the program found; False where its words are gone.

    Where no speaker is given the report says it itself.
    """
    content = msgspec.convert(value["content"], tuple[Span, ...])
    report = bench.reports.get(value["report"])
    if report is None or content[-1].end > len(report.text):
        return False
    before = dict(bench.mentions)
    bench.mentions.setdefault(mention, _blank(mention, value, content))
    try:
        for slot in SETTERS:
            if slot in value:
                correct(bench, mention, slot, value[slot])
    except Vanished:
        bench.mentions = before
        raise
    bench.rejected.discard(mention)
    return True


def _blank(id: str, value: dict[str, Any], content: tuple[Span, ...]) -> Mention:
    return Mention(
        id=id, report=value["report"], claim="", content=content, cue=(), source=(), voice="report", speaker=None,
        party=None, via=(), channel=None, said=Said(None, None, ""), kind=value["kind"], subject=None, object=None,
        place=None, when=When(), quantity=None, polarity="+",
        hedge=Hedge("claimed" if value.get("speaker") else "fact", None), spans={},
    )  # fmt: skip
