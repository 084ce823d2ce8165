"""Which language a report is in, and which passages are in another."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Any, NamedTuple

from counterclaim.lexicon import load
from counterclaim.model import Block, Note, Report, Span
from counterclaim.text import folded, lowered, words

# English prose has about 40 of these small words in a hundred, headlines about 15, other languages in Latin
# letters below 5.
_ENGLISH_SHARE = 0.12
_FOREIGN_SHARE = 0.06
# Fewer words or letters than this tell no language: names and slogans are alike everywhere.
_FEW_WORDS = 8
_FEW_LETTERS = 12
# Below this certainty a guess from letter patterns is no evidence (py3langid, normalised).
_CERTAIN = 0.9
# How far from a passage a report names its language: a sentence or two.
_NEAR = 500

_ASIDE = ("chrome", "dateline", "byline")
_PROSE = ("paragraph", "quotation", "post")

_UNKNOWN = "und"  # ISO 639-2 for a language that cannot be told


class Passage(NamedTuple):
    """A passage in another language than its report's."""

    span: Span
    language: str


def name_of(code: str) -> str:
    """The language's name in English."""
    return str(load("languages")["names"].get(code, code))


def language_of(text: str, blocks: Sequence[Block]) -> str:
    """The language of most of the article, as an ISO 639-1 code; ``und`` where nothing tells it."""
    kept = [b.span.of(text) for b in blocks if b.kind not in _ASIDE] or [text]
    together = "\n".join(kept)
    if english_share(together) >= _ENGLISH_SHARE and _scripts(together)["latin"] * 2 > len(together) // 2:
        return "en"
    votes: Counter[str] = Counter()
    for passage in kept:
        code = passage_language(passage)
        if code:
            votes[code] += len(passage)
    if votes:
        return max(sorted(votes), key=lambda code: votes[code])
    return passage_language(together) or ("en" if english_share(together) > 0 else _UNKNOWN)


def foreign_passages(report: Report) -> tuple[Passage, ...]:
    """The passages in another language than the report's, paragraph by paragraph and post by post."""
    found = []
    for block in report.blocks:
        if block.kind in _ASIDE or (block.kind not in _PROSE and not _is_other_script(block.span.of(report.text))):
            continue
        for span in _stretches(report.text, block):
            code = passage_language(span.of(report.text))
            if code and code not in (report.language, _UNKNOWN):
                found.append(Passage(span, code))
    return tuple(found)


def notes(report: Report) -> tuple[Note, ...]:
    """What a reader should know of the languages: each foreign passage, and where the report calls it another."""
    return tuple(_note(report, passage) for passage in foreign_passages(report))


def _note(report: Report, passage: Passage) -> Note:
    called = _called(report, passage.span)
    is_now = f"the passage is {name_of(passage.language)}"
    text = f"called {name_of(called)}; {is_now}" if called and called != passage.language else is_now
    return Note(report.id, passage.span, "language", text)


def _is_other_script(passage: str) -> bool:
    """More of its letters are of another script than Latin: names in Latin letters tell nothing, these do."""
    counts = _scripts(passage)
    return 2 * counts["latin"] < counts.total()


def _stretches(text: str, block: Block) -> Iterator[Span]:
    """A block's foreign-looking part: in another script from its first to its last word, or the whole block."""
    counts = _scripts(text[block.start : block.end])
    if not counts or counts.total() - counts["latin"] < _FEW_LETTERS:
        yield block.span
        return
    other = [(s, e) for s, e, word in words(text[block.start : block.end]) if _script(word[0]) not in ("latin", None)]
    if other:
        start, end = block.start + other[0][0], block.start + other[-1][1]
        if _scripts(text[start:end])["latin"] * 2 < end - start:
            yield block.span if block.kind == "post" else Span(start, end)


# ── one passage ─────────────────────────────────────────────────────────────────────────────────────────


def passage_language(passage: str) -> str | None:
    """The language of a passage, or None where it is too short or too mixed to tell."""
    counts = _scripts(passage)
    other = counts.total() - counts["latin"]
    if other >= _FEW_LETTERS and other > counts["latin"]:
        del counts["latin"]
        script = max(sorted(counts), key=lambda s: counts[s])
        return _japanese(counts) or (_of_script(script, passage) if script in ("arabic", "cyrillic") else script)
    return _of_latin(passage)


