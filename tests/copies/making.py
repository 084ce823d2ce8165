"""Reports made up for the tests of copies."""

from counterclaim.model import Attribution, Block, BlockKind, Published, Reading, Report, Said, Span, Speech

FIRE = (
    "The fire broke out shortly after midnight in the grain store beside the harbour and spread to four barges "
    "before crews from three towns could bring it under control at dawn."
)
BRIDGE = (
    "Engineers closed the old iron bridge over the Marn on Monday after divers found that two of its pillars had "
    "been washed hollow by the spring flood."
)
COUNCIL = (
    "The town council will meet on Thursday evening to decide whether the market may stay on the square while the "
    "paving is renewed, a step that traders have asked for since last autumn."
)


def reading(
    id: str,
    text: str,
    day: str | None = None,
    outlet: str | None = None,
    kinds: tuple[BlockKind, ...] = (),
    quoted: tuple[str, ...] = (),
) -> Reading:
    """A report of this text, a block a line; `kinds` are those of its lines (paragraphs), `quoted` is direct speech."""
    published = Published(day, "day", "") if day else None
    report = Report(id, f"{id}.txt", None, outlet, None, published, "en", text, tuple(blocks(text, kinds)))
    return Reading(report, (), tuple(speech(text, words) for words in quoted), (), ())


def blocks(text: str, kinds: tuple[BlockKind, ...]) -> list[Block]:
    found: list[Block] = []
    at = 0
    for number, line in enumerate(text.split("\n")):
        found.append(Block(at, at + len(line), kinds[number] if number < len(kinds) else "paragraph"))
        at += len(line) + 1
    return found


def speech(text: str, words: str) -> Speech:
    start = text.index(words)
    attribution = Attribution((), (), (Span(start, start + len(words)),))
    return Speech(attribution, "direct", None, (), None, Said(None, None, ""))
