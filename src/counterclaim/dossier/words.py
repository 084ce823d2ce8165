"""The program's own words: days, counts, kinds and marks, said the same way on every page."""

import re
from collections.abc import Iterable
from datetime import date

from counterclaim.lexicon import load
from counterclaim.model import Kind, Quantity, RelationKind, Scale, Status
from counterclaim.values.dates import EARLIEST, LATEST

MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip

MARKS: dict[Status, tuple[str, str]] = {
    "contested": ("≠", "contested"),
    "differs": ("~", "sources differ"),
    "conceded": ("↩", "conceded"),
    "changed": ("→", "changed"),
    "agreed": ("=", "agreed"),
    "single": ("1", "single source"),
}

KINDS: dict[Kind, str] = {
    "control": "who holds it", "killed": "killed", "wounded": "wounded", "captured": "captured",
    "trapped": "trapped", "missing": "missing", "displaced": "displaced", "crowd": "size of a crowd",
    "destroyed": "destroyed", "seized": "seized", "responsibility": "who did it", "support": "outside help",
    "blockade": "cut off", "movement": "movement", "talks": "talks", "denial": "denial", "statement": "statement",
}  # fmt: skip

# The kinds whose answer is a number; of the others a number is a circumstance.
COUNTED: frozenset[Kind] = frozenset(
    ("killed", "wounded", "captured", "trapped", "missing", "displaced", "crowd", "destroyed", "seized")
)

SCALES: dict[Scale, str] = {
    "fact": "said as fact", "claimed": "claimed", "accused": "accused", "suspected": "suspected",
    "possible": "possible", "denied": "denied",
}  # fmt: skip

RELATIONS: dict[RelationKind, str] = {
    "contradicts": "Why these conflict", "denies": "What is denied", "concedes": "What is conceded",
    "updates": "What was updated", "corroborates": "Who says the same", "repeats": "Who repeats it",
    "drifts": "What changed in the retelling",
}  # fmt: skip

SORTS: dict[RelationKind, str] = {
    "contradicts": "contradictions", "denies": "denials", "concedes": "concessions", "updates": "updates",
    "corroborates": "the same from another origin", "repeats": "the same again", "drifts": "changes in the retelling",
}  # fmt: skip

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_MONTH = re.compile(r"(\d{4})-(\d{2})")


def status_words(status: Status, origins: int) -> tuple[str, str]:
    """The mark and the words of a question's status; several origins that do not conflict are no single source."""
    return ("–", "no conflict found") if status == "single" and origins > 1 else MARKS[status]


def calendar(day: str | None) -> date | None:
    """The calendar day; None for a month, a year or nothing, and for years that no report can be of."""
    if day is None or not _DAY.fullmatch(day):
        return None
    try:
        found = date.fromisoformat(day)
    except ValueError:
        return None
    return found if EARLIEST <= found.year <= LATEST else None


def short_day(day: str | None) -> str:
    """ "5 Sep" or "undated"; the year is said once, in the masthead."""
    if day is None:
        return "undated"
    found = calendar(day)
    month = _MONTH.fullmatch(day)
    if month and 1 <= int(month[2]) <= 12:
        return f"{MONTHS[int(month[2]) - 1][:3]} {month[1]}"
    return f"{found.day} {MONTHS[found.month - 1][:3]}" if found else day


def long_day(day: str | None) -> str:
    """ "5 September 2021", "September 2021" or "day unknown"."""
    found = calendar(day)
    if found:
        return f"{found.day} {MONTHS[found.month - 1]} {found.year}"
    month = _MONTH.fullmatch(day or "")
    if month and 1 <= int(month[2]) <= 12:
        return f"{MONTHS[int(month[2]) - 1]} {month[1]}"
    return day or "day unknown"


def day_range(first: str | None, last: str | None) -> str:
    """ "4–6 September 2021", with as little said twice as can be."""
    start, end = calendar(first), calendar(last)
    if not start or not end or start == end:
        return long_day(first or last)
    if (start.year, start.month) == (end.year, end.month):
        return f"{start.day}–{long_day(last)}"
    if start.year == end.year:
        return f"{start.day} {MONTHS[start.month - 1]} – {long_day(last)}"
    return f"{long_day(first)} – {long_day(last)}"


def said_between(first: str, last: str) -> str:
    """ "5 Sep" or "5 Sep – 7 Oct"."""
    return short_day(first) if first == last else f"{short_day(first)} – {short_day(last)}"


def since(first: str | None, last: str | None) -> str:
    """The days of a position, briefly: "since 5 Sep", "5–6 Sep", "day unknown"."""
    if first is None and last is None:
        return "day unknown"
    if last is None:
        return f"since {short_day(first)}"
    if first is None:
        return f"until {short_day(last)}"
    return said_between(first, last)


def count(number: int, noun: str, plural: str | None = None) -> str:
    """ "1 report", "9 reports", "1,204 words"."""
    return f"{number:,} {noun if number == 1 else plural or noun + 's'}"


def weight(reports: int, origins: int) -> str:
    """How solid: "9 reports, 2 origins"; a report that cites nobody has none to name."""
    return f"{count(reports, 'report')}, {sourced(origins)}"


def sourced(origins: int) -> str:
    """ "2 origins", or that none is named."""
    return count(origins, "origin") if origins else "no origin named"


def claim_weight(reports: int, texts: int) -> str:
    """ "3 reports, 1 text" where copies stand behind it, else "3 reports"."""
    return count(reports, "report") + (f", {count(texts, 'text')}" if texts != reports else "")


def figure(quantity: Quantity) -> str:
    """ "at least 1,000", "up to 100", "20–30", or the report's own words where they give no figure."""
    low, high = quantity.low, quantity.high
    if low is None and high is None:
        return f"“{quantity.text}”"
    if low is None:
        return f"at most {high:,}"
    if high is None:
        return f"at least {low:,}"
    return f"{low:,}" if low == high else f"{low:,}–{high:,}"


def languages() -> dict[str, str]:
    """The names of languages by their codes."""
    return dict(load("languages")["names"])


def language(code: str) -> str:
    """The language's name; "und" is one that could not be told."""
    return languages().get(code, "language unknown" if code == "und" else code)


def listed(names: Iterable[str]) -> str:
    """ "a, b and c"."""
    *head, last = list(names) or [""]
    return f"{', '.join(head)} and {last}" if head else last