def _of_latin(passage: str) -> str | None:
    share = english_share(passage)
    if share >= _ENGLISH_SHARE:
        return "en"
    count = sum(1 for _ in words(passage))
    if count < _FEW_WORDS or share > _FOREIGN_SHARE:
        return None
    code, certainty = _guess(lowered(passage), "latin")
    return code if certainty >= _CERTAIN else None


def english_share(passage: str) -> float:
    """Which part of the words are common small words of English."""
    all_words = [lowered(word) for _, _, word in words(folded(passage))]
    small = _english()
    return sum(word in small for word in all_words) / len(all_words) if all_words else 0.0


@cache
def _english() -> frozenset[str]:
    return frozenset(load("languages")["english"]["words"])


def _japanese(counts: Counter[str]) -> str | None:
    return "ja" if counts["ja"] * 10 > counts["zh"] > 0 else None


def _of_script(script: str, passage: str) -> str | None:
    """Among languages of one script: by letters that only one has, then by its common words."""
    scores: Counter[str] = Counter()
    letters, tokens = Counter(passage), Counter(lowered(word) for _, _, word in words(passage))
    for code, marks in load("languages")[script].items():
        scores[code] = 3 * sum(letters[c] for c in marks["letters"]) + 2 * sum(tokens[w] for w in marks["words"])
    best = sorted(scores, key=lambda code: (-scores[code], code))
    if scores[best[0]] > scores[best[1]]:
        return best[0]
    code, certainty = _guess(passage, script)
    return code if certainty >= _CERTAIN else None


def _scripts(passage: str) -> Counter[str]:
    """How many letters there are of each script."""
    counts = Counter(c for c in passage if c.isalpha())
    found: Counter[str] = Counter()
    for letter, count in counts.items():
        found[_script(letter) or "other"] += count
    return found


@cache
def _ranges() -> tuple[tuple[int, int, str], ...]:
    return tuple((low, high, name) for name, spans in load("languages")["scripts"].items() for low, high in spans)


def _script(letter: str) -> str | None:
    code = ord(letter)
    if code < 0x250 or 0x1E00 <= code <= 0x1EFF:
        return "latin" if letter.isalpha() else None
    return next((name for low, high, name in _ranges() if low <= code <= high), None)


@cache
def _identifier() -> Any:
    """py3langid's identifier; loading takes most of a second, so it waits for need."""
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)


@cache
def _candidates(script: str) -> tuple[str, ...]:
    """The languages that are written in a script, as far as both the lexicon and py3langid know them."""
    lexicon, identifier = load("languages"), _identifier()
    identifier.set_languages(None)
    other = {*lexicon["scripts"], *lexicon["arabic"], *lexicon["cyrillic"]}
    wanted = set(lexicon[script]) if script in lexicon else set(lexicon["names"]) - other
    return tuple(sorted(wanted & set(identifier.labels)))


def _guess(passage: str, script: str) -> tuple[str, float]:
    """py3langid's answer among the languages of a script, with its certainty from 0 to 1."""
    candidates = _candidates(script)
    _identifier().set_languages(candidates)
    code, certainty = _identifier().classify(passage)
    return str(code), float(certainty)


# ── what the report calls it ────────────────────────────────────────────────────────────────────────────


@cache
def _naming() -> re.Pattern[str]:
    names = {**{v.lower(): k for k, v in load("languages")["names"].items()}, **load("languages")["also"]}
    alternatives = "|".join(sorted(names, key=lambda n: (-len(n), n)))
    # Names of languages are also names of peoples: only "from", "in" or "into" before and no noun after tell.
    after = r"-language\b|(?= language| read| said| says| which| that| on | by | as | -| \(|[^\w\s-]|$)"
    return re.compile(rf"\b(?:from|in|into)(?: the)?(?: original)? ({alternatives})(?:{after})")


def _called(report: Report, span: Span) -> str | None:
    """The language that the report calls a passage nearby, nearest mention first."""
    start = max(0, span.start - _NEAR)
    view = lowered(folded(report.text[start : span.end + _NEAR]))
    names = {**{v.lower(): k for k, v in load("languages")["names"].items()}, **load("languages")["also"]}
    found = [
        (min(abs(span.start - (start + m.end())), abs(start + m.start() - span.end)), names[m[1]])
        for m in _naming().finditer(view)
        if not span.overlaps(Span(start + m.start(), start + m.end()))
    ]
    return min(found)[1] if found else None


__all__ = ["Passage", "english_share", "foreign_passages", "language_of", "name_of", "notes", "passage_language"]
