"""Reports of one paragraph, and what the claims room finds in them."""

from counterclaim.claims import drafts
from counterclaim.language import load_pipeline
from counterclaim.model import Attribution, Block, Draft, Published, Report, Said, Span, Speech


def report(text: str, day: str = "2031-05-14") -> Report:
    return Report(
        id="r-1", source="one.txt", url=None, outlet=None, title=None, published=Published(day, "day", "test"),
        language="en", text=text, blocks=(Block(0, len(text), "paragraph"),),
    )  # fmt: skip


def found(text: str, *speeches: Speech) -> tuple[Draft, ...]:
    one = report(text)
    return drafts(one, load_pipeline().parse(one), speeches)


def told(text: str, source: str, cue: str, content: str) -> Speech:
    """An attribution whose parts are the given words of the text, by nobody known."""
    spans = [(Span(text.index(words), text.index(words) + len(words)),) for words in (source, cue, content)]
    return Speech(Attribution(*spans), "indirect", None, (), None, Said(None, None, ""))


def words(text: str, draft: Draft) -> str:
    return " … ".join(span.of(text) for span in draft.content)
