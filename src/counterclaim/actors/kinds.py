"""What the words of a name say of its bearer: a state's organ, a movement, an outlet, a bystander."""

from collections.abc import Sequence
from functools import cache
from typing import Literal

from counterclaim.actors.countries import Countries, known
from counterclaim.actors.spelling import name_words
from counterclaim.lexicon import load, number_words, word_set
from counterclaim.model import Record

Sort = Literal["government", "organ", "movement", "opposition", "protest", "neutral", "unknown"]


class Standing(Record, frozen=True):
    """Whose position a name's own words say its bearer voices.

    `country` is named by the words (None where they name none); `organ` is the arm of a state; `core` are the
    words that tell a movement from others. `sure` is False for words that others than a state use too.
    """

    sort: Sort
    country: str | None = None
    organ: str | None = None
    core: tuple[str, ...] = ()
    sure: bool = True


_LINKED = ("-linked", "-backed", "-led", "-aligned", "-affiliated", "-held", "-based", "-controlled")
_HEADS = frozenset({"ministry", "minister", "department", "agency", "office", "commission", "command", "court"})
BARE = Countries(known(), None)
MANY = 100_000  # names of which the answer is kept, as of their spellings


def standing(name: str, countries: Countries = BARE) -> Standing:
    """What the words of a name say of whose position its bearer voices."""
    if name not in countries.told:
        if len(countries.told) >= MANY:
            countries.told.clear()
        countries.told[name] = _standing(name, countries)
    found: Standing = countries.told[name]
    return found


def _standing(name: str, countries: Countries) -> Standing:
    words = _joined(name_words(name))
    proper = _proper(name)
    country, rest = countries.named(words, proper)
    if country and words[-1:] == ["agency"] and set(rest) <= set(load("parties")["state_media"]["national"]):
        return Standing("government", country)
    if _is_titled_outlet(words, proper) and not _speaks_for_state(words):
        return Standing("neutral")
    if words and words[-1] in word_set_of("things"):
        return Standing("organ", country, "") if country else Standing("unknown")
    strong = [w for w in rest if _arm(w) is not None and w not in word_set_of("weak")]
    if _speaks_for_state(words):
        return Standing("government", country)
    if any(w in word_set_of("opposition") for w in rest) or _pro(words, "opposition"):
        return _opposed(country, rest, proper)
    if any(w in word_set_of("protest") for w in rest):
        return Standing("protest")
    if _is_rebel_army(rest, proper):
        return Standing("movement", country, core=_core(rest, proper))
    if _is_phrase_neutral(words) or _is_headed_neutral(words) or _is_paper(words):
        return Standing("neutral")
    if strong and not _foreign_army(strong, rest, proper, country):
        return Standing("organ", country, _arm(strong[-1]))
    if any(w in word_set("parties", "government") and w != "state" for w in rest) and not _has_movement(rest):
        return Standing("government", country, core=_core(rest, proper))
    if any(w in word_set_of("neutral") for w in rest):
        return Standing("neutral")
    if _has_movement(rest) and (_core(rest, proper) or country or any(w in word_set_of("sides") for w in rest)):
        return Standing("movement", country, core=_core(rest, proper))
    return _weakly(country, rest, proper)


def _weakly(country: str | None, rest: list[str], proper: frozenset[str]) -> Standing:
    core = _core(rest, proper)
    weak = [w for w in rest if w in word_set_of("weak")]
    if country and weak:
        return Standing("organ", country, _arm(weak[-1]))
    if country and all(w in word_set_of("idle") for w in rest):
        return Standing("government", country)
    if core:
        return Standing("unknown", country, core=core)
    return Standing("organ", country, _arm(weak[-1]), sure=False) if weak else Standing("unknown")


@cache
def word_set_of(key: str) -> frozenset[str]:
    """The words of one table of the lexicon of parties; numbers count where words that count or say nothing do."""
    words = frozenset(load("parties")[key]["words"])
    return words | number_words() if key in ("idle", "counting") else words


@cache
def _arms() -> dict[str, str]:
    return {word: arm for arm, words in load("parties")["organs"].items() for word in words}


def _arm(word: str) -> str | None:
    return _arms().get(word)


def is_office(word: str) -> bool:
    """The word is of a state: an organ, or an office in one."""
    return _arm(word) is not None or word in word_set("parties", "government")


def _joined(words: tuple[str, ...]) -> list[str]:
    """The words with those compounds made one that mean something else than their parts."""
    out: list[str] = []
    compounds = load("parties")["compounds"]
    for word in words:
        if out and word in compounds.get(out[-1], ()):
            out[-1] = f"{out[-1]}-{word}"
        else:
            out.append(word)
    return out


