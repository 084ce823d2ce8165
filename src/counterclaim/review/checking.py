"""Can a decision be meant? Known before it is kept, so that whatever is kept can be applied.

    action    mentions    slot            value
    accept    one or more -               -
    reject    one or more -               -
    correct   one or more a slot          the right value, as below
    party     one or more -               a party: its name, alias or id; null for none
    merge     two or more what is joined  -
    split     two or more what is parted  the name of the part taken out, or null; the first mention stays
    add       - (or its id) -             {"report", "content": [[start, end], …], "kind"} and any slot with its value
    note      any         -               - (the note is the text)
    undo      any         -               the id of the decision that no longer stands

What `correct` sets: `kind`, `polarity` and `hedge` to one of their words; `speaker`, `subject`, `object`, `party`,
`place` to a name, alias or id, or null; `role` and `channel` to words, or null; `via` to a list of names; `said` to a
day, {"day", "time"} or null; `when` to a day, {"from", "to"} or null; `quantity` to a number, words that hold one
("at least 20"), {"low", "high", "of"} or null.
"""

from collections.abc import Callable, Sequence
from typing import Any, get_args

import msgspec

from counterclaim.errors import BadDecision
from counterclaim.ids import content_id
from counterclaim.model import Action, Record
from counterclaim.review.values import SLOTS, name, one_of, spans, words
from counterclaim.text import encodable

# What is joined or parted; an actor is the mentions' speaker.
GROUPS = ("actor", "subject", "object", "place", "claim", "question")

# So much fits into one row; a note of ten pages is an essay, and a decision about more mentions is none.
LONGEST_NOTE, MOST_MENTIONS = 20_000, 2_000


class Draft(Record, frozen=True):
    """A decision before it has its place in the chain."""

    user: str
    action: Action
    mentions: tuple[str, ...]
    slot: str | None
    value: Any
    note: str | None


class Dated(Record, frozen=True):
    """A decision from another store: when it was made, what `id` it had there, and where that is written."""

    at: str
    draft: Draft
    id: int
    where: str


def checked(
    user: str, action: str, mentions: Sequence[str], slot: str | None = None, value: Any = None, note: str | None = None
) -> Draft:
    """The decision in the form in which it is kept. Raises BadDecision, which says what cannot be meant."""
    one_of(get_args(Action))(action, "an action")
    about = _mentions(mentions)
    value = RULES[action](about, slot, plain_json(value))
    if action == "add":
        about = _about(about, added_id(value))
    return Draft(
        user=words(user, "the user"), action=action, mentions=about, slot=slot, value=value,  # type: ignore[arg-type]
        note=_note(note, needed=action == "note"),
    )  # fmt: skip


def added_id(value: dict[str, Any]) -> str:
    """The id of a mention that a person added: made from report, kind and clause as that of any other."""
    return content_id("m", value["report"], value["kind"], value["content"], {})


def plain_json(value: Any) -> Any:
    """The value as JSON gives it back. Raises BadDecision where it is no JSON."""
    try:
        return msgspec.json.decode(msgspec.json.encode(value))
    except (msgspec.MsgspecError, TypeError, ValueError, OverflowError, RecursionError) as error:
        raise BadDecision(f"the value is no JSON that can be kept: {str(error)[:100]}") from error


def _mentions(given: Sequence[str]) -> tuple[str, ...]:
    if isinstance(given, str) or len(given) > MOST_MENTIONS:
        raise BadDecision(f"mentions must be a list of at most {MOST_MENTIONS} ids")
    return tuple(dict.fromkeys(words(id, "a mention") for id in given))


def _about(given: tuple[str, ...], made: str) -> tuple[str, ...]:
    if given not in ((), (made,)):
        raise BadDecision(f"what is added gets the id {made}, not {', '.join(given)}")
    return (made,)


def _note(note: Any, needed: bool) -> str | None:
    """The text of a note, with its lines; none where there is none."""
    if note is None and not needed:
        return None
    if not isinstance(note, str) or len(note) > LONGEST_NOTE:
        raise BadDecision(f"a note is text of at most {LONGEST_NOTE} characters")
    if needed and not note.strip():
        raise BadDecision("the note is empty")
    return encodable(note).replace("\0", "\ufffd").strip() or None


def _verdict(mentions: tuple[str, ...], slot: str | None, value: Any) -> None:
    _needs(mentions, 1)
    _has_none(slot, value)


def _free(mentions: tuple[str, ...], slot: str | None, value: Any) -> None:
    _has_none(slot, value)


def _corrected(mentions: tuple[str, ...], slot: str | None, value: Any) -> Any:
    _needs(mentions, 1)
    known = one_of(tuple(SLOTS))(slot, "what is corrected")
    return SLOTS[known](value, known)


def _sided(mentions: tuple[str, ...], slot: str | None, value: Any) -> str | None:
    _needs(mentions, 1)
    _has_none(slot, None)
    return name(value, "the party")


def _merged(mentions: tuple[str, ...], slot: str | None, value: Any) -> None:
    _needs(mentions, 2)
    one_of(GROUPS)(slot, "what is merged")
    _has_none(None, value)


def _split(mentions: tuple[str, ...], slot: str | None, value: Any) -> str | None:
    _needs(mentions, 2)
    one_of(GROUPS)(slot, "what is split")
    return name(value, "the name of the part taken out")


def _added(mentions: tuple[str, ...], slot: str | None, value: Any) -> dict[str, Any]:
    """A claim by selected words: what its report, words and kind are, and any other slot."""
    _has_none(slot, None)
    if not isinstance(value, dict) or not {"report", "content", "kind"} <= value.keys():
        raise BadDecision('what is added must have "report", "content" and "kind"')
    if unknown := sorted(value.keys() - SLOTS.keys() - {"report", "content"}):
        raise BadDecision(f"what is added cannot have {words(unknown[0], 'a slot')!r}")
    known = {"report": words(value["report"], "the report"), "content": spans(value["content"], "the content")}
    return known | {slot: SLOTS[slot](value[slot], slot) for slot in SLOTS if slot in value}


def _undone(mentions: tuple[str, ...], slot: str | None, value: Any) -> int:
    _has_none(slot, None)
    if type(value) is not int or value < 1:
        raise BadDecision("what is undone is named by the id of its decision, a whole number from 1")
    return value


def _needs(mentions: tuple[str, ...], least: int) -> None:
    if len(mentions) < least:
        raise BadDecision(f"it must name {'two mentions' if least == 2 else 'a mention'} at least")


def _has_none(slot: str | None, value: Any) -> None:
    if slot is not None or value is not None:
        raise BadDecision(f"it takes no {'value' if slot is None else 'slot'}")


RULES: dict[str, Callable[[tuple[str, ...], str | None, Any], Any]] = {
    "accept": _verdict,
    "reject": _verdict,
    "correct": _corrected,
    "merge": _merged,
    "split": _split,
    "party": _sided,
    "add": _added,
    "note": _free,
    "undo": _undone,
}
