"""What an actor and a party are called: the fullest of the commonest forms, and what counts as a name at all."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from counterclaim.actors.gathering import Sighting, is_counted
from counterclaim.actors.kinds import before_place, is_linked, word_set_of
from counterclaim.actors.spelling import is_acronym, name_words, person_words, plain
from counterclaim.memory import Texts
from counterclaim.text import runs

# They voice a position, but are nobody.
_BANNERS = frozenset({"banner", "banners", "leaflet", "leaflets"})


def forms(seen: Iterable[Sighting]) -> Counter[str]:
    """Each form of a name with the number of reports that use it."""
    used = {(s.report, tidy(text)) for s in seen for text in s.spellings}
    return Counter(text for _, text in used if text)


def tidy(text: str) -> str:
    """A form of a name on one line, without article and mark of possession."""
    text = " ".join(text.split())
    for mark in ("'s", "’s", "'", "’"):
        text = text.removesuffix(mark)
    first, _, rest = text.partition(" ")
    return rest if rest and first.lower() in ("the", "a", "an") else text


def person_name(used: Counter[str]) -> str:
    """The commonest full form; the fullest where two are as common."""
    full = {t: n for t, n in used.items() if len(person_words(t)) > 1} or dict(used)
    return max(full, key=lambda t: (full[t], len(person_words(t)), -_possessive(t, used), t))


def _possessive(text: str, used: Counter[str]) -> int:
    """1 where the form only adds an s to another: a possessive that lost its apostrophe."""
    return int(text.endswith("s") and text[:-1] in used)


COUNTED = 500  # reports in which the forms of a name are counted; more would not change which is commonest


class Told:
    """The texts in which forms of names are counted, with which of them hold which word."""

    def __init__(self, texts: Texts) -> None:
        self._texts = texts
        self._all = range(min(len(texts), COUNTED))
        self._with: dict[str, list[int]] = {}
        for number in self._all:
            for word in texts.told(runs, number):
                self._with.setdefault(word, []).append(number)

    def counted(self, used: Iterable[str]) -> Counter[str]:
        """Each form with the number of the texts that hold it: what the reports call it, not only as a speaker."""
        return Counter({form: self._counted(form) for form in used})

    def _counted(self, form: str) -> int:
        having = (self._with.get(word, ()) for word in runs(form))
        return sum(self._texts.told(_holds, number, form) for number in set(self._all).intersection(*having))


def _holds(text: str, form: str) -> bool:
    """The text holds the form as whole words."""
    return form in text and re.search(rf"(?<!\w){re.escape(form)}(?!\w)", text) is not None


def bare(text: str) -> str:
    """A body's proper name alone, where the form has one: without small words around it that describe it."""
    words = text.split()
    if not any(w[:1].isupper() for w in words):
        return text
    while words and words[0].islower() and not words[0].startswith(("al-", "el-")):
        words.pop(0)
    while len(words) > 1 and words[-1].islower() and words[-1] in word_set_of("tails"):
        words.pop()
    return " ".join(words)


def body_name(used: Counter[str]) -> str:
    """The commonest proper name that is no acronym; the fullest where two are as common."""
    full = {t: n for t, n in used.items() if not is_acronym(t) or " " in t} or dict(used)
    full = {t: n for t, n in full.items() if t != t.lower()} or full  # "the rebel forces" describes, it names nobody
    full = {t: n for t, n in full.items() if not is_description(t)} or full
    return max(full, key=lambda t: (full[t], -_possessive(t, used), t[:1].isupper(), len(t), t))


def is_description(text: str) -> bool:
    """The form only says of what sort a body is, and where it sits or who backs it: "Velin-based rights group"."""
    words = text.split()
    return is_linked(words[0].lower()) and all(w.islower() for w in words[1:])


def others(name: str, used: Iterable[str]) -> tuple[str, ...]:
    """The forms beside the name, those alike but for capitals once, in order."""
    best: dict[str, str] = {}
    for text in sorted(used):
        best.setdefault(plain(text), text)
    best.pop(plain(name), None)
    return tuple(sorted(best.values()))


def is_of_people(text: str) -> bool:
    """The words are of some of a body's people, not of the body: rebel commanders, opposition activists."""
    shut = word_set_of("phrase") | word_set_of("neutral") | _BANNERS
    return any(w in shut for w in name_words(text))


def is_folk(text: str) -> bool:
    """The words are of some who serve a state, not of its arm: soldiers, a military spokesman."""
    words = before_place(name_words(text))
    heads = words[: words.index("of")] if "of" in words[1:] else words
    return bool(heads) and heads[-1] in word_set_of("folk") and heads[-1] in text.split()


def names_body(text: str) -> bool:
    """The form is a name of a body: no phrase about some of its people, and no label that an opponent uses."""
    words = name_words(text)
    shut = word_set_of("labels") | word_set_of("phrase") | word_set_of("neutral") | word_set_of("things") | _BANNERS
    told = any(w not in word_set_of("idle") for w in words)  # "Sunni" alone is no name
    return told and not is_counted(text) and len(words) <= 6 and not any(w in shut for w in words)


def commonest(values: Sequence[str]) -> str | None:
    """The value told most often, the longest of equals."""
    counts = Counter(values)
    return max(counts, key=lambda v: (counts[v], len(v), v), default=None)