def _proper(name: str) -> frozenset[str]:
    """The words that the name writes with a capital; all of them in a text of capitals."""
    return frozenset(
        w for part in name.split() if any(c.isupper() or c.isdigit() for c in part) for w in name_words(part)
    )


def _core(rest: list[str], proper: frozenset[str]) -> tuple[str, ...]:
    """The proper words that tell the body from others of its sort."""
    idle = word_set_of("idle") | word_set_of("tails")
    political = word_set_of("political")
    rest = before_place(rest)
    return tuple(
        w for w in rest
        if (w in proper and w not in idle and _arm(w) is None and not is_linked(w)) or w in political
    )  # fmt: skip


def is_linked(word: str) -> bool:
    """The word says who stands behind a body or where it sits, not which body it is: "Orsk-backed", "Velin-based"."""
    return word.endswith(_LINKED)


def before_place(words: Sequence[str]) -> list[str]:
    """The words up to where they say from where somebody is."""
    at = next((i for i, w in enumerate(words) if i and w in ("from", "in", "at", "near")), len(words))
    return list(words[:at])


def _is_rebel_army(rest: list[str], proper: frozenset[str]) -> bool:
    """A name such as the Free Army of a place: arms, and a word that no government's arms bear."""
    arms = any(w in word_set_of("arms") for w in rest)
    return arms and any(w in word_set_of("rebel_modifiers") and w in proper for w in rest)


def _opposed(country: str | None, rest: list[str], proper: frozenset[str]) -> Standing:
    outlets = load("parties")["state_media"]["outlets"]
    rest = rest[: rest.index("of")] if rest[:1] == ["opponents"] and "of" in rest else rest  # behind it stands the foe
    core = tuple(w for w in _core(rest, proper) if w not in word_set_of("opposition"))
    core = () if any(w in outlets or w in word_set("parties", "government") for w in rest) else core
    return Standing("movement" if core else "opposition", country, core=core)


def _has_movement(rest: list[str]) -> bool:
    return any(w in word_set_of("movement") for w in rest)


def _foreign_army(strong: list[str], rest: list[str], proper: frozenset[str], country: str | None) -> bool:
    """An army of something that is no country: the Army of Deliverance."""
    return strong == ["army"] and country is None and bool(_core(rest, proper)) and "of" in rest


def _is_phrase_neutral(words: list[str]) -> bool:
    text = f" {' '.join(words)} "
    return any(phrase in text for phrase in _neutral_phrases())


@cache
def _neutral_phrases() -> tuple[str, ...]:
    return tuple(f" {phrase.replace('.', '')} " for phrase in load("parties")["neutral"]["phrases"])


def _is_paper(words: list[str]) -> bool:
    return bool(words) and words[-1] in load("parties")["neutral"]["papers"]


def _is_titled_outlet(words: list[str], proper: frozenset[str]) -> bool:
    """A paper or channel by its title: "La Paz Post"."""
    return len(words) > 1 and words[-1] in word_set("people", "outlets") and set(words[-2:]) <= proper


def _is_headed_neutral(words: list[str]) -> bool:
    """Bystanders by the words before the first preposition: "doctors at the army's hospital"."""
    at = next((i for i, w in enumerate(words) if w in ("of", "at", "in", "from", "for", "with", "near")), 0)
    return any(w in word_set_of("neutral") and w not in ("sources", "media") for w in words[:at])


def _speaks_for_state(words: list[str]) -> bool:
    """An outlet that the name itself calls the state's, or one for a government."""
    media = load("parties")["state_media"]
    called = any(w in media["words"] for w in words) or _pro(words, "government") or _pro(words, "regime")
    pro_capital = any(w.startswith("pro-") and w[4:] in known() for w in words)
    return (called or pro_capital) and any(w in media["outlets"] for w in words)


def _pro(words: list[str], whom: str) -> bool:
    return f"pro-{whom}" in words


def names_state(text: str, countries: Countries) -> bool:
    """The text is a name of a state or an organ: its small words are all words for organs."""
    if standing(text, countries).sort not in ("government", "organ"):
        return False
    words, proper = _joined(name_words(text)), _proper(text)
    return all(w in proper or _is_organ_word(words, i) for i, w in enumerate(words))


def _is_organ_word(words: list[str], i: int) -> bool:
    """A word for an organ, or one that says which: "communications ministry"."""
    after = words[i + 1] if i + 1 < len(words) else ""
    return is_office(words[i]) or words[i] in word_set_of("idle") | _HEADS or after in _HEADS
