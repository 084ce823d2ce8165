"""Reports beside the place of each claim in them."""

import pytest
from making import report

from counterclaim.claims import drafts
from counterclaim.language import load_pipeline
from counterclaim.model import Attribution, Block, Report, Said, Span, Speech


def placed(one: Report, *speeches: Speech) -> list[str | None]:
    """The words of the place of each claim, in text order."""
    found = drafts(one, load_pipeline().parse(one), speeches)
    return [d.place.of(one.text) if d.place else None for d in found if d.kind != "statement"]


def paragraphs(*texts: str) -> Report:
    text = "\n\n".join(texts)
    starts = [text.index(words) for words in texts]
    blocks = tuple(Block(s, s + len(words), "paragraph") for s, words in zip(starts, texts, strict=True))
    one = report(text)
    return Report(one.id, one.source, None, None, None, one.published, "en", text, blocks)


@pytest.mark.parametrize(("text", "places"), [
    ("Rebels captured Brask.", ["Brask"]),
    ("The Karn Front denied losing Brask. Its men hold every street of Brask.", ["Brask", "Brask", "Brask"]),
    ("Nine people died in Oskval, west of Velm.", ["Oskval"]),
    ("A bomb killed nine residents of Velm in Oskval.", ["Oskval"]),
    ("The army took the town of Brask in Velm province. Rebels entered the town again.", ["Brask", "Brask"]),
    ("The army shelled Brask in Norway. In all 40 people were killed across the country.", ["Brask", "Norway"]),
    ("Rebels hold Brask. It was calm. It rained. Pirates sank nine boats off Norway's coast.", ["Brask", "Norway"]),
    ("The blast hit a bus in Oskval, outside Velm. Near Velm 12 people were killed.", ["Oskval"]),
    ("Talks opened in Velm. In Oskval, where nine men were killed, all was calm.", ["Velm", "Oskval"]),
    ("At the Brask bridge 30 soldiers were trapped.", ["Brask bridge"]),
    ("Nine people were killed in Velm, a town near Oslo.", ["Velm"]),
    ("Nine people were killed in Velm a town near Oslo.", ["Velm"]),
    ("Nine people were killed in the Lyon district of Oskval.", ["Oskval"]),
    ("Nine people were killed in the Oskval district of Lyon.", ["Oskval"]),
    ("A bomb hit the entrance to the Oskval shrine. Nine men were killed.", ["Oskval shrine"]),
    ("Rebels mounted one of the worst attacks on Brask. Nine men were killed.", ["Brask", "Brask"]),
    ("Rebels shelled Brask. A spokesman in Oslo condemned the killing of nine men.", ["Brask", "Brask"]),
    ("Rebels shelled the city of Brask. Nine men died in Velm as troops fled the city.", ["Brask", "Velm", "Velm"]),
    ("Rebels in Velm fired rockets on a school in Brask, wounding nine people.", ["Brask", "Brask"]),
])  # fmt: skip
def test_the_place_of_a_claim(text: str, places: list[str]) -> None:
    assert placed(report(text)) == places


@pytest.mark.parametrize(("texts", "places"), [
    (["Rebels shelled Brask, Norway.", "Across the country 90 people were killed."], ["Brask", "Norway"]),
    (["Rebels shelled Brask.", "There is a war in Norway.", "In the last two months 90 people were killed."],
     ["Brask", "Norway"]),
    (["Nine men died in Brask.", "All was calm.", "It rained.", "Soon 90 people were killed in Norway."],
     ["Brask", "Norway"]),
    (["Nine men died in Brask, Norway.", "The rebels and the army agreed on a truce."], ["Brask", "Norway"]),
])  # fmt: skip
def test_what_is_told_of_a_country(texts: list[str], places: list[str]) -> None:
    assert placed(paragraphs(*texts)) == places


def test_where_something_was_said_is_not_where_it_happened() -> None:
    text = "Rebels shelled Brask. The general told reporters in Oslo that nine soldiers were killed."
    spans = [Span(text.index(w), text.index(w) + len(w)) for w in ("The general", "told", "nine soldiers were killed")]
    speech = Speech(
        Attribution((spans[0],), (spans[1],), (spans[2],)), "indirect", None, (), None, Said(None, None, "")
    )
    assert placed(report(text), speech) == ["Brask", "Brask"]


def test_what_was_reported_in_a_town_happened_there() -> None:
    text = "Rebels shelled Brask. Clashes were also reported in Oskval, where nine men were killed."
    cue = text.index("reported")
    words = Span(text.index("Clashes"), text.index("Clashes") + len("Clashes"))
    speech = Speech(
        Attribution((), (Span(cue, cue + len("reported")),), (words,)), "indirect", None, (), None, Said(None, None, "")
    )
    assert placed(report(text), speech) == ["Brask", "Oskval"]


def test_a_spot_in_a_town_does_not_carry_over_to_the_next_paragraph() -> None:
    one = paragraphs("Rebels captured Brask.", "At the Brask bridge 30 soldiers were trapped.", "Nine men were killed.")
    assert placed(one) == ["Brask", "Brask bridge", "Brask"]


def test_a_place_that_is_taken_is_nobody() -> None:
    one = report("Rebels captured the town of Brask.")
    (draft,) = drafts(one, load_pipeline().parse(one), ())
    assert (draft.kind, draft.object) == ("control", None)
