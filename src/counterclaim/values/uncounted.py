"""Numbers that count nothing: ages, times, dates, sums, measures, labels, scores."""

import re
from collections.abc import Callable
from typing import NamedTuple

from counterclaim.lexicon import load
from counterclaim.model import Span
from counterclaim.values.numerals import Numeral

BEFORE = 24  # characters looked at before a number: the longest label with room for a space
AFTER = 40  # and after it
OLDEST = 125  # an age is no higher

_LEXICON = load("numbers")
_LABELS = _LEXICON["labels"]


def any_of(words: list[str]) -> str:
    """A pattern for any of the words, the longer first."""
    return "(?:" + "|".join(re.escape(w) for w in sorted(words, key=lambda w: (-len(w), w))) + ")"


_UNIT = re.compile(
    rf"[ -]?(?:{any_of(_LEXICON['units']['between'])} ){{0,2}}(?:and a half|{any_of(_LEXICON['units']['words'])})(?!\w)"
)
_LABEL = re.compile(rf"(?<!\w){any_of(_LABELS['words'])}[ :-]{{1,2}}\Z")
_YEAR_BEFORE = re.compile(rf"(?:^|\W){any_of(_LABELS['years'])} \Z")
_COUNT_BEFORE = re.compile(rf"(?:^|\W){any_of(_LABELS['counts'])} \Z")
_COUNT_AFTER = re.compile(r" (?:[a-z-]{1,20} ){0,2}(?:people|men|women|children|dead|were|are|[a-z]{1,20}s)\b")
_STREET = re.compile(rf" (?:[A-Z][\w']{{0,20}} ){{1,3}}{any_of([s.title() for s in _LABELS['streets']])}\b")
_JOINED_BEFORE = re.compile(r"[\w.:/\\@#&=_+$€£¥₹°~^'-]\Z|\d,\Z|[$€£¥₹] \Z|\+[\d -]{1,14} \Z")
_JOINED_AFTER = re.compile(r"[\w'\\/@#_^°€$£¥₹%]|[:.,]\d|-(?!strong\b|plus\b)\w|\.\w")
_ACRONYM = re.compile(r"(?:^|[^\w.])(?:[A-Z]\.?){2,3}[ -]\Z")
_TITLE = re.compile(r"[A-Z]\w{0,20} \Z")
_LIST_MARK = re.compile(r"[.)] ")
_LINE_START = re.compile(r"(?:^|\n) *\Z")
_NAMED_BEFORE = re.compile(r"[^\W\d]\.?(?:, | \()\Z")
_AGE_AFTER = re.compile(r"[,.)]|$")
_AGE_GROUP = re.compile(rf"\b{any_of(_LABELS['groups'])} (?:aged )?(?:under|over|below|above) \Z")
_ONE_BEFORE = re.compile(rf"\b{any_of(_LEXICON['one']['before'])} \Z")
_ONE_AFTER = re.compile(rf" ?{any_of(_LEXICON['one']['after'])}(?!\w)")


class Around(NamedTuple):
    """A number with the text on either side, as written and in small letters."""

    numeral: Numeral
    words: str
    before: str
    after: str
    written_before: str
    written_after: str


def why_uncounted(numeral: Numeral, text: str, view: str) -> str | None:
    """Why the number counts neither people nor things, or None where it may. `view` is the text folded and small."""
    start, end = numeral.span.start, numeral.span.end
    left, right = max(0, start - BEFORE), end + AFTER
    around = Around(
        numeral, view[start:end], view[left:start], view[end:right],
        text[left:start].replace("—", " "), text[end:right].replace("—", " "),
    )  # fmt: skip
    return next((name for name, holds in _REASONS if holds(around)), None)


def _is_no_whole_number(around: Around) -> bool:
    return around.numeral.value is None


def _is_part_of_a_token(around: Around) -> bool:
    """"T-72", "24/7", "15-year-old", "3:16", "#4", "$5", "20th"; a long dash parts words."""
    before = around.before[:-1] + " " if around.written_before.endswith(" ") else around.before
    after = " " + around.after[1:] if around.written_after.startswith(" ") else around.after
    return bool(_JOINED_BEFORE.search(before) or _JOINED_AFTER.match(after))


def _is_measure(around: Around) -> bool:
    return bool(_UNIT.match(around.after))


def _is_label(around: Around) -> bool:
    """"Chapter 7", "Flight 12", "U.N. 2254", the ship "Blue Star 5"; in capitals throughout no word is an acronym."""
    if _LABEL.search(around.before) or (around.after[:1] == '"' and _TITLE.search(around.written_before)):
        return True
    letters = [c for c in around.written_before + around.written_after if c.isalpha()]
    shouted = len(letters) > len("U.N. USA") and all(c.isupper() for c in letters)
    return around.numeral.figures and not shouted and bool(_ACRONYM.search(around.written_before))


def _is_year(around: Around) -> bool:
    """A bare figure of four digits in the place of a year, or without anything counted after it."""
    value = around.numeral.value or 0
    bare = around.numeral.figures and len(around.words) == 4
    if not bare or not 1900 <= value <= 2099 or _COUNT_BEFORE.search(around.before):
        return False
    return bool(_YEAR_BEFORE.search(around.before)) or not _COUNT_AFTER.match(around.written_after)


def _is_address(around: Around) -> bool:
    return around.numeral.figures and bool(_STREET.match(around.written_after))


def _is_list_mark(around: Around) -> bool:
    return bool(_LINE_START.search(around.before) and _LIST_MARK.match(around.after))


def _is_age(around: Around) -> bool:
    """"NAME, 34, said", "a boy (15)", "children under 5"."""
    value = around.numeral.value or 0
    if value >= OLDEST:
        return False
    if _AGE_GROUP.search(around.before):
        return True
    return around.numeral.figures and bool(_NAMED_BEFORE.search(around.before) and _AGE_AFTER.match(around.after))


def _is_pronoun(around: Around) -> bool:
    """"this one", "one another"."""
    return around.words == "one" and bool(_ONE_BEFORE.search(around.before) or _ONE_AFTER.match(around.after))


_REASONS: tuple[tuple[str, Callable[[Around], bool]], ...] = (
    ("no whole number", _is_no_whole_number),
    ("part of a token", _is_part_of_a_token),
    ("measure", _is_measure),
    ("label", _is_label),
    ("year", _is_year),
    ("address", _is_address),
    ("list mark", _is_list_mark),
    ("age", _is_age),
    ("pronoun", _is_pronoun),
)


def outside(numerals: tuple[Numeral, ...], spans: list[Span]) -> list[Numeral]:
    """The numbers that touch none of the spans; both in text order."""
    kept, at = [], 0
    for numeral in numerals:
        while at < len(spans) and spans[at].end <= numeral.span.start:
            at += 1
        if at == len(spans) or not spans[at].overlaps(numeral.span):
            kept.append(numeral)
    return kept
