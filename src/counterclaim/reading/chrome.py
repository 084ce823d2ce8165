"""What a page puts around an article: menus, prompts, share buttons, copyright lines."""

import re
from functools import cache

from counterclaim.lexicon import load, word_set
from counterclaim.text import folded, lowered

# A prompt is short; a paragraph that merely mentions a newsletter is not one.
_PROMPT_WORDS = 25
_LABEL = 400

_EDGES = re.compile(r"^[\W_]+|[\W_]+$")
_SWITCH = re.compile(r"[A-Z]{2}(?:[\s|/·•,-]+[A-Z]{2})+")
_COUNTED = re.compile(
    r"(?:(?:\d+|no|one) (?:comments?|shares?|views?|likes?|retweets?|replies|responses|reactions?|followers)|"
    r"(?:comments?|shares?|views?|likes?) ?[(:]? ?\d+\)?|\d+ ?(?:min|minutes?|mins) (?:read|ago)|"
    r"\d+ (?:hours?|days?) ago|page \d+(?: of \d+)?)"
)
_LINK = re.compile(r"(?:https?://|www\.)\S+")
_TRAIL_SEPARATORS = re.compile(r"\s*[>»›|/•·→]\s*|\s{2,}|\t")
_COPYRIGHT = re.compile(r"(?:©|\(c\)|copyright\b).{0,200}", re.DOTALL)


def bare(line: str) -> str:
    """The line in small letters without the punctuation at its edges; a paragraph is no label and comes back empty."""
    if len(line) > _LABEL:
        return ""
    return _EDGES.sub("", lowered(folded(line)))


def is_chrome(line: str) -> bool:
    """The line is no part of an article, whatever stands around it."""
    if len(line) > _LABEL:
        return False
    plain = bare(line)
    words = plain.split()
    if not words or not any(c.isalpha() for c in plain):
        return True
    return (
        plain in word_set("chrome", "whole")
        or _is_prompt(lowered(folded(line)).strip(), plain, words)
        or _COUNTED.fullmatch(plain) is not None
        or _LINK.fullmatch(line.strip()) is not None
        or _COPYRIGHT.fullmatch(lowered(line).strip()) is not None
        or is_switch(line)
        or is_menu(line)
    )


def _is_prompt(line: str, plain: str, words: list[str]) -> bool:
    if len(words) > _PROMPT_WORDS:
        return False
    starts, within = _prompts()
    return any(starts.match(form) for form in (line, plain)) or within.search(plain) is not None


@cache
def _prompts() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """What opens a prompt, as whole words, and what makes a short line one wherever it stands."""
    starts = (re.escape(s) + (r"(?![^\W\d_])" if s[-1].isalpha() else "") for s in load("chrome")["starts"])
    return re.compile("|".join(starts)), re.compile("|".join(map(re.escape, load("chrome")["within"])))


def is_switch(line: str) -> bool:
    """A switch between languages: ``FR DE EN``, ``English | Français``."""
    stripped = line.strip()
    if _SWITCH.fullmatch(stripped):
        return all(code.lower() in _codes() for code in re.findall("[A-Z]{2}", stripped))
    parts = [bare(part) for part in re.split(r"[\s|/·•,]+", stripped) if part]
    return len(parts) > 1 and all(part in _language_names() for part in parts)


@cache
def _codes() -> frozenset[str]:
    return frozenset(load("languages")["names"]) | frozenset(load("languages")["switches"])


@cache
def _language_names() -> frozenset[str]:
    lexicon = load("languages")
    return frozenset(lowered(name) for names in (lexicon["names"], lexicon["own_names"]) for name in names.values())


def is_section(line: str) -> bool:
    """The name of a section, alone on its line; it is chrome above an article, where a menu stands."""
    return bare(line) in word_set("chrome", "sections")


def is_menu(line: str) -> bool:
    """A row of links: sections with marks or gaps between them."""
    parts = [bare(part) for part in _TRAIL_SEPARATORS.split(line.strip()) if part.strip()]
    if len(parts) < 2 or max(len(part.split()) for part in parts) > 4:
        return False
    known = word_set("chrome", "sections") | word_set("chrome", "whole")
    return sum(part in known for part in parts) >= max(2, len(parts) / 2) or (len(parts) > 1 and parts[0] == "home")


def ends_article(line: str) -> bool:
    """From this line on there is no article: the place for readers' replies."""
    plain = bare(line)
    return len(plain.split()) <= _PROMPT_WORDS and any(
        plain == mark or (plain.startswith(mark + " ") and mark != plain) for mark in load("chrome")["ends"]
    )


def heads_links(line: str) -> bool:
    """A heading over links to other articles."""
    plain = bare(line)
    return any(plain == head for head in load("chrome")["heads_links"]) or bool(
        re.fullmatch(r"more (?:from|on|about|in) .{1,40}", plain)
    )


def trail(text: str, start: int, end: int) -> int | None:
    """Where chrome begins that runs to the end of a paragraph after its last sentence, if any does."""
    low = lowered(folded(text[start:end]))
    sentence = max((m.end() for m in re.finditer(r"[.!?][\"')\]]*(?=\s|$)", low[:-1])), default=0)
    near = max(0, len(low) - 600)  # a footer of a page is no longer than this
    places = [(low.find(phrase, max(near, sentence)), phrase) for phrase in load("chrome")["trails"]]
    words = text[start:end]
    late = [at for at, p in places if at >= 0 and _whole(words, at, p) and _stands_out(words, at, sentence)]
    return start + min(late) if late else None


def _stands_out(text: str, at: int, sentence: int) -> bool:
    """It follows the last full stop at once, or has the capital of a label amid a sentence's small letters."""
    return (sentence > 0 and not text[sentence:at].strip()) or not text[at].islower()


def _whole(text: str, at: int, phrase: str) -> bool:
    """The phrase is not the inside of a word; flattened menus run words together, each with its capital."""
    before, after = text[at - 1 : at] if at else "", text[at + len(phrase) : at + len(phrase) + 1]
    return not before.isalnum() and not (phrase[-1].isalnum() and after.islower() and after.isalpha())
