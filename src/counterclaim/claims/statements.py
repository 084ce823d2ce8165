"""What is attributed but of no other kind: never dropped."""

from collections.abc import Sequence

from counterclaim.model import Draft, Hedge, Report, Spans, Speech, When


def statements(report: Report, speeches: Sequence[Speech], made: Sequence[Draft]) -> list[Draft]:
    """A `statement` over the whole content of each speech that voices no claim of another kind.

    Of speeches by several who say the same together the first stands for all.
    """
    told = {_words(draft.speech) for draft in made if draft.speech is not None}
    first = {_words(speech): speech for speech in reversed(speeches)}
    return [_statement(report, speech) for words, speech in reversed(first.items()) if words not in told]


def _words(speech: Speech) -> tuple[Spans, Spans]:
    return speech.attribution.cue, speech.attribution.content


def _statement(report: Report, speech: Speech) -> Draft:
    cue = speech.attribution.cue
    return Draft(
        report=report.id, kind="statement", content=speech.attribution.content, speech=speech, subject=None,
        object=None, place=None, when=When(), quantity=None, polarity="+",
        hedge=Hedge("claimed", cue[0] if cue else None), spans={},
    )  # fmt: skip
