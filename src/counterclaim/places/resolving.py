"""Which place of the gazetteer a name stands for, in reports that are about certain countries."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
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
_PROVINCES = r"province|governorate|region|state|valley|department|county|oblast|island"
_DISTRICTS = r"district|area|valley|county|subdistrict|regency|municipality"
_TOWNS = r"city|town|village|neighbou?rhood|suburb"


def country_shares(texts: Iterable[str]) -> dict[str, float]:
    """How much of what the texts say of countries is said of each (ISO 3166-1 alpha-2), by name and demonym."""
    counts: Counter[str] = Counter()
    for text in texts:
        words = Counter(m.group().removesuffix("'s") for m in WORD.finditer(text))
        for name, (others, demonyms, _) in load("countries")["country"].items():
            counts[name] += sum(_times(form, words, text) for form in (name, *others, *demonyms))
    total = counts.total()
    return {code: n / total for name, n in counts.items() if n and (code := _code(name))}


def _times(form: str, words: Counter[str], text: str) -> int:
    return text.count(form) if " " in form or "." in form else words[form]


def _code(name: str) -> str | None:
    return next((k.country for k in gazetteer().find(name) if k.level == "country"), None)


def resolved(
    keys: Sequence[str], names: Iterable[str], texts: Sequence[str], shares: Mapping[str, float]
) -> Known | None:
    """The place that the spellings `keys` (the commonest first) stand for, or None where it cannot be told.

    A small place is believed only in a country that the reports are about.
    """
    if any(key in _WORLD for key in keys):
        return None
    for key in keys:
        fits = [k for k in gazetteer().find(key) if _is_likely(k, shares)]
        if fits:
            told = _told(names, texts) if len(fits) > 1 else frozenset()
            return max(fits, key=lambda k: (_weight(k, shares, told), -k.row))
    return None


def _is_likely(known: Known, shares: Mapping[str, float]) -> bool:
    large = known.population >= LARGE or known.tier == 1
    return known.level == "country" or large or shares.get(known.country, 0.0) >= HOME


def _weight(known: Known, shares: Mapping[str, float], told: frozenset[str]) -> float:
    at_home = AT_HOME * shares.get(known.country, 0.0)
    if known.level == "country":
        return COUNTRY + at_home
    if known.level == "city":
        return log10(known.population + 10) + at_home + TOLD * ("town" in told)
    if known.tier > 1:
        return DISTRICT + at_home + TOLD * ("district" in told)
    return PROVINCE + at_home + TOLD * ("province" in told)


def _told(names: Iterable[str], texts: Sequence[str]) -> frozenset[str]:
    """The kinds of place that the reports' words give the names."""
    told = set()
    either = "|".join(re.escape(n) for n in sorted(names))
    for kind, words in (("province", _PROVINCES), ("district", _DISTRICTS), ("town", _TOWNS)):
        pattern = re.compile(rf"\b(?:{either})(?:'s)? (?:{words})\b|\b(?:{words}) of (?:{either})\b", re.IGNORECASE)
        if any(pattern.search(text) for text in texts):
            told.add(kind)
    return frozenset(told)
