"""What is attributed but of no other kind: never dropped."""

from collections.abc import Sequence

from counterclaim.model import Draft, Hedge, Report, Speech, When


def statements(report: Report, speeches: Sequence[Speech], made: Sequence[Draft]) -> list[Draft]:
    """A `statement` over the whole content of each speech that voices no claim of another kind."""
    told = {id(draft.speech) for draft in made if draft.speech is not None}
    return [_statement(report, speech) for speech in speeches if id(speech) not in told]


def _statement(report: Report, speech: Speech) -> Draft:
    cue = speech.attribution.cue
    return Draft(
        report=report.id, kind="statement", content=speech.attribution.content, speech=speech, subject=None,
        object=None, place=None, when=When(), quantity=None, polarity="+",
        hedge=Hedge("claimed", cue[0] if cue else None), spans={},
    )  # fmt: skip
