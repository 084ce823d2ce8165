"""Views of a text that keep its offsets: every view is as long as the text, character for character."""

import re
from collections.abc import Iterator

# Each character stands for one other, so that a place in the view is the same place in the text.
_FOLDED = str.maketrans(
    {
        **dict.fromkeys("“”„‟«»＂", '"'),
        **dict.fromkeys("‘’‚‛‹›ʼ＇`´", "'"),
        **dict.fromkeys("‐‑‒–—―−", "-"),
        **dict.fromkeys("\u00a0\u2007\u2009\u200a\u202f\u3000\t\u200b\u200c\u200e\u200f\u2060\ufeff", " "),
    }
)

_SURROGATE = re.compile("[\ud800-\udfff]")
_RUN = re.compile(r"\w+")
WORD = re.compile(r"\w+(?:['’]\w+)*")


def folded(text: str) -> str:
    """The text with typographic quotation marks, dashes and spaces made plain; same length, same offsets."""
    return text.translate(_FOLDED)


def lowered(text: str) -> str:
    """The text in small letters; a character whose small form is longer stays, so offsets hold."""
    low = text.lower()
    return low if len(low) == len(text) else "".join(c.lower() if len(c.lower()) == 1 else c for c in text)


def encodable(text: str) -> str:
    """The text with each lone surrogate, which no UTF-8 file can hold, as U+FFFD; same length, same offsets."""
    return _SURROGATE.sub("\ufffd", text)


def words(text: str) -> Iterator[tuple[int, int, str]]:
    """Each word with where it starts and ends."""
    for match in WORD.finditer(text):
        yield match.start(), match.end(), match.group()


def runs(text: str) -> frozenset[str]:
    """The runs of letters and figures in a text, each once: what a text that holds some words has at least."""
    return frozenset(_RUN.findall(text))


def trimmed(text: str, start: int, end: int, drop: str = " \t\r\n") -> tuple[int, int]:
    """The span without the characters of `drop` at either edge."""
    while start < end and text[start] in drop:
        start += 1
    while end > start and text[end - 1] in drop:
        end -= 1
    return start, end
