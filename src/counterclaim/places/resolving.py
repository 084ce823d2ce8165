"""Which place of the gazetteer a name stands for, in reports that are about certain countries."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence, Set
from functools import cache
from math import log10

from counterclaim.lexicon import load
from counterclaim.places.finding.gazetteer import LARGE, Known, gazetteer
from counterclaim.places.naming import key_of
from counterclaim.text import WORD

HOME = 0.04  # share of all mentions of countries from which small places of a country are believed
COUNTRY, PROVINCE, DISTRICT = 9.0, 4.5, 3.0  # as weighty as a town of ten to that power
AT_HOME = 6.0  # times a country's share: in reports about it a village outweighs a distant town of a million
TOLD = 1.5  # for a kind of place that the reports' own words give

_WORLD = frozenset(key_of(words) for words in load("places")["world"]["words"])


def country_shares(counts: Iterable[Mapping[str, int]]) -> dict[str, float]:
    """How much of what the texts say of countries is said of each (ISO 3166-1 alpha-2), from each text's counts."""
    totals: Counter[str] = Counter()
    for count in counts:
        totals.update(count)
    total = totals.total()
    return {code: n / total for name, n in totals.items() if (code := _code(name))}


def countries_told(text: str) -> dict[str, int]:
    """How often a text names each country, by name and demonym."""
    counts: Counter[str] = Counter()
    single, others = _forms()
    for word, count in Counter(m.group().removesuffix("'s") for m in WORD.finditer(text)).items():
        for name in single.get(word, ()):
            counts[name] += count
    for form, name in others:
        counts[name] += text.count(form)
    return {name: n for name, n in sorted(counts.items()) if n}


@cache
def _forms() -> tuple[Mapping[str, list[str]], list[tuple[str, str]]]:
    """The countries by those of their names and demonyms that are one word, and the other forms with theirs."""
    single: dict[str, list[str]] = defaultdict(list)
    others: list[tuple[str, str]] = []
    for name, (more, demonyms, _) in load("countries")["country"].items():
        for form in (name, *more, *demonyms):
            if " " in form or "." in form:
                others.append((form, name))
            else:
                single[form].append(name)
    return single, others


@cache
def _code(name: str) -> str | None:
    return next((k.country for k in gazetteer().find(name) if k.level == "country"), None)


def resolved(keys: Sequence[str], told: Set[str], shares: Mapping[str, float]) -> Known | None:
    """The place that the spellings `keys` (the commonest first) stand for, or None where it cannot be told.

    `told` are the kinds of place that the reports' own words give it. A small place is believed only in a country that
    the reports are about.
    """
    if any(key in _WORLD for key in keys):
        return None
    for key in keys:
        fits = [k for k in gazetteer().find(key) if _is_likely(k, shares)]
        if fits:
            return max(fits, key=lambda k: (_weight(k, shares, told), -k.row))
    return None


def _is_likely(known: Known, shares: Mapping[str, float]) -> bool:
    large = known.population >= LARGE or known.tier == 1
    return known.level == "country" or large or shares.get(known.country, 0.0) >= HOME


def _weight(known: Known, shares: Mapping[str, float], told: Set[str]) -> float:
    at_home = AT_HOME * shares.get(known.country, 0.0)
    if known.level == "country":
        return COUNTRY + at_home
    if known.level == "city":
        return log10(known.population + 10) + at_home + TOLD * ("town" in told)
    if known.tier > 1:
        return DISTRICT + at_home + TOLD * ("district" in told)
    return PROVINCE + at_home + TOLD * ("province" in told)
