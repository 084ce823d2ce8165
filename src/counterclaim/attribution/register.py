"""The names of one report put together: which namings are the same somebody."""

from collections import defaultdict
from collections.abc import Sequence
from typing import NamedTuple

from counterclaim.attribution.sightings import Sighting
from counterclaim.attribution.words import heads_a_body
from counterclaim.model import Name, NameKind, Report, Sentence, Span

_NAMESAKES = 40  # names that share a word and are compared; a bound on time, far above any report's


class Entry(NamedTuple):
    """Somebody the report names, and all that its namings say."""

    name: Name
    gender: str | None
    described: frozenset[str]
    sightings: tuple[Sighting, ...]

    @property
    def is_place(self) -> bool:
        """Most namings are taken for a place's."""
        return 2 * sum(s.run.label in ("GPE", "LOC", "FAC") for s in self.sightings) > len(self.sightings)


def entries(report: Report, sentences: Sequence[Sentence], found: Sequence[Sighting]) -> tuple[Entry, ...]:
    """The register, in order of first naming."""
    known = {sighting.words for sighting in found}
    if not any(mark in report.text for mark in ("'s", "’s")):
        found = [_freed(sighting, known) for sighting in found]
    groups = _grouped(_Namings(report, sentences, found))
    made = [_entry(report, [found[i] for i in group]) for group in groups]
    return tuple(sorted(made, key=lambda entry: entry.sightings[0].span))


def _freed(sighting: Sighting, known: set[tuple[str, ...]]) -> Sighting:
    """The naming without the "s" of a genitive, in a report that lost its apostrophes and names them without."""
    last = sighting.words[-1]
    words = (*sighting.words[:-1], last[:-1])
    known_so = words in known or (sighting.kind == "person" and (last[:-1],) in known)
    if len(last) < 5 or not last.endswith("s") or not known_so:
        return sighting
    return sighting._replace(words=words, span=Span(sighting.span.start, sighting.span.end - 1))


class _Namings(NamedTuple):
    report: Report
    sentences: Sequence[Sentence]
    found: Sequence[Sighting]

    def text(self, i: int) -> str:
        return self.found[i].span.of(self.report.text)

    def headed(self, i: int) -> bool:
        """The one-word naming is a common word that heads a longer name: "Observatory"."""
        sighting = self.found[i]
        return heads_a_body(self.sentences[sighting.sentence].tokens[sighting.run.last - 1])


def _grouped(namings: _Namings) -> list[list[int]]:
    """Indices of namings by whom they name: longer names first, so that shorter ones find them."""
    found = namings.found
    groups: list[list[int]] = []
    exact: dict[tuple[str, ...], int] = {}
    by_word: dict[str, list[int]] = defaultdict(list)
    for i in sorted(range(len(found)), key=lambda i: (-len(found[i].words), found[i].span)):
        words = found[i].words
        home = exact.get(words) if len(words) > 1 else None
        if home is None:
            home = _home(namings, i, groups, by_word)
        if home is None:
            home = exact.get(words)
        if home is None:
            home = exact[words] = len(groups)
            groups.append([])
            for key in dict.fromkeys((*words, initials(namings.text(i)))):
                if len(by_word[key]) < _NAMESAKES:
                    by_word[key].append(home)
        groups[home].append(i)
    return [sorted(group) for group in groups]


def _home(namings: _Namings, i: int, groups: Sequence[Sequence[int]], by_word: dict[str, list[int]]) -> int | None:
    """The group of a longer name that this shorter one stands for: the only one, else the nearest before."""
    fits = [g for g in by_word.get(namings.found[i].words[-1], ()) if _shortens(namings, i, groups[g][0])]
    if len(fits) < 2:
        return fits[0] if fits else None
    before = [(max(j for j in groups[g] if j < i), g) for g in fits if any(j < i for j in groups[g])]
    return max(before)[1] if before else None


def _shortens(namings: _Namings, i: int, j: int) -> bool:
    """Naming i is a short form of naming j."""
    short, long, text = namings.found[i], namings.found[j], namings.text(i)
    if len(short.words) == 1 and text[:2].isupper() and short.words[0] == initials(namings.text(j)):
        return True
    if len(short.words) >= len(long.words):
        return False
    if long.kind == "person":
        return _ends(short.words, long.words) and not (len(short.words) == 1 and short.run.label == "NORP")
    if len(short.words) == 1:
        return namings.headed(i) and short.words[0] in long.words and short.kind != "person"
    if short.run.label in ("GPE", "LOC", "NORP"):
        return False
    return long.words[-len(short.words) :] == short.words or long.words[: len(short.words)] == short.words


def _ends(words: tuple[str, ...], long: tuple[str, ...]) -> bool:
    """The words are the person's last name, or first and last."""
    return words[-1] == long[-1] and all(word in long for word in words)


def initials(name: str) -> str:
    """The letters of an acronym for a name, small words left out, capitals kept whole; empty below three words."""
    words = [word.replace(".", "") for word in name.replace("-", " ").split() if word[:1].isupper()]
    letters = "".join(word if word.isupper() and len(word) <= 3 else word[0] for word in words).lower()
    return letters if len(words) >= 3 else ""


def _entry(report: Report, seen: Sequence[Sighting]) -> Entry:
    """What the namings of one somebody say together."""
    best = max(seen, key=lambda s: (len(s.words), len(s.span), -s.span.start))
    kind = _kind(seen)
    text = best.span.of(report.text)
    roles = [s.role for s in seen if s.role is not None]
    bodies = [s.body for s in seen if s.body is not None]
    named = dict.fromkeys(s.span.of(report.text) for s in seen)
    genders = {s.gender for s in seen if s.gender}
    name = Name(
        text, kind, best.span,
        roles[0].of(report.text) if roles else None, bodies[0].of(report.text) if bodies else None,
        tuple(alias for alias in named if alias != text),
    )  # fmt: skip
    described = frozenset(word for s in seen for word in s.described)
    return Entry(name, genders.pop() if len(genders) == 1 else None, described, tuple(seen))


def _kind(seen: Sequence[Sighting]) -> NameKind:
    """A person where any full naming is one; else an outlet where any is."""
    longest = max(len(s.words) for s in seen)
    kinds = [s.kind for s in seen if len(s.words) == longest]
    if kinds.count("person") * 2 >= len(kinds) or all(s.kind == "person" for s in seen):
        return "person"
    return "outlet" if "outlet" in kinds else "group"
