"""Outlets that a report calls a state's own, or a side's: they speak for its government, or for that side."""

import re
from collections.abc import Iterator, Mapping

from counterclaim.actors.bodies import OPPOSITION, STATE, Node
from counterclaim.actors.countries import Countries
from counterclaim.actors.joining import introduced
from counterclaim.actors.spelling import name_words, plain
from counterclaim.memory import Texts

_OWNED = (
    r"((?:[Ss]tate|[Gg]overnment|[Oo]fficial)(?:[- ](?:run|owned|controlled|backed))?"
    r"|[Pp]ro-(?:government|regime|opposition|rebel)|[Oo]pposition)"
)
_OUTLET = (
    r"(?:news agency|news agencies|agency|media outlet|television|TV|radio|newspaper|daily|channel|broadcaster|network"
    r"|website|news site)"
)
_NAME = r"\b([A-Z][\w-]{1,40}(?: (?:News|TV|Radio|Press))?)"
_TITLE = r"((?:[A-Z][\w-]{1,40} ){1,4}(?:Agency|Television|TV|Radio|Press))\b"
_FRAMES = (
    re.compile(rf"((?:\b[\w'.-]{{1,40}} ){{0,2}}){_OWNED} (?:[a-z]+ )?{_OUTLET},? {_NAME}"),
    re.compile(rf"((?:\b[\w'.-]{{1,40}} ){{0,2}}){_OWNED} \"?{_NAME}\"? (?:TV )?{_OUTLET}"),
    re.compile(rf"((?:\b[\w'.-]{{1,40}} ){{0,2}}){_OWNED} {_TITLE}"),
    re.compile(rf"{_NAME}, ((?:the |a |its )?(?:[A-Z][\w'.-]{{1,40}} )?){_OWNED} {_OUTLET}"),
)
_HINT = re.compile(rf"{_OWNED} (?:{_TITLE}|(?:[a-z]+ |\"?{_NAME}\"? (?:TV )?)?{_OUTLET})")


def mouthpieces(texts: Texts, countries: Countries) -> dict[str, Node]:
    """The body that each such outlet speaks for, by the outlet's name in plain letters."""
    found: dict[str, Node] = {}
    acronyms: set[str] = set()  # an agency's letters may spell a capital's name too
    for called in texts.each(_called):
        for name, beside, owned in called:
            country, _ = countries.named(name_words(beside))
            own = (STATE, country or countries.home or "")
            acronyms |= {plain(name)} if name.isupper() else set()
            found.setdefault(plain(name), (OPPOSITION,) if owned.lower().endswith(("opposition", "rebel")) else own)
    for shortened in texts.each(introduced):
        for short, words in shortened:
            if plain(short) in found:
                found.setdefault(" ".join(name_words(words)), found[plain(short)])
    return {name: node for name, node in found.items() if name in acronyms or name not in countries.words}


def _called(text: str) -> tuple[tuple[str, str, str], ...]:
    """(outlet, words that may name its country, whose it is) for each outlet that the text calls a side's own."""
    return tuple(_framed(text))


def _framed(text: str) -> Iterator[tuple[str, str, str]]:
    if _HINT.search(text) is None:  # the frames begin with any words, and so are looked for everywhere
        return
    for number, frame in enumerate(_FRAMES):
        for match in frame.finditer(text):
            first, second, third = match.groups()
            yield (first, second, third) if number == len(_FRAMES) - 1 else (third, first, second)


def mouthpiece(text: str, known: Mapping[str, Node]) -> str | None:
    """The outlet of those known that the words name, alone or with its people: "its reporter"."""
    words = name_words(text)
    runs = (" ".join(words[i:j]) for i in range(len(words)) for j in range(len(words), i, -1))
    return next((run for run in runs if run in known), None)
