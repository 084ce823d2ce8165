"""One person for all spellings of a name across reports."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations

from counterclaim.actors.gathering import Sighting
from counterclaim.actors.groups import Groups
from counterclaim.actors.spelling import person_words, same_given, same_word, skeleton

Words = tuple[str, ...]


def persons(seen: Iterable[Sighting]) -> list[list[Sighting]]:
    """The sightings of persons, those of one person together."""
    people = [s for s in seen if s.kind == "person"]
    groups: Groups[Words] = Groups(sorted({full_name(s) for s in people if len(full_name(s)) > 1}))
    by_report = _by_report(people)
    for names in by_report.values():
        _keep_apart(names, groups)
    for left, right in _candidates(list(groups.groups())):
        if same_person(left, right):
            groups.join(left, right)
    of: dict[Words, list[Sighting]] = defaultdict(list)
    bearers = _bearers(groups)
    for sighting in people:
        of[_person(sighting, groups, by_report[sighting.report], bearers)].append(sighting)
    return [of[key] for key in sorted(of)]


def full_name(sighting: Sighting) -> Words:
    """The longest form of the name that the report gives, as words that tell people apart."""
    return max((person_words(t) for t in sighting.spellings), key=lambda w: (len(w), w))


def same_person(left: Words, right: Words) -> bool:
    """Two full names are one person's: first and last words agree, the longer name may have more between."""
    short, long = sorted((left, right), key=len)
    if len(short) < 2:
        return False
    if "".join(left) == "".join(right) or _without_initials(left) == _without_initials(right):
        return True
    return same_word(short[-1], long[-1]) and same_given(short[0], long[0]) and _in_order(short[1:-1], long[1:-1])


def _without_initials(words: Words) -> Words:
    """The words of a name that are spelt out, where two or more are: "J. Ada Lind" is Ada Lind."""
    spelt = tuple(w for w in words if len(w) > 1)
    return spelt if len(spelt) > 1 else words


def _in_order(short: Sequence[str], long: Sequence[str]) -> bool:
    rest = iter(long)
    return all(any(same_given(word, other) for other in rest) for word in short)


def _by_report(people: Iterable[Sighting]) -> dict[str, list[Words]]:
    """The full names that each report gives."""
    names: dict[str, list[Words]] = defaultdict(list)
    for sighting in people:
        words = full_name(sighting)
        names[sighting.report] += [words] if len(words) > 1 else []
    return names


def _keep_apart(names: Sequence[Words], groups: Groups[Words]) -> None:
    """Full names of different length that one report gives to different people: a father and a son."""
    for a, b in combinations(sorted(set(names)), 2):
        if len(a) != len(b) and "".join(a) != "".join(b) and _without_initials(a) != _without_initials(b):
            groups.keep_apart(a, b)


def _buckets(words: Words) -> set[str]:
    """Under what a full name is filed, so that names which may be one person's meet."""
    return {skeleton(words[-1]) or words[-1], words[-1][:3], "".join(words)[:7]}


def _candidates(names: Sequence[Words]) -> Iterator[tuple[Words, Words]]:
    """Pairs of names that may be one person's, the likest first."""
    filed: dict[str, list[Words]] = defaultdict(list)
    for words in names:
        for bucket in _buckets(words):
            filed[bucket].append(words)
    pairs = {tuple(sorted(pair)) for group in filed.values() for pair in combinations(group, 2)}
    yield from sorted(((a, b) for a, b in pairs), key=lambda p: (len(p[0]) != len(p[1]), p[0][-1] != p[1][-1], p))


def _bearers(groups: Groups[Words]) -> dict[str, list[Words]]:
    """Full names by each of their words' beginning, and by what transliterations of the last agree on."""
    filed: dict[str, list[Words]] = defaultdict(list)
    for words in sorted(name for members in groups.groups().values() for name in members):
        for key in {*(w[:3] for w in words), skeleton(words[-1])}:
            filed[key].append(words)
    return filed


def _person(sighting: Sighting, groups: Groups[Words], here: list[Words], filed: dict[str, list[Words]]) -> Words:
    """What stands for the sighting's person: a single name goes to the one who bears it here, else anywhere."""
    words = full_name(sighting)
    if len(words) > 1:
        return groups.root(words)
    word = words[0]
    near = {groups.root(n) for n in here if _bears(n, word)}
    anywhere = {groups.root(n) for key in {word[:3], skeleton(word)} for n in filed.get(key, ()) if _bears(n, word)}
    found = near or anywhere
    return found.pop() if len(found) == 1 else words


def _bears(name: Words, word: str) -> bool:
    return word in name or same_word(word, name[-1])
